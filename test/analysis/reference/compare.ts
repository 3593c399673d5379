/** Where two results differ most, in the terms of the reference's own compare.py; only what `ours` has is compared. */
export function largestDifference(theirs: unknown, ours: unknown, path = ''): { difference: number; path: string } {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return { difference: relative(theirs, ours, path, 0), path }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length)
      return { difference: Infinity, path: `${path} has ${ours.length} of ${theirs.length}` }
    const scale = Math.max(0, ...theirs.map((value) => (typeof value === 'number' ? Math.abs(value) : 0)))
    return worst(
      ours.map((value, i) => {
        const place = `${path}[${i}]`
        const their: unknown = theirs[i]
        return typeof value === 'number' && typeof their === 'number'
          ? { difference: relative(their, value, place, scale), path: place }
          : largestDifference(their, value, place)
      }),
    )
  }
  if (isRecord(ours) && isRecord(theirs))
    return worst(
      Object.keys(ours)
        .filter((key) => ours[key] !== undefined)
        .map((key) => largestDifference(theirs[key], ours[key], `${path}/${key}`)),
    )
  return theirs === null || ours === theirs
    ? { difference: 0, path }
    : { difference: Infinity, path: `${path} is ${String(ours)}` }
}

/** A standard error that is a numerical zero counts as zero; entries tiny against their own vector count absolutely. */
function relative(theirs: number, ours: number, path: string, scale: number): number {
  const isZero = Math.abs(theirs) < 1e-6 && Math.abs(ours) < 1e-6
  if (isZero && /se|vcov/.test(path)) return 0
  return Math.abs(theirs - ours) / Math.max(Math.abs(theirs), 1e-6 * scale, 1e-12)
}

const worst = (all: { difference: number; path: string }[]) =>
  all.reduce((a, b) => (b.difference > a.difference ? b : a), { difference: 0, path: '' })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
