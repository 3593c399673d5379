const id = '[a-z][a-z0-9-]{1,62}'

/** Where a study's pages begin, for Fastify; an address with anything else for a study is not found. */
export const studyPath = `/s/:study(^${id}$)`

export function isStudyId(text: string): boolean {
  return new RegExp(`^${id}$`).test(text)
}
