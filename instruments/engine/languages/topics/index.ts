import { people } from './people.ts'
import { places } from './places.ts'
import { safety } from './safety.ts'
import type { Topics } from './topics.ts'

export const topics: Topics = { ...safety, ...places, ...people }
