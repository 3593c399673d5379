import type { Outcome } from './events.ts'
import { inEveryLanguage } from './languages/index.ts'
import type { Study } from './study.ts'

/** The last words to a resident, in every language. */
export function closingOf({ closings }: Study, outcome: Outcome): Record<string, string> {
  return { ...inEveryLanguage(plainClosings[outcome]), ...closings[outcome] }
}

const plainClosings = { complete: 'thanks', ineligible: 'notEligible', declined: 'declined' } as const
