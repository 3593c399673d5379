import { escaped } from './escape.ts'
import type { MapLayout } from './layout.ts'

/** A small map that shows where in the city an area lies. */
export function drawLocator(layout: MapLayout, areaId: string, title: string): string {
  const area = layout.areas.find(({ id }) => id === areaId)
  if (!area) return ''
  const { x, y } = area.label
  return [
    `<svg class="map locator" viewBox="0 0 ${layout.width} ${layout.height}" role="img" aria-label="${escaped(title)}">`,
    `<path class="outline" d="${layout.outline}"/><path class="parent-borders" d="${layout.parentBorders}"/>`,
    `<path class="here" fill-rule="evenodd" d="${area.path}"/>`,
    `<circle class="around" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="14"/>`,
    '</svg>',
  ].join('')
}
