import { areaTitle } from '../place-names.ts'
import { filled } from '../words/index.ts'
import type { Concern, Miss, WeightingAccount } from './account.ts'
import { groupIn, joined } from './group-in.ts'
import type { Telling } from './telling.ts'

const mostMisses = 5

/** What a careful reader would ask about first; nothing where all limits hold. */
export function concernSentences({ concerns, study }: WeightingAccount, telling: Telling): string[] {
  return concerns.map((concern) => concernIn(concern, study.layer, telling))
}

function concernIn(concern: Concern, layer: string, { told, figures, page }: Telling): string {
  const { concerns: says } = told
  switch (concern.kind) {
    case 'missing':
      return filled(says.missing, {
        title: page.say(concern.title),
        share: figures.share(concern.share),
        limit: page.formats.percent(100 * concern.limit),
      })
    case 'many-trimmed':
      return filled(says.manyTrimmed, {
        share: figures.share(concern.share),
        limit: page.formats.percent(100 * concern.limit),
      })
    case 'much-weight-trimmed':
      return filled(says.muchWeightTrimmed, {
        share: figures.share(concern.share),
        limit: page.formats.percent(100 * concern.limit),
      })
    case 'trimming-not-settled':
      return filled(says.notSettled, { rounds: concern.rounds })
    case 'unequal-weights':
      return filled(says.unequalWeights, { effect: figures.effect(concern.designEffect) })
    case 'unequal-areas':
      return filled(says.unequalAreas, {
        areas: namesOf(concern.areas, layer, page),
        limit: page.formats.decimal(concern.limit),
      })
    case 'mixed-samples':
      return filled(says.mixedSamples, { drawn: page.formats.count(concern.drawn) })
  }
}

/** The groups that were farthest off before weighting. */
export function missSentences(account: WeightingAccount, { told, figures, page }: Telling): string[] {
  const { layer } = account.study
  return withoutMirrors(account)
    .slice(0, mostMisses)
    .map((miss) => {
      const { before, target } = miss
      const sentence = before === 0 ? told.misses.nobody : before < target ? told.misses.few : told.misses.many
      return filled(sentence, {
        group: groupIn(miss, layer, page),
        before: figures.share(before),
        target: figures.share(target),
        factor: before === 0 ? '' : figures.times(target / before),
      })
    })
}

/** Of two groups one is behind by what the other is ahead: the one behind says it all. */
function withoutMirrors({ misses, margins }: WeightingAccount): readonly Miss[] {
  const ofTwo = new Set(margins.filter(({ rows }) => rows.length === 2).map(({ title }) => title))
  return misses.filter(({ title, before, target }) => before < target || !title || !ofTwo.has(title))
}

/** The steps of the weighting, one sentence each. */
export function doneSentences(account: WeightingAccount, { told, figures, page }: Telling): string[] {
  const { done } = told
  const { formats, say, language } = page
  const { margins, collapsed, trimmed, unpopulated, withoutArea, inUnpopulated, areaDrawn, study } = account
  const untold = margins.filter(({ missing }) => missing > 0)
  const bounds = { lower: figures.times(trimmed.lower), upper: figures.times(trimmed.upper) }
  return [
    ...startSentences(account, { told, figures, page }),
    filled(done.calibrated, { sweeps: account.sweeps, method: done.methods[account.method] ?? account.method }),
    ...(collapsed.length === 0 ? [done.notJoined] : []),
    ...collapsed.map(({ into, respondents, ...thin }) =>
      filled(done.joined, {
        category: groupIn(thin, study.layer, page),
        into: thin.title ? joined(into, page) : groupIn({ title: undefined, labels: into }, study.layer, page),
        n: formats.count(respondents),
      }),
    ),
    trimmed.rounds > 0
      ? filled(done.trimmed, {
          ...bounds,
          share: figures.share(trimmed.shareOfRows),
          weight: figures.share(trimmed.shareOfWeight),
        })
      : filled(done.notTrimmed, bounds),
    untold.length === 0
      ? done.allTold
      : filled(done.untold, {
          list: formats.list(
            untold.map(({ title, missing }) => `${say(title).toLocaleLowerCase(language)} ${figures.share(missing)}`),
          ),
        }),
    withoutArea > 0 && filled(done.withoutArea, { n: formats.count(withoutArea) }),
    inUnpopulated.length > 0 &&
      filled(done.inUnpopulated, {
        list: formats.list(
          inUnpopulated.map(({ area, interviews }) => `${areaTitle(area, study.layer, page.words)} (${interviews})`),
        ),
      }),
    areaDrawn > 0 && filled(done.areaDrawn, { n: formats.count(areaDrawn) }),
    unpopulated.length > 0 && filled(done.unpopulated, { areas: namesOf(unpopulated, study.layer, page) }),
  ].filter((sentence) => sentence !== false)
}

/** What interviews began with: their chances, and what was done about silence, frames, and people who came on their own. */
function startSentences({ intake }: WeightingAccount, { told, figures, page }: Telling): string[] {
  const { done } = told
  if (!intake) return [done.start]
  const { drawn, came, base, nonresponse, frames, optIn } = intake
  const percent = (share: number) => page.formats.percent(100 * share)
  return [
    filled(done.startDrawn, {
      n: page.formats.count(drawn),
      came: page.formats.count(came),
      least: figures.times(base.least),
      most: figures.times(base.most),
    }),
    nonresponse &&
      filled(done.nonresponse, {
        classes: nonresponse.classes,
        least: percent(nonresponse.least),
        most: percent(nonresponse.most),
        leastFactor: figures.times(nonresponse.factors.least),
        mostFactor: figures.times(nonresponse.factors.most),
      }),
    frames && filled(done.combined, { frames: page.formats.list(frames) }),
    optIn && filled(done.optIn, { least: percent(optIn.least), most: percent(optIn.most) }),
  ].filter((sentence) => sentence !== undefined)
}

function namesOf(areas: readonly string[], layer: string, { formats, words }: Telling['page']): string {
  return formats.list(areas.map((name) => areaTitle(name, layer, words)))
}
