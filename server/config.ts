import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Everything the environment decides, read once at start. */
export type Config = {
  readonly database: { readonly url: string } | { readonly directory: string }
  /** Where this process keeps its own files: keys, the command socket, and the embedded database. */
  readonly directory: string
  readonly host: string
  readonly port: number
  /** Without a slash at the end. Twilio signs this address, and links in texts begin with it. */
  readonly publicUrl: string
  readonly trustProxy: boolean
  /** Lets Prometheus read /metrics from another machine. */
  readonly metricsToken?: string
  readonly logLevel: string
  readonly twilio: {
    readonly authToken: string
    /** False while there are no credentials and the simulator's own token signs texts on loopback. */
    readonly real: boolean
    readonly accountSid?: string
    readonly messagingServiceSid?: string
    /** The number that sends where no messaging service does, in E.164. */
    readonly from?: string
    readonly apiUrl?: string
    /** When Twilio's list is believed if it does not have a text. */
    readonly certainAfterSeconds: number
  } | null
  readonly piiKey: Buffer
  readonly sessionKey: Buffer
}

const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)')
  .transform((text) => Buffer.from(text, 'base64'))

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const Env = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
    CANVASS_DIR: z.string().default('.canvass'),
    PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
    PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    TRUST_PROXY: z.stringbool({ error: 'must be true or false' }).default(false),
    METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
    TWILIO_ACCOUNT_SID: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits')
      .optional(),
    TWILIO_AUTH_TOKEN: z.string().min(16, 'is too short for an auth token').optional(),
    TWILIO_MESSAGING_SERVICE_SID: z
      .string()
      .regex(/^MG[0-9a-fA-F]{32}$/, 'must be MG and 32 hexadecimal digits')
      .optional(),
    TWILIO_FROM: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'must be a number as +12125550100')
      .optional(),
    TWILIO_API_URL: httpUrl.optional(),
    TWILIO_CERTAIN_AFTER_SECONDS: z.coerce.number().min(2).max(3600).default(120),
    PII_KEY: key.optional(),
    SESSION_KEY: key.optional(),
  })
  .superRefine((env, context) => {
    const missing = (name: string, why: string) => context.addIssue({ code: 'custom', path: [name], message: why })
    if (env.DATABASE_URL && !env.PII_KEY) missing('PII_KEY', 'is needed with DATABASE_URL: it seals phone numbers')
    if (env.DATABASE_URL && !env.SESSION_KEY) missing('SESSION_KEY', 'is needed with DATABASE_URL: it signs sessions')
    if (env.TWILIO_ACCOUNT_SID && !env.TWILIO_AUTH_TOKEN)
      missing('TWILIO_AUTH_TOKEN', 'is needed with TWILIO_ACCOUNT_SID')
    if (env.TWILIO_AUTH_TOKEN && !env.TWILIO_ACCOUNT_SID)
      missing('TWILIO_ACCOUNT_SID', 'is needed with TWILIO_AUTH_TOKEN')
  })

/** A host as an address names it; one that means every address of this machine is no address of itself. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Where requests of this machine come from. */
export const thisMachine = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * The only reader of the environment. Fails at start, naming every bad variable and no value.
 *
 * @param env  process.env; variables set to an empty text count as absent, as compose files leave them
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { success, data, error } = Env.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  )
  if (!success) {
    const mistakes = error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
    throw new Error(`The configuration cannot be used:\n${mistakes.join('\n')}`)
  }
  const directory = resolve(data.CANVASS_DIR)
  const made = data.DATABASE_URL ? undefined : embeddedKeys(directory)
  const real = data.TWILIO_AUTH_TOKEN !== undefined
  const authToken = data.TWILIO_AUTH_TOKEN ?? (isLoopback(data.HOST) ? simulatorToken(data, made) : undefined)
  const piiKey = data.PII_KEY ?? made?.piiKey
  const sessionKey = data.SESSION_KEY ?? made?.sessionKey
  if (!piiKey || !sessionKey) throw new Error('PII_KEY and SESSION_KEY are needed.')
  return Object.freeze({
    database: data.DATABASE_URL ? { url: data.DATABASE_URL } : { directory },
    directory,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ?? `http://${nameOf(data.HOST)}:${data.PORT}`,
    trustProxy: data.TRUST_PROXY,
    ...(data.METRICS_TOKEN ? { metricsToken: data.METRICS_TOKEN } : {}),
    // A line per request is for operators; on a laptop they would bury what people should read.
    logLevel: data.LOG_LEVEL ?? (data.DATABASE_URL ? 'info' : 'warn'),
    twilio: authToken
      ? {
          authToken,
          real,
          ...(data.TWILIO_ACCOUNT_SID ? { accountSid: data.TWILIO_ACCOUNT_SID } : {}),
          ...(data.TWILIO_MESSAGING_SERVICE_SID ? { messagingServiceSid: data.TWILIO_MESSAGING_SERVICE_SID } : {}),
          ...(data.TWILIO_FROM ? { from: data.TWILIO_FROM } : {}),
          ...(data.TWILIO_API_URL ? { apiUrl: data.TWILIO_API_URL } : {}),
          certainAfterSeconds: data.TWILIO_CERTAIN_AFTER_SECONDS,
        }
      : null,
    piiKey,
    sessionKey,
  })
}

/** Whether pages for rehearsal, such as the phone simulator, may be served. */
export function isRehearsing(config: Config): boolean {
  return config.twilio?.real === false && isLoopback(config.host)
}

/** The simulator signs with a token of its own: from the session key, so that all processes agree on it. */
function simulatorToken(env: { SESSION_KEY?: Buffer | undefined }, made: { sessionKey: Buffer } | undefined): string {
  const sessionKey = env.SESSION_KEY ?? made?.sessionKey
  return `simulator-${sessionKey?.toString('hex').slice(0, 32) ?? randomBytes(16).toString('hex')}`
}

const Keys = z.object({ PII_KEY: key, SESSION_KEY: key })

/** The keys of an embedded installation, made on its first start and readable by its owner alone. */
function embeddedKeys(directory: string): { piiKey: Buffer; sessionKey: Buffer } {
  const file = join(directory, 'keys.json')
  if (!existsSync(file)) {
    makeFolder(directory)
    const fresh = { PII_KEY: randomBytes(32).toString('base64'), SESSION_KEY: randomBytes(32).toString('base64') }
    try {
      writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process made them first: those are the ones to use.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const { success, data } = Keys.safeParse(fromJson(readFileSync(file, 'utf8')))
  if (!success) throw new Error(`${file} is damaged: put it back from a backup. Without it sealed contacts are lost.`)
  return { piiKey: data.PII_KEY, sessionKey: data.SESSION_KEY }
}

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new Error(`The folder ${directory} cannot be made. Set CANVASS_DIR to one that can.`, { cause })
  }
}

/** Undefined where it is no JSON: what a parser says of it quotes it, and this may be a key. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
