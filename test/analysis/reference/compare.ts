/** A difference as a multiple of what is tolerated: at most 1 is agreement. */
export type Difference = { excess: number; path: string }

/**
 * Where two results differ most, in the terms of the reference's own compare.py: everything that is expected has to be
 * there; what is expected as null is not compared.
 *
 * @param toleranceAt  relative tolerance at a place
 */
export function largestDifference(
  expected: unknown,
  found: unknown,
  toleranceAt: (path: string) => number,
  path = '',
  scale = 0,
): Difference {
  const inner = (theirs: unknown, ours: unknown, where: string, size = 0) =>
    largestDifference(theirs, ours, toleranceAt, where, size)
  if (expected === null || expected === undefined) return { excess: 0, path }
  if (typeof expected === 'number' && typeof found === 'number')
    return { excess: relative(expected, found, path, scale) / toleranceAt(path), path }
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length)
      return { excess: Infinity, path: `${path} has ${found.length} of ${expected.length}` }
    const size = Math.max(0, ...expected.map((value) => (typeof value === 'number' ? Math.abs(value) : 0)))
    return worst(expected.map((value, i) => inner(value, found[i], `${path}[${i}]`, size)))
  }
  if (isRecord(expected) && isRecord(found))
    return worst(Object.keys(expected).map((key) => inner(expected[key], found[key], `${path}/${key}`)))
  return expected === found ? { excess: 0, path } : { excess: Infinity, path: `${path} is ${String(found)}` }
}

/** A standard error that is a numerical zero counts as zero; entries tiny against their own vector count absolutely. */
function relative(theirs: number, ours: number, path: string, scale: number): number {
  const isZero = Math.abs(theirs) < 1e-6 && Math.abs(ours) < 1e-6
  if (isZero && /se|vcov|tau2_c/.test(path)) return 0
  return Math.abs(theirs - ours) / Math.max(Math.abs(theirs), 1e-6 * scale, 1e-12)
}

const worst = (all: Difference[]): Difference =>
  all.reduce((a, b) => (b.excess > a.excess || Number.isNaN(b.excess) ? b : a), { excess: 0, path: '' })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
