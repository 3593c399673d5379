import { z } from 'zod'

/** How an answer was given. `home` is door to door, `street` an intercept. */
export const modes = ['web', 'sms', 'phone', 'home', 'street'] as const
export type Mode = (typeof modes)[number]

/** Why an interview ended as it did, decided by the instrument and the server, never by the client. */
export const outcomes = ['complete', 'ineligible', 'declined'] as const
export type Outcome = (typeof outcomes)[number]

/** How a resident's own area was found, weakest last. `zip_draw` is a draw by the shares of a ZIP that spans areas. */
export const areaSources = ['case', 'device', 'map', 'list', 'zip', 'zip_draw'] as const
export type AreaSource = (typeof areaSources)[number]

/** Why a reply or a value could not be taken. The list is closed: scripts and reports build on it. */
export const misreadings = [
  'empty',
  'not-a-choice',
  'ambiguous',
  'not-a-number',
  'out-of-range',
  'not-a-date',
  'wrong-format',
  'too-long',
  'reaction',
] as const
export type Misreading = (typeof misreadings)[number]

/** A value as SurveyJS holds it: a choice's code, a text, a number, yes or no, or the codes chosen. */
export type Value = string | number | boolean | readonly (string | number)[]

/** One thing that happened in an interview. Append-only; the interview is the fold of these. */
export type Event = {
  /** Made by whoever saw it happen, so that a repeat is recognised. */
  readonly id: string
  readonly mode: Mode
  readonly language: string
  /** 'respondent', 'system', or 'staff:<id>'. */
  readonly actor: string
  /** The device's clock: information only, the order is the server's. */
  readonly at: string
} & Happening

/** What happened, without who, when and how. */
export type Happening =
  | { readonly type: 'begun' }
  /** With `group`, one group of its choices was listed: its place among the question's `textGroups`. */
  | { readonly type: 'asked'; readonly question: string; readonly group?: number }
  | { readonly type: 'answered'; readonly question: string; readonly value: Value; readonly found?: AreaSource }
  | { readonly type: 'not-understood'; readonly question: string; readonly reason: Misreading }
  | { readonly type: 'skipped'; readonly question: string; readonly reason?: 'not-understood' }
  | { readonly type: 'refused'; readonly question: string }
  | { readonly type: 'dont-know'; readonly question: string }
  | { readonly type: 'went-back'; readonly question: string }
  | { readonly type: 'mode-switched' }
  | { readonly type: 'language-switched' }
  | { readonly type: 'opted-out' }
  | { readonly type: 'broken-off' }
  | { readonly type: 'completed'; readonly outcome: Outcome }
  | { readonly type: 'reopened' }

/** Without what no database stores as text: null characters, and halves of a character that was cut in two. */
const wireText = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replaceAll('\0', '').toWellFormed())

const wireValue = z.union([
  wireText(10_000),
  z.number(),
  z.boolean(),
  z.array(z.union([wireText(500), z.number()])).max(200),
])

/** What a device's clock says, however wrong, as UTC of a year that every database knows. */
const deviceTime = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at))
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999, 'is in no year from 1 to 9999')
  .transform((at) => at.toISOString())

/** An event as a client sends it. Mode and actor are not in it: they come from the token and the staff session. */
export const WireEvent = z.object({
  id: z.uuid(),
  type: z.enum([
    'begun',
    'asked',
    'answered',
    'not-understood',
    'skipped',
    'refused',
    'dont-know',
    'went-back',
    'mode-switched',
    'language-switched',
    'opted-out',
    'broken-off',
    'completed',
    'reopened',
  ]),
  question: wireText(200).optional(),
  value: wireValue.optional(),
  at: deviceTime,
  language: wireText(35).optional(),
  found: z.enum(areaSources).optional(),
  reason: wireText(200).optional(),
})
export type WireEvent = z.infer<typeof WireEvent>
