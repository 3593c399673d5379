import { fits, shortName } from '#web/map/label-text.ts'
import { layOut } from '#web/map/layout.ts'
import type { AreaCollection } from './page-data.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** A map on which each area is a button, with pointer and keyboard. */
export function drawAreaMap(
  features: AreaCollection['features'],
  { help, widthPx, chosen }: { help: string; widthPx: number; chosen: unknown },
  choose: (area: { id: string; name: string }) => void,
): HTMLElement {
  const areas = features.map(({ properties, geometry }) => ({ ...properties, geometry }))
  const layout = layOut(areas, widthPx, 1.2 * widthPx)
  const svg = shape('svg', {
    class: 'area-map',
    viewBox: `0 0 ${layout.width} ${layout.height}`,
    role: 'group',
    'aria-label': help,
  })
  for (const { id, name, path, label } of layout.areas) {
    const area = shape('g', {
      class: 'area',
      role: 'button',
      tabindex: '0',
      'aria-label': name,
      'aria-pressed': String(id === chosen),
    })
    const title = shape('title', {})
    title.textContent = name
    area.append(title, shape('path', { d: path, 'fill-rule': 'evenodd' }))
    const shown = shortName(name)
    if (fits([shown], label.room)) {
      const text = shape('text', { x: String(label.x), y: String(label.y), 'aria-hidden': 'true' })
      text.textContent = shown
      area.append(text)
    }
    const pick = () => {
      svg.querySelector('[aria-pressed=true]')?.setAttribute('aria-pressed', 'false')
      area.setAttribute('aria-pressed', 'true')
      choose({ id, name })
    }
    area.addEventListener('click', pick)
    area.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault()
        pick()
      }
    })
    svg.append(area)
  }
  const figure = document.createElement('figure')
  const caption = document.createElement('figcaption')
  caption.className = 'hint'
  caption.textContent = help
  figure.append(caption, svg)
  return figure
}

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
