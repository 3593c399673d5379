import { z } from 'zod'
import { outcomes } from './events.ts'
import { codes, MarginPlace, name } from './study-words.ts'
import { Weighting } from './weighting.ts'

/** A text in several languages, by language code: {"en": "Trust", "es": "Confianza"}. */
export const Texts = z.record(z.string().regex(/^[a-z]{2,3}(-[a-z]{2,4})?$/), z.string().min(1))
export type Texts = z.infer<typeof Texts>

/** An ordered item: which answer counts as 1 … K, least favourable first. */
const Item = z.strictObject({ question: z.string(), scale: z.array(codes).min(2).max(11) })

/**
 * What is estimated per area. A `score` gives net support, support and, from four categories on, polarization, each
 * averaged over its items. A `share` gives the share of every choice of a question.
 */
const Measure = z.discriminatedUnion('kind', [
  z.strictObject({ id: name, kind: z.literal('score'), title: Texts, items: z.array(Item).min(1).max(20) }),
  z.strictObject({ id: name, kind: z.literal('share'), title: Texts, question: z.string() }),
])

/** How answers to one question map to the categories of a margin; answers not listed count as missing. */
const Demographic = z.strictObject({
  id: name,
  title: Texts,
  question: z.string(),
  margin: MarginPlace,
  /** Margin category → the answers that belong to it. */
  categories: z.record(z.string(), z.array(codes).min(1)),
  /**
   * Where several answers may be chosen: a category of `wins` takes whoever chose any of its answers; else answers of
   * one category belong there; answers of several belong to `mixed`.
   */
  several: z.strictObject({ wins: z.array(z.string()).default([]), mixed: z.string() }).optional(),
  /** Margin category → how people read it. */
  labels: z.record(z.string(), Texts).optional(),
  /** Who is outside the margin's universe: education counts adults of 25 and over only. */
  notInUniverse: z.strictObject({ question: z.string(), values: z.array(codes).min(1) }).optional(),
})

/** Limits on what is shown: thinner areas are withheld. */
const Publication = z.strictObject({
  minimumInterviews: z.int().min(5).default(30),
  minimumEffective: z.number().min(5).default(30),
  minimumAdults: z.int().min(0).default(500),
})

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written 09:00')

/** When and how often we text people on our own account; an answer to somebody's own text is never held back. */
const Texting = z
  .strictObject({
    /** What a stranger texts to reach this study. */
    keyword: z
      .string()
      .regex(/^[A-Za-z0-9]{3,20}$/, 'a keyword is 3 to 20 letters and digits')
      .optional(),
    /** The hours, in the recipient's zone, in which we may begin. */
    from: timeOfDay.default('09:00'),
    until: timeOfDay.default('20:30'),
    /** Days of the week (0 is Sunday) and dates on which we do not. */
    blockedWeekdays: z.array(z.int().min(0).max(6)).max(6).default([]),
    blockedDates: z.array(z.iso.date()).default([]),
    /** The zone of a number whose area code tells none, and of the days that `perDay` counts. */
    timeZone: z
      .string()
      .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'a time zone is written America/New_York')
      .default('America/New_York'),
    /** Whether the invitation offers the web by a short personal link beside answering by text. */
    offerLink: z.boolean().default(false),
    /** Days of silence after which we remind, one for each reminder. */
    remindAfterDays: z.array(z.number().min(0.5).max(60)).max(5).default([3, 7]),
    perSecond: z.number().positive().max(100).default(10),
    perDay: z.int().min(1).max(10_000_000).default(20_000),
    /** After so many days of silence an unfinished interview by text is over. */
    expireAfterDays: z.number().min(1).max(365).default(30),
    /** Questions that are handed over to the web by a short personal link, since no text can ask them. */
    handOver: z.array(z.string()).default([]),
    /** Who hears by text what came of it, once a wave is closed: whoever gave one of these answers. */
    followUp: z.strictObject({ question: z.string(), values: z.array(codes).min(1) }).optional(),
    /** What one segment costs, carrier fees included: an assumption until the bill says otherwise. */
    segmentPrice: z
      .strictObject({ amount: z.number().positive(), currency: z.string().regex(/^[A-Z]{3}$/) })
      .default({ amount: 0.0113, currency: 'USD' }),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'the hours must end after they begin' })

/** Who has read a language's wording and stands for it; one that is not listed was drafted by a machine. */
const SignedOff = z.record(z.string(), z.strictObject({ by: z.string().min(1), on: z.iso.date() }))

/** What a study is called in addresses, commands and tables. */
export const studyId = /^[a-z][a-z0-9-]{1,62}$/

/** study.json: everything about a study but its questions. */
export const Study = z.strictObject({
  id: z.string().regex(studyId, 'a study id is lower-case letters, digits and -'),
  title: Texts,
  /** Who asks: stands in the first text and on every page. */
  sponsor: Texts,
  /** Why we ask, in one sentence: stands in the first text and on the welcome page. */
  purpose: Texts,
  /** The last words to a resident, by how the interview ended; a plain thank-you where none is given. */
  closings: z.partialRecord(z.enum(outcomes), Texts).default({}),
  /** How long it takes, as told to residents. */
  minutes: z.int().min(1).max(60),
  languages: z.array(z.string()).min(1),
  /** Where a resident reaches people: stands in the reply to HELP and on the privacy notice. */
  contact: Texts,
  layer: name,
  /** Who is counted: the level of the weights comes from this universe's total. */
  universe: z.string(),
  /** How an interview ends when one of these holds; the first that holds; otherwise it is complete. */
  outcomes: z.array(z.strictObject({ when: z.string(), outcome: z.enum(outcomes) })).default([]),
  /** The questions that tell where a resident lives. */
  location: z.strictObject({ zip: z.string().optional(), parent: z.string().optional(), area: z.string() }).optional(),
  measures: z.array(Measure).min(1),
  demographics: z.array(Demographic).default([]),
  /** Demographics between whose groups the scores' gaps are told; the weighting's where none are named. */
  gaps: z.array(name).optional(),
  weighting: Weighting,
  publication: Publication.prefault({}),
  texts: Texting.prefault({}),
  signedOff: SignedOff.default({}),
})
export type Study = z.infer<typeof Study>
export type Measure = z.infer<typeof Measure>
export type Demographic = z.infer<typeof Demographic>
