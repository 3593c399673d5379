/** Who goes where: the area, block and interviewer of one interview after another. */
import { type City, combinations, type Random } from './city.ts'
import { blocks, fieldwork, type Mode } from './parameters.ts'
import { chanceOf, placeIn } from './chances.ts'

export type Field = { area: number; block: number; interviewer: number }

/** One mode's fieldwork. Interviewers are numbered from 0; without one the number is −1. */
export function goOut(city: City, mode: Mode, interviews: number, random: Random) {
  const cumulative = respondentsByArea(city, mode, random)
  const anyArea = () => placeIn(cumulative, random.uniform)
  const anyBlock = () => Math.floor(random.uniform() * blocks.perArea)
  const interviewers = mode.workload > 1 ? Math.max(2, Math.round(interviews / mode.workload)) : 0
  const anyone = () => Math.floor(random.uniform() * interviewers)
  const plan = (): Field[] => {
    switch (mode.name) {
      case 'door':
        return byDoor(interviews, interviewers, anyArea, anyBlock)
      case 'street':
        return inStreets(city, interviews, interviewers, anyArea, anyBlock, random)
      case 'phone':
        return Array.from({ length: interviews }, () => ({ area: anyArea(), block: anyBlock(), interviewer: anyone() }))
      case 'web':
      case 'sms':
        return Array.from({ length: interviews }, () => ({ area: anyArea(), block: anyBlock(), interviewer: -1 }))
    }
  }
  const planned = plan()
  let place = 0
  return { interviewers, next: (): Field => planned[place++]! } // as many as were asked for
}

/** Cumulative: an area's share of a mode follows its sample, its people's chances to answer, and a luck of its own. */
function respondentsByArea({ people, populations, areas }: City, mode: Mode, { normal }: Random): Float64Array {
  const chances = Float64Array.from({ length: combinations }, (_, c) => chanceOf(mode, c))
  let sum = 0
  return Float64Array.from({ length: areas }, (_, area) => {
    const own = people.subarray(area * combinations, (area + 1) * combinations)
    const sampled = mode.allocation === 'equal' ? 1 / populations[area]! : 1
    return (sum += sampled * own.reduce((s, count, c) => s + count * chances[c]!, 0) * luck(normal))
  })
}

const luck = (normal: () => number): number => Math.exp(fieldwork.areaRepliesLogSd * normal())

/** Blocks are drawn, sorted by area, and given to interviewers in that order, so that each has blocks near each other. */
function byDoor(interviews: number, interviewers: number, anyArea: () => number, anyBlock: () => number): Field[] {
  const drawn = Array.from({ length: Math.ceil(interviews / fieldwork.perBlock) }, () => ({
    area: anyArea(),
    block: anyBlock(),
  }))
  drawn.sort((a, b) => a.area - b.area || a.block - b.block)
  return Array.from({ length: interviews }, (_, i) => {
    const block = Math.floor(i / fieldwork.perBlock)
    return { ...drawn[block]!, interviewer: Math.floor((block * interviewers) / drawn.length) }
  })
}

/** Each location has its area; most who stop there live in it, the others somewhere in its borough. */
function inStreets(
  { boroughOf }: City,
  interviews: number,
  locations: number,
  anyArea: () => number,
  anyBlock: () => number,
  { uniform }: Random,
): Field[] {
  const areaOf = Array.from({ length: locations }, anyArea)
  return Array.from({ length: interviews }, (_, i) => {
    const interviewer = Math.floor((i * locations) / interviews)
    const here = areaOf[interviewer]!
    let area = here
    if (uniform() > fieldwork.livesNearby)
      do area = anyArea()
      while (boroughOf[area] !== boroughOf[here])
    return { area, block: anyBlock(), interviewer }
  })
}
