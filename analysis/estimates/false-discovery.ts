/**
 * P-values for many questions at once: among all that stay below 5 %, about 5 % are false alarms.
 *
 * @param probabilities  0 to 1
 * @returns              as many, none smaller than it was
 * @see                  Benjamini & Hochberg (1995), JRSS B 57, 289–300
 */
export function falseDiscoveryRates(probabilities: readonly number[]): number[] {
  const falling = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!)
  const result = probabilities.map(() => 1)
  let least = 1
  falling.forEach((i, place) => {
    least = Math.min(least, (probabilities[i]! * probabilities.length) / (probabilities.length - place))
    result[i] = least
  })
  return result
}
