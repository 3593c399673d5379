import { z } from 'zod'

/** What answers and names look like all over study.json. */
export const codes = z.union([z.string(), z.number(), z.boolean()])
export const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'a name is lower-case letters, digits and _')

/** Where the population counts stand: dimension and universe of the margins file. */
export const MarginPlace = z.strictObject({ dimension: z.string(), universe: z.string() })
