import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zonesOfAreaCode } from '#server/fieldwork/area-codes.ts'
import { readPhone } from '#server/operations/sample/phones.ts'
import { type Random, randomFrom } from '#server/simulation/random.ts'

/** What a resident does: of those who are drawn, some wait for the reminder, or refuse before a question is asked. */
export type Part = 'texts-first' | 'answers' | 'waits-for-reminder' | 'refuses' | 'refuses-elsewhere' | 'stays-silent'

export type Resident = {
  readonly number: string
  readonly zone: string
  readonly language: string
  readonly part: Part
}

/** Of all: half are in the sample, half text of their own accord. */
const drawnParts: readonly (readonly [Part, number])[] = [
  ['answers', 0.76],
  ['waits-for-reminder', 0.12],
  ['refuses', 0.04],
  ['refuses-elsewhere', 0.04],
  ['stays-silent', 0.04],
]

/** A dozen neighbors. Where the day ends first, most have to wait for the next morning. */
const [east, middle, mountains, west] = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']
export const zones = [east, middle, west, east, middle, west, east, middle, west, east, east, mountains] as const

export function residentsOf(count: number, languages: readonly string[], seed: string): Resident[] {
  const random = randomFrom(seed, 'residents')
  const numbers = numbersIn()
  return Array.from({ length: count }, (_, n) => {
    const zone = zones[n % zones.length] ?? zones[0]
    const language = languages[Math.floor(n / 2) % languages.length] ?? 'en'
    return { number: numbers(zone), zone, language, part: n % 2 ? 'texts-first' : partOf(random) }
  })
}

function partOf(random: Random): Part {
  let left = random()
  return drawnParts.find(([, share]) => (left -= share) < 0)?.[0] ?? 'answers'
}

/** Numbers kept free for fiction, a hundred of each area code that lies in one zone and is in use. */
function numbersIn(): (zone: string) => string {
  const used = new Map<string, number>()
  const codes = Map.groupBy(
    Array.from({ length: 800 }, (_, n) => 200 + n).filter((code) => 'phone' in readPhone(`${code}5550100`)),
    (code) => zonesOfAreaCode(`+1${code}5550100`).join(' '),
  )
  return (zone) => {
    const n = used.get(zone) ?? 0
    used.set(zone, n + 1)
    const code = codes.get(zone)?.[Math.floor(n / 100)]
    if (code === undefined) throw new RangeError(`There are no more numbers in ${zone}`)
    return `+1${code}555${String(100 + (n % 100)).padStart(4, '0')}`
  }
}

/** Those who are drawn, as a file to import. Every other one's zone is told by the area code alone. */
export function writeSample(folder: string, residents: readonly Resident[]): string {
  const file = join(folder, 'sample.csv')
  const drawn = residents.filter(({ part }) => part !== 'texts-first')
  const rows = drawn.map(({ number, language, zone }, n) =>
    [`R${n + 1}`, number, 'mobile', language, n % 2 ? zone : '', 'paper form'].join(','),
  )
  writeFileSync(file, ['case_id,phone,phone_type,language,time_zone,consent', ...rows].join('\n'))
  return file
}
