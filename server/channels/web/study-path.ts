import { studyId } from '#instruments/engine/study.ts'

/** Where a study's pages begin, for Fastify; an address with anything else for a study is not found. */
export const studyPath = `/s/:study(${studyId.source})`
