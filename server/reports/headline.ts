import { comparedWith } from './compare.ts'
import { betweenOf, type Formats } from './formats.ts'
import type { Figure, Shown } from './results.ts'
import { filled, type Words } from './words/index.ts'

/** From this polarization on a place is called divided, and up to the other one of one mind (statistics.md, section 9). */
export const dividedFrom = 45
const togetherUpTo = 35

/** What a report says first about support: which way opinion leans, if that can be told, and how it stands to the city. */
export function supportHeadline(here: Shown, city: Figure, formats: Formats, words: Words): string {
  const { headline } = words
  const leaning = here.low > 0 ? headline.favorable : here.high < 0 ? headline.unfavorable : headline.open
  const told = filled(leaning, {
    value: formats.points(here.estimate),
    interval: betweenOf(here, 'points', formats, words),
  })
  if (city.status === 'withheld') return told
  return `${told} ${filled(besideCity(here, city, words), { city: formats.points(city.estimate) })}`
}

/** What it says about discord. */
export function discordHeadline(
  here: Figure | undefined,
  city: Figure | undefined,
  formats: Formats,
  words: Words,
): string {
  const { headline } = words
  if (here?.status !== 'shown') return headline.noDiscord
  const degree =
    here.low >= dividedFrom ? headline.divided : here.high <= togetherUpTo ? headline.together : headline.mixed
  const told = filled(degree, {
    value: formats.score(here.estimate),
    interval: betweenOf(here, 'score', formats, words),
  })
  if (city?.status !== 'shown') return told
  return `${told} ${filled(besideCity(here, city, words), { city: formats.score(city.estimate) })}`
}

function besideCity(here: Shown, city: Shown, { headline }: Words): string {
  return { above: headline.aboveCity, below: headline.belowCity, alike: headline.likeCity }[comparedWith(city, here)]
}
