import { AnalysisRefusal } from '../refusal.ts'

/**
 * Cholesky's lower triangle L of a positive definite matrix A = LL'.
 *
 * @param matrix  size × size, row by row
 * @throws        AnalysisRefusal when the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const l = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= l[i * size + k]! * l[j * size + k]!
      if (i !== j) l[i * size + j] = sum / l[j * size + j]!
      else if (sum > 1e-13 * Math.abs(matrix[i * size + i]!)) l[i * size + i] = Math.sqrt(sum)
      else
        throw new AnalysisRefusal(
          'singular',
          'A covariance matrix has no inverse: some of its figures depend on others.',
        )
    }
  }
  return l
}

/** Solves A x = b with A's triangle. */
export function solveWith(l: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = forward(l, size, b)
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= l[k * size + i]! * x[k]!
    x[i]! /= l[i * size + i]!
  }
  return x
}

/** Solves L x = b. */
export function forward(l: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i * size + k]! * x[k]!
    x[i]! /= l[i * size + i]!
  }
  return x
}

/** Inverse of a positive definite matrix, row by row. @throws AnalysisRefusal when it has none */
export const inverseOf = (matrix: Float64Array, size: number): Float64Array => inverseWith(cholesky(matrix, size), size)

/** The inverse of A by A's triangle. */
export function inverseWith(l: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size)
    unit[column] = 1
    result.set(solveWith(l, size, unit), column * size) // symmetric: rows are columns
  }
  return result
}

/** x'A⁻¹x. @throws AnalysisRefusal when the matrix has no inverse */
export function inverseForm(matrix: Float64Array, x: Float64Array): number {
  const half = forward(cholesky(matrix, x.length), x.length, x)
  return half.reduce((sum, value) => sum + value * value, 0)
}

/** Eigenvalues of a symmetric matrix by Jacobi's rotations. @see Golub & Van Loan (2013), section 8.5 */
export function eigenvalues(matrix: Float64Array, size: number): number[] {
  const a = matrix.slice()
  const at = (i: number, j: number) => a[i * size + j]!
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0
    let all = 0
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        all += at(i, j) ** 2
        if (i !== j) off += at(i, j) ** 2
      }
    if (Math.sqrt(off) <= Number.EPSILON * 1e-1 * Math.sqrt(all)) break
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, size, p, q)
  }
  return Array.from({ length: size }, (_, i) => at(i, i))
}

function rotate(a: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!
  if (apq === 0) return
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [a[k * size + p]!, a[k * size + q]!]
    a[k * size + p] = c * kp - s * kq
    a[k * size + q] = s * kp + c * kq
  }
  for (let k = 0; k < size; k++) {
    const [pk, qk] = [a[p * size + k]!, a[q * size + k]!]
    a[p * size + k] = c * pk - s * qk
    a[q * size + k] = s * pk + c * qk
  }
}
