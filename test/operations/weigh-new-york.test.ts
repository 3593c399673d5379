import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { importAreas } from '#server/operations/import-areas.ts'
import { type ImportedMargins, importMargins } from '#server/operations/import-margins.ts'
import { importPlacesFile } from '#server/operations/import-place-shares.ts'
import { readAreasFile } from '#server/operations/read-areas-file.ts'
import { readMarginsFile } from '#server/operations/read-margins-file.ts'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { NewArea } from '#server/store/layers.ts'
import type { MarginCount } from '#server/store/margins.ts'
import { fieldWave, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { testDatabase } from '#test/support/databases.ts'

/** New York's real precincts and census counts, which are not part of this project. */
const newYork = resolve('../shared/data/nyc')
const present = existsSync(newYork)
if (!present) console.info(`Skipped: ${newYork} is not there, so New York's own files were not imported.`)

describe.skipIf(!present)("New York's own files", () => {
  const database = testDatabase()
  let margins: ImportedMargins

  let areas: NewArea[]
  let counts: MarginCount[]

  beforeAll(async () => {
    areas = await readAreasFile(`${newYork}/precincts.geojson`, { id: 'precinct', parent: 'borough' })
    expect(await importAreas(database.deps, { layer: 'precinct', areas })).toMatchObject({ areas: 77, parents: 5 })
    counts = await readMarginsFile(`${newYork}/precinct_margins.csv`, 'precinct')
    margins = await importMargins(database.deps, { layer: 'precinct', counts })
  })

  test('every precinct is counted, and the park precinct has nobody', () => {
    expect(margins).toMatchObject({ cells: 2541, notInLayer: [], areasWithoutCounts: [] })
    expect(margins.universes.map(({ universe, total, unpopulated }) => ({ universe, total, unpopulated }))).toEqual([
      { universe: 'all_ages', total: 8_795_736, unpopulated: ['22'] },
      { universe: 'adults_18plus', total: 6_975_137, unpopulated: ['22'] },
      { universe: 'households', total: 3_662_221, unpopulated: ['22'] },
      { universe: 'adults_25plus', total: expect.any(Number), unpopulated: ['22'] },
    ])
    expect(margins.warnings).toEqual([])
  })

  test('ZIP codes lead to precincts', async () => {
    const places = await importPlacesFile(database.deps, { layer: 'precinct', file: `${newYork}/zip_to_precinct.csv` })
    expect(places).toMatchObject({ places: expect.any(Number), areasWithoutPlace: ['22', '123'] })
  })

  test.each(['boroughs.geojson', 'nta2010.geojson', 'community_districts.geojson'])(
    '%s is a layer too',
    async (file) => {
      const id = { 'boroughs.geojson': 'borough', 'nta2010.geojson': 'nta_id' }[file] ?? 'borough_cd_id'
      expect((await readAreasFile(`${newYork}/${file}`, { id })).length).toBeGreaterThan(4)
    },
  )

  test('17,000 interviews meet every margin of the city and its precincts', { timeout: 120_000 }, async () => {
    const wave = await fieldWave(database.deps, { areas, counts })
    const random = numbersFrom(17)
    const peopled = areas.filter(({ id }) => id !== '22')
    const interviews = Array.from({ length: 17_000 }, (_, i) => ({
      area: peopled[i % peopled.length]?.id ?? null,
      answers: residentFrom(random),
    }))
    await storeInterviews(database.db, wave, interviews)

    const { diagnostics, runId } = await weighSample(database.deps, wave)
    expect(diagnostics.worst.error).toBeLessThan(1e-6)
    expect(diagnostics).toMatchObject({
      respondents: 17_000,
      population: 6_975_137,
      unpopulated: ['22'],
      collapsed: [],
    })
    expect(diagnostics.margins.map(({ rows }) => rows.length)).toEqual([77, 7, 2, 5, 2])

    const { run, estimates } = await estimateAreas(database.deps, wave)
    expect(run.id).toBe(runId)
    const net = estimates.filter(({ measure, statistic }) => measure === 'support' && statistic === 'net')
    expect(net.filter(({ withheld }) => withheld !== null)).toMatchObject([{ area_id: '22', withheld: 'unpopulated' }])
    expect(net).toHaveLength(78)
  })
})
