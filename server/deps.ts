import type { Compiled } from '#instruments/engine/compile.ts'
import { type Carrier, carrierFor } from './carrier.ts'
import { type Config, isRehearsing } from './config.ts'
import { type InTurn, turnTaking } from './in-turn.ts'
import type { Logger } from './log.ts'
import { rehearsalCarrier } from './rehearsal-carrier.ts'
import { type Conversations, conversationsOf } from './store/conversations.ts'
import type { Db } from './store/database.ts'
import { type Sealer, sealerFor, type Tokens, tokensFrom } from './store/sealing.ts'
import type { Pinned } from './store/waves.ts'
import { studyLibrary } from './study-library.ts'

/** What channels and operations work with, made once by whoever starts: the server, a command, a test. */
export type Deps = {
  readonly db: Db
  readonly config: Config
  readonly log: Logger
  readonly now: () => Date
  readonly sealer: Sealer
  readonly tokens: Tokens
  readonly conversations: Conversations
  /** One after the other, in the order they came: the texts of a number, the requests of an interview. */
  readonly inTurn: InTurn
  /** The instrument of a wave with its areas, compiled once. */
  readonly compiledFor: (wave: Pinned) => Promise<Compiled>
  /** Undefined: no texts of our own leave, since no credentials are set and this is no rehearsal either. */
  readonly carrier: Carrier | undefined
}

export function makeDeps({ db, config, log }: Pick<Deps, 'db' | 'config' | 'log'>): Deps {
  return {
    db,
    config,
    log,
    now: () => new Date(),
    sealer: sealerFor(config.piiKey),
    tokens: tokensFrom(config.sessionKey),
    conversations: conversationsOf(db),
    inTurn: turnTaking(),
    compiledFor: studyLibrary(db),
    carrier: isRehearsing(config) ? rehearsalCarrier : carrierFor(config),
  }
}
