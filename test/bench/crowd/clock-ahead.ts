import { readFileSync } from 'node:fs'

/**
 * Preloaded into servers and workers (`node --import`): their clocks go ahead of this machine's by the milliseconds that
 * the file CLOCK_FILE says, so that a run can stand at the end of somebody's day whenever it is started. Time itself
 * passes as it does.
 */
const file = process.env.CLOCK_FILE ?? ''
const real = Date
const freshMs = 20
let [aheadMs, readAt] = [0, -Infinity]

function now(): number {
  const at = real.now()
  if (Math.abs(at - readAt) > freshMs) [aheadMs, readAt] = [Number(readFileSync(file, 'utf8')), at]
  return at + aheadMs
}

globalThis.Date = new Proxy(real, {
  construct: (target, given: unknown[], made: new () => object) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], made) as object,
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
})
