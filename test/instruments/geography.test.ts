import { expect, test } from 'vitest'
import { decisiveArea, locate, noGeography, parentsOf } from '#instruments/engine/geography.ts'
import { apply } from '#instruments/engine/interview.ts'
import { consented, interviewWith, study, town } from './bundled.ts'

const questions = study.location

test.each([
  {
    what: 'the case, whatever was said',
    answers: { home_zip: '10001' },
    caseArea: '7',
    found: { area: '7', source: 'case' },
  },
  { what: 'a decisive ZIP', answers: { home_zip: '10001' }, caseArea: null, found: { area: '1', source: 'zip' } },
  {
    what: 'the list',
    answers: { home_zip: '10002', home_area: '19' },
    caseArea: null,
    found: { area: '19', source: 'list' },
  },
  {
    what: 'a draw by the ZIP',
    answers: { home_zip: '10002' },
    caseArea: null,
    found: { area: '7', source: 'zip_draw' },
  },
  { what: 'nothing', answers: { home_zip: '99999' }, caseArea: null, found: undefined },
  { what: 'a word that is no ZIP', answers: { home_zip: 'constructor' }, caseArea: null, found: undefined },
])('a resident is placed by $what', ({ answers, caseArea, found }) => {
  const interview = interviewWith({ ...consented, ...answers })
  expect(locate(town, questions, interview, caseArea, 0.6)).toEqual(found)
})

test('a draw at the very end of the shares still gives an area', () => {
  const interview = interviewWith({ ...consented, home_zip: '10002' })
  expect(locate(town, questions, interview, null, 0.999_999)).toEqual({ area: '19', source: 'zip_draw' })
})

test('an area that a device found is told as such', () => {
  const sighted = apply(interviewWith(consented), {
    id: '',
    at: '',
    actor: 'respondent',
    mode: 'web',
    language: 'en',
    type: 'answered',
    question: 'home_area',
    value: '7',
    found: 'device',
  })
  expect(locate(town, questions, sighted, null, 0)).toEqual({ area: '7', source: 'device' })
})

test('a wave without areas places nobody and has no boroughs', () => {
  expect(locate(noGeography, questions, interviewWith({ home_zip: '10001' }), null, 0)).toBeUndefined()
  expect(parentsOf(noGeography)).toEqual([])
  expect(decisiveArea(noGeography, '10001')).toBeUndefined()
})
