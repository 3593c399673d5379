import type { FastifyBaseLogger } from 'fastify'
import { type DestinationStream, destination, pino } from 'pino'

export type Logger = FastifyBaseLogger

/**
 * One JSON line per event, on stdout unless told otherwise. Answers, names, numbers and tokens never reach it: requests
 * are logged by route and status alone, errors by `describeError`, and these paths are cut out wherever an object
 * carries them after all.
 */
export function makeLog(level: string, to: DestinationStream = destination({ dest: 1, sync: true })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
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
    },
    to,
  )
}

/** A command's stdout is its result: what it logs goes to stderr, and only for who looks for a bug. */
export function makeCommandLog(level: string): Logger {
  return makeLog(level === 'debug' ? 'debug' : 'silent', destination({ dest: 2, sync: true }))
}

/** An error with its causes. What a database says may quote the row it refused: then only names and codes are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string }
  const isDatabases = code !== undefined && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.name,
    message: isDatabases ? error.message.replace(/".*"/s, '"…"') : error.message,
    code,
    constraint,
    table,
    stack: error.stack?.match(/^ {4}at .*$/gm)?.join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
