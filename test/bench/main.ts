import { benchAnalysis } from './analysis.ts'
import { benchEngine } from './engine.ts'
import { benchTexts } from './texts.ts'

/** What `npm run bench` prints: texts through the webhook beside bare inserts, weights and estimates, memory. */
benchEngine()
await benchTexts()
benchAnalysis()
