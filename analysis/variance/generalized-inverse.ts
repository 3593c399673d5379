/**
 * A generalized inverse of a symmetric non-negative matrix by the sweep operator: dependent rows and columns (the last
 * dummy of a margin, for one) are left out, so that projections come out the same whichever are.
 *
 * @param matrix  size × size, row by row; not changed
 * @returns       size × size, symmetric
 * @see           Goodnight (1979), The American Statistician 33, 149–158
 */
export function generalizedInverse(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice()
  const swept: boolean[] = []
  for (let k = 0; k < size; k++) {
    const pivot = a[k * size + k]!
    swept[k] = pivot > 1e-10 * matrix[k * size + k]! && pivot > 0
    if (!swept[k]) continue
    for (let j = 0; j < size; j++) a[k * size + j]! /= pivot
    for (let i = 0; i < size; i++) {
      const factor = a[i * size + k]!
      if (i === k || factor === 0) continue
      for (let j = 0; j < size; j++) a[i * size + j]! -= factor * a[k * size + j]!
      a[i * size + k] = -factor / pivot
    }
    a[k * size + k] = 1 / pivot
  }
  return a.map((value, place) => (swept[Math.floor(place / size)] && swept[place % size] ? value : 0))
}

/** Product of two square matrices, row by row. */
export function product(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const value = left[i * size + k]!
      if (value === 0) continue
      for (let j = 0; j < size; j++) result[i * size + j]! += value * right[k * size + j]!
    }
  }
  return result
}

/** Product of a symmetric matrix and a vector, in which most numbers may be 0. */
export function times(symmetric: Float64Array, vector: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const value = vector[i]!
    if (value !== 0) for (let j = 0; j < size; j++) result[j]! += value * symmetric[i * size + j]!
  }
  return result
}
