import { isAbsolute, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, type Options, UsageError } from './commands/command.ts'
import { commands } from './commands/index.ts'
import type { Deps } from './deps.ts'
import { Problem } from './problems.ts'
import { reasonsOf } from './reasons.ts'

/** Where a command's words go: a terminal, or the socket of the one who asked. */
export type Output = {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** How far it is; shown on terminals only. */
  readonly progress: (text: string) => void
}

/** A command line that fits a command, ready to run. */
export type Prepared = {
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Options
  readonly json: boolean
}

export const exitCodes = { done: 0, refused: 1, wrongUsage: 2 } as const

/** Finds the command and checks what follows it; help and mistakes come back as text with their exit code. */
export function prepare(argv: readonly string[]): Prepared | { readonly text: string; readonly exitCode: number } {
  const asksHelp = argv.includes('--help') || argv.includes('-h')
  const words = argv.filter((word) => !word.startsWith('-'))
  const command = commands
    .filter(({ words: own }) => own === words.slice(0, own.split(' ').length).join(' '))
    .sort((a, b) => b.words.length - a.words.length)[0]
  if (!command)
    return { text: guide(words), exitCode: asksHelp || argv.length === 0 ? exitCodes.done : exitCodes.wrongUsage }
  if (asksHelp) return { text: helpOf(command), exitCode: exitCodes.done }
  try {
    const own = command.words.split(' ')
    const rest = [...argv]
    for (const word of own) rest.splice(rest.indexOf(word), 1)
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' } },
    })
    const { least, most } = command.takes
    if (positionals.length < least || positionals.length > most) throw new UsageError(usageOf(command))
    const options = values as Prepared['options']
    return { command, args: positionals, options, json: options.json === true }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const text = error instanceof UsageError ? error.message : `${error.message}\n${usageOf(command)}`
    return { text, exitCode: exitCodes.wrongUsage }
  }
}

/** Runs a prepared command. Never throws: what went wrong is one clear message and an exit code. */
export async function run(
  { command, args, options, json }: Prepared,
  deps: Deps | undefined,
  cwd: string,
  output: Output,
): Promise<number> {
  try {
    const call = {
      args,
      options,
      print: (line: string) => {
        if (!json) output.out(`${line}\n`)
      },
      progress: output.progress,
      path: (file: string) => (isAbsolute(file) ? file : join(cwd, file)),
    }
    const result = await (command.standsAlone ? command.run(call) : command.run({ ...call, deps: needed(deps) }))
    if (json) output.out(`${JSON.stringify(result ?? null)}\n`)
    return exitCodes.done
  } catch (error) {
    return explain(error, deps, output)
  }
}

function needed(deps: Deps | undefined): Deps {
  if (!deps) throw new Error('This command needs the database')
  return deps
}

function explain(error: unknown, deps: Deps | undefined, output: Output): number {
  if (error instanceof UsageError) {
    output.error(`${error.message}\n`)
    return exitCodes.wrongUsage
  }
  if (error instanceof Problem || error instanceof RangeError) {
    output.error(`${error.message}\n`)
    return exitCodes.refused
  }
  deps?.log.error({ err: error }, 'command failed')
  output.error(`Failed: ${reasonsOf(error)}\n`)
  return exitCodes.refused
}

const usageOf = ({ words, usage }: Command) => `Usage: npx canvass ${words} ${usage}`.trimEnd()

/** What there is, to one who named no command: all of it, or what begins with the word they know. */
function guide([word, ...more]: readonly string[]): string {
  if (word === undefined) return overview()
  if (word === 'serve') return `Usage: npx canvass serve\n${serveSummary}`
  if (word === 'worker') return `Usage: npx canvass worker\n${workerSummary}`
  const akin = commands.filter(({ words }) => words.startsWith(`${word} `))
  return akin.length > 0
    ? akin.map(usageOf).join('\n')
    : `There is no command "${[word, ...more].slice(0, 2).join(' ')}". See: npx canvass --help`
}

const serveSummary = 'The server: what npm start runs. It reads its settings from the environment (README).'

const workerSummary =
  'Sends texts, on PostgreSQL; as many processes as you like. On the embedded database the server does.'

function overview(): string {
  const rows = commands.map(({ words, usage, summary }) => `  ${`${words} ${usage}`.trim()}\n      ${summary}`)
  return [
    'Canvass',
    '',
    'npx canvass <command> [--help] [--json]',
    '',
    `  serve\n      ${serveSummary}`,
    `  worker\n      ${workerSummary}`,
    ...rows,
  ].join('\n')
}

function helpOf({ words, usage, summary, options }: Command): string {
  const flags = Object.keys(options).map((name) => `--${name}`)
  return [
    `npx canvass ${words} ${usage}`.trimEnd(),
    '',
    summary,
    '',
    `Options: ${[...flags, '--json', '--help'].join(' ')}`,
  ].join('\n')
}
