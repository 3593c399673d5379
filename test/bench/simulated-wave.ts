/**
 * A wave of simulated residents from the first question to the published figures, by the functions that the server
 * uses, in memory: they live in an invented city, answer the bundled study through the engine, are placed by their ZIP
 * codes, leave questions out and leave half-way; then they are weighed and estimated as `weigh` and `estimate` do.
 */
import type { Published } from '#analysis/quality/publication.ts'
import { compile } from '#instruments/engine/compile.ts'
import { estimate } from '#server/operations/analyze.ts'
import { planEstimates } from '#server/operations/plan-estimates.ts'
import { populationOf } from '#server/operations/population.ts'
import { project } from '#server/operations/project.ts'
import { readSample } from '#server/operations/read-sample.ts'
import { rowReaders } from '#server/operations/weighting/row-readers.ts'
import { analysisMargins, analysisRecipe, type Frame, publicationLimits } from '#server/operations/weighting-inputs.ts'
import { inventCity } from '#server/simulation/city.ts'
import { interviewLog } from '#server/simulation/interview-log.ts'
import { simulate } from '#server/simulation/simulation.ts'
import type { Figures } from '#server/simulation/truth.ts'
import type { Respondent } from '#server/store/respondents.ts'
import { instrument, study } from '../instruments/bundled.ts'

export type WaveOptions = { seed: string; residents: number; areas: number }

/** An estimate beside what is true; an area where nobody lives has none. */
export type Held = { measure: string; statistic: string; area: string | null; shown: Published; truth: number }

/** Fields, weighs and estimates one wave; the same options give the same digits. */
export async function simulateWave({ seed, residents, areas: wanted }: WaveOptions): Promise<Held[]> {
  const { areas, counts, places } = landOf(seed, wanted)
  const compiled = compile(instrument, study, { areas, places })
  const simulation = await simulate(compiled, counts, { count: residents, seed })
  const population = populationOf(study, areas, counts)
  const about = { version: 1, universe: study.universe, weighting: study.weighting, layerId: '', marginSetId: '' }
  const frame: Frame = { areas, population, about, readers: rowReaders(study, areas), covariates: [] }
  const undrawn = { probability: null, stratum: null, frame: null, caseArea: null, phoneKind: null, frameData: null }

  const complete = simulation.residents.flatMap((resident): Respondent[] => {
    const { interviewId, interview } = interviewLog(compiled, resident, simulation.answer, { key: seed, startedAt })
    if (interview.status !== 'complete') return []
    const { area, answers } = project(compiled, interview, { interviewId, caseArea: null })
    const found = { area: area?.area ?? null, areaSource: area?.source ?? null }
    return [{ id: interviewId, ...found, ...undrawn, mode: interview.mode ?? 'web', answers }]
  })
  complete.sort((a, b) => (a.id < b.id ? -1 : 1))
  const plan = planEstimates(compiled)
  const inOnePage = async function* () {
    yield complete
  }
  const readers = plan.columns.map(
    (column) =>
      ({ answers }: Respondent) =>
        column(answers),
  )
  const sample = await readSample(inOnePage(), frame, readers)
  const { published } = estimate({
    baseWeights: new Float64Array(complete.length).fill(1),
    areas: sample.areas,
    strata: sample.strata,
    margins: analysisMargins(study, frame, sample),
    recipe: analysisRecipe(study),
    measures: plan.estimates.map(({ of }) => of(sample.columns)),
    sums: plan.sums,
    populations: population.byArea,
    limits: publicationLimits(study),
    byMode: { groups: [], compared: [], reference: [], covariates: [] },
  })
  return plan.estimates.flatMap(({ measure, statistic, category }, m): Held[] => {
    const held = (area: string | null, shown: Published | undefined, figures: Figures | undefined): Held[] => {
      const truth = figures && trueFigure(figures, measure, category ?? statistic)
      return shown && truth !== undefined ? [{ measure, statistic, area, shown, truth }] : []
    }
    return [
      ...held(null, published[m]?.city, simulation.truth.city),
      ...areas.flatMap(({ id }, a) => held(id, published[m]?.areas[a], simulation.truth.areas[id])),
    ]
  })
}

const startedAt = new Date('2026-03-01T12:00:00Z')

function trueFigure({ measures }: Figures, name: string, figure: string): number | undefined {
  const measure = measures[name]
  const figures = measure && 'shares' in measure ? measure.shares : measure
  return Object.entries(figures ?? {}).find(([key]) => key === figure)?.[1]
}

/** The rehearsal city of a seed; for more areas than it has, the next ones beside it. */
function landOf(seed: string, wanted: number) {
  const land = { areas: [], counts: [], places: {} } as {
    areas: { id: string; name: string; parent: string | null }[]
    counts: { area: string; universe: string; dimension: string; category: string; count: number; source: null }[]
    places: Record<string, { area: string; share: number }[]>
  }
  for (let part = 0; land.areas.length < wanted; part++) {
    const city = inventCity(part === 0 ? seed : `${seed} ${part}`)
    const own = (name: string) => (part === 0 ? name : `${name} of part ${part + 1}`)
    const kept = city.areas.features.slice(0, wanted - land.areas.length).map(({ properties }) => properties)
    const ids = new Set(kept.map(({ precinct }) => precinct))
    land.areas.push(
      ...kept.map(({ precinct, name, borough }) => ({ id: own(precinct), name: own(name), parent: own(borough) })),
    )
    for (const row of city.margins)
      if (ids.has(row.area)) land.counts.push({ ...row, area: own(row.area), source: null })
    for (const { place, area, share } of city.places)
      if (ids.has(area)) (land.places[own(place)] ??= []).push({ area: own(area), share })
  }
  return land
}
