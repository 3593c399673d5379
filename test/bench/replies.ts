/**
 * How fast texts are read: 100,000 lines over the questions of the corpus, as `canvass replies` gets them.
 * `npm run bench:replies [lines]`
 */
import { replyReader } from '#server/operations/read-replies.ts'
import { corporaIn } from '../instruments/corpus.ts'

const lines = Number(process.argv[2] ?? 100_000)
const corpora = corporaIn(new URL('../instruments/corpus/open/', import.meta.url)).slice(0, 3) // nine or ten questions each
const samples = corpora.flatMap(({ language, questions, replies }) =>
  replies.map(({ question, text }) => JSON.stringify({ question: questions[question], language, text })),
)
const distinct = new Set(corpora.flatMap(({ questions }) => Object.values(questions))).size

const read = replyReader()
const start = performance.now()
let understood = 0
for (let i = 0; i < lines; i++) {
  const reading = read(samples[i % samples.length] ?? '', i + 1)
  if ('understood' in reading && reading.understood) understood++
}
const seconds = (performance.now() - start) / 1000
console.log(
  `${lines} replies over ${distinct} questions in ${seconds.toFixed(1)} s: ${((seconds / lines) * 1e6).toFixed(0)} µs each, ${((100 * understood) / lines).toFixed(0)} % with a value`,
)
