import { settings } from 'survey-core'

/** The library whose rules an instrument was published under: part of a version's hash. */
export const version = `survey-core ${settings.version}`
