import manifest from '../package.json' with { type: 'json' }

/** Which program made a figure: kept with every weighting run. */
export const program = `canvass ${manifest.version}`
