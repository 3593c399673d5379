import { expect, test } from 'vitest'
import { InstrumentJson } from '#instruments/engine/instrument.ts'
import { type Finding, lintStudy } from '#instruments/engine/lint.ts'
import { instrument, study, studyJson as inAllLanguages } from './bundled.ts'

const said = ({ severity, question, language, path, reason }: Finding) =>
  [severity, question, language, path, reason].filter((part) => part).join(' | ')

const both = (en: string, es: string) => ({ default: en, es })
/** The bundled study in two of its languages, so that a question is quickly written. */
const studyJson = { ...(inAllLanguages as object), languages: ['en', 'es'] }

const choices = [
  { value: 'a', text: both('Apples', 'Manzanas') },
  { value: 'b', text: both('Pears', 'Peras') },
]

/** What lint says about one question more at the end of the bundled instrument. */
function findings(element: Record<string, unknown>): string[] {
  const more = { name: 'more', title: both('More?', '¿Más?'), ...element }
  const pages = [...(InstrumentJson.parse(instrument).pages ?? []), { elements: [more] }]
  return lintStudy({ pages }, studyJson).map(said)
}

/** What lint says about the bundled study with other settings. */
const studyFindings = (changes: object) => lintStudy(instrument, { ...study, languages: ['en', 'es'], ...changes }).map(said)

test('a sound question has no finding', () => {
  expect(findings({ type: 'radiogroup', choices })).toEqual([])
})

test.each<{ element: Record<string, unknown>; finding: RegExp }>([
  {
    element: { type: 'file' },
    finding: /error \| more \| A question of type "file" cannot be asked by text: ask for it/,
  },
  { element: { type: 'signaturepad' }, finding: /consent with a boolean/ },
  { element: { type: 'matrixdynamic' }, finding: /fixed number/ },
  { element: { type: 'sundial' }, finding: /use one of radiogroup/ },
  { element: { type: 'radiogroup', choices, choicesByUrl: { url: 'x' } }, finding: /choicesByUrl \| .*without signal/ },
  { element: { type: 'radiogroup', choices, showOtherItem: true }, finding: /Something else/ },
  { element: { type: 'comment', defaultValue: 'x' }, finding: /only ever given by a resident/ },
  { element: { type: 'text', validators: [{ type: 'email' }] }, finding: /"email" is not checked/ },
  { element: { type: 'text', validators: [{ type: 'regex', regex: '(' }] }, finding: /cannot be read as a regular/ },
  { element: { type: 'text', inputType: 'date' }, finding: /input type "date"/ },
  { element: { type: 'comment', name: 'Much More' }, finding: /lower-case/ },
  { element: { type: 'comment', name: 'trust' }, finding: /same name/ },
  { element: { type: 'comment', title: 'More?' }, finding: /error \| more \| es \| title \| .*missing in "es"/ },
  { element: { type: 'comment', title: undefined }, finding: /error \| more \| en \| title/ },
  { element: { type: 'comment', title: both('More {trust}?', '¿Más?') }, finding: /quotes an answer in braces/ },
  { element: { type: 'radiogroup', choices: ['Apples', 'Pears'] }, finding: /es \| choices.0.text/ },
  { element: { type: 'radiogroup', choices: [...choices, choices[0]] }, finding: /Two choices have the code a/ },
  {
    element: { type: 'radiogroup', choices: [...choices, { value: 'c', text: both('Pears!', 'Uvas') }] },
    finding: /en \| Two choices read "pears"/,
  },
  { element: { type: 'radiogroup', choices: choices.slice(1) }, finding: /fewer than two choices/ },
  { element: { type: 'dropdown', choices: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, finding: /can number 9 choices, not 10/ },
  {
    element: { type: 'radiogroup', choices: [...choices, { value: 'stop', text: both('Halt', 'Otra') }] },
    finding: /code "stop" means something else/,
  },
  {
    element: { type: 'radiogroup', choices: [...choices, { value: 'c', text: both('End', 'Fin') }] },
    finding: /choice "End" means something else/,
  },
  {
    element: { type: 'radiogroup', choices: [...choices, { value: 'c', text: both('High', 'Alto') }] },
    finding: /es \| .*"Alto" means something else/,
  },
  {
    element: { type: 'radiogroup', choices: [...choices, { value: 'c', text: both('Yes', 'Sí') }] },
    finding: /warning .*bare YES/,
  },
  { element: { type: 'checkbox', choices, minSelectedChoices: 3 }, finding: /at least 3 answers and at most 2/ },
  { element: { type: 'comment', visibleIf: '{trust} > ' }, finding: /cannot be read: check its brackets/ },
  { element: { type: 'comment', visibleIf: '{trsut} > 3' }, finding: /trsut, which is no question/ },
  {
    element: { type: 'comment', visibleIf: '{more} notempty' },
    finding: /more, which is asked later or is the question itself/,
  },
  { element: { type: 'comment', visibleIf: 'lookUp({trust}) = 1' }, finding: /lookUp\(\), which does not exist/ },
  {
    element: { type: 'comment', visibleIf: 'today() > {trust}' },
    finding: /today\(\), whose answer changes by itself/,
  },
])('a question with $element is found: $finding', ({ element, finding }) => {
  expect(findings(element)).toContainEqual(expect.stringMatching(finding))
})

test('an instrument that cannot be read, or asks nothing, is found', () => {
  expect(lintStudy('nonsense', studyJson)).toMatchObject([{ file: 'instrument.json', severity: 'error' }])
  expect(lintStudy({ pages: [] }, studyJson)[0]).toMatchObject({
    reason: 'The instrument asks nothing: add questions.',
  })
  expect(lintStudy({ ...InstrumentJson.parse(instrument), triggers: [] }, studyJson)).toMatchObject([
    { path: 'triggers' },
  ])
})

test.each<{ changes: Record<string, unknown>; finding: RegExp }>([
  { changes: { location: undefined }, finding: /location \| home_area takes its choices from the wave's areas/ },
  { changes: { minutes: 0 }, finding: /error \| minutes \| / },
  { changes: { languages: ['en', 'es', 'tlh'] }, finding: /We do not speak "tlh"/ },
  { changes: { sponsor: { en: 'the office' } }, finding: /es \| sponsor \| It is missing in "es"/ },
  {
    changes: { outcomes: [{ when: '{consnet} = false', outcome: 'declined' }] },
    finding: /outcomes.0 \| .*consnet, which is no question/,
  },
  { changes: { outcomes: [] }, finding: /warning \| outcomes \| .*ask for consent first/ },
  {
    changes: { location: { area: 'home_zip' } },
    finding: /location \| home_zip must be a dropdown or radiogroup with "choicesFrom": "areas"/,
  },
  {
    changes: { weighting: { margins: ['income'] } },
    finding: /weighting.margins \| income is not among the demographics/,
  },
  {
    changes: { measures: [{ id: 'm', kind: 'share', title: { en: 'M', es: 'M' }, question: 'isue' }] },
    finding: /measures.0 \| isue is no question/,
  },
  {
    changes: { measures: [{ id: 'm', kind: 'share', title: { en: 'M', es: 'M' }, question: 'comment' }] },
    finding: /comment has no choices/,
  },
  {
    changes: {
      measures: [
        { id: 'm', kind: 'score', title: { en: 'M', es: 'M' }, items: [{ question: 'trust', scale: [1, 2, 6] }] },
      ],
    },
    finding: /items.0 \| 6 is no choice of trust/,
  },
  {
    changes: {
      measures: [
        { id: 'm', kind: 'score', title: { en: 'M', es: 'M' }, items: [{ question: 'trust', scale: [1, 5] }] },
      ],
    },
    finding: /warning .*2, 3, 4 of trust is not on the scale/,
  },
  { changes: { demographics: [race({ several: undefined })] }, finding: /Several answers may be chosen/ },
  {
    changes: { demographics: [race({ several: { wins: [], mixed: 'both' } })] },
    finding: /both is none of the categories/,
  },
  {
    changes: { demographics: [race({ categories: { white: ['white'], other: ['white', 'martian'] } })] },
    finding: /"martian" is no choice of race_ethnicity/,
  },
  {
    changes: { demographics: [race({ categories: { white: ['white'], other: ['white', 'martian'] } })] },
    finding: /white belongs to two categories/,
  },
])('a study with $changes is found: $finding', ({ changes, finding }) => {
  expect(studyFindings(changes)).toContainEqual(expect.stringMatching(finding))
})

function race(changes: object) {
  return {
    id: 'race',
    title: { en: 'Race', es: 'Raza' },
    question: 'race_ethnicity',
    margin: { dimension: 'race_eth', universe: 'all_ages' },
    categories: { white: ['white'], black: ['black'] },
    ...changes,
  }
}
