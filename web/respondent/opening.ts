import type { Interview } from '#instruments/engine/interview.ts'

/** What the log has to know before the next reply on the web: that the interview begins, comes back, or has moved here. */
export function openingEvents(
  interview: Interview,
  language: string,
): ('begun' | 'reopened' | 'mode-switched' | 'language-switched')[] {
  if (interview.status === 'not-begun') return ['begun']
  return [
    ...(interview.status === 'broken-off' ? (['reopened'] as const) : []),
    ...(interview.mode === 'web' ? [] : (['mode-switched'] as const)),
    ...(interview.language === language ? [] : (['language-switched'] as const)),
  ]
}
