/** Our code for a language, however it is written: "zh-cn" and "zh_Hans" are "zh-hans", "es-US" is "es". */
export function languageCode(code: string): string {
  const written = code.toLowerCase().replaceAll('_', '-')
  const chinese = /^zh(?:-|$)/.test(written)
  if (chinese) return /hant|tw|hk|mo/.test(written) ? 'zh-hant' : 'zh-hans'
  return written.split('-')[0] ?? written
}

/** The code by which survey-core knows a language. */
export function surveyCode(code: string): string {
  return { 'zh-hans': 'zh-cn', 'zh-hant': 'zh-tw' }[code] ?? code
}
