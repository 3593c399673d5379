import { layOut, type MapLayout } from '#web/map/layout.ts'
import type { Results } from './results.ts'

/** The map of a wave's page. */
export function mapLayout({ shapes }: Results): MapLayout {
  return layOut(shapes, 640, 640)
}

/** The small map of a report that shows where its area lies. */
export function locatorLayout({ shapes }: Results): MapLayout {
  return layOut(shapes, 150, 150)
}
