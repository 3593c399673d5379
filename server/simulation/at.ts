/** The item at a position that is known to exist. Typed arrays and lists alike. */
export function at<T>(list: { readonly [index: number]: T }, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`There is nothing at position ${index}`)
  return item
}
