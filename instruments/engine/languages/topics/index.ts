import { people } from './people.ts'
import { places } from './places.ts'
import { safety } from './safety.ts'
import { scales } from './scales.ts'
import type { Topics } from './topics.ts'

export const topics: Topics = { ...safety, ...places, ...people, ...scales }
