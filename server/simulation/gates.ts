import type { Compiled } from '#instruments/engine/compile.ts'
import { readsOf } from '#instruments/engine/conditions.ts'
import type { Code } from '#instruments/engine/question.ts'

/** A question that decides who takes part, with the answers that let people go on and those that end the interview. */
export type Gate = { readonly question: string; readonly opening: readonly Code[]; readonly closing: readonly Code[] }

/** The questions that the study's outcomes read, each answer judged by how many endings hold for it alone. */
export function gatesOf({ study, endings, question }: Compiled): Gate[] {
  const names = new Set(study.outcomes.flatMap(({ when }) => readsOf(when)))
  return [...names].flatMap((name) => {
    const asked = question(name)
    if (!asked || !('choices' in asked)) return []
    const judged = asked.choices.map(({ code }) => ({
      code,
      ends: endings.filter(({ when }) => when({ [name]: code })).length,
    }))
    const least = Math.min(...judged.map(({ ends }) => ends))
    const codes = (closes: boolean) => judged.filter(({ ends }) => ends > least === closes).map(({ code }) => code)
    return [{ question: name, opening: codes(false), closing: codes(true) }]
  })
}
