import type { WeightingReport } from '#server/operations/weigh-sample.ts'

type Intake = WeightingReport['intake']
type Range = Intake['factors']['base']

/** What was done before calibration, in a few lines; nothing where every interview started at the same weight. */
export function intakeLines({ intake }: WeightingReport): string[] {
  const { drawn, came, factors, frames, untold, capped } = intake
  if (drawn === 0) return []
  const named = frames.map(({ frame, draws, respondents }) => `${frame} (${draws}) ${whole(respondents)}`)
  return [
    '',
    `${whole(drawn)} interviews were drawn with known chances${named.length > 0 ? `: ${named.join(', ')}` : ''}; ${whole(came)} came on their own.`,
    `Base weights from ${range(factors.base)}${householdWords(intake)}.`,
    ...(untold.adults + untold.lines > 0
      ? [
          `Not told: adults of the household by ${untold.adults}, phone lines by ${untold.lines}; they took the mean of their frame.`,
        ]
      : []),
    ...(capped.adults + capped.lines > 0 ? [`At the cap: ${capped.adults} households, ${capped.lines} phones.`] : []),
    ...nonresponseLines(intake),
    ...compositionLines(intake),
    ...optInLines(intake),
  ]
}

function householdWords({ caps }: Intake): string {
  return caps ? `, with at most ${caps.adults} adults and ${caps.lines} lines` : ''
}

function nonresponseLines({ nonresponse, factors }: Intake): string[] {
  if (!nonresponse) return []
  const { used, joined, eligibility } = nonresponse
  const rates = used.map(({ responseRate }) => responseRate)
  const shares = eligibility.map(({ frame, share }) => `${frame || 'no frame'} ${percent(share)}`)
  const some = joined.slice(0, 5).map(({ category, into }) => `${category} with ${into}`)
  return [
    `Nonresponse: ${used.length} classes with response rates from ${percent(Math.min(...rates))} to ${percent(Math.max(...rates))}, factors from ${range(factors.nonresponse)}; of silent cases, eligible: ${shares.join(', ')}.`,
    ...(joined.length > 0
      ? [`  Joined: ${some.join('; ')}${joined.length > 5 ? ` and ${joined.length - 5} more` : ''}.`]
      : []),
  ]
}

function compositionLines({ composition, frames }: Intake): string[] {
  if (!composition) return []
  const spread = frames.map(({ frame }, f) => {
    const shares = composition.map(({ shares: own }) => own[f] ?? 0)
    return `${frame} ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`
  })
  return [`Frames combined by effective size; their shares by area: ${spread.join(', ')}.`]
}

function optInLines({ optIn }: Intake): string[] {
  if (!optIn) return []
  const shares = optIn.shares.filter(({ drawn }) => drawn > 0).map(({ share }) => share)
  const some = shares.length > 0 ? `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}` : 'none'
  const joined = optIn.joined.map(({ variable, category }) => `${variable} ${category}`)
  return [
    `People who came on their own (non-probability) have pseudo-weights and ${some} of an area, ${percent(optIn.most)} at most.`,
    ...(joined.length > 0 ? [`  Too few to tell who comes: ${joined.join(', ')}.`] : []),
  ]
}

function range({ least, most }: Range): string {
  return `${rounded(least)} to ${rounded(most)}`
}

/** Three digits, as a person writes them. */
function rounded(value: number): string {
  return value >= 100 ? whole(value) : String(Number(value.toPrecision(3)))
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
