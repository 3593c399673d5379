import type { Mode } from '#instruments/engine/events.ts'
import { type Question, titleOf } from '#instruments/engine/question.ts'
import { normal, randomFrom, type Random } from './random.ts'

/** Seconds to decide and answer beside reading or hearing the question; texts lie a while before they are seen. */
const answering: Readonly<Record<Mode, number>> = { web: 3, sms: 45, phone: 5, home: 5, street: 4 }
/** Silent reading at 200 words a minute, reading aloud at 150. */
const perWord: Readonly<Record<Mode, number>> = { web: 0.3, sms: 0.3, phone: 0.4, home: 0.4, street: 0.4 }

/** How people's paces spread (standard deviation of the logarithm), and each of their times around their own pace. */
const spread = { person: 0.3, time: 0.45 }

/** Whole seconds that a question takes a resident: by its length, the mode, their own pace, and the moment. */
export function paceOf(mode: Mode, key: string, resident: number): (question: Question) => number {
  const random: Random = randomFrom(key, 'pace', resident)
  const own = Math.exp(spread.person * normal(random))
  return (question) => {
    const words = titleOf(question, 'en').split(/\s+/).length
    const usual = answering[mode] + perWord[mode] * words
    return Math.max(1, Math.round(usual * own * Math.exp(spread.time * normal(random))))
  }
}

/** As many work in each mode. */
const interviewersPerMode = 12

/** Who writes down the answers: residents themselves by web and text, otherwise one of the mode's interviewers. */
export function actorFor(mode: Mode, key: string, resident: number): string {
  if (mode === 'web' || mode === 'sms') return 'respondent'
  const number = 1 + Math.floor(interviewersPerMode * randomFrom(key, 'interviewer', resident)())
  return `staff:simulated-${mode}-${String(number).padStart(2, '0')}`
}
