import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import type { Deps } from '#server/deps.ts'
import { noOpenWave, noSuchArea, refused } from '#server/problems.ts'
import { areasOf } from '#server/store/areas.ts'
import { insertCases } from '#server/store/sample-cases.ts'
import { findVersion } from '#server/store/studies.ts'
import type { Wave } from '#server/store/waves.ts'

/** What all links of one file share. */
export type LinksWanted = {
  readonly count: number
  readonly area?: string | undefined
  readonly language?: string | undefined
  /** Where the links go: the only place that has them. */
  readonly file: string
}

/** Links that are made, written and stored together: in well under 50 ms, so that texts are answered in between. */
const mostAtOnce = 500

/**
 * Makes personal links: each a sample case of the wave with an interview reserved for it. A link is a key of 128 random
 * bits; the database keeps its hash alone, so a file that is lost cannot be made again.
 *
 * @throws Problem study-closed, no-such-area, refused for a language the study does not speak or a file that exists
 */
export async function makeLinks(deps: Pick<Deps, 'db' | 'config'>, wave: Wave, wanted: LinksWanted): Promise<void> {
  await check(deps, wave, wanted)
  const { count, area = '', language = '', file } = wanted
  const links = await newFile(file)
  try {
    await links.write(stringify([['case_id', 'link', 'area', 'language']]))
    for (let left = count; left > 0; left -= mostAtOnce) {
      const made = Array.from({ length: Math.min(left, mostAtOnce) }, () => caseWithToken(wave, wanted))
      const rows = made.map(({ id, token }) => [id, `${deps.config.publicUrl}/i/${token}`, area, language])
      await links.write(stringify(rows))
      await insertCases(
        deps.db,
        made.map(({ token: _, ...sampleCase }) => sampleCase),
      )
    }
  } catch (error) {
    await rm(file, { force: true }) // some of its links would lead nowhere
    throw error
  } finally {
    await links.close()
  }
}

function caseWithToken(wave: Wave, { area, language }: Pick<LinksWanted, 'area' | 'language'>) {
  const token = randomBytes(16).toString('base64url')
  return {
    token,
    id: randomUUID(),
    study_id: wave.study_id,
    wave_id: wave.id,
    interview_id: randomUUID(),
    token_hash: createHash('sha256').update(token).digest(),
    language: language ?? null,
    layer_id: area === undefined ? null : wave.layer_id,
    area_id: area ?? null,
  }
}

async function check(
  { db }: Pick<Deps, 'db'>,
  wave: Wave,
  { area, language }: Pick<LinksWanted, 'area' | 'language'>,
): Promise<void> {
  if (wave.status === 'closed') throw noOpenWave({ study: wave.study_id })
  const { languages = [] } = (await findVersion(db, wave.study_id, wave.version))?.study ?? {}
  if (language !== undefined && !languages.includes(language))
    throw refused({ reason: `"${wave.study_id}" is asked in ${languages.join(', ')}, not in "${language}".` })
  if (area !== undefined && !(await areasOf(db, wave.layer_id)).some(({ id }) => id === area))
    throw noSuchArea({ area })
}

/** For its owner's eyes, and never over a file that is there: it may hold the links of an earlier mailing. */
function newFile(file: string): Promise<FileHandle> {
  return open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw refused({ reason: `${file} exists. Name a new file: links are not made twice.` })
    throw error
  })
}
