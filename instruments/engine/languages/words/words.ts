import type { NumberWords } from './numbers.ts'

export type Script = 'Arabic' | 'Bengali' | 'Cyrillic' | 'Han' | 'Hangul' | 'Latin'

/**
 * What residents say to us in one language. Each list is phrases separated by commas, as people write them: case,
 * accents, apostrophes and digits of any script are taken away when the words are prepared. Parentheses give ways to
 * say one part, an empty way leaves it out: "(im |)not sure" stands for "im not sure" and "not sure".
 */
export type Words = {
  readonly script: Script
  readonly yes: string
  readonly no: string
  /** Short or Latin spellings that mean yes or no only from a resident of this language: "y", "k", "la". */
  readonly yesHere: string
  readonly noHere: string
  /** Turns what stands beside it around: "not", "without". */
  readonly negation: string
  /** Takes back what stands beside it: "but", "it depends", "before". */
  readonly hedge: string
  /** Leaves some doubt and no other answer: "maybe 3", "about ten". */
  readonly perhaps: string
  /** "All but the last". */
  readonly except: string
  readonly skip: string
  readonly refuse: string
  readonly dontKnow: string
  readonly back: string
  readonly help: string
  /** Asks for the link to go on with on the web. */
  readonly link: string
  /** Words that may stand before or after a request and change nothing: "please stop now". */
  readonly courtesy: string
  /** Whole messages that ask us never to text again. */
  readonly optOut: string
  readonly none: string
  readonly all: string
  readonly both: string
  /** Joins parts of a list: "1 and 3". */
  readonly and: string
  readonly or: string
  /** Between the ends of a range: "1 to 3". */
  readonly upTo: string
  /** Between a point and the end of its scale: "7 out of 10". */
  readonly outOf: string
  /** Words for much, and for a little, that people use in each other's place where only one is on the list. */
  readonly very: string
  readonly mild: string
  /** Before a number: that many from the top of the list, or from its end; alone, the very last. */
  readonly firstFew: string
  readonly lastFew: string
  /** What follows takes the place of what went before: "2, I mean 3". */
  readonly correction: string
  /** What follows explains what went before: "4 because they help". */
  readonly because: string
  /** Words around an answer that carry nothing: "I would say", "option", "please". */
  readonly filler: string
  /** What follows a number and carries nothing: "2nd", "2번". */
  readonly counters: string
  /** Written onto the end, or the beginning, of a word without changing what it names. */
  readonly endings: string
  readonly beginnings: string
  /** Beside a number in a choice: this many or more, as in "75 or older", and its likes. */
  readonly orMore: string
  readonly moreThan: string
  readonly lessThan: string
  readonly orLess: string
  /** Years, months, weeks, days, hours, minutes; several ways to write one are separated by |. */
  readonly units: string
  readonly numbers: NumberWords
  /** After a number: and a half; or half of one. Before a number: and a half more. Between the parts of a decimal. */
  readonly half: string
  readonly halfMore: string
  readonly point: string
  /** Numbers that no rule makes, with their value in front: "1.5 półtora". */
  readonly mixed: string
  /** January to December and Monday to Sunday; several ways to write one are separated by |. */
  readonly months: string
  readonly weekdays: string
  /** How people write a date in figures. Slashes are ambiguous where two ways are in use. */
  readonly dates: 'month-first' | 'day-first' | 'year-first'
  readonly decimal: 'point' | 'comma'
  /** Whether "not" stands at the end, far from what it turns around. */
  readonly verbLast: boolean
  /** What a phone writes before, or after, the text of ours that was reacted to, and what it calls a picture. */
  readonly reactions: string
  readonly reactionsAfter: string
  readonly media: string
}
