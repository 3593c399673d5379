import type { Misreading, Value } from '../events.ts'

/** What a resident asks for instead of answering. */
export type Command = 'skip' | 'refuse' | 'dont-know' | 'back' | 'help' | 'link' | 'opt-out' | 'opt-in' | 'language'

/** What one text says about one question. Better not understood than misread. */
export type Reading =
  | { readonly understood: true; readonly value: Value }
  | { readonly understood: false; readonly reason: Misreading; readonly command?: undefined }
  | { readonly understood: false; readonly command: Command; readonly language?: string }

export function understood(value: Value): Reading {
  return { understood: true, value }
}

export function misread(reason: Misreading): Reading {
  return { understood: false, reason }
}
