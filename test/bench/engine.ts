import { converse, open } from '#instruments/engine/converse.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { after, inTown } from '#test/instruments/bundled.ts'

const texts = ['yes', '1', 'ok', 'Trust a little', '4', '3', 'back', 'skip', '5', '2', 'purple', '1', 'yes', '1', '4']

/** How long a text takes to read and to answer, without database and network. */
export function benchEngine(print: (line: string) => void = console.log): void {
  const batches = Array.from({ length: 10 }, () => millisecondsPerText(30))
  const fastest = Math.min(...batches) // the others shared the processor with something else
  print(`engine: ${(fastest * 1000).toFixed(0)} µs to read a text and to answer it`)
}

function millisecondsPerText(conversations: number): number {
  const start = performance.now()
  for (let i = 0; i < conversations; i++) {
    let interview = after(notBegun, open(inTown, notBegun, 'en'))
    for (const text of texts) interview = after(interview, converse(inTown, interview, text))
  }
  return (performance.now() - start) / (conversations * texts.length)
}

if (import.meta.main) benchEngine()
