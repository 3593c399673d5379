import { Unreadable } from '../csv-file.ts'

/** What a sample file may tell of a case (contracts.md), one column each. */
const single = [
  'case_id',
  'person_id',
  'name',
  'first_name',
  'last_name',
  'language',
  'address',
  'unit',
  'latitude',
  'longitude',
  'area',
  'frame',
  'stratum',
  'probability',
  'time_zone',
  'consent',
  'consent_at',
] as const
export type Field = (typeof single)[number]

export type PhoneColumn = { readonly at: number; readonly typeAt: number | undefined; readonly kind: PhoneKind }
export type PhoneKind = 'mobile' | 'landline' | 'voip' | 'unknown'

/** Where a file has what. */
export type Columns = {
  readonly at: Readonly<Partial<Record<Field, number>>>
  /** In the order in which they are tried. */
  readonly phones: readonly PhoneColumn[]
  /** What is kept with the case as frame data: heading and place. */
  readonly kept: readonly (readonly [string, number])[]
  /** Headings that look like somebody's own details, which no case may carry. */
  readonly leftOut: readonly string[]
}

/** What the headings of other programs mean; each as `plainHeading` writes it. */
const synonyms: Readonly<Record<string, Field>> = {
  case: 'case_id',
  id: 'case_id',
  sample_id: 'case_id',
  record_id: 'case_id',
  respondent_id: 'person_id',
  full_name: 'name',
  contact_name: 'name',
  given_name: 'first_name',
  firstname: 'first_name',
  surname: 'last_name',
  lastname: 'last_name',
  lang: 'language',
  preferred_language: 'language',
  street_address: 'address',
  address1: 'address',
  address_1: 'address',
  address2: 'unit',
  address_2: 'unit',
  apt: 'unit',
  apartment: 'unit',
  lat: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  long: 'longitude',
  strata: 'stratum',
  prob: 'probability',
  selection_probability: 'probability',
  inclusion_probability: 'probability',
  timezone: 'time_zone',
  tz: 'time_zone',
  consent_how: 'consent',
  consent_source: 'consent',
  consent_date: 'consent_at',
}

/** phone, phone2, phone_3, telephone, mobile, cell_phone, home_phone, landline …; and phone_type, phone2_type. */
const phoneHeading = /^(?:(home|work|mobile|cell)_?)?(phone|telephone|tel|mobile|cell|landline)(?:_?number)?_?(\d?)$/
const typeHeading = /^(?:phone|telephone)_?(\d?)_?(?:type|kind)_?(\d?)$/
const personal =
  /e_?mail|birth|dob|^ssn$|social_security|passport|licen[cs]e|surname|nick_?name|contact|phone|mobile|fax/

/** What `--map heading=word` may say beside our own columns. */
const asFrameData = 'keep'
const notAtAll = 'skip'

/** A heading in lower case with _ for whatever is no letter or digit. */
export function plainHeading(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/**
 * Which column of a file is what: by our own names, by usual ones, by the layer's name for the area, and before all by
 * what the caller says of a heading.
 *
 * @param told  heading → one of our columns, `keep` (frame data) or `skip`
 * @throws Unreadable for a heading that stands twice, for two that mean the same, for a mapping of what is not there
 */
export function columnsOf(
  heading: readonly string[],
  { layer, told }: { layer: string; told: ReadonlyMap<string, string> },
): Columns {
  const twice = heading.find((name, place) => name !== '' && heading.indexOf(name) !== place)
  if (twice !== undefined) throw new Unreadable(`It has the column "${twice}" more than once.`)
  for (const name of told.keys())
    if (!heading.some((own) => isSame(own, name)))
      throw new Unreadable(`It has no column "${name}" to map. Its header is: ${heading.join(', ').slice(0, 300)}.`)

  const meanings = heading.map((name) => meaningOf(name, layer, told))
  const at: Partial<Record<Field, number>> = {}
  for (const field of single) {
    const places = meanings.flatMap((meaning, place) => (meaning === field ? [place] : []))
    const named = places.filter((place) => plainHeading(heading[place] ?? '') === field)
    const [place, other] = named.length === 1 ? named : places
    if (other !== undefined)
      throw new Unreadable(
        `Its columns ${places.map((one) => `"${heading[one]}"`).join(' and ')} could both be ${field}. Say which with --map, and skip the other: --map "${heading[other]}=skip".`,
      )
    if (place !== undefined) at[field] = place
  }
  const rest = heading.flatMap((name, place) => (meanings[place] === asFrameData ? [[name, place] as const] : []))
  const own = (name: string) => [...told].some(([mapped, to]) => to === asFrameData && isSame(mapped, name))
  const isPersonal = ([name]: readonly [string, number]) => personal.test(plainHeading(name)) && !own(name)
  return {
    at,
    phones: phoneColumns(heading, meanings),
    kept: rest.filter((column) => column[0] !== '' && !isPersonal(column)),
    leftOut: rest.filter(isPersonal).map(([name]) => name),
  }
}

function isSame(one: string, other: string): boolean {
  return plainHeading(one) === plainHeading(other)
}

function meaningOf(heading: string, layer: string, told: ReadonlyMap<string, string>): string {
  const [, word] = [...told].find(([name]) => isSame(name, heading)) ?? []
  const known: readonly string[] = [...single, asFrameData, notAtAll]
  const name = word === undefined ? plainHeading(heading) : plainHeading(word)
  if (known.includes(name) || phoneHeading.test(name) || typeHeading.test(name)) return name
  if (word !== undefined)
    throw new Unreadable(
      `"${word}" in --map is none of: ${single.join(', ')}, phone, phone2 …, phone_type, keep (as frame data), skip.`,
    )
  return synonyms[name] ?? (name === plainHeading(layer) ? 'area' : asFrameData)
}

function phoneColumns(heading: readonly string[], meanings: readonly string[]): PhoneColumn[] {
  const types = new Map<string, number>()
  for (const [place, meaning] of meanings.entries()) {
    const [isType, before, after] = typeHeading.exec(meaning) ?? []
    if (isType) types.set(before || after || '1', place)
  }
  const found = heading.flatMap((_, place) => {
    const [isPhone, sort = '', word = '', number = ''] = phoneHeading.exec(meanings[place] ?? '') ?? []
    return isPhone ? [{ place, rank: Number(number || 1), kind: kindOf(`${sort} ${word}`) }] : []
  })
  // Array.sort keeps the order of the file among equals.
  return found
    .sort((a, b) => a.rank - b.rank)
    .map(({ place, rank, kind }) => ({ at: place, typeAt: types.get(String(rank)), kind }))
}

/** What a word says of a phone: "Cell phone", "wireless", "landline". */
export function kindOf(word: string): PhoneKind {
  if (/mobil|cell|wireless|^m$/i.test(word)) return 'mobile'
  if (/land|fixed|^l$/i.test(word)) return 'landline'
  return /voip|^v$/i.test(word) ? 'voip' : 'unknown'
}
