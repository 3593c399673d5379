import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import type { Demographic, Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { isUnderheard, leastShown, mostlyBy, spreadOf } from '#server/reports/representation.ts'
import type { Place, Representation } from '#server/reports/results.ts'
import { type MarginCount, marginsOf } from '#server/store/margins.ts'
import { countRespondents, type RespondentCount } from '#server/store/published-estimates.ts'
import type { Wave } from '#server/store/waves.ts'

/** Who answered: in one area, or without an id in the whole city. */
export type Respondents = { readonly of: (areaId: string | null) => Pick<Place, 'modes' | 'languages' | 'leastHeard'> }

/** Counts who answered by mode, language and demographics, and holds it against the margins. */
export async function readRespondents(deps: Deps, study: Study, wave: Wave, runId: string): Promise<Respondents> {
  const about = { runId, studyId: study.id }
  const inPlace = byPlace(await countRespondents(deps.db, { ...about, questions: [] }))
  const margins = wave.margin_set_id ? await marginsOf(deps.db, wave.margin_set_id) : []
  const groups: Grouped[] = []
  for (const demographic of study.demographics) {
    const questions = [demographic.question, demographic.notInUniverse?.question].filter((name) => name !== undefined)
    const counts = await countRespondents(deps.db, { ...about, questions })
    groups.push(grouped(demographic, counts, margins))
  }
  return {
    of: (areaId) => {
      const counts = inPlace(areaId)
      return {
        modes: spreadOf(sumBy(counts, ({ mode }) => mode, respondentsOf)),
        languages: spreadOf(sumBy(counts, ({ language }) => language, respondentsOf)),
        leastHeard: groups.flatMap((group) => leastHeardIn(group, areaId)).sort((a, b) => lag(b) - lag(a)),
      }
    },
  }
}

type Grouped = {
  readonly demographic: Demographic
  /** People of each category, by area. */
  readonly population: ReadonlyMap<string | null, ReadonlyMap<string, number>>
  /** Respondents of each category in a place. */
  readonly answeredIn: (areaId: string | null) => ReadonlyMap<string, number>
  readonly mostlyBy: ReadonlyMap<string, Representation['mostlyBy']>
}

function grouped(
  demographic: Demographic,
  counts: readonly RespondentCount[],
  margins: readonly MarginCount[],
): Grouped {
  const categorized = counts.flatMap((row) => {
    const category = categoryOf(demographic, row.answers)
    return category === undefined || category === notInUniverse ? [] : [{ ...row, category }]
  })
  const inPlace = byPlace(categorized)
  const inCity = Map.groupBy(categorized, ({ category }) => category)
  return {
    demographic,
    population: populationOf(demographic, margins),
    answeredIn: (areaId) => sumBy(inPlace(areaId), ({ category }) => category, respondentsOf),
    mostlyBy: new Map(
      [...inCity].map(([category, rows]) => [category, mostlyBy(sumBy(rows, ({ mode }) => mode, respondentsOf))]),
    ),
  }
}

/** The rows of an area, or without an id all of them. */
function byPlace<Row extends RespondentCount>(rows: readonly Row[]): (areaId: string | null) => readonly Row[] {
  const byArea = Map.groupBy(rows, ({ area_id }) => area_id)
  return (areaId) => (areaId === null ? rows : (byArea.get(areaId) ?? []))
}

const respondentsOf = ({ respondents }: RespondentCount) => respondents

/** Counts of a demographic's margin by area; those of the city are their sum where the file has none. */
function populationOf({ margin }: Demographic, margins: readonly MarginCount[]): Grouped['population'] {
  const wanted = margins.filter((row) => row.dimension === margin.dimension && row.universe === margin.universe)
  const byArea = Map.groupBy(wanted, ({ area }) => area)
  if (!byArea.has(null)) byArea.set(null, wanted)
  return new Map(
    [...byArea].map(([area, rows]) => [
      area,
      sumBy(
        rows,
        ({ category }) => category,
        ({ count }) => count,
      ),
    ]),
  )
}

function leastHeardIn(group: Grouped, areaId: string | null): Representation[] {
  const { demographic, population, answeredIn } = group
  const people = population.get(areaId)
  if (!people) return []
  const answered = answeredIn(areaId)
  const [all, everyone] = [totalOf(answered), totalOf(people)]
  return [...people].flatMap(([category, count]) => {
    const heard = answered.get(category) ?? 0
    if (!isUnderheard(heard, all, count / everyone)) return []
    const mode = group.mostlyBy.get(category)
    return {
      demographic: demographic.id,
      title: demographic.title,
      category,
      label: demographic.labels?.[category] ?? { default: category },
      populationPercent: Math.round((100 * count) / everyone),
      ...(heard >= leastShown && { answeredPercent: Math.round((100 * heard) / all) }),
      ...(mode && { mostlyBy: mode }),
    }
  })
}

/** How far a group stays behind its part of the population, in points. */
function lag({ populationPercent, answeredPercent = 0 }: Representation): number {
  return populationPercent - answeredPercent
}

function sumBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key, countOf: (row: Row) => number) {
  const sums = new Map<Key, number>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + countOf(row))
  return sums
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
