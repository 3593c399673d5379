import { mkdir, readdir } from 'node:fs/promises'
import { badFolder } from '#server/problems.ts'

/**
 * Makes the folder that files are written to. One that holds anything else is left alone: it may be somebody's work,
 * and whoever is sent the folder would be sent that as well.
 *
 * @param isOurs  whether a file of this name may have been written before, to be replaced now
 * @throws Problem bad-folder when the folder holds files of others
 */
export async function ownFolder(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  await mkdir(folder, { recursive: true })
  const others = (await readdir(folder)).filter((name) => !isOurs(name))
  if (others.length > 0) throw badFolder({ folder, others })
}
