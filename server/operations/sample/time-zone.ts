/** What Americans call their zones. "EST" is also a zone of its own without summer time, which nobody means. */
const american: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  central: 'America/Chicago',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mountain: 'America/Denver',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pacific: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
}

/** The time zone that is meant, by its name in the IANA database; undefined when there is none. */
export function timeZoneOf(written: string): string | undefined {
  const known = american[written.toLowerCase().replace(/ (standard |daylight )?time$/, '')]
  if (known) return known
  // A bare offset has no summer time: 20:30 would be an hour off for half of the year.
  if (/^[+-]?\d|^(utc|gmt).*\d/i.test(written)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
