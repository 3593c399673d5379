import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Compiled } from '#instruments/engine/compile.ts'
import { readConfig } from '#server/config.ts'
import { type Deps, makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { importSample } from '#server/operations/import-sample.ts'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { bundledStudy, openStudy } from '#test/support/fielding.ts'
import type { Clock } from './clock.ts'
import { type Resident, residentsOf, writeSample } from './residents.ts'

/** What the run itself works with, by its clock. */
export async function openDeps(
  env: Readonly<Record<string, string>>,
  clock: Clock,
): Promise<{ deps: Deps; close: () => Promise<void> }> {
  const config = readConfig(env)
  const { db, close } = await openDatabase(config.database)
  await migrate(db)
  return { deps: { ...makeDeps({ db, config, log: makeLog('silent') }), now: clock.now }, close }
}

/** The bundled study, open, with its sample; its invitations may leave. */
export async function prepare(
  deps: Deps,
  folder: string,
  { residents: count, perSecond, seed }: { residents: number; perSecond: number; seed: string },
): Promise<{ readonly compiled: Compiled; readonly residents: readonly Resident[] }> {
  const study = join(folder, 'study')
  cpSync(bundledStudy, study, { recursive: true })
  const settings = JSON.parse(readFileSync(join(study, 'study.json'), 'utf8')) as object
  const texts = { perSecond, remindAfterDays: [1] }
  writeFileSync(join(study, 'study.json'), JSON.stringify({ ...settings, texts }))
  const wave = await openStudy(deps, study)
  const compiled = await deps.compiledFor(wave)
  const residents = residentsOf(count, compiled.study.languages, seed)
  const { cases } = await importSample(deps, wave, {
    file: writeSample(folder, residents),
    told: new Map(),
    dryRun: false,
  })
  if (cases !== residents.filter(({ part }) => part !== 'texts-first').length)
    throw new Error('The sample was not taken')
  await startTexts(deps, wave)
  return { compiled, residents }
}

/** An office in which one refusal after the other is taken down; what fails in the crush is tried again. */
export function officeOf(deps: Deps): (phone: string) => Promise<void> {
  const takeDown = async (phone: string, times: number): Promise<void> => {
    const word = { phone, mode: 'home', how: 'at the door', recordedBy: 'staff:office', studyId: null } as const
    await recordOptOut(deps, word).catch(async (error: unknown) => {
      if (times === 0) throw error
      await sleep(500)
      await takeDown(phone, times - 1)
    })
  }
  return (phone) => deps.inTurn('the office', () => takeDown(phone, 20))
}
