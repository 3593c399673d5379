import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deps } from '#server/deps.ts'
import { noResultsYet, noSuchArea } from '#server/problems.ts'
import type { Frame, Links } from '#server/reports/frame.ts'
import { locatorLayout, mapLayout } from '#server/reports/map-layouts.ts'
import { reportPage } from '#server/reports/report-page.ts'
import type { AreaResults, Results } from '#server/reports/results.ts'
import { resultsPage } from '#server/reports/results-page.ts'
import { wholeStyle } from '#server/reports/styles.ts'
import { reportLanguages } from '#server/reports/words/index.ts'
import { ownFolder } from './own-folder.ts'
import { findResults, hasResults } from './read-results.ts'

export type ProducedReport = { readonly wave: number; readonly language: string; readonly files: readonly string[] }

/**
 * Writes the results of a wave as pages that stand alone: the maps as index.html and a report for every area, or the
 * report of one area only.
 *
 * @param out  a folder, made where it is missing; pages of the same names are replaced
 * @throws Problem no-such-study, no-such-wave, no-such-area, no-results-yet; bad-folder when it holds files of others
 */
export async function produceReport(
  deps: Deps,
  { study, wave, area, language, out }: { study: string; wave?: number; area?: string; language?: string; out: string },
  progress: (text: string) => void = () => {},
): Promise<ProducedReport> {
  const found = await findResults(deps, study, wave)
  const results = await found.read()
  if (!hasResults(results)) throw noResultsYet({ study })
  const areas = area === undefined ? results.areas : results.areas.filter(({ id }) => id === area)
  if (areas.length === 0) throw noSuchArea({ area: area ?? '' })

  const frame = frameOf(results, language ?? languageOf(results), area === undefined)
  await ownFolder(out, (name) => name === index || areaFile.test(name))
  const files: string[] = []
  const write = async (file: string, page: string) => {
    await writeFile(join(out, file), page)
    files.push(file)
  }
  if (area === undefined) await write(index, resultsPage(results, mapLayout(results), frame))
  const locator = locatorLayout(results)
  for (const one of areas) {
    await write(frame.links.area(one.id), reportPage(results, one, locator, frame))
    progress(`${files.length} of ${areas.length} reports written`)
  }
  return { wave: results.wave.number, language: frame.language, files }
}

const index = 'index.html'
const areaFile = /^area-[a-z0-9_-]+\.html$/

function frameOf(results: Results, language: string, isWhole: boolean): Frame {
  const names = fileNames(results.areas)
  const links: Links = {
    ...(isWhole && { home: index, results: index }),
    area: (id) => names.get(id) ?? index,
  }
  return { language, links, looks: { styles: [], inlineStyle: wholeStyle() } }
}

/** A file for each area by its id, in letters that every file system takes; names that would fall together get a number. */
function fileNames(areas: readonly AreaResults[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id } of areas) {
    const plain = `area-${id
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, '_')
      .slice(0, 80)}`
    let name = plain
    for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`
    taken.add(name)
    names.set(id, `${name}.html`)
  }
  return names
}

/** The first language of the study that reports have. */
function languageOf({ study }: Results): string {
  return study.languages.find((code) => reportLanguages.includes(code)) ?? 'en'
}
