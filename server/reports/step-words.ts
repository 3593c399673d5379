import { betweenOf } from './formats.ts'
import type { Spoken } from './frame.ts'
import { groupName } from './group-name.ts'
import type { Step } from './next-steps.ts'
import { filled } from './words/index.ts'

/** A step as a report prints it: what to do and on which figures, then how to begin. */
export type WordedStep = { readonly what: string; readonly how?: string }

/** Puts a step into words. */
export function worded(step: Step, page: Spoken): WordedStep {
  const { words, formats, say } = page
  const { steps } = words
  switch (step.kind) {
    case 'practice': {
      const { question, title, here, city } = step
      const what = filled(city ? steps.practiceCity : steps.practiceArea, {
        question: say(title),
        value: formats.points(here.estimate),
        interval: betweenOf(here, 'points', formats, words),
        city: city ? formats.points(city.estimate) : '',
      })
      return { what, how: steps.practices[question] ?? steps.practices.otherwise }
    }
    case 'both-sides': {
      const value = formats.score(step.discord.estimate)
      return { what: filled(steps.bothSides, { value, interval: betweenOf(step.discord, 'score', formats, words) }) }
    }
    case 'issue': {
      const { first, second } = step
      const what = filled(second ? steps.issues : steps.issue, {
        issue: say(first.label),
        value: formats.percent(first.share.estimate),
        interval: betweenOf(first.share, 'percent', formats, words),
        second: second ? say(second.label) : '',
        secondValue: second ? formats.percent(second.share.estimate) : '',
      })
      const partnersFor = ({ code }: { code: string }) => steps.partners[code] ?? steps.partners.otherwise
      const partners = partnersFor(first)
      const others = second && partnersFor(second)
      const both = others !== undefined && others !== partners
      return { what, how: filled(both ? steps.sitDownBoth : steps.sitDown, { partners, others: others ?? '' }) }
    }
    case 'reach': {
      const { group } = step
      const heard = group.answeredPercent
      const what = filled(heard === undefined ? steps.reachFew : steps.reach, {
        group: groupName(group, page),
        population: formats.percent(group.populationPercent),
        answered: heard === undefined ? '' : formats.percent(heard),
      })
      const { mostlyBy } = group
      const how = mostlyBy
        ? filled(steps.reachBy, { percent: formats.percent(mostlyBy.percent), mode: words.modes[mostlyBy.mode] })
        : steps.reachOpen
      return { what, how }
    }
    case 'share':
      return { what: steps.share }
    case 'measure-again':
      return {
        what: filled(steps.measureAgain, { n: formats.count(step.n), points: formats.score(Math.ceil(step.points)) }),
      }
    case 'tell-residents':
      return { what: steps.tellResidents }
  }
}
