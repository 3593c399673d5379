import type { Question, SurveyModel } from 'survey-core'
import { type AskedPart, partsOf } from './asked-parts.ts'
import type { AreaSource, WireEvent } from '#instruments/engine/events.ts'
import { openingEvents } from './opening.ts'
import type { Outbox } from './outbox.ts'
import type { PageData } from './page-data.ts'

export type Recorder = {
  /** Records at once what was typed and still rests. */
  readonly commit: () => void
  /** Says how the answer to the area question was found, just before it is set. */
  readonly finding: (source: AreaSource) => void
  /** Records that the resident is through: the server decides how the interview ended. */
  readonly finish: () => void
}

/** How long typing must rest before it is recorded. */
const restMs = 700
const none = ''

/** Turns what happens in the survey into the events of the interview. Somebody who only looks leaves no trace. */
export function recordSurvey(survey: SurveyModel, page: PageData, outbox: Outbox): Recorder {
  const { interview, language, location } = page
  const asked = new Set<string>()
  /** What was last said to each question: the answer as JSON, or that there is none. */
  const said = new Map(
    Object.entries(interview.given).map(([name, given]) => [
      name,
      given.kind === 'answered' ? JSON.stringify(given.value) : none,
    ]),
  )
  const resting = new Map<string, ReturnType<typeof setTimeout>>()
  let foundBy: AreaSource = 'list'
  let held: WireEvent[] = []
  let hasReplied = false

  const eventOf = (happening: Omit<WireEvent, 'id' | 'at'>): WireEvent => ({
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    ...happening,
  })
  /** Until the first reply nothing is sent: the questions shown so far wait for it. */
  const say = (happening: Omit<WireEvent, 'id' | 'at'>) => {
    const event = eventOf(happening)
    if (!hasReplied && event.type === 'asked') {
      held.push(event)
      return
    }
    const before = hasReplied ? [] : [...openingEvents(interview, language).map((type) => eventOf({ type })), ...held]
    hasReplied = true
    held = []
    outbox.add([...before, event])
  }

  const record = (question: Question) => {
    clearTimeout(resting.get(question.name))
    resting.delete(question.name)
    if (!question.isVisible || !question.isParentVisible) return
    for (const part of partsOf(question)) recordPart(part)
  }
  const recordPart = (part: AskedPart) => {
    const { name, value } = part
    if (value === undefined) {
      // An area leaves by itself when another ZIP no longer offers it: that is nothing the resident said.
      if (said.has(name) && name !== location?.area) pass(part)
      return
    }
    const json = JSON.stringify(value)
    if (said.get(name) === json || !part.isSound()) return
    said.set(name, json)
    say({ type: 'answered', question: name, value, ...(name === location?.area && { found: foundBy }) })
  }
  const pass = ({ name, isRequired }: AskedPart) => {
    if (isRequired || said.get(name) === none) return
    said.set(name, none)
    say({ type: 'skipped', question: name })
  }
  /** Not while typing rests: the server must know what makes a question visible before it hears that it was asked. */
  const askVisible = () => {
    if (resting.size > 0) return
    for (const { name } of visibleOn(survey)) {
      if (asked.has(name)) continue
      asked.add(name)
      say({ type: 'asked', question: name })
    }
  }
  const recordAndAsk = (question: Question) => {
    record(question)
    askVisible()
  }
  const passEmpty = () => {
    for (const part of visibleOn(survey)) if (part.value === undefined) pass(part)
  }

  survey.onValueChanged.add((_, { question }) => {
    clearTimeout(resting.get(question.name))
    if (isTyped(question)) resting.set(question.name, setTimeout(recordAndAsk, restMs, question))
    else recordAndAsk(question)
  })
  survey.onCurrentPageChanging.add((_, { isGoingForward }) => {
    commit()
    if (isGoingForward) passEmpty()
  })
  survey.onCurrentPageChanged.add((_, { isGoingBackward }) => {
    const [first] = visibleOn(survey)
    if (isGoingBackward && first) say({ type: 'went-back', question: first.name })
    askVisible()
  })
  askVisible()

  function commit(): void {
    for (const name of resting.keys()) record(survey.getQuestionByName(name))
  }
  return {
    commit,
    finding: (source) => {
      foundBy = source
    },
    finish() {
      commit()
      passEmpty()
      say({ type: 'completed' })
    },
  }
}

function visibleOn(survey: SurveyModel): AskedPart[] {
  const questions: Question[] = survey.currentPage?.questions ?? []
  return questions.filter(({ isVisible }) => isVisible).flatMap(partsOf)
}

function isTyped(question: Question): boolean {
  return ['text', 'comment', 'multipletext'].includes(question.getType())
}
