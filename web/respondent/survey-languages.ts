/** survey-core's own words (error texts and the like), fetched for the one language that a page is in. English is built in. */
const packs: Readonly<Record<string, () => Promise<unknown>>> = {
  es: () => import('survey-core/i18n/spanish'),
  'zh-hans': () => import('survey-core/i18n/simplified-chinese'),
  'zh-hant': () => import('survey-core/i18n/traditional-chinese'),
  ru: () => import('survey-core/i18n/russian'),
  bn: () => import('./survey-words/bn.ts'),
  ht: () => import('survey-core/i18n/haitian-creole'),
  ko: () => import('survey-core/i18n/korean'),
  ar: () => import('survey-core/i18n/arabic'),
  ur: () => import('./survey-words/ur.ts'),
  fr: () => import('survey-core/i18n/french'),
  pl: () => import('survey-core/i18n/polish'),
}

export async function loadSurveyWords(language: string): Promise<void> {
  await packs[language]?.()
}
