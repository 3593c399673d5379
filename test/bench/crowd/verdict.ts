import type { Crowd } from './crowd.ts'

/** A promise to residents, what would break it, and whether the run put it to the test at all. */
type Promised = {
  readonly promise: string
  readonly breaches: readonly (keyof Crowd['wrong'])[]
  readonly wasTested: (crowd: Crowd) => boolean
}

const promises: readonly Promised[] = [
  {
    promise: 'no question asked twice',
    breaches: ['askedAgain', 'heardTwice'],
    wasTested: ({ repeated, outOfOrder, kills }) => repeated > 0 && outOfOrder > 0 && kills > 0,
  },
  {
    promise: 'no answer lost',
    breaches: ['answersLost', 'textsLost', 'unfinished', 'broken'],
    wasTested: ({ complete, kills }) => complete > 0 && kills > 0,
  },
  {
    promise: 'no text after an opt-out',
    breaches: ['textsAfterOptOut', 'optOutsLost'],
    wasTested: ({ optOuts, sent }) => optOuts > 0 && sent.canceled > 0,
  },
  {
    promise: 'none in quiet hours',
    breaches: ['textsInQuietHours'],
    wasTested: ({ sent }) => sent.beforeTheNight > 0 && sent.afterTheNight > 0 && sent.reminders > 0,
  },
  {
    promise: 'the same reply to a text that is brought again',
    breaches: ['repliedOtherwise'],
    wasTested: ({ repeated, takenUnanswered }) => repeated > 0 && takenUnanswered > 0,
  },
  {
    promise: 'each invitation and reminder once',
    breaches: ['sentTwice', 'invitationsLost'],
    wasTested: ({ sent, kills }) => sent.invitations > 0 && sent.reminders > 0 && kills > 0,
  },
]

/** One line for each promise: kept, broken by what and how often, or not put to the test. */
export function verdictOn(crowd: Crowd): { readonly lines: readonly string[]; readonly allKept: boolean } {
  const verdicts = promises.map(({ promise, breaches, wasTested }) => {
    const broken = breaches.filter((breach) => crowd.wrong[breach] > 0)
    if (broken.length > 0)
      return `BROKEN   ${promise}: ${broken.map((breach) => `${breach} ${crowd.wrong[breach]}`).join(', ')}`
    return wasTested(crowd) ? `kept     ${promise}` : `UNTESTED ${promise}`
  })
  return { lines: verdicts, allKept: verdicts.every((verdict) => verdict.startsWith('kept')) }
}
