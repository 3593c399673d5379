import type { Words } from './words/index.ts'

/** What an area is called on a page: a name that is only a number gets its layer's word before it, "Precinct 75". */
export function areaTitle(name: string, layer: string, words: Words): string {
  return /^\d/.test(name) ? `${layerWord(layer, words)} ${name}` : name
}

export function layerWord(layer: string, words: Words): string {
  return words.layers[layer] ?? words.area
}

/** Why a figure is not shown, as the end of a sentence. */
export function reasonIn(words: Words, reason: string): string {
  return words.reasons[reason] ?? words.reasons.otherwise
}
