import { expect, test } from 'vitest'
import { converse, open } from '#instruments/engine/converse.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { after, inTown } from './bundled.ts'

const texts = ['yes', '1', 'ok', 'Trust a little', '4', '3', 'back', 'skip', '5', '2', 'purple', '1', 'yes', '1', '4']

test('a text takes less than 0.15 ms to read and to answer', () => {
  const batches = Array.from({ length: 10 }, () => millisecondsPerText(30))
  const fastest = Math.min(...batches) // the others shared the processor with something else
  console.log(`${(fastest * 1000).toFixed(0)} µs per text`)
  expect(fastest).toBeLessThan(0.15)
})

function millisecondsPerText(conversations: number): number {
  const start = performance.now()
  for (let i = 0; i < conversations; i++) {
    let interview = after(notBegun, open(inTown, notBegun, 'en'))
    for (const text of texts) interview = after(interview, converse(inTown, interview, text))
  }
  return (performance.now() - start) / (conversations * texts.length)
}
