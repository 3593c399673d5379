/** The size of the labels' type, as results.css and survey.css have it. */
const fontPx = 10
export const lineGapPx = 11

/** "Precinct 75" is "75" on a map of precincts. */
export function shortName(name: string): string {
  return /^\D+ (\d+\w?)$/.exec(name)?.[1] ?? name
}

/** Whether lines of text fit into a circle; a letter is taken as 0.58 of the font's size wide. */
export function fits(lines: readonly string[], room: number): boolean {
  const height = fontPx + (lines.length - 1) * lineGapPx
  const width = Math.max(...lines.map((line) => line.length)) * fontPx * 0.58
  return lines.every((line) => line !== '') && Math.hypot(width / 2, height / 2 - 2) <= room
}
