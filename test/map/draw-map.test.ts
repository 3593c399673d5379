import { expect, test } from 'vitest'
import { drawLocator } from '#web/map/draw-locator.ts'
import { drawMap, drawSwatch, type Mark } from '#web/map/draw-map.ts'
import { layOut } from '#web/map/layout.ts'
import { supportScale } from '#web/map/scales.ts'
import { area, polygon, square } from './squares.ts'

const areas = [
  area('1', polygon(square(0, 0)), { name: 'Precinct 1' }),
  area('2', polygon(square(1, 0)), { name: 'A very long name that cannot fit into any square' }),
  area('<3>', polygon(square(2, 0)), { name: '"><script>alert(1)</script>' }),
  area('4', polygon(square(3, 0)), { name: 'Park' }),
]
const layout = layOut(areas, 400, 400)
const marks: Record<string, Mark> = {
  '1': { kind: 'value', colour: 4, isUncertain: false, short: '+23', text: 'Precinct 1: net support +23' },
  '2': { kind: 'value', colour: 0, isUncertain: true, short: '−60', text: 'Long: net support −60' },
  '<3>': { kind: 'withheld', text: '"><script>alert(1)</script>: not shown' },
  '4': { kind: 'unpopulated', text: 'Park: nobody lives here' },
}
const svg = drawMap(layout, {
  scale: supportScale,
  title: 'Support & discord',
  markOf: (id) => marks[id]!,
  hrefOf: (id) => `/results/study/${encodeURIComponent(id)}`,
})

test('every area is a link that says everything in words', () => {
  const links = [...svg.matchAll(/<a href="([^"]+)" data-area="[^"]*" aria-label="([^"]*)"><title>([^<]*)<\/title>/g)]
  expect(links.map(([, href]) => href)).toEqual([
    '/results/study/1',
    '/results/study/2',
    '/results/study/%3C3%3E',
    '/results/study/4',
  ])
  expect(links[0]?.slice(2)).toEqual(['Precinct 1: net support +23', 'Precinct 1: net support +23'])
})

test('names from files cannot become markup', () => {
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).toContain('aria-label="Support &amp; discord"')
})

test('certain, uncertain, withheld and unpopulated areas each look their own way', () => {
  expect(svg).toContain('<path class="colour-4"')
  expect(svg).toContain('<path fill="url(#support-uncertain-0)"')
  expect(svg).toContain('<path fill="url(#support-withheld)"')
  expect(svg).toContain('<path class="unpopulated"')
  for (const pattern of ['support-withheld', 'support-uncertain-0']) expect(svg).toContain(`<pattern id="${pattern}"`)
})

test('a label gives the short name with the figure where there is room, and nothing where there is not', () => {
  const labels = [...svg.matchAll(/<text class="([^"]+)"[^>]*>([^<]*)<\/text>/g)].map(
    ([, look, text]) => `${look}: ${text}`,
  )
  expect(labels).toEqual(['on-4: 1', 'on-4 figure: +23', 'on-blank: Park'])
})

test('a piece of a legend is filled like the areas it stands for', () => {
  expect(drawSwatch(supportScale, 'withheld')).toContain('url(#support-withheld)')
  expect(drawSwatch(supportScale, { kind: 'value', colour: 6, isUncertain: false })).toContain('class="colour-6"')
})

test('a locator marks one area and is one image to those who listen', () => {
  const locator = drawLocator(layout, '4', 'Where Park lies')
  expect(locator).toContain('role="img" aria-label="Where Park lies"')
  expect(locator.match(/class="here"/g)).toHaveLength(1)
  expect(drawLocator(layout, 'nowhere', '')).toBe('')
})
