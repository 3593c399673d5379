/** An expected refusal: a code that never changes, an HTTP status, and a sentence that says what to do. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.details = details
  }
}

const problem =
  <D extends Record<string, unknown>>(code: string, status: number, message: (details: D) => string) =>
  (details: D) =>
    new Problem(code, status, message(details), details)

export const notFound = problem('not-found', 404, () => 'There is nothing at this address.')
export const noSuchStudy = problem('no-such-study', 404, (d: { study: string }) => `There is no study "${d.study}".`)
export const noSuchArea = problem('no-such-area', 404, (d: { area: string }) => `There is no area "${d.area}".`)
export const noSuchLayer = problem(
  'no-such-layer',
  404,
  (d: { layer: string }) =>
    `There is no layer "${d.layer}" yet. Import it first: npx canvass areas import ${d.layer} <file.geojson> --id <property>`,
)
export const noSuchWave = problem('no-such-wave', 404, (d: { study: string; wave?: number }) =>
  d.wave === undefined
    ? `Study "${d.study}" has no wave yet. Open one: npx canvass wave open ${d.study}`
    : `Study "${d.study}" has no wave ${d.wave}.`,
)
export const noOpenWave = problem(
  'study-closed',
  410,
  (d: { study: string }) => `Study "${d.study}" is not taking answers now.`,
)
export const anotherWaveOpen = problem(
  'another-wave-open',
  409,
  (d: { study: string; wave: number }) =>
    `Wave ${d.wave} of "${d.study}" is open. Close it first: npx canvass wave close ${d.study} --wave ${d.wave}`,
)
export const unreadable = problem('unreadable', 422, (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`)
export const notWeighed = problem(
  'not-weighed',
  409,
  (d: { study: string }) => `This wave of "${d.study}" has no weights yet. Run: npx canvass weigh ${d.study}`,
)
/** Names the variable and, where there is one, the category that stands in the way, and its area. */
export const cannotWeigh = problem(
  'cannot-weigh',
  422,
  (d: { reason: string; variable?: string | undefined; category?: string | undefined; area?: string }) => d.reason,
)
/** As many as fit a screen. */
const mostFindings = 20
export const noResultsYet = problem(
  'no-results-yet',
  404,
  (d: { study: string }) => `There are no results of "${d.study}" yet.`,
)
export const badFile = problem(
  'bad-file',
  422,
  (d: { file: string; findings: readonly string[] }) =>
    `${d.file} cannot be used:\n  ${d.findings.slice(0, mostFindings).join('\n  ')}${
      d.findings.length > mostFindings ? `\n  … and ${d.findings.length - mostFindings} more` : ''
    }`,
)
export const refused = problem('refused', 422, (d: { reason: string }) => d.reason)
export const badSignature = problem('bad-signature', 403, () => 'The signature does not fit this address and body.')
export const noSuchLink = problem(
  'no-such-link',
  404,
  () => 'This link does not work. Please check that you have all of it.',
)
export const badFolder = problem(
  'bad-folder',
  409,
  (d: { folder: string; others: readonly string[] }) =>
    `${d.folder} holds other files (${d.others.slice(0, 3).join(', ')}${d.others.length > 3 ? ', …' : ''}). Name an empty or a new folder, or one that this command has written before.`,
)
export const noSuchItem = problem(
  'no-such-item',
  404,
  (d: { id: string }) => `The inbox has no item ${d.id}. See: npx canvass inbox list <study>`,
)
