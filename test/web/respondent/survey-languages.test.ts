import { Model, surveyLocalization } from 'survey-core'
import { expect, test } from 'vitest'
import { surveyCode } from '#instruments/engine/languages/codes.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { loadSurveyWords } from '#web/respondent/survey-languages.ts'

const others = Object.keys(languages).filter((code) => code !== 'en')

test.each(others)('survey-core speaks %s, in the direction that it is read in', async (code) => {
  await loadSurveyWords(code)
  for (const word of ['requiredError', 'numericError', 'maxSelectError', 'otherItemText', 'selectAllItemText'])
    expect(surveyLocalization.getString(word, surveyCode(code)), word).not.toBe(
      surveyLocalization.getString(word, 'en'),
    )
  const survey = new Model({ elements: [{ type: 'text', name: 'q' }] })
  survey.locale = surveyCode(code)
  expect(survey.localeDir === 'rtl').toBe(languages[code]?.direction === 'rtl')
})
