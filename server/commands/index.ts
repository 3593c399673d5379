import { analyze } from './analyze.ts'
import { areasImport } from './areas-import.ts'
import type { Command } from './command.ts'
import { enough } from './enough.ts'
import { estimate } from './estimate.ts'
import { exportCommand } from './export.ts'
import { inboxClose, inboxCode, inboxList, inboxOptOut, inboxReply, inboxShow } from './inbox.ts'
import { links } from './links.ts'
import { marginsImport } from './margins-import.ts'
import { migrateCommand } from './migrate.ts'
import { placesImport } from './places-import.ts'
import { quality } from './quality.ts'
import { replies } from './replies.ts'
import { report } from './report.ts'
import { sampleImport } from './sample-import.ts'
import { simulateCommand } from './simulate.ts'
import { studyCheck, studyPublish } from './study.ts'
import { textsFollowUp, textsLink } from './texts-after.ts'
import { textsPlan, textsStart, textsStatus, textsStop } from './texts-campaign.ts'
import { textsNumber } from './texts-number.ts'
import { textsOptIn, textsOptOut } from './texts-opt-out.ts'
import { textsCancel, textsRelease } from './texts-waiting.ts'
import { waveClose, waveList, waveOpen, wavePause } from './wave.ts'
import { weigh } from './weigh.ts'
import { weightingReport } from './weighting-report.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  migrateCommand,
  studyCheck,
  studyPublish,
  replies,
  analyze,
  areasImport,
  marginsImport,
  placesImport,
  waveOpen,
  wavePause,
  waveClose,
  waveList,
  sampleImport,
  links,
  inboxList,
  inboxShow,
  inboxCode,
  inboxReply,
  inboxOptOut,
  inboxClose,
  textsPlan,
  textsStart,
  textsStop,
  textsStatus,
  textsRelease,
  textsCancel,
  textsLink,
  textsFollowUp,
  textsNumber,
  textsOptOut,
  textsOptIn,
  simulateCommand,
  quality,
  enough,
  weigh,
  weightingReport,
  estimate,
  report,
  exportCommand,
]
