import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { devRoutes } from './channels/dev/routes.ts'
import { publicRoutes } from './channels/public/routes.ts'
import { smsRoutes } from './channels/sms/routes.ts'
import { statusRoutes } from './channels/sms/status-routes.ts'
import { webRoutes } from './channels/web/routes.ts'
import { isRehearsing, thisMachine } from './config.ts'
import type { Deps } from './deps.ts'
import { answerError, answerErrors } from './errors.ts'
import { serveMetrics } from './metrics.ts'
import { isMigrated } from './store/migrate.ts'

/** The whole server without a port: what tests inject requests into and main.ts listens with. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { config, log, db } = deps
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerError,
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 256 * 1024 })
  await app.register(helmet, securityHeaders(config.publicUrl))
  // Per route, where it is asked for. Loopback is exempt unless a proxy stands before us: everyone would be loopback.
  await app.register(rateLimit, { global: false, ...(config.trustProxy ? {} : { allowList: [...thisMachine] }) })
  answerErrors(app)

  // By route, never by address: addresses carry tokens.
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  const { unknownStatus } = serveMetrics(app, deps)
  app.get('/healthz', async () => ({ status: 'up' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await isMigrated(db).catch(() => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  await webRoutes(app, deps)
  await publicRoutes(app, deps)
  if (config.twilio) {
    await smsRoutes(app, deps, config.twilio.authToken)
    await statusRoutes(app, deps, config.twilio.authToken, unknownStatus)
  }
  if (isRehearsing(config)) await devRoutes(app, deps)
  return app
}

/** Nothing from elsewhere, and nothing inline. */
function securityHeaders(publicUrl: string) {
  const isHttps = publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}
