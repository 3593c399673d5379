/** What went wrong and why, in a line without a stack: a message, with those of its causes in brackets. */
export function reasonsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // An address that is tried in several ways fails with a code and no words.
  const own = error.message || ('code' in error ? String(error.code) : error.name)
  return error.cause === undefined ? own : `${own} (${reasonsOf(error.cause)})`
}
