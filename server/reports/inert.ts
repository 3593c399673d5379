/** A text from elsewhere, so that a spreadsheet does not run it as a formula. A plain number stays as it is. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
