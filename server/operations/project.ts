import type { Compiled } from '#instruments/engine/compile.ts'
import { locate } from '#instruments/engine/geography.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import { answersOf } from '#instruments/engine/route.ts'
import { drawOf } from '#server/store/interviews.ts'
import type { Projection } from '#server/store/turns.ts'

/** What is stored beside the fold: the answers that count, and the area with how it was found. */
export function project(
  compiled: Compiled,
  interview: Interview,
  { interviewId, caseArea }: { interviewId: string; caseArea: string | null },
): Projection {
  const { geography, study } = compiled
  return {
    answers: answersOf(compiled, interview),
    area: locate(geography, study.location, interview, caseArea, drawOf(interviewId)),
  }
}
