import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { prepare, run } from '#server/cli.ts'
import { testDatabase } from '#test/support/databases.ts'
import { fieldSample, sampledStudy } from '#test/support/sampled-wave.ts'

const at = testDatabase()

async function said(...words: string[]): Promise<string> {
  let out = ''
  const prepared = prepare(words)
  if ('text' in prepared) throw new Error(prepared.text)
  const exitCode = await run(prepared, at.deps, tmpdir(), {
    out: (text) => (out += text),
    error: (text) => (out += text),
    progress: () => {},
  })
  expect(exitCode, out).toBe(0)
  return out
}

test('weigh says in a few lines how a sample became weights', async () => {
  const study = sampledStudy({ within: [{ margin: 'sex', per: 'parent', interviews: 20 }] })
  await fieldSample(at.deps, { study })
  const out = await said('weigh', 'community-trust')
  expect(out).toMatch(
    /interviews were drawn with known chances: address \(one-adult\) \d+, phone \(numbers\) \d+; 0 came/,
  )
  expect(out).toMatch(/Base weights from [\d.]+ to [\d.,]+, with at most 4 adults and 3 lines\./)
  expect(out).toMatch(/Not told: adults of the household by \d+, phone lines by \d+/)
  expect(out).toMatch(/At the cap: \d+ households, \d+ phones\./)
  expect(out).toMatch(
    /Nonresponse: \d+ classes with response rates from \d+ % to \d+ %, factors from [\d.]+ to [\d.]+;/,
  )
  expect(out).toMatch(/Frames combined by effective size; their shares by area: address \d+ % to \d+ %, phone \d+ %/)
  expect(out).toMatch(/sex +in 2 places +\d+ +met/)
  expect(out.split('\n').length).toBeLessThan(45)
})

test('estimate says how the modes differ, and adjusts for it on request, marked as such', async () => {
  const told = await said('estimate', 'community-trust')
  expect(told).toContain('Differences by mode, in points, from web and sms at the same area and demographics:')
  expect(told).toMatch(
    / {2}support, net: home [-+][\d.]+ \([-+\d.]+ to [-+\d.]+\); F\(1, \d+\) = [\d.]+, p [=<] [\d.]+/,
  )
  expect(told).not.toContain('Adjusted for the mode')

  const adjusted = await said('estimate', 'community-trust', '--adjust-mode')
  expect(adjusted).toContain('Adjusted for the mode, as if all had answered by themselves')
  expect(adjusted.match(/^support, net: city/gm)).toHaveLength(2)
  const { modes, adjusted: rows } = JSON.parse(
    await said('estimate', 'community-trust', '--adjust-mode', '--json'),
  ) as {
    modes: { tests: object[] }
    adjusted: { adjusted: string; estimate?: number; withheld: string | null }[]
  }
  expect(modes.tests.length).toBeGreaterThan(10)
  expect(new Set(rows.map(({ adjusted: by }) => by))).toEqual(new Set(['mode']))
  const hidden = rows.filter(({ withheld }) => withheld !== null)
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.filter(({ estimate }) => estimate !== undefined)).toEqual([])
})
