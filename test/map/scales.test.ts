import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classOf, discordScale, isUncertain, type Scale, supportScale } from '#web/map/scales.ts'

test.each([
  { scale: supportScale, points: -100, colour: 0 },
  { scale: supportScale, points: -50.6, colour: 0 },
  { scale: supportScale, points: -50.4, colour: 1 },
  { scale: supportScale, points: -10.4, colour: 3 },
  { scale: supportScale, points: 0, colour: 3 },
  { scale: supportScale, points: 10.4, colour: 3 },
  { scale: supportScale, points: 10.6, colour: 4 },
  { scale: supportScale, points: 100, colour: 6 },
  { scale: discordScale, points: 0, colour: 0 },
  { scale: discordScale, points: 19.6, colour: 1 },
  { scale: discordScale, points: 100, colour: 5 },
])('$scale.name $points is of class $colour, by the whole points that are printed', ({ scale, points, colour }) => {
  expect(classOf(scale, points)).toBe(colour)
})

test.each([supportScale, discordScale])('the classes of $name leave no whole point out', ({ classes }) => {
  classes.slice(1).forEach(({ from }, i) => expect(from).toBe(classes[i]!.to + 1))
})

test('as many classes stand against as for, mirrored around a balanced one', () => {
  const { classes } = supportScale
  expect(classes.map(({ from, to }) => [-to, -from]).reverse()).toEqual(classes.map(({ from, to }) => [from, to]))
})

test('a figure is uncertain when its interval reaches more than ten points to each side', () => {
  expect(isUncertain({ low: 0, high: 20 })).toBe(false)
  expect(isUncertain({ low: 0, high: 20.2 })).toBe(true)
})

const sheet = readFileSync('web/style/results.css', 'utf8')
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)')

/** A colour's red, green and blue, as light: 0 to 1. */
function lightOf(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}
const luminance = ([r, g, b]: [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const lightness = (y: number) => 116 * Math.cbrt(y) - 16

/** What people without one kind of cone see (Viénot, Brettel and Mollon, 1999), in light. */
const eyes: Record<string, (rgb: [number, number, number]) => [number, number, number]> = {
  'all cones': (rgb) => rgb,
  'no red cones': ([r, g, b]) => [0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b],
  'no green cones': ([r, g, b]) => [
    0.29275 * r + 0.70725 * g,
    0.29275 * r + 0.70725 * g,
    -0.02234 * r + 0.02234 * g + b,
  ],
}

function coloursOf(theme: string, { name, classes }: Scale, prefix = ''): string[] {
  const whole = theme === dark ? [dark, light] : [light]
  return classes.map((_class, i) => {
    const found = whole.map((css) => new RegExp(`--${prefix}${name}-${i}: (#[0-9a-f]{6})`).exec(css)?.[1]).find(Boolean)
    if (!found) throw new Error(`No colour --${prefix}${name}-${i}`)
    return found
  })
}

describe.each([
  { theme: 'light', css: light },
  { theme: 'dark', css: dark },
])('in $theme mode', ({ css }) => {
  test.each([supportScale, discordScale])(
    'the colours of $name get darker in one direction, for every eye and in grey print',
    (scale) => {
      for (const see of Object.values(eyes)) {
        const steps = coloursOf(css, scale).map((hex) => lightness(luminance(see(lightOf(hex)))))
        const differences = steps.slice(1).map((step, i) => step - steps[i]!)
        expect(new Set(differences.map(Math.sign)).size).toBe(1)
        expect(Math.min(...differences.map(Math.abs))).toBeGreaterThan(5)
      }
    },
  )

  test.each([supportScale, discordScale])('text on the colours of $name has a contrast of 4.5 or more', (scale) => {
    const [fills, inks] = [coloursOf(css, scale), coloursOf(css, scale, 'on-')]
    fills.forEach((fill, i) => {
      const [a, b] = [luminance(lightOf(fill)), luminance(lightOf(inks[i]!))]
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `class ${i}`).toBeGreaterThanOrEqual(4.5)
    })
  })
})
