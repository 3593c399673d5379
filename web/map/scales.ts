/** One colour of a map: the whole points that belong to it, both ends included. */
export type ColourClass = { readonly from: number; readonly to: number }

/** How figures become colours. The classes never follow the data, so that waves and cities can be laid side by side. */
export type Scale = { readonly name: 'support' | 'discord'; readonly classes: readonly ColourClass[] }

/** Net support, −100 to +100: as many classes against as for, around one that is balanced. */
export const supportScale: Scale = {
  name: 'support',
  classes: [
    { from: -100, to: -51 },
    { from: -50, to: -31 },
    { from: -30, to: -11 },
    { from: -10, to: 10 },
    { from: 11, to: 30 },
    { from: 31, to: 50 },
    { from: 51, to: 100 },
  ],
}

/** Polarization, 0 to 100: 0 when all give one answer, 50 when answers spread evenly, 100 when half stand at each end. */
export const discordScale: Scale = {
  name: 'discord',
  classes: [
    { from: 0, to: 19 },
    { from: 20, to: 29 },
    { from: 30, to: 39 },
    { from: 40, to: 49 },
    { from: 50, to: 59 },
    { from: 60, to: 100 },
  ],
}

/** The number of a figure's class. It goes by the whole points that are printed, so that map and table agree. */
export function classOf({ classes }: Scale, points: number): number {
  const rounded = Math.round(points)
  const found = classes.findIndex(({ to }) => rounded <= to)
  return found === -1 ? classes.length - 1 : found
}

/** From this half-width of an interval on, in points, a figure is marked as uncertain. */
const uncertainFrom = 10

export function isUncertain({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return (high - low) / 2 > uncertainFrom
}
