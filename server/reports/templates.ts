import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'

const source = (name: string) => readFileSync(join(import.meta.dirname, 'templates', `${name}.hbs`), 'utf8')

const handlebars = Handlebars.create()
for (const partial of ['layout', 'methods', 'bars']) handlebars.registerPartial(partial, source(partial))

/** The pages' templates. What they print is escaped; only SVG that our own drawings made goes in as it is. */
export const templates = {
  results: handlebars.compile<object>(source('results')),
  report: handlebars.compile<object>(source('report')),
  withheldReport: handlebars.compile<object>(source('withheld-report')),
  weighting: handlebars.compile<object>(source('weighting')),
  nothingYet: handlebars.compile<object>(source('nothing-yet')),
  studies: handlebars.compile<object>(source('studies')),
}
