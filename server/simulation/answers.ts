import type { Compiled } from '#instruments/engine/compile.ts'
import type { Value } from '#instruments/engine/events.ts'
import type { Code, Question } from '#instruments/engine/question.ts'
import { at } from './at.ts'
import type { Leanings } from './attitudes.ts'
import { type Gate, gatesOf } from './gates.ts'
import type { Dimension, Census } from './census.ts'
import { drawIndex, drawOne, normal, type Random, randomFrom, softmax } from './random.ts'
import { remarksIn } from './remarks.ts'
import type { Resident } from './residents.ts'

/** What a resident does with a question. */
export type Said =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'skipped' | 'dont-know' | 'refused' }

/** What a resident says to a question, given the choices that it offers right now (none where words are free). */
export type Answerer = (resident: Resident, question: Question, offered: readonly Code[]) => Said

const shareUnanswered = 0.04
const shareRemarking = 0.3
/** Of a demographic: people whom none of its categories fits, or who would rather not say. */
const shareUncategorized = 0.015
/** Of people whose category may mean several answers: those who give more than one. */
const shareSeveral = 0.3

/**
 * Makes residents answer any instrument: what the study measures by the leanings of their cell, demographics by the
 * cell itself, the place by their area, everything else by weights that differ a little between areas. Every answer
 * has random numbers of its own, so that it is the same in whatever order and mode it is asked.
 */
export function answererOf(
  compiled: Compiled,
  census: Census,
  leanings: ReadonlyMap<string, Leanings>,
  seed: string,
): Answerer {
  const gates = gatesOf(compiled)
  const dimensions = new Map(census.dimensions.map((one, d) => [one.demographic.question, { ...one, d }]))
  const zips = Map.groupBy(
    Object.entries(compiled.geography.places).flatMap(([zip, shares]) => shares.map((share) => ({ zip, ...share }))),
    ({ area }) => area,
  )
  const parents = new Map(compiled.geography.areas.map(({ id, parent }) => [id, parent]))
  const { location, languages } = compiled.study

  return (resident, question, offered) => {
    const { name } = question
    const random = randomFrom(seed, 'answer', resident.number, name)
    const gate = gates.findIndex((gate) => gate.question === name)
    if (gate >= 0) return answered(drawOne(random, throughGate(at(gates, gate), gate, gates.length, resident)))
    if (!question.required && random() < shareUnanswered) return { kind: drawOne(random, ['skipped', 'dont-know']) }

    const leaning = leanings.get(name)
    if (leaning) return answered(measured(leaning, resident, random))
    const dimension = dimensions.get(name)
    if (dimension) {
      const category = at(dimension.categories, census.categoryOf(resident.cell % census.combinations, dimension.d))
      return answered(demographic(dimension, category, question, random))
    }
    switch (name) {
      case location?.zip:
        return zipOf(resident, zips.get(resident.area), random)
      case location?.parent:
        return ifOffered(offered, parents.get(resident.area))
      case location?.area:
        return ifOffered(offered, resident.area)
    }
    if (languages.every((language) => offered.includes(language)) && random() < 0.85) return answered(resident.language)
    return anything(question, offered, resident, random, seed)
  }
}

const answered = (value: Value): Said => ({ kind: 'answered', value })

/** A screened-out resident closes one of the gates; which one goes by their mood, as good a draw as any. */
function throughGate({ opening, closing }: Gate, position: number, gates: number, resident: Resident): readonly Code[] {
  const closes = resident.screenedOut && position === Math.floor(resident.mood * gates) && closing.length > 0
  return closes ? closing : opening
}

/**
 * One draw from the cell's probabilities. On scales the same mood decides most answers of a resident, a fresh number
 * the others, so that answers of one person go together while each has exactly its own probabilities.
 */
function measured({ answers, probabilities, isScale }: Leanings, { cell, mood }: Resident, random: Random): Code {
  let left = isScale && random() < 0.7 ? mood : random()
  for (const [k, answer] of answers.entries()) {
    left -= at(probabilities, cell * answers.length + k)
    if (left < 0) return answer
  }
  return at(answers, answers.length - 1)
}

function demographic({ demographic }: Dimension, category: string, question: Question, random: Random): Value {
  const { categories, several } = demographic
  const own = categories[category] ?? []
  const choices = 'choices' in question ? question.choices.map(({ code }) => code) : []
  const uncategorized = choices.filter((code) => !Object.values(categories).some((codes) => codes.includes(code)))
  const rare = uncategorized.length > 0 && random() < shareUncategorized
  const first = drawOne(random, rare ? uncategorized : own)
  if (question.kind !== 'multiple') return first
  const others = Object.entries(categories).filter(([other]) => other !== category && !several?.wins.includes(other))
  const mayBeSeveral = several && (several.wins.includes(category) || several.mixed === category)
  const further = others.flatMap(([, codes]) => codes)
  const second = !rare && mayBeSeveral && random() < shareSeveral ? drawOne(random, further) : first
  return choices.filter((code) => code === first || code === second).filter(isPlain)
}

/** Any answer that the question takes. Free words in a format are left out: nobody here knows the format. */
function anything(
  question: Question,
  offered: readonly Code[],
  resident: Resident,
  random: Random,
  seed: string,
): Said {
  switch (question.kind) {
    case 'single':
    case 'boolean':
    case 'rating':
      return offered.length > 0
        ? answered(at(offered, drawIndex(random, weights(question, offered, resident, seed))))
        : skipped
    case 'multiple': {
      const together = question.choices.filter(({ exclusive }) => !exclusive).map(({ code }) => code)
      const pulls = weights(question, together, resident, seed)
      const count = Math.min(question.atMost, Math.max(question.atLeast, 1 + Math.floor(random() * 2)))
      const chosen = new Set<Code>()
      while (chosen.size < Math.min(count, together.length)) chosen.add(at(together, drawIndex(random, pulls)))
      return answered(together.filter((code) => chosen.has(code)).filter(isPlain))
    }
    case 'number': {
      const least = Number.isFinite(question.min) ? question.min : 0
      const most = Number.isFinite(question.max) ? question.max : least + 10
      const drawn = least + random() * (most - least)
      const step = question.step ?? (question.whole ? 1 : 0.1)
      const steps = Math.round((drawn - least) / step)
      return answered(Number((least + steps * step).toFixed(6)))
    }
    case 'ranking': {
      const drawn = question.choices.map(({ code }) => ({ code, pull: random() }))
      const ranked = drawn.sort((a, b) => a.pull - b.pull).map(({ code }) => code)
      return answered(ranked.filter(isPlain).slice(0, question.atMost))
    }
    case 'date': {
      const [least, most] = [question.min ?? '1990-01-01', question.max ?? '2025-12-31'].map((day) => Date.parse(day))
      const drawn = new Date((least ?? 0) + random() * ((most ?? 0) - (least ?? 0)))
      return answered(drawn.toISOString().slice(0, 10))
    }
    case 'text':
    case 'comment':
      if (question.pattern || (!question.required && random() > shareRemarking)) return skipped
      return answered(drawOne(random, remarksIn(resident.language)).slice(0, question.longest))
  }
}

const skipped: Said = { kind: 'skipped' }

function weights(question: Question, codes: readonly Code[], { area }: Resident, seed: string): number[] {
  const effect = (...keys: string[]) => normal(randomFrom(seed, 'weights', question.name, ...keys))
  return softmax(codes.map((code) => 0.6 * effect(String(code)) + 0.25 * effect(String(code), area)))
}

/** At the door and in the street the interviewer knows which precinct it is, so no ZIP code is asked. */
function zipOf({ mode }: Resident, near: readonly { zip: string; share: number }[] | undefined, random: Random): Said {
  if (!near || mode === 'home' || mode === 'street') return skipped
  const shares = near.map(({ share }) => share)
  return answered(at(near, drawIndex(random, shares)).zip)
}

function ifOffered(offered: readonly Code[], code: string | null | undefined): Said {
  return typeof code === 'string' && offered.includes(code) ? answered(code) : skipped
}

function isPlain(code: Code): code is string | number {
  return typeof code !== 'boolean'
}
