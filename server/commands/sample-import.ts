import { open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { type ImportedSample, importSample } from '#server/operations/import-sample.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { faults } from '#server/operations/sample/read-row.ts'
import { refused } from '#server/problems.ts'
import { type Command, text, texts, UsageError, wholeNumber } from './command.ts'

export const sampleImport: Command = {
  words: 'sample import',
  usage: '<study> <file.csv> [--wave n] [--dry-run] [--rejects <file.csv>] [--map <heading>=<column>] …',
  summary: 'Takes in the cases of a sample, and says of every row that it did not take why.',
  takes: { least: 2, most: 2 },
  options: {
    wave: { type: 'string' },
    'dry-run': { type: 'boolean' },
    rejects: { type: 'string' },
    map: { type: 'string', multiple: true },
  },
  async run(call) {
    const [study = '', file = ''] = call.args
    const told = new Map(texts(call, 'map').map(mapping))
    const wave = await requireWave(call.deps.db, study, wholeNumber(call, 'wave', { least: 1, most: 1_000_000 }))
    const rejectsFile = text(call, 'rejects')
    const rejects = rejectsFile === undefined ? undefined : await rejectsTo(call.path(rejectsFile))
    const dryRun = call.options['dry-run'] === true
    try {
      const imported = await importSample(call.deps, wave, {
        file: call.path(file),
        told,
        dryRun,
        ...(rejects && { onReject: (row, fault, table) => rejects.add(row, fault, table) }),
        onProgress: (share) => call.progress(`${Math.floor(share * 100)} % of ${file} read`),
      })
      for (const line of linesOf(imported, { study, dryRun, rejectsFile })) call.print(line)
      return { study, dryRun, ...imported }
    } finally {
      await rejects?.close()
    }
  },
}

function mapping(written: string): [string, string] {
  const at = written.lastIndexOf('=')
  if (at < 1) throw new UsageError(`--map takes heading=column, as in --map "Cell no.=phone", not "${written}".`)
  return [written.slice(0, at), written.slice(at + 1)]
}

/** The rows that were not taken, as they stood, so that they can be mended and imported; for its owner alone. */
async function rejectsTo(path: string) {
  const handle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw refused({ reason: `${path} exists. Name a new file for the rejects.` })
    throw error
  })
  let hasHeading = false
  return {
    async add(
      { line, record }: { line: number; record: readonly string[] },
      fault: keyof typeof faults,
      { heading }: { heading: readonly string[] },
    ) {
      const rows = [[...record, line, faults[fault]]]
      if (!hasHeading) rows.unshift([...heading, 'rejected_line', 'rejected_because'])
      hasHeading = true
      await handle.write(stringify(rows))
    },
    close: () => handle.close(),
  }
}

function linesOf(
  imported: ImportedSample,
  { study, dryRun, rejectsFile }: { study: string; dryRun: boolean; rejectsFile: string | undefined },
): string[] {
  const { cases, rows, wave, rejected, byReason, rejects, encoding, leftOutColumns, frameColumns } = imported
  const languages = Object.entries(imported.strangeLanguages).map(([name, times]) => `${name} (${times})`)
  const some = (list: readonly { line: number }[]) =>
    `line${list.length === 1 ? '' : 's'} ${list
      .slice(0, 5)
      .map(({ line }) => line)
      .join(', ')}${list.length > 5 ? ' …' : ''}`
  return [
    `${count(cases)} of ${count(rows)} rows ${dryRun ? 'would become' : 'are now'} cases of wave ${wave} of ${study}.`,
    `  ${count(imported.phones)} phones, ${count(imported.withoutPhone)} cases without one; ${count(imported.consents)} cases with consent`,
    ...(imported.optedOut > 0
      ? [`  ${count(imported.optedOut)} have opted out before: they stay in the sample and are never texted.`]
      : []),
    ...(imported.areasByCoordinates > 0
      ? [`  ${count(imported.areasByCoordinates)} areas were found by latitude and longitude.`]
      : []),
    ...(frameColumns.length > 0 ? [`  Kept as frame data: ${frameColumns.join(', ')}`] : []),
    ...(leftOutColumns.length > 0
      ? [`  Left out, since they look personal: ${leftOutColumns.join(', ')}. To keep one: --map <heading>=keep`]
      : []),
    ...(languages.length > 0 ? [`  The study is not asked in: ${languages.slice(0, 10).join(', ')}`] : []),
    ...(encoding === 'windows-1252'
      ? ['  The file is not UTF-8 and was read as Windows-1252: look at its names.']
      : []),
    ...(imported.leftOutPhones.length > 0
      ? [`  Phones left out of cases that have another way: ${some(imported.leftOutPhones)}`]
      : []),
    ...(rejected > 0 ? [`${count(rejected)} rows were not taken:`] : []),
    ...Object.entries(byReason)
      .sort(([, one], [, other]) => other - one)
      .map(
        ([reason, times]) =>
          `  ${count(times)}: ${faults[reason as keyof typeof faults]} (${some(rejects.filter((one) => one.reason === reason))})`,
      ),
    ...(rejected > 0
      ? [rejectsFile ? `All of them are in ${rejectsFile}.` : 'To get them all in a file: --rejects <file.csv>']
      : []),
  ]
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
