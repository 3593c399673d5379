/** survey-core's own words (error texts and the like), fetched for the one language that a page is in. English is built in. */
const packs: Readonly<Record<string, () => Promise<unknown>>> = {
  es: () => import('survey-core/i18n/spanish'),
}

export async function loadSurveyWords(language: string): Promise<void> {
  await packs[language]?.()
}
