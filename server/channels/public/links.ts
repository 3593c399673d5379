import type { Links } from '#server/reports/frame.ts'
import type { Wanted } from './pages.ts'

/** Where the links of a study's result pages lead. Language and wave go along. */
export function linksOf({ study, wave }: Wanted, language: string, areaId?: string): Links {
  const path = `/results/${study}`
  const asked = (wanted: { lang?: string; wave?: number | undefined }) => {
    const query = new URLSearchParams()
    if (wanted.lang !== undefined) query.set('lang', wanted.lang)
    if (wanted.wave !== undefined) query.set('wave', String(wanted.wave))
    return query.size > 0 ? `?${query.toString()}` : ''
  }
  const here = areaId === undefined ? path : `${path}/${encodeURIComponent(areaId)}`
  return {
    home: `/?lang=${language}`,
    results: path + asked({ lang: language, wave }),
    area: (id) => `${path}/${encodeURIComponent(id)}${asked({ lang: language, wave })}`,
    inLanguage: (code) => here + asked({ lang: code, wave }),
    wave: (number) => path + asked({ lang: language, wave: number }),
    file: (format) => `${path}.${format}${asked({ wave })}`,
    takePart: `/s/${study}?lang=${language}`,
  }
}
