/** An orthonormal basis of the span of some columns. */
export type Basis = {
  vectors: Float64Array[]
  /** Which columns are independent of those before them; the others add nothing. */
  kept: number[]
  /** kept column i = Σ_{j ≤ i} triangle[i][j] · vectors[j]. */
  triangle: Float64Array[]
}

/**
 * Gram and Schmidt's basis, orthogonalised twice so that it is orthogonal to the last digit.
 *
 * @param tolerance  a column counts as dependent when less than this share of its length is new
 */
export function basisOf(columns: readonly Float64Array[], tolerance = 1e-7): Basis {
  const basis: Basis = { vectors: [], kept: [], triangle: [] }
  columns.forEach((column, c) => {
    const rest = column.slice()
    const before = lengthOf(rest)
    const row = new Float64Array(basis.vectors.length + 1)
    for (let round = 0; round < 2; round++) {
      basis.vectors.forEach((vector, j) => {
        const along = dot(vector, rest)
        row[j]! += along
        addTimes(rest, -along, vector)
      })
    }
    const length = lengthOf(rest)
    if (!(length > tolerance * before)) return
    row[basis.vectors.length] = length
    basis.triangle.push(row)
    basis.kept.push(c)
    basis.vectors.push(rest.map((value) => value / length))
  })
  return basis
}

/** What of a vector is orthogonal to the basis. */
export function residualOf({ vectors }: Pick<Basis, 'vectors'>, values: Float64Array): Float64Array {
  const rest = values.slice()
  for (const vector of vectors) addTimes(rest, -dot(vector, rest), vector)
  return rest
}

/** Coefficients of the kept columns in the projection of a vector on their span. */
export function coefficientsOf({ vectors, triangle }: Basis, values: Float64Array): Float64Array {
  const result = Float64Array.from(vectors, (vector) => dot(vector, values))
  for (let i = result.length - 1; i >= 0; i--) {
    for (let later = i + 1; later < result.length; later++) result[i]! -= triangle[later]![i]! * result[later]!
    result[i]! /= triangle[i]![i]!
  }
  return result
}

/** Inverse of the kept columns' cross products, row by row. */
export function inverseCrossProduct({ triangle }: Basis): Float64Array {
  const size = triangle.length
  // Rows of the inverse of the (upper) triangle: column j of it solves R x = unit j.
  const inverse = triangle.map((_, j) => {
    const x = new Float64Array(size)
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0
      for (let later = i + 1; later <= j; later++) sum -= triangle[later]![i]! * x[later]!
      x[i] = sum / triangle[i]![i]!
    }
    return x
  })
  const result = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) for (const column of inverse) result[a * size + b]! += column[a]! * column[b]!
  return result
}

/** Σ left · right. */
export function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!
  return sum
}

const lengthOf = (values: Float64Array): number => Math.sqrt(dot(values, values))

function addTimes(target: Float64Array, factor: number, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * values[i]!
}
