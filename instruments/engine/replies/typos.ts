/** How far a word is from another that it may stand for: slips of the finger, or another form of it, or undefined. */
export function distance(word: string, other: string, spare = 0): number | undefined {
  if (word === other) return 0
  if (/\p{Script=Han}/u.test(word)) return oneCharacterOff(word, other) ? 1 : undefined
  if (/\p{Script=Hangul}/u.test(word)) return isSameStem(word, other) ? 1 : slipsBetweenSyllables(word, other, spare)
  if (/\p{Script=Arabic}/u.test(word) && arabicStem(word) === arabicStem(other)) return 1
  if (isElided(word, other)) return 1
  const allowed = slipsAllowed(word)
  const slips = slipsBetween(word, other, allowed === 0 ? 0 : allowed + spare)
  return slips ?? (isInflected(word, other) ? 1 : undefined)
}

/** "L'emploi" and "emploi": apostrophes are gone by now. */
function isElided(word: string, other: string): boolean {
  const bare = word.replace(/^(?:l|d|qu)(?=[aeiouh]\w{3})/, '')
  return bare !== word && (bare === other || isInflected(bare, other))
}

/** Whether two words are one in two forms, without any slip: "согласна" and "согласен", "않아요" and "않음". */
export function isFormOf(word: string, other: string): boolean {
  if (/\p{Script=Hangul}/u.test(word)) return isSameStem(word, other)
  return isInflected(word, other)
}

function slipsAllowed({ length }: string): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2
}

/** "Homeless" and "homelessness": five letters or more the same, and no more than an ending apart. */
function isInflected(word: string, other: string): boolean {
  let same = 0
  while (same < word.length && word[same] === other[same]) same++
  return same >= 5 && word.length - same <= 3 && other.length - same <= 4
}

/** Korean verbs as a list and as people have them: "않음" and "않아요", "신뢰함" and "신뢰합니다". */
function isSameStem(word: string, other: string): boolean {
  return koreanStem(word) === koreanStem(other)
}

function koreanStem(word: string): string {
  const bare = word.replace(
    /(?:습니다|ㅂ니다|합니다|했습니다|했어요|해요|해|하다|함|아요|어요|아|어|음|네요|죠|지요|요)$/u,
    '',
  )
  return bare === '' ? word : bare
}

/** An Arabic word without article, preposition and the endings for her, mine and many: "بسيارتي" is "السيارة". */
export function arabicStem(word: string): string {
  const bare = word.replace(/^(?:وال|بال|كال|فال|ال|لل|ب)(?=.{3})/u, '').replace(/(?:تي|يه|ه|ي|ين|ون|ات)$/u, '')
  return bare.length >= 3 ? bare : word
}

/** Korean slips are of a letter within a syllable. */
function slipsBetweenSyllables(word: string, other: string, spare: number): number | undefined {
  const letters = word.normalize('NFD')
  return slipsBetween(letters, other.normalize('NFD'), letters.length < 6 ? 0 : 1 + spare)
}

/** Three characters or more, all but one the same, and that one does not turn the meaning. */
function oneCharacterOff(word: string, other: string): boolean {
  if (word.length < 3 || word.length !== other.length) return false
  const off = Array.from(other).filter((character, i) => character !== word[i])
  return off.length === 1 && !/[不没无非未别很太最更少多大小上下前后好坏]/.test(off.join(''))
}

/**
 * How many letters are wrong, missing, too many or swapped between two words (Damerau and Levenshtein, in the form that
 * edits no place twice), or undefined when there are more than `most`. The first letter must be right: a slip there
 * often makes a word that means the opposite ("unsafe", "несогласен").
 */
export function slipsBetween(one: string, other: string, most: number): number | undefined {
  if (one === other) return 0
  if (most === 0 || one[0] !== other[0] || Math.abs(one.length - other.length) > most) return undefined
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      next.push(slips)
    }
    before = row
    row = next
  }
  const slips = row[other.length] ?? Infinity
  return slips <= most ? slips : undefined
}
