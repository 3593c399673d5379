/**
 * Words of all languages that name the same thing, so that either stands for the other where only one choice is about
 * it: "mugged" and "Robbery and theft", "bus" and "버스". Phrases are separated by commas; a star stands for any ending.
 */
export type Topics = Readonly<Record<string, string>>
