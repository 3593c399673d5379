import { readFileSync } from 'node:fs'
import { compile } from '#instruments/engine/compile.ts'
import type { Mode, Value } from '#instruments/engine/events.ts'
import { type Geography, noGeography } from '#instruments/engine/geography.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { Study } from '#instruments/engine/study.ts'
import type { Turn } from '#instruments/engine/turn.ts'

const folder = new URL('../../instruments/community-trust/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const instrument = json('instrument.json')
export const studyJson = json('study.json')
export const study = Study.parse(studyJson)

/** Four precincts in two boroughs: ZIP 10001 settles precinct 1, ZIP 10002 spans three precincts, no other is known. */
export const town: Geography = {
  areas: [
    { id: '1', name: 'Precinct 1', parent: 'North' },
    { id: '5', name: 'Precinct 5', parent: 'North' },
    { id: '7', name: 'Precinct 7', parent: 'South' },
    { id: '19', name: 'Precinct 19', parent: 'South' },
  ],
  places: {
    '10001': [
      { area: '1', share: 0.95 },
      { area: '5', share: 0.05 },
    ],
    '10002': [
      { area: '5', share: 0.5 },
      { area: '7', share: 0.3 },
      { area: '19', share: 0.2 },
    ],
  },
}

/** Twelve precincts in one borough: too many for a numbered list. */
export const city: Geography = {
  areas: Array.from({ length: 24 }, (_, i) => ({
    id: `${i + 1}`,
    name: `Precinct ${i + 1}`,
    parent: i < 12 ? 'North' : 'South',
  })),
  places: {},
}

export const inTown = compile(instrument, study, town)
export const inCity = compile(instrument, study, city)
export const nowhere = compile(instrument, study, noGeography)

/** An interview in which these questions have been answered, in order. */
export function interviewWith(answers: Readonly<Record<string, Value>>, mode: Mode = 'sms'): Interview {
  const who = { id: '', at: '', actor: 'respondent', mode, language: 'en' }
  let interview = apply(notBegun, { ...who, type: 'begun' })
  for (const [question, value] of Object.entries(answers))
    interview = apply(interview, { ...who, type: 'answered', question, value })
  return interview
}

export const consented = { adult: true, lives_here: true, consent: true }

/** The interview after what a text led to. */
export function after(interview: Interview, { happenings }: Turn, mode: Mode = 'sms'): Interview {
  const who = { id: '', at: '', actor: 'respondent', mode }
  return happenings.reduce((state, happening) => apply(state, { ...who, ...happening }), interview)
}
