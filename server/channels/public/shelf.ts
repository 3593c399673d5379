/** Keeps what was made last, so that the same thing is made once however many ask; what failed is made again. */
export function shelf<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key, make) => {
    const found = kept.get(key)
    // The latest asked for stands last; the first in line is the one to go.
    kept.delete(key)
    const value = found ?? make()
    kept.set(key, value)
    if (!found) value.catch(() => kept.get(key) === value && kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
}
