import type { Label } from './labels.ts'
import type { Listening } from './listening.ts'
import { matches } from './naming.ts'
import { pinyinOf, isRomanised, soundOf, soundsLike } from './sounds.ts'

/**
 * The choices that sound like the reply: written in Latin letters ("skoree doveryayu"), with the wrong character of the
 * right syllable ("躁音"), or with letters that sound the same ("vibliotecas").
 */
export function alikeInSound(listening: Listening, words: readonly string[]): Label[] {
  const said = words.join(' ')
  if (/\d/.test(said) || said === '') return []
  const { labels } = listening
  if (labels.some((label) => /\p{Script=Han}/u.test(label.said))) return inChinese(labels, said)
  const sound = words.map(soundOf).join(' ')
  if (isRomanised(said) && sound.length > 2) {
    const whole = labels.filter((label) => !isRomanised(label.said) && label.words.map(soundOf).join(' ') === sound)
    if (whole.length === 1) return whole
  }
  const found = matches(listening, words, (word, other) => (soundsLike(word, other) ? 1 : undefined))
  const telling = found.filter(({ slips }) => slips > 0 && sound.length > 2)
  return telling.some(({ isTurned }) => isTurned) ? [] : telling.map(({ label }) => label)
}

/** Two syllables or more of a label, those of all of it first. */
function inChinese(labels: readonly Label[], said: string): Label[] {
  const sound = pinyinOf(said)
  const isPinyin = isRomanised(said)
  if (isPinyin ? sound.length < 4 : said.length < 2) return []
  const whole = labels.filter((label) => pinyinOf(label.said) === sound)
  if (whole.length === 1) return whole
  const holding = labels.filter((label) => at(label.said, said, sound) >= 0)
  return holding.some((label) => /[不没无非]/.test(label.said.slice(0, at(label.said, said, sound)))) ? [] : holding
}

/** Where in a label the characters begin that sound so. */
function at(label: string, said: string, sound: string): number {
  const characters = Array.from(label)
  return characters.findIndex((_, from) => {
    for (let to = from + 2; to <= characters.length; to++) {
      const part = characters.slice(from, to).join('')
      if (pinyinOf(part) === sound && (isRomanised(said) || soundsLike(said, part))) return true
    }
    return false
  })
}
