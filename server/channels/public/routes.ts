import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { studyId } from '#instruments/engine/study.ts'
import { preferredLanguages } from '#server/accept-language.ts'
import type { Deps } from '#server/deps.ts'
import { listOpenStudies } from '#server/operations/list-open-studies.ts'
import { noResultsYet, noSuchStudy, noSuchWave } from '#server/problems.ts'
import { studiesPage } from '#server/reports/plain-pages.ts'
import { resultsStyle } from '#server/reports/styles.ts'
import { reportLanguages } from '#server/reports/words/index.ts'
import { generous } from '#server/rate-limit.ts'
import { aWhile, sendTagged, type Tagged, tagged } from '#server/tagged.ts'
import { readWebBundle } from '#server/web-bundle.ts'
import { formats, page, publicPages, type Wanted } from './pages.ts'

type OfStudy = { Params: { study: string }; Querystring: Query }
type OfArea = { Params: { study: string; area: string }; Querystring: Query }
type Query = { lang?: unknown; wave?: unknown }

/** What anyone may read: the open studies, and the results of each as pages and as files. */
export async function publicRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const script = readWebBundle()?.entry('results').script
  const styles = ['/assets/canvass.css', '/assets/results.css']
  const looks = { styles, icon: '/assets/mark.svg', ...(script && { script }) }
  const pages = publicPages(deps, looks)
  const sheet = tagged(resultsStyle(), 'text/css; charset=utf-8')

  app.get('/assets/results.css', async (request, reply) => sendTagged(request, reply, sheet, { keep: aWhile }))

  app.get<{ Querystring: Query }>('/', generous, async (request, reply) => {
    const language = languageOf(request)
    const links = { home: '/', results: '/', area: () => '/', inLanguage: (code: string) => `/?lang=${code}` }
    return send(request, reply, page(studiesPage(await listOpenStudies(deps), { language, looks, links })))
  })

  app.get<OfStudy>('/results/:study', generous, async (request, reply) => {
    const { params, query } = request
    const format = formats.find((ending) => params.study.endsWith(`.${ending}`))
    if (!format) return send(request, reply, await pages.ofWave(wantedBy(params.study, query), languageOf(request)))
    const study = params.study.slice(0, -format.length - 1)
    const file = await pages.file(wantedBy(study, query), format)
    if (!file) throw noResultsYet({ study })
    return send(request, reply, file)
  })

  app.get<OfArea>('/results/:study/:area', generous, async (request, reply) => {
    const { params, query } = request
    return send(request, reply, await pages.ofArea(wantedBy(params.study, query), params.area, languageOf(request)))
  })
}

function wantedBy(study: string, { wave }: Query): Wanted {
  if (!studyId.test(study)) throw noSuchStudy({ study })
  if (wave === undefined || wave === '') return { study, wave: undefined }
  if (typeof wave !== 'string' || !/^[1-9]\d{0,8}$/.test(wave)) throw noSuchWave({ study })
  return { study, wave: Number(wave) }
}

/** What the address asks for, else the first of the browser's languages that these pages have. */
function languageOf({ query, headers }: FastifyRequest<{ Querystring: Query }>): string {
  const wanted = [query.lang, ...preferredLanguages(headers['accept-language'])]
  return wanted.find((code): code is string => reportLanguages.some((known) => known === code)) ?? 'en'
}

/** Kept by browsers, who ask each time whether it still holds: a new weighting shows at once. */
function send(request: FastifyRequest, reply: FastifyReply, made: Tagged): FastifyReply {
  return sendTagged(request, reply, made, { keep: 'no-cache', vary: 'accept-language, accept-encoding' })
}
