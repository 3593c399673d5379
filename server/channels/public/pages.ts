import type { MapLayout } from '#web/map/layout.ts'
import type { Deps } from '#server/deps.ts'
import { findResults, hasResults } from '#server/operations/read-results.ts'
import { noSuchArea } from '#server/problems.ts'
import type { Looks } from '#server/reports/frame.ts'
import { locatorLayout, mapLayout } from '#server/reports/map-layouts.ts'
import { nothingYetPage } from '#server/reports/plain-pages.ts'
import { resultsCsv, resultsGeoJson, resultsJson } from '#server/reports/public-data.ts'
import { reportPage } from '#server/reports/report-page.ts'
import { resultsPage } from '#server/reports/results-page.ts'
import type { NoResults, Results } from '#server/reports/results.ts'
import { type Tagged, tagged } from '#server/tagged.ts'
import { linksOf } from './links.ts'
import { shelf } from './shelf.ts'

export type Wanted = { readonly study: string; readonly wave: number | undefined }
export const formats = ['csv', 'geojson', 'json'] as const
export type Format = (typeof formats)[number]

/** What the public reads. A run's figures never change, so pages are made once and kept under the name of their run. */
export function publicPages(deps: Deps, looks: Looks) {
  const results = shelf<Results | NoResults>(4)
  const layouts = shelf<MapLayout>(8)
  const made = shelf<Tagged>(200)

  const find = async ({ study, wave }: Wanted) => {
    const found = await findResults(deps, study, wave)
    return { version: found.version, read: () => results(found.version, found.read) }
  }
  const layoutOf = (shown: Results, kind: 'map' | 'locator') =>
    layouts(`${shown.layer.id}.${kind}`, async () => (kind === 'map' ? mapLayout(shown) : locatorLayout(shown)))

  return {
    async ofWave(wanted: Wanted, language: string): Promise<Tagged> {
      const { version, read } = await find(wanted)
      return made(`${version} page ${language} ${wanted.wave ?? ''}`, async () => {
        const shown = await read()
        const frame = { language, looks, links: linksOf(wanted, language) }
        const body = hasResults(shown)
          ? resultsPage(shown, await layoutOf(shown, 'map'), frame)
          : nothingYetPage(shown, frame)
        return page(body)
      })
    },

    /** @throws Problem no-such-area */
    async ofArea(wanted: Wanted, areaId: string, language: string): Promise<Tagged> {
      const { version, read } = await find(wanted)
      const shown = await read()
      const area = hasResults(shown) && shown.areas.find(({ id }) => id === areaId)
      if (!area) throw noSuchArea({ area: areaId })
      return made(`${version} area ${language} ${wanted.wave ?? ''} ${areaId}`, async () => {
        const frame = { language, looks, links: linksOf(wanted, language, areaId) }
        return page(reportPage(shown, area, await layoutOf(shown, 'locator'), frame))
      })
    },

    async file(wanted: Wanted, format: Format): Promise<Tagged | undefined> {
      const { version, read } = await find(wanted)
      const shown = await read()
      if (!hasResults(shown)) return undefined
      return made(`${version} file ${format}`, async () => fileOf(shown, format))
    },
  }
}

function fileOf(results: Results, format: Format): Tagged {
  switch (format) {
    case 'csv':
      return tagged(resultsCsv(results), 'text/csv; charset=utf-8')
    case 'geojson':
      return tagged(JSON.stringify(resultsGeoJson(results)), 'application/geo+json; charset=utf-8')
    case 'json':
      return tagged(JSON.stringify(resultsJson(results)), 'application/json; charset=utf-8')
  }
}

export function page(body: string): Tagged {
  return tagged(body, 'text/html; charset=utf-8')
}
