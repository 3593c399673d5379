import type { Study } from '#instruments/engine/study.ts'
import { type Frame, layoutView, spoken } from './frame.ts'
import type { NoResults } from './results.ts'
import { templates } from './templates.ts'
import { filled, reportLanguages } from './words/index.ts'

/** The page of a study that has nothing to show yet. */
export function nothingYetPage({ study, wave }: NoResults, frame: Frame): string {
  const page = spoken(frame)
  const { title } = page.words.nothingYet
  return templates.nothingYet({
    ...layoutView(page, {
      title: `${title} · ${page.say(study.title)}`,
      study,
      invented: wave?.invented ?? false,
      languages: reportLanguages,
    }),
    takePart: wave?.status === 'open' && frame.links.takePart,
  })
}

/** A study that takes answers now. */
export type OpenStudy = { readonly study: Study; readonly invented: boolean; readonly hasResults: boolean }

/** The list of open studies: the site's front door. */
export function studiesPage(studies: readonly OpenStudy[], frame: Frame): string {
  const page = spoken(frame)
  const { words, formats, say, language } = page
  return templates.studies({
    ...layoutView(page, { title: words.studies.title, invented: false, languages: reportLanguages }),
    studies: studies.map(({ study, invented, hasResults }) => ({
      title: say(study.title),
      purpose: say(study.purpose),
      askedBy: filled(words.askedBy, { sponsor: say(study.sponsor) }),
      minutes: filled(words.studies.minutes, { minutes: formats.count(study.minutes) }),
      invented: invented && words.inventedShort,
      takePart: `/s/${study.id}?lang=${language}`,
      results: hasResults && `/results/${study.id}?lang=${language}`,
    })),
  })
}
