/** A covariance matrix as a list of its rows. */
export const covarianceRows = (covariance: Float64Array, k: number): number[][] =>
  Array.from({ length: k }, (_, i) => Array.from(covariance.subarray(i * k, (i + 1) * k)))
