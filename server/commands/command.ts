import type { ParseArgsOptionsConfig } from 'node:util'
import type { Deps } from '#server/deps.ts'

/** One command of `npx canvass`. It may run in a process of its own or, on the embedded database, in the server. */
export type Command = About & (WithDeps | StandingAlone)

type About = {
  /** As it is typed: 'areas import'. */
  readonly words: string
  /** What follows the words: '<layer> <file.geojson> --id <property>'. */
  readonly usage: string
  readonly summary: string
  /** How many positional arguments it takes. */
  readonly takes: { readonly least: number; readonly most: number }
  readonly options: ParseArgsOptionsConfig
}

/** Does it. What it returns is printed as one JSON document with --json; people read what it `print`s. */
type WithDeps = { readonly standsAlone?: false; readonly run: (call: Call) => Promise<unknown> }

/** The same for one that needs neither database nor settings. */
type StandingAlone = { readonly standsAlone: true; readonly run: (call: Omit<Call, 'deps'>) => Promise<unknown> }

/** Options as they were given; one that may be given several times is a list. */
export type Options = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

export type Call = {
  readonly deps: Deps
  readonly args: readonly string[]
  readonly options: Options
  /** A line for people on stdout; silent with --json. */
  readonly print: (line: string) => void
  /** How far a long command is, on stderr and only on a terminal. */
  readonly progress: (text: string) => void
  /** A file as the caller named it, from the folder they stand in. */
  readonly path: (file: string) => string
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

/** An option that holds a text, or undefined. */
export function text({ options }: Call, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times. */
export function texts({ options }: Call, name: string): string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** An option that holds a whole number. */
export function wholeNumber(
  call: Call,
  name: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const value = text(call, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${value}".`)
  return number
}
