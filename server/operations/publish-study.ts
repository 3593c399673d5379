import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, lintStudy } from '#instruments/engine/lint.ts'
import { Study } from '#instruments/engine/study.ts'
import { version as engineVersion } from '#instruments/engine/version.ts'
import type { Deps } from '#server/deps.ts'
import { badFile } from '#server/problems.ts'
import { publishVersion } from '#server/store/studies.ts'
import { type PricedTexts, priceTexts, tooLong } from './price-texts.ts'

export type StudyFolder = {
  readonly instrument: unknown
  readonly study: unknown
  readonly findings: readonly Finding[]
  /** Every text that it sends; undefined where it has errors and cannot be compiled. */
  readonly priced: PricedTexts | undefined
}

/**
 * Reads a study's folder and looks for everything that is wrong with it.
 *
 * @throws Problem bad-file where a file is missing or is no JSON
 */
export async function checkStudy(folder: string): Promise<StudyFolder> {
  const [instrument, study] = await Promise.all([readJson(folder, 'instrument.json'), readJson(folder, 'study.json')])
  const findings = lintStudy(instrument, study)
  if (findings.some(({ severity }) => severity === 'error')) return { instrument, study, findings, priced: undefined }
  const priced = priceTexts(instrument, study)
  return { instrument, study, findings: [...findings, ...tooLong(priced)], priced }
}

/**
 * Freezes a version of a study. The same content again is the version it already was.
 *
 * @throws Problem bad-file listing every error
 */
export async function publishStudy(
  { db }: Pick<Deps, 'db'>,
  folder: string,
): Promise<{ id: string; version: number; hash: string; isNew: boolean; warnings: readonly Finding[] }> {
  const { instrument, study, findings } = await checkStudy(folder)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw badFile({ file: folder, findings: errors.map(sentence) })
  const parsed = Study.parse(study)
  const published = await db
    .transaction()
    .execute((trx) => publishVersion(trx, { instrument: instrument as object, study: parsed, engine: engineVersion }))
  return { id: parsed.id, ...published, warnings: findings }
}

/** A finding as one line: where, then what. */
export function sentence({ file, path, question, mode, language, reason }: Finding): string {
  const by = mode && (mode === 'sms' ? 'by text' : `by ${mode}`)
  const where = [file, path, question && `question "${question}"`, by, language && `in ${language}`].filter(Boolean)
  return `${where.join(', ')}: ${reason}`
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const file = join(folder, name)
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw badFile({
      file,
      findings: [cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${cause.code})`],
    })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badFile({ file, findings: [`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`] })
  }
}
