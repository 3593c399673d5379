import { expect, test } from 'vitest'
import { InstrumentJson } from '#instruments/engine/instrument.ts'
import { type Finding, lintStudy } from '#instruments/engine/lint.ts'
import { instrument, study, studyJson as inAllLanguages } from './bundled.ts'
import { workshopInstrument, workshopStudy } from './workshop.ts'

const said = ({ severity, question, language, path, reason }: Finding) =>
  [severity, question, language, path, reason].filter((part) => part).join(' | ')

const both = (en: string, es: string) => ({ default: en, es })
/** The bundled study in two of its languages, so that a question is quickly written. */
const studyJson = { ...(inAllLanguages as object), languages: ['en', 'es'] }

const choices = [
  { value: 'a', text: both('Apples', 'Manzanas') },
  { value: 'b', text: both('Pears', 'Peras') },
]

const grid = { type: 'matrix', rows: [1, 2], columns: [1, 2, 3] }
const group = (codes: readonly string[]) => ({ title: both('A group', 'Un grupo'), choices: codes })

/** What lint says about one question more at the end of the bundled instrument. */
function findings(element: Record<string, unknown>): string[] {
  const more = { name: 'more', title: both('More?', '¿Más?'), ...element }
  const pages = [...(InstrumentJson.parse(instrument).pages ?? []), { elements: [more] }]
  return lintStudy({ pages }, studyJson).map(said)
}

/** What lint says about the bundled study with other settings. */
const studyFindings = (changes: object) =>
  lintStudy(instrument, { ...study, languages: ['en', 'es'], ...changes }).map(said)

test('a sound question has no finding', () => {
  expect(findings({ type: 'radiogroup', choices })).toEqual([])
})

test.each<{ element: Record<string, unknown>; finding: RegExp }>([
  {
    element: { type: 'file' },
    finding: /error \| more \| A question of type "file" cannot be asked: ask for it/,
  },
  { element: { type: 'signaturepad' }, finding: /consent with a boolean/ },
  { element: { type: 'matrixdynamic' }, finding: /fixed number/ },
  { element: { type: 'sundial' }, finding: /use one of radiogroup/ },
  { element: { type: 'radiogroup', choices, choicesByUrl: { url: 'x' } }, finding: /choicesByUrl \| .*without signal/ },
  { element: { type: 'radiogroup', choices, showOtherItem: true }, finding: /Something else/ },
  { element: { type: 'comment', defaultValue: 'x' }, finding: /only ever given by a resident/ },
  { element: { type: 'text', validators: [{ type: 'email' }] }, finding: /"email" is not checked/ },
  { element: { type: 'text', validators: [{ type: 'regex', regex: '(' }] }, finding: /cannot be read as a regular/ },
  { element: { type: 'text', inputType: 'email' }, finding: /"email" cannot be asked: how to reach somebody is never/ },
  { element: { type: 'text', inputType: 'time' }, finding: /"time" cannot be asked: use choices/ },
  { element: { type: 'html', html: 'Hello' }, finding: /more \| textTitle \| A text cannot carry this: say it/ },
  { element: { type: 'rating', rateValues: ['low', 'high'] }, finding: /steps of a rating are numbers/ },
  { element: { type: 'slider', sliderType: 'range' }, finding: /slider with two ends/ },
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
  {
    element: { type: 'dropdown', choices: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    finding: /can number 9 choices, not 10: sort them into "textGroups", merge some/,
  },
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
    element: { type: 'checkbox', choices: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    finding: /not 10: merge some. Or hand it over to the web: name "more" in study.json, texts.handOver/,
  },
  { element: { type: 'radiogroup', choices: [3, 1, 2] }, finding: /The choice "3" has the number 1/ },
  { element: { type: 'ranking', choices: [1, 2, 3, 4, 5] }, finding: /into order by text: .*"maxSelectedChoices": 3/ },
  { element: { type: 'radiogroup', choices, textGroups: [group(['a'])] }, finding: /"b" is in none of the groups/ },
  {
    element: { type: 'radiogroup', choices, textGroups: [group(['a', 'b']), group(['b', 'z'])] },
    finding: /"z" is no choice/,
  },
  { element: { type: 'checkbox', choices, textGroups: [group(['a', 'b'])] }, finding: /with one answer can ask/ },
  {
    element: { type: 'radiogroup', choices, textHint: both('Reply YES or 2.', 'Envíe 1 o 2.') },
    finding: /textHint \| It asks for the word YES/,
  },
  { element: { ...grid, columns: [0, 1] }, finding: /cannot have the code 0/ },
  { element: { ...grid, rows: [] }, finding: /It has no rows/ },
  { element: { ...grid, rows: [1, 1] }, finding: /Two rows are called 1/ },
  { element: { ...grid, rows: ['In the park'] }, finding: /row "In the park" needs a name/ },
  { element: { ...grid, isRequired: true }, finding: /isRequired \| Say which rows/ },
  { element: { ...grid, eachRowUnique: true }, finding: /ask for a ranking/ },
  { element: { ...grid, cellType: 'checkbox' }, finding: /one checkbox per row/ },
  { element: { ...grid, columns: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, finding: /can number 9 choices, not 10/ },
  {
    element: { ...grid, rows: [1, { value: 2, visibleIf: '{more.1} = 1' }] },
    finding: /looks at more, which is asked later or is the question itself/,
  },
  {
    element: { type: 'multipletext', items: [{ name: 'at', title: both('At', 'En'), inputType: 'tel' }] },
    finding: /more.at \| inputType \| .*"tel" cannot be asked/,
  },
  { element: { type: 'multipletext', items: [{ name: 'at' }] }, finding: /es \| items.0.title/ },
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
  { changes: { texts: { keyword: 'End' } }, finding: /texts.keyword \| Who texts "End" means something else/ },
  { changes: { texts: { keyword: 'YES' } }, finding: /texts.keyword/ },
  { changes: { texts: { handOver: ['nowhere'] } }, finding: /texts.handOver \| nowhere is no question/ },
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
  { changes: { gaps: ['income'] }, finding: /gaps \| income is not among the demographics/ },
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

test('the workshop, which has every type of question, has no finding', () => {
  expect(lintStudy(workshopInstrument, workshopStudy)).toEqual([])
})

test('a grid is named by its rows: in conditions, in measures, and whole where it is handed over', () => {
  const found = (study: object, instrument: unknown = workshopInstrument) =>
    lintStudy(instrument, { ...workshopStudy, ...study }).map(said)
  const counting = (question: string) => ({
    measures: [{ id: 'm', kind: 'share', title: workshopStudy.title, question }],
  })
  expect(found(counting('safe'))).toEqual([
    'error | measures.0 | safe is asked row by row: name a row, such as safe.hall.',
  ])
  expect(found(counting('safe.attic'))).toEqual([
    'error | measures.0 | safe.attic is no question of the instrument: check the name.',
  ])
  expect(found({ texts: { handOver: ['month', 'safe.hall'] } })).toEqual([
    'error | texts.handOver | safe.hall is no question of the instrument: hand the whole grid over.',
  ])
  const wrong = JSON.parse(JSON.stringify(workshopInstrument).replace('{safe.hall} <= 2', '{safe.attic} <= 2'))
  expect(found({}, wrong)).toEqual([
    'error | why_unsafe | visibleIf | The condition looks at safe.attic, which is no row or field of safe: check the name.',
  ])
})

test('what no text can ask is refused, and taken where the study hands it over', () => {
  const found = lintStudy(workshopInstrument, { ...workshopStudy, texts: {} })
  expect(found).toMatchObject([{ question: 'month', mode: 'sms', severity: 'error' }])
})
