import { expect, test } from 'vitest'
import { compile } from '#instruments/engine/compile.ts'
import { converse, open, type Turn } from '#instruments/engine/converse.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { after, consented, inCity, instrument, interviewWith, inTown, study, town } from './bundled.ts'

const who = { id: '', at: '', actor: 'respondent', mode: 'sms', language: 'en' } as const

const types = ({ happenings }: Turn) => happenings.map(({ type }) => type)

test('the first text says who asks, why, how long and how to stop, and asks one question', () => {
  const { reply, happenings } = open(inTown, notBegun, 'en')
  expect(reply).toMatch(/City Survey Office.*neighborhood.*6 minutes.*STOP[^]*18 years old/)
  expect(happenings).toEqual([
    { type: 'begun', language: 'en' },
    { type: 'asked', question: 'adult', language: 'en' },
  ])
})

test('a stranger who begins with the name of a language is asked in it', () => {
  expect(converse(inTown, notBegun, 'Español').reply).toContain('¿Tiene usted 18 años o más?')
})

test('a first text that says stop begins nothing', () => {
  expect(converse(inTown, notBegun, 'STOP')).toEqual({
    asksToStop: true,
    happenings: [{ type: 'opted-out', language: 'en' }],
    reply: '',
  })
})

test('no reply to a finished interview undoes it', () => {
  const finished = apply(interviewWith(consented), { ...who, type: 'completed', outcome: 'complete' })
  for (const text of ['STOP', 'leave me alone', 'START', 'hello', 'back'])
    expect(converse(inTown, finished, text).happenings).toEqual([])
  expect(converse(inTown, finished, 'leave me alone').reply).toMatch(/no more texts/)
  expect(converse(inTown, finished, 'STOP').reply).toBe('')
})

test('a bare yes is an answer, and takes back an opt-out only after one', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  expect(types(converse(inTown, asked, 'YES'))).toEqual(['answered', 'asked'])
  const stopped = after(asked, converse(inTown, asked, 'stop'))
  expect(types(converse(inTown, stopped, 'YES'))).toEqual(['reopened', 'asked'])
})

test('an interview left on the web goes on by text with the open question, and takes no stray value for it', () => {
  const web = interviewWith({ ...consented, trust: 4 }, 'web')
  const turn = converse(inTown, web, '2')
  expect(turn.happenings).toEqual([{ type: 'asked', question: 'respect', language: 'en' }])
  expect(turn.reply).toContain('How respectfully')
})

test('a late reply to the text on which an interview broke off counts', () => {
  let interview = after(notBegun, open(inTown, notBegun, 'en'))
  interview = apply(interview, { ...who, type: 'broken-off' })
  expect(types(converse(inTown, interview, 'yes'))).toEqual(['answered', 'asked'])
  expect(types(converse(inTown, interview, 'what do you want'))).toEqual(['reopened', 'asked'])
})

test('a list of more than nine areas is answered by number or name, in two steps', () => {
  const { reply } = converse(inCity, { ...lastBut('home_zip'), awaiting: 'home_zip' }, 'skip')
  expect(reply).toContain('1) North\n2) South')
  const borough = apply(apply(lastBut('home_borough'), asked('home_borough')), answered('home_borough', 'South'))
  const area = converse(inCity, apply(borough, asked('home_area')), 'purple')
  expect(area.reply).toContain('Which police precinct do you live in?\nReply with its name or number, or SKIP')
  const named = converse(inCity, apply(borough, asked('home_area')), 'the 19th')
  expect(named.happenings[0]).toMatchObject({ type: 'answered', question: 'home_area', value: '19' })
  const unsure = converse(inCity, apply(borough, asked('home_area')), 'not sure')
  expect(types(unsure)).toEqual(['dont-know', 'completed'])
})

const asked = (question: string) => ({ ...who, type: 'asked', question }) as const
const answered = (question: string, value: string) => ({ ...who, type: 'answered', question, value }) as const

/** Consented, and everything up to this question skipped. */
function lastBut(name: string): Interview {
  let interview = interviewWith({ ...consented, contact: false })
  for (const question of inCity.questions) {
    if (question.name === name) break
    if (!question.required && question.name !== 'contact')
      interview = apply(interview, { ...who, type: 'skipped', question: question.name })
  }
  return interview
}

const polyglot = compile(
  instrument,
  { ...study, languages: ['en', 'es', 'zh-hans', 'zh-hant', 'ru', 'ar', 'ur', 'pl'] },
  town,
)

test('a stranger is asked in the language of their first text, and told the words for others where it tells none', () => {
  expect(converse(polyglot, notBegun, 'hola').happenings[0]).toEqual({ type: 'begun', language: 'es' })
  expect(converse(polyglot, notBegun, 'Здравствуйте').happenings[0]).toEqual({ type: 'begun', language: 'ru' })
  const { reply } = converse(polyglot, notBegun, '1')
  expect(reply).toContain('\n\nESPANOL, ZHONGWEN, RUSSKIY, ARABI, URDU, POLSKI\n\n')
  expect(converse(polyglot, notBegun, 'hello there').reply).not.toContain('ESPANOL')
})

test.each([
  ['2', 'zh-hant'],
  ['１', 'zh-hans'],
  ['繁體', 'zh-hant'],
  ['简体中文', 'zh-hans'],
  ['Русский', 'ru'],
  ['什么', 'zh-hans'],
])('who writes Chinese that may be either chooses before anything is asked (%s)', (text, language) => {
  const asked = converse(polyglot, notBegun, '你好')
  expect(asked).toMatchObject({ happenings: [{ type: 'begun' }] })
  expect(asked.reply.split('\n')).toHaveLength(2)
  const chosen = converse(polyglot, after(notBegun, asked), text)
  expect(chosen.happenings.at(-1)).toMatchObject({ type: 'asked', language })
  expect(after(after(notBegun, asked), chosen).language).toBe(language)
})

test('who writes in letters that we cannot read chooses among all languages, and any text goes on', () => {
  const asked = converse(polyglot, notBegun, 'שלום')
  expect(asked.reply.split('\n')).toHaveLength(8)
  expect(converse(polyglot, after(notBegun, asked), '5').happenings.at(-1)).toMatchObject({ language: 'ru' })
  expect(converse(polyglot, after(notBegun, asked), 'ok').happenings.at(-1)).toMatchObject({ language: 'en' })
})

test('a first reply in other letters is read and answered in its own language', () => {
  const asked = after(notBegun, converse(polyglot, notBegun, 'hi'))
  const turn = converse(polyglot, asked, 'да')
  expect(types(turn)).toEqual(['language-switched', 'answered', 'asked'])
  expect(turn.happenings.at(-1)).toMatchObject({ language: 'ru' })
})

test('an invited case is asked at once in its own language, or in the one it answers in', () => {
  const invited = { isInvited: true, caseLanguage: 'es' }
  const turn = converse(polyglot, notBegun, '1', invited)
  expect(turn.reply).toMatch(/^¿Tiene usted 18/)
  expect(converse(polyglot, notBegun, 'так', invited).happenings.at(-1)).toMatchObject({ language: 'ru' })
  expect(converse(polyglot, notBegun, 'hello', invited).happenings.at(-1)).toMatchObject({ language: 'es' })
})

test('who asks for the link gets it, and the question stays', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  const turn = converse(inTown, asked, 'text me the link', { link: 'https://x.example/i/abc' })
  expect(turn.happenings).toEqual([])
  expect(turn.reply).toContain('https://x.example/i/abc')
  expect(types(converse(inTown, asked, 'yes'))).toEqual(['answered', 'asked'])
})

test('what may be an opt-out is shown to a person, and nothing is asked after it', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  const turn = converse(inTown, asked, 'they should leave us alone more often')
  expect(turn).toMatchObject({ happenings: [], forHuman: 'opt-out-in-doubt' })
  expect(turn.reply).not.toMatch(/18/)
  const remark = after(interviewWith(consented), {
    happenings: [{ type: 'asked', question: 'comment', language: 'en' }],
    reply: '',
  })
  const kept = converse(inTown, remark, 'they should leave us alone more often')
  expect(kept).toMatchObject({ happenings: [{ type: 'answered' }], forHuman: 'opt-out-in-doubt' })
})

test('a question to us is shown to a person, and the question of ours stands', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  const turn = converse(inTown, asked, 'how did you get my number?')
  expect(turn).toMatchObject({ happenings: [], forHuman: 'question' })
  expect(turn.reply).toMatch(/will read your message[^]*18/)
  expect(converse(inTown, asked, 'what were the choices?')).not.toHaveProperty('forHuman')
})

test('a reply that is not understood twice is shown to a person', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  const first = converse(inTown, asked, 'purple')
  expect(first).not.toHaveProperty('forHuman')
  expect(converse(inTown, after(asked, first), 'purple').forHuman).toBe('not-understood')
})
