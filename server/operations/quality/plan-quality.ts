import type { Compiled } from '#instruments/engine/compile.ts'
import type { Code, Question } from '#instruments/engine/question.ts'

/** Which of an instrument's questions say something about how an interview was made. */
export type QualityPlan = {
  /** Questions in a row with the same codes: what straight-lining shows in. */
  readonly blocks: readonly { readonly name: string; readonly codes: readonly Code[]; readonly questions: string[] }[]
  /** Closed questions that people may answer alike by chance only: what near-duplicates show in. */
  readonly closed: readonly string[]
  /** Ordered items of the study's measures: what interviewers may bend. */
  readonly items: readonly { readonly question: string; readonly scale: readonly Code[] }[]
  /** What is timed. */
  readonly timed: readonly string[]
}

const fewestInBlock = 3
const fewestOptions = 3

/** Reads from an instrument what its interviews can be judged by. The place is left out: neighbours share it. */
export function planQuality({ questions, study }: Compiled): QualityPlan {
  const places = new Set(Object.values(study.location ?? {}))
  const asked = questions.filter(({ name }) => !places.has(name))
  const items = study.measures.flatMap((measure) => (measure.kind === 'score' ? measure.items : []))
  return {
    blocks: blocksOf(asked),
    closed: asked.filter((question) => 'choices' in question).map(({ name }) => name),
    items: items.filter(({ question }, i) => items.findIndex((other) => other.question === question) === i),
    timed: asked.map(({ name }) => name),
  }
}

function blocksOf(questions: readonly Question[]): QualityPlan['blocks'] {
  const blocks: { codes: readonly Code[]; questions: string[] }[] = []
  let last = ''
  for (const question of questions) {
    const codes =
      question.kind === 'single' || question.kind === 'rating' ? question.choices.map(({ code }) => code) : []
    const key = codes.length < fewestOptions ? '' : JSON.stringify(codes)
    if (key !== '' && key === last) blocks.at(-1)?.questions.push(question.name)
    else if (key !== '') blocks.push({ codes, questions: [question.name] })
    last = key
  }
  return blocks
    .filter((block) => block.questions.length >= fewestInBlock)
    .map((block) => ({ ...block, name: `${block.questions[0]} … ${block.questions.at(-1)}` }))
}
