import type { Categories } from '#analysis/weighting/margin.ts'
import type { ResponseClass } from '#analysis/weighting/nonresponse.ts'
import type { Intake } from '#analysis/weighting/starting-weights.ts'
import type { Study } from '#instruments/engine/study.ts'
import { cannotWeigh } from '#server/problems.ts'
import type { Sample } from '../read-sample.ts'
import type { Frame } from '../weighting-inputs.ts'

/**
 * How the respondents of a wave came into its sample, as study.json describes it; nothing but their chances where it does
 * not.
 *
 * @param classes  the weighting classes for nonresponse, where the study has them
 * @throws Problem cannot-weigh naming a frame of the sample that the study does not describe
 */
export function intakeOf(
  { weighting }: Study,
  frame: Frame,
  sample: Sample,
  classes: readonly ResponseClass[] | undefined,
): Intake {
  const { probabilities, areas, adults, lines, landlines, reached } = sample
  const { frames: described, base, nonresponse, optIn } = weighting
  const names = Object.keys(described ?? {})
  const frames = describedFrames(sample, names)
  return {
    selection: {
      probabilities,
      frames,
      draws: Object.values(described ?? {}).map(({ draws }) => draws),
      ...(adults && { adults }),
      ...(lines && { lines }),
      landlines,
      ...(base && { caps: { adults: base.adultsAtMost, lines: base.linesAtMost } }),
    },
    areas,
    ...(nonresponse &&
      classes && {
        nonresponse: {
          classOfRow: classOfRow(sample, classes),
          classes,
          rule: { fewest: nonresponse.fewest, most: nonresponse.atMost },
        },
      }),
    ...(weighting.combine && {
      composition: {
        reached,
        adults: names.map((name) => frame.population.byArea.map((people) => people * (described?.[name]?.covers ?? 1))),
        everybody: names.map((name) => frame.population.total * (described?.[name]?.covers ?? 1)),
      },
    }),
    ...(optIn && {
      optIn: {
        covariates: [...sample.covariates, parentsOf(frame, areas)],
        rule: { most: optIn.atMost, designEffect: optIn.designEffect },
      },
    }),
  }
}

/** The frames of the sample in the order of study.json; where it describes none, nobody's frame matters. */
function describedFrames({ frames, probabilities }: Sample, names: readonly string[]): Categories {
  if (names.length === 0) return { ...frames, labels: [], codes: new Int32Array(frames.codes.length).fill(-1) }
  const codes = frames.codes.map((code, row) => {
    const label = frames.labels[code] ?? ''
    const place = names.indexOf(label)
    if (place < 0 && !Number.isNaN(probabilities[row]))
      throw cannotWeigh({
        reason: `The sample has cases of ${label ? `frame "${label}"` : 'no frame'}, which study.json does not describe in "weighting.frames": it has ${names.join(', ')}.`,
        variable: 'frame',
        category: label,
      })
    return place
  })
  return { variable: 'frame', labels: names, codes }
}

function classOfRow({ classes: ofRows, probabilities }: Sample, classes: readonly ResponseClass[]): Int32Array {
  const placeOf = new Map(classes.map(({ label }, place) => [label, place]))
  const places = ofRows.labels.map((label) => placeOf.get(label) ?? -1)
  return ofRows.codes.map((code, row) => (Number.isNaN(probabilities[row]) ? -1 : (places[code] ?? -1)))
}

function parentsOf({ areas: known }: Frame, areas: Categories): Categories {
  const labels = [...new Set(known.flatMap(({ parent }) => parent ?? []))].sort()
  const parents = known.map(({ parent }) => labels.indexOf(parent ?? ''))
  return { variable: 'parent', labels, codes: areas.codes.map((area) => parents[area] ?? -1) }
}
