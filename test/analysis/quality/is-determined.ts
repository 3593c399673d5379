import { generalizedInverse } from '#analysis/variance/generalized-inverse.ts'

/** Whether unknown i is a combination of the known sums: e_i lies in their row space. */
export function isDetermined(rows: number[][], i: number, size: number): boolean {
  const normal = new Float64Array(size * size)
  for (const row of rows) row.forEach((a, j) => row.forEach((b, k) => (normal[j * size + k]! += a * b)))
  const inverse = generalizedInverse(normal, size)
  // The projection of e_i on the row space is e_i itself.
  const projected = Array.from({ length: size }, (_, j) =>
    Array.from({ length: size }, (_unused, k) => inverse[i * size + k]! * normal[k * size + j]!).reduce(
      (a, b) => a + b,
      0,
    ),
  )
  return projected.every((value, j) => Math.abs(value - (i === j ? 1 : 0)) < 1e-9)
}
