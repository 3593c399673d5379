import { escaped } from './escape.ts'
import { fits, lineGapPx, shortName } from './label-text.ts'
import type { LaidOutArea, MapLayout } from './layout.ts'
import type { Scale } from './scales.ts'

/** What one area shows. `text` says everything in words, for those who hover, tab or listen. */
export type Mark = { readonly text: string } & (
  | { readonly kind: 'value'; readonly colour: number; readonly isUncertain: boolean; readonly short: string }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unpopulated' }
)

export type Drawing = {
  readonly scale: Scale
  readonly title: string
  readonly markOf: (areaId: string) => Mark
  /** Where an area leads to. */
  readonly hrefOf: (areaId: string) => string
}

/** Draws a map as SVG; its colours come from the style sheet (web/style/results.css), by class. */
export function drawMap(layout: MapLayout, { scale, title, markOf, hrefOf }: Drawing): string {
  const marked = layout.areas.map((area) => ({ area, mark: markOf(area.id) }))
  const areas = marked.map(
    ({ area, mark }) =>
      `<a href="${escaped(hrefOf(area.id))}" data-area="${escaped(area.id)}" aria-label="${escaped(mark.text)}">` +
      `<title>${escaped(mark.text)}</title><path ${fillOf(mark, scale)} fill-rule="evenodd" d="${area.path}"/></a>`,
  )
  return [
    `<svg class="map ${scale.name}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-label="${escaped(title)}">`,
    patterns(scale),
    `<g class="areas">${areas.join('')}</g>`,
    `<path class="parent-borders" d="${layout.parentBorders}"/>`,
    `<g class="labels" aria-hidden="true">${marked.map(({ area, mark }) => label(area, mark)).join('')}</g>`,
    '</svg>',
  ].join('')
}

/** A piece of a legend that looks like the area it stands for; the map with its patterns is on the same page. */
export function drawSwatch(
  scale: Scale,
  mark: Omit<Extract<Mark, { kind: 'value' }>, 'text' | 'short'> | 'withheld' | 'unpopulated',
) {
  const fill = fillOf(typeof mark === 'string' ? { kind: mark, text: '' } : { ...mark, text: '', short: '' }, scale)
  return `<svg class="map swatch ${scale.name}" viewBox="0 0 28 18" aria-hidden="true"><path ${fill} d="M1,1H27V17H1Z"/></svg>`
}

function fillOf(mark: Mark, { name }: Scale): string {
  switch (mark.kind) {
    case 'value':
      return mark.isUncertain ? `fill="url(#${name}-uncertain-${mark.colour})"` : `class="colour-${mark.colour}"`
    case 'withheld':
      return `fill="url(#${name}-withheld)"`
    case 'unpopulated':
      return 'class="unpopulated"'
  }
}

/** Hatching for what is withheld, and each colour once more with light dots for what is uncertain. */
function patterns({ name, classes }: Scale): string {
  const dotted = classes.map(
    (_class, colour) =>
      `<pattern id="${name}-uncertain-${colour}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="7" height="7" class="colour-${colour}"/><circle cx="3.5" cy="3.5" r="0.9" class="dot-${colour}"/></pattern>`,
  )
  return (
    `<defs><pattern id="${name}-withheld" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" class="blank"/><rect width="1.6" height="6" class="hatch"/></pattern>${dotted.join('')}</defs>`
  )
}

/** The name with its figure, or the name alone, or nothing: a figure alone would be taken for a name. */
function label({ name, label: { x, y, room } }: LaidOutArea, mark: Mark): string {
  const first = shortName(name)
  if (!fits([first], room)) return ''
  const second = mark.kind === 'value' && fits([first, mark.short], room) ? mark.short : undefined
  const colour = mark.kind === 'value' ? `on-${mark.colour}` : 'on-blank'
  const at = (line: number) => `x="${x.toFixed(1)}" y="${(y + line).toFixed(1)}"`
  return second
    ? `<text class="${colour}" ${at(-lineGapPx / 2)}>${escaped(first)}</text><text class="${colour} figure" ${at(lineGapPx / 2)}>${escaped(second)}</text>`
    : `<text class="${colour}" ${at(0)}>${escaped(first)}</text>`
}
