import type { Compiled } from '#instruments/engine/compile.ts'
import type { Config } from './config.ts'
import type { Logger } from './log.ts'
import type { Db } from './store/database.ts'
import type { Sealer, Tokens } from './store/sealing.ts'
import type { Wave } from './store/waves.ts'

/** What channels and operations work with, made once in app.ts or by a command. */
export type Deps = {
  readonly db: Db
  readonly config: Config
  readonly log: Logger
  readonly now: () => Date
  readonly sealer: Sealer
  readonly tokens: Tokens
  /** The instrument of a wave with its areas, compiled once. */
  readonly compiledFor: (wave: Wave) => Promise<Compiled>
}
