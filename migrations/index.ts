import type { Migration } from 'kysely/migration'
import * as studies from './0001-studies.ts'
import * as interviews from './0002-interviews.ts'
import * as contacts from './0003-contacts.ts'
import * as weights from './0004-weights.ts'
import * as turns from './0005-turns.ts'
import * as people from './0006-people.ts'
import * as sending from './0007-sending.ts'
import * as conversations from './0008-conversations.ts'
import * as samples from './0009-samples.ts'
import * as overtakenTexts from './0010-overtaken-texts.ts'
import * as models from './0011-models.ts'
import * as weightFactors from './0012-weight-factors.ts'
import * as sendingWithCare from './0014-sending-with-care.ts'
import * as optOutsOfInterviews from './0015-opt-outs-of-interviews.ts'

/** Every migration in its order. Append only: one that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-studies': studies,
  '0002-interviews': interviews,
  '0003-contacts': contacts,
  '0004-weights': weights,
  '0005-turns': turns,
  '0006-people': people,
  '0007-sending': sending,
  '0008-conversations': conversations,
  '0009-samples': samples,
  '0010-overtaken-texts': overtakenTexts,
  '0011-models': models,
  '0012-weight-factors': weightFactors,
  '0014-sending-with-care': sendingWithCare,
  '0015-opt-outs-of-interviews': optOutsOfInterviews,
}
