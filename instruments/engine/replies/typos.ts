/** How many slips of the finger a word of this length may have. */
export function slipsAllowed(word: string): number {
  if (word.length < 4 || /\p{Script=Han}/u.test(word)) return 0
  return word.length < 8 ? 1 : 2
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
