import { z } from 'zod'
import { codes, MarginPlace, name } from './study-words.ts'

/** A number told by an answer (`values` says which number a choice means), or by a column of the sample file. */
const Counted = z.union([
  z.strictObject({ question: z.string(), values: z.record(z.string(), z.number()).optional() }),
  z.strictObject({ column: z.string() }),
])

/** A frame of the sample file, by the name that its column `frame` has. */
const SampleFrame = z.strictObject({
  /** What was drawn: persons; households, of which one adult or all are asked; phone numbers. */
  draws: z.enum(['persons', 'one-adult', 'all-adults', 'numbers']).default('persons'),
  /** Which share of the universe it reaches. */
  covers: z.number().positive().max(1).default(1),
  /** Whom it reaches; everybody, if not said. Who did not tell counts as reached. */
  reaches: z
    .union([
      z.strictObject({ question: z.string(), values: z.array(codes).min(1) }),
      z.strictObject({ column: z.string(), values: z.array(z.string()).min(1) }),
    ])
    .optional(),
})

/** What cases are sorted by, answered or not: their stratum, where they lie, or a column of the sample file. */
const CaseTrait = z.union([z.enum(['stratum', 'area', 'parent']), z.strictObject({ column: z.string() })])
/** What interviews are sorted by: the same, and how they came about. */
const Trait = z.union([z.enum(['frame', 'mode']), CaseTrait])

/** A margin of two or three demographics together; its categories are written "18-24 × female" in the margins file. */
const Crossing = z.strictObject({ id: name, demographics: z.array(name).min(2).max(3), margin: MarginPlace })

/** A margin that is met within every area or parent of areas that has answers enough; elsewhere as in the city. */
const Within = z.strictObject({
  /** A demographic or a crossing. */
  margin: name,
  per: z.enum(['area', 'parent']),
  /** Thinner cells merge with their neighbour in the same place. */
  interviews: z.int().min(1).default(20),
})

/** How standard errors are made: by a formula, or from replicates of the sample that a seed decides. */
export const VarianceMethod = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('linearized') }),
  z.strictObject({
    method: z.enum(['jackknife', 'bootstrap']),
    replicates: z.int().min(50).max(10_000).default(500),
    seed: z.int().min(0).max(4_294_967_295).default(1),
  }),
])
export type VarianceMethod = z.infer<typeof VarianceMethod>

/** How interviews become weights (statistics.md, sections 1 to 6). What is not said is not done. */
export const Weighting = z
  .strictObject({
    /** Demographics and crossings whose city-wide shares are met, by id. */
    margins: z.array(name).min(1),
    crossings: z.array(Crossing).max(20).optional(),
    within: z
      .array(Within)
      .max(20)
      .refine((all) => new Set(all.map(({ margin }) => margin)).size === all.length, {
        error: 'a margin is met in areas or in their parents, not in both',
      })
      .optional(),
    /** Whether weights meet each area's total of adults. */
    areaTotals: z.boolean().default(true),
    /** How weights move to meet the margins; raking, if not said. */
    method: z.enum(['raking', 'linear', 'truncated-linear', 'logit']).optional(),
    /** Least and largest factor of the bounded methods; 0.2 and 4, if not said. */
    bounds: z.tuple([z.number().min(0).lt(1), z.number().gt(1).max(1000)]).optional(),
    trim: z
      .strictObject({ upper: z.number().min(1).default(5), lower: z.number().min(0).max(1).default(0.2) })
      .prefault({}),
    /** Thinner categories merge with their neighbour, by number of interviews and share of the population. */
    collapse: z
      .strictObject({ interviews: z.int().min(0).default(20), share: z.number().min(0).max(0.5).default(0.005) })
      .prefault({}),
    frames: z.record(z.string(), SampleFrame).optional(),
    /** What a household and its phones do to the chance of a person; see `draws` of the frames. */
    base: z
      .strictObject({
        adults: Counted.optional(),
        adultsAtMost: z.int().min(1).max(20).default(4),
        lines: Counted.optional(),
        linesAtMost: z.int().min(1).max(10).default(3),
      })
      .optional(),
    /** Classes of cases, within each frame, whose response rates differ. */
    nonresponse: z
      .strictObject({
        by: z.array(CaseTrait).min(1),
        fewest: z.int().min(1).default(30),
        atMost: z.number().min(1).default(3),
      })
      .optional(),
    /** Whether the samples of the frames are combined by their effective sizes, area by area. */
    combine: z.literal('effective-size').optional(),
    /** Beside a probability sample: how people whom no sample drew are weighed, and which share of an area they get. */
    optIn: z
      .strictObject({
        /** Demographics that tell who comes; the parent of the area is always among them. */
        covariates: z.array(name).min(1),
        atMost: z.number().positive().max(0.5).default(0.25),
        designEffect: z.number().min(1).max(10).default(1.5),
      })
      .optional(),
    /** How errors are made; linearized where it is left out. */
    variance: VarianceMethod.optional(),
    /** What the errors must know of how the sample was drawn. */
    design: z
      .strictObject({
        /** Together they are the stratum; the sample's own strata, if not said. */
        strata: z.array(Trait).min(1).optional(),
        /** Columns of the sample file that name the unit drawn first (a block, a household): the first that is filled in. */
        units: z.array(z.string()).min(1).optional(),
      })
      .optional(),
  })
  .refine(({ method, bounds }) => !bounds || method === 'truncated-linear' || method === 'logit', {
    path: ['bounds'],
    error: 'only truncated-linear and logit have bounds',
  })
  .refine(({ combine, frames }) => !combine || Object.keys(frames ?? {}).length > 1, {
    path: ['combine'],
    error: 'two frames or more must be described to combine them',
  })
export type Weighting = z.infer<typeof Weighting>
export type Counted = z.infer<typeof Counted>
export type CaseTrait = z.infer<typeof CaseTrait>
export type Trait = z.infer<typeof Trait>
export type SampleFrame = z.infer<typeof SampleFrame>
