import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { thisMachine } from './config.ts'
import type { Deps } from './deps.ts'
import { notFound } from './problems.ts'
import { countByState, longestWaitSeconds } from './store/text-figures.ts'

/** What others count. */
export type Metrics = { readonly unknownStatus: () => void }

/**
 * What Prometheus asks for at /metrics: the process, how long each route takes, and how texts
 * fare. For this machine, or for whoever
 * brings the token; to others there is nothing at this address. Routes only: addresses carry tokens.
 */
export function serveMetrics(app: FastifyInstance, { config: { metricsToken, trustProxy }, db, now }: Deps): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    durations.observe(
      { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/metrics', async (request, reply) => {
    // Behind a proxy everybody comes from this machine.
    const isLocal = !trustProxy && thisMachine.includes(request.ip)
    if (!isLocal && !(metricsToken && bears(request, metricsToken))) throw notFound({})
    return reply.type(registry.contentType).send(await registry.metrics())
  })

  const unknown = new Counter({
    name: 'canvass_text_status_unknown_total',
    help: 'Status callbacks of texts that are not known here',
    registers: [registry],
  })
  registry.registerMetric(
    new Gauge({
      name: 'canvass_texts',
      help: 'Texts that we send, by state',
      labelNames: ['state'],
      registers: [],
      async collect() {
        this.reset()
        for (const { state, texts } of await countByState(db)) this.set({ state }, texts)
      },
    }),
  )
  registry.registerMetric(
    new Gauge({
      name: 'canvass_texts_longest_wait_seconds',
      help: 'How long a text has waited that may leave',
      registers: [],
      async collect() {
        this.set(await longestWaitSeconds(db, now()))
      },
    }),
  )
  return { unknownStatus: () => unknown.inc() }
}

function bears({ headers }: FastifyRequest, token: string): boolean {
  const [given, right] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === right.length && timingSafeEqual(given, right)
}
