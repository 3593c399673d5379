import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../web/style', name), 'utf8')

/** The sheet of maps and reports. */
export function resultsStyle(): string {
  return read('results.css')
}

/** Everything a page needs in one text, for pages that stand alone. */
export function wholeStyle(): string {
  return read('canvass.css').replace(/@import ["']\.\/(.+)["'];/g, (_, name: string) => read(name)) + resultsStyle()
}

/** The same for the report on a weighting. */
export function weightingStyle(): string {
  return wholeStyle() + read('weighting.css')
}
