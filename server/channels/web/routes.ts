import type { FastifyInstance } from 'fastify'
import type { Deps } from '#server/deps.ts'
import { readWebBundle } from '#server/web-bundle.ts'
import { serveAssets } from './assets.ts'
import { eventsRoute } from './events-route.ts'
import { plainRoutes } from './plain-routes.ts'
import { surveyRoutes } from './survey-routes.ts'
import { waveFiles } from './wave-files.ts'

/** The web channel: pages for residents, with scripts and without, and the events that both become. */
export async function webRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const bundle = readWebBundle()
  await serveAssets(app, bundle)
  surveyRoutes(app, deps, bundle)
  waveFiles(app, deps)
  plainRoutes(app, deps)
  eventsRoute(app, deps)
}
