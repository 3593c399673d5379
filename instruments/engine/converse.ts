import { asideIn, asksUs, heedAside, helpText, inDoubt, stopped } from './aside.ts'
import { beforeTheBeginning } from './before-the-beginning.ts'
import { reasonText } from './check-value.ts'
import { begun, isChoosingLanguage, type Known, languageChosen, ofCase } from './begin.ts'
import { offeredChoices } from './choices.ts'
import { closingOf } from './closing.ts'
import type { Compiled } from './compile.ts'
import type { Misreading } from './events.ts'
import { languageByScript } from './find-language.ts'
import { type Interview, isOpen } from './interview.ts'
import { line } from './languages/index.ts'
import { letterAt } from './languages/letters.ts'
import { type Choice, inLanguage, type Question } from './question.ts'
import { isQuestionToUs } from './replies/asked-back.ts'
import { languageAsked, optIn, optOut } from './replies/commands.ts'
import type { Command } from './replies/index.ts'
import { mayBeOptOut } from './replies/opt-out-inside.ts'
import { answersOf, nextQuestion, previousQuestion, visibleQuestions } from './route.ts'
import { askingAgain, goingOn, happened, made, type Making, making, saying, showing, type Turn } from './turn.ts'
import { readStep, type Step } from './two-step.ts'

export { open } from './begin.ts'
export type { Turn } from './turn.ts'

/** What is known beside the interview itself. */
export type Around = Known & {
  /** The personal link with which the interview goes on on the web; who asks for one where there is none gets help. */
  readonly link?: string | undefined
}

/** How often a question is asked again before it is left out; before that, a person is shown what was texted. */
const timesAskedAgain = 2

/** One incoming text against the interview as it stands: what happened, and the one message that answers it. */
export function converse(compiled: Compiled, interview: Interview, text: string, around: Around = {}): Turn {
  const { languages } = compiled.study
  const language = interview.language ?? ofCase(around, languages) ?? languages[0] ?? 'en'
  const turn = making(compiled, interview, { language, link: around.link })
  if (interview.status === 'opted-out') return optIn(text) ? made(resumed(turn)) : made(turn)
  const stop = optOut(text)
  if (stop) return made(stopped(turn, stop))
  if (interview.status === 'not-begun') return made(beforeTheBeginning(turn, text, around) ?? begun(turn, text, around))
  if (!isOpen(interview)) return made(afterTheEnd(turn, text))
  if (isChoosingLanguage(interview))
    return made(heedAsideWhileChoosing(turn, text) ?? languageChosen(turn, text, around))

  const awaited = visibleQuestions(compiled, interview).find(({ name }) => name === interview.awaiting)
  if (awaited) return made(replied(inTheirScript(turn, text), awaited, text))
  const next = nextQuestion(compiled, interview)
  if (!next) return made(goingOn(turn))
  const reading = readStep(compiled, interview, next, text, language)
  // A late reply to the text on which the interview broke off counts; a value for a question not texted yet does not.
  const wasTexted = interview.status === 'broken-off' && interview.mode === 'sms'
  const counts = 'group' in reading || reading.understood ? wasTexted : reading.command !== undefined
  return made(counts ? answered(turn, next, reading) : resumed(turn))
}

/** Who asks for help with the list of languages is told by what comes next who we are. */
function heedAsideWhileChoosing(turn: Making, text: string): Making | undefined {
  return asideIn(text, [turn.language, ...turn.compiled.study.languages]) === 'help' ? undefined : heedAside(turn, text)
}

/** A first reply in other letters than our question shows what its writer reads. */
function inTheirScript(turn: Making, text: string): Making {
  const { compiled, interview, language } = turn
  if (Object.keys(interview.given).length > 0) return turn
  const found = languageByScript(text, compiled.study.languages)
  if (!found || 'among' in found || found.language === language) return turn
  return happened({ ...turn, language: found.language }, { type: 'language-switched' })
}

/** A reply to the question that was asked. What may be an opt-out goes to a person, and nothing is asked after it. */
function replied(turn: Making, question: Question, text: string): Making {
  const { compiled, interview, language } = turn
  const reading = readStep(compiled, interview, question, text, language)
  const isCommand = !('group' in reading) && !reading.understood && reading.command !== undefined
  const mayAnswer = interview.mode === 'sms' && !question.byLink
  if (!mayAnswer && !isCommand) return noAnswer(turn, question, text)
  if ('group' in reading) return answered(turn, question, reading)
  const isFree = question.kind === 'comment' || question.kind === 'text'
  if (reading.understood) {
    if (!isFree || !mayBeOptOut(text)) return answered(turn, question, reading)
    return inDoubt(happened(turn, { type: 'answered', question: question.name, value: reading.value }))
  }
  if (reading.command === undefined && reading.reason === 'reaction') return answered(turn, question, reading)
  if (reading.command === undefined && mayBeOptOut(text)) return inDoubt(turn)
  if (isQuestionToUs(text, compiled.study.languages)) {
    const asked = asksUs(turn)
    return askingAgain(reading.command === 'help' ? saying(asked, helpText(turn)) : asked, question)
  }
  return answered(turn, question, reading)
}

/**
 * Any text while a question waits that is answered under the personal link, or that only another mode has asked: "done",
 * "OK", or what was meant for the text before. The link, or the question, then comes by text.
 */
function noAnswer(turn: Making, question: Question, text: string): Making {
  const { compiled, interview } = turn
  if (mayBeOptOut(text)) return inDoubt(turn)
  const isToUs = isQuestionToUs(text, compiled.study.languages)
  const heard = isToUs ? asksUs(turn) : turn
  return interview.mode === 'sms' ? askingAgain(heard, question) : resumed(heard)
}

function answered(turn: Making, question: Question, reading: Step): Making {
  const { name } = question
  if ('group' in reading) return askingAgain(happened(turn, { type: 'asked', question: name, ...reading }), question)
  if (reading.understood) return goingOn(happened(turn, { type: 'answered', question: name, value: reading.value }))
  if (reading.command) return commanded(turn, question, reading.command, reading.language)
  return notUnderstood(turn, question, reading.reason, reading.between)
}

function commanded(turn: Making, question: Question, command: Command, language = turn.language): Making {
  switch (command) {
    case 'skip':
    case 'refuse':
    case 'dont-know':
      return declined(turn, question, command)
    case 'back': {
      if (turn.interview.group !== undefined)
        return askingAgain(happened(turn, { type: 'asked', question: question.name }), question)
      const earlier = previousQuestion(turn.compiled, turn.interview, question.name)
      if (!earlier) return askingAgain(saying(turn, line(turn.language, 'firstQuestion')), question)
      return askingAgain(happened(turn, { type: 'went-back', question: earlier.name }), earlier)
    }
    case 'help':
      return askingAgain(saying(turn, helpText(turn)), question)
    case 'link':
      return saying(turn, turn.link ? line(turn.language, 'webLink', { link: turn.link }) : helpText(turn))
    case 'language':
      return askingAgain(happened({ ...turn, language }, { type: 'language-switched' }), question)
    case 'opt-in':
      return askingAgain(turn, question)
    case 'opt-out':
      return stopped(turn, 'plain')
  }
}

/** A required question cannot be declined; "skip" on a question gone back to keeps its answer. */
function declined(turn: Making, question: Question, command: 'skip' | 'refuse' | 'dont-know'): Making {
  const { name } = question
  if (command === 'skip' && isAnswered(turn, question)) return goingOn(turn)
  if (question.required) return askingAgain(saying(turn, line(turn.language, 'needed')), question)
  return goingOn(happened(turn, { type: declinedAs[command], question: name }))
}

const declinedAs = { skip: 'skipped', refuse: 'refused', 'dont-know': 'dont-know' } as const

/** Asked again at most twice; then left out, or, where nothing goes on without it, broken off until the next text. */
function notUnderstood(turn: Making, question: Question, reason: Misreading, between: readonly Choice[] = []): Making {
  const { language } = turn
  const missed = happened(turn, { type: 'not-understood', question: question.name, reason })
  const { misses } = missed.interview
  const shown = misses === timesAskedAgain ? showing(missed, 'not-understood') : missed
  const why = between.length > 0 ? whichLetter(turn, question, between) : reasonText(reason, language, question)
  if (misses <= timesAskedAgain) return askingAgain(saying(shown, why), question)
  const leftOut = saying(shown, line(language, 'leftOut'))
  if (isAnswered(turn, question)) return goingOn(leftOut)
  if (question.required) return saying(happened(missed, { type: 'broken-off' }), line(language, 'cannotGoOn'))
  return goingOn(happened(leftOut, { type: 'skipped', question: question.name, reason: 'not-understood' }))
}

/** How to say which of the choices was meant that a number may stand for: by their letters on the list. */
function whichLetter(
  { compiled, interview, language }: Making,
  question: Question,
  between: readonly Choice[],
): string {
  const options = offeredChoices(compiled, interview, question).flatMap((choice, i) =>
    between.includes(choice) ? [`${letterAt(i, language)}) ${inLanguage(choice.label, language)}`] : [],
  )
  return line(language, 'whichLetter', { options: options.join(', ') })
}

function isAnswered({ compiled, interview }: Making, { name }: Question): boolean {
  return name in answersOf(compiled, interview)
}

function resumed(turn: Making): Making {
  const welcomed = saying(turn, line(turn.language, 'welcomeBack'))
  const back = turn.interview.status === 'in-progress' ? welcomed : happened(welcomed, { type: 'reopened' })
  return goingOn(back, { afterPause: true })
}

function afterTheEnd(turn: Making, text: string): Making {
  const { compiled, interview, language } = turn
  const { status } = interview
  const { languages } = compiled.study
  const reading = languageAsked(text, languages) ?? language
  const aside = heedAside({ ...turn, language: reading }, text)
  if (aside) return aside
  if (status === 'ineligible' || status === 'declined')
    return saying(turn, inLanguage(closingOf(compiled.study, status), reading))
  return saying(turn, line(reading, 'finished'))
}
