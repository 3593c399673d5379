import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'

export type Logger = FastifyBaseLogger

/**
 * One JSON line per event on stdout. Answers, names, numbers and tokens never reach it: requests are logged by route
 * and status alone, and these paths are cut out wherever an object carries them after all.
 */
export function makeLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'phone',
        'from',
        'to',
        'body',
        'answers',
        'value',
        'name',
        'address',
        'token',
        'cookie',
        'req.headers',
        'params',
      ],
      censor: '[redacted]',
    },
  })
}
