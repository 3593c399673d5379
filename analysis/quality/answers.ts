import { AnalysisRefusal } from '../refusal.ts'
import { MISSING } from '../weighting/margin.ts'

/** @throws AnalysisRefusal for an answer that is neither 1 … `options` nor `MISSING` */
export function checkAnswers(variable: string, answers: Int8Array, options: number): void {
  const row = answers.findIndex((answer) => answer !== MISSING && !(answer >= 1 && answer <= options))
  if (row >= 0)
    throw new AnalysisRefusal(
      'bad-answer',
      `"${variable}" is ${answers[row]} in row ${row}, on a scale of ${options}.`,
      {
        variable,
        row,
      },
    )
}
