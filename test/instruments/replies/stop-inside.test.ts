import { expect, test } from 'vitest'
import { optOut } from '#instruments/engine/replies/commands.ts'
import { mayBeOptOut } from '#instruments/engine/replies/opt-out-inside.ts'
import { stopInside } from '#instruments/engine/replies/stop-inside.ts'

/** What each text asks for, where any words are an answer, and where a choice is. */
test.each<[text: string, free: ReturnType<typeof stopInside>, closed: ReturnType<typeof stopInside>]>([
  ['no, stop texting me', 'clear', 'clear'],
  ['I am so tired of this please just stop texting me ok', 'clear', 'clear'],
  ['i have asked you three times already stop texting me', 'clear', 'clear'],
  ['leave me alone please im busy', 'clear', 'clear'],
  ['remove my number from your list i never signed up', 'clear', 'clear'],
  ['More lights. Stop texting me.', 'clear', 'clear'],
  ['More lights. Leave us alone', 'doubtful', 'clear'],
  ['the cops never leave me alone', 'doubtful', 'doubtful'],
  ['he yelled "leave me alone"', 'doubtful', 'doubtful'],
  ['my neighbor said, leave me alone', 'doubtful', 'doubtful'],
  ['I told you, leave me alone', 'clear', 'clear'],
  ['I told my wife to tell you people to stop texting me', 'doubtful', 'doubtful'],
  ["don't stop texting me lol", 'doubtful', 'doubtful'],
  ['stop texting while driving', 'doubtful', 'doubtful'],
  ['stop sending cops to my block', 'doubtful', 'doubtful'],
  ['stop the shooting', undefined, undefined],
  ['los vecinos no me dejan en paz', undefined, undefined],
  ['por favor dejen de escribirme', 'clear', 'clear'],
  ['la policía no me molesta', 'doubtful', 'doubtful'],
  ['соседи говорят: оставьте меня в покое', 'doubtful', 'doubtful'],
  ['пожалуйста, больше не пишите мне', 'clear', 'clear'],
  ['希望枪击不要再发生', undefined, undefined],
  ['别再发短信给我了,很烦', 'clear', 'clear'],
  ['경찰이 나를 내버려 두지 않아요', 'doubtful', 'doubtful'],
  ['더 이상 문자 보내지 마세요', 'clear', 'clear'],
  ['la police ne me laisse jamais tranquille', undefined, undefined],
  ['arrêtez de m’écrire svp', 'clear', 'clear'],
  ['tang mat karo, msg bhejna band karo', 'clear', 'clear'],
  ['the cops bother me, leave me alone', 'doubtful', 'clear'],
])('%s', (text, free, closed) => {
  expect([stopInside(text, true), stopInside(text, false)]).toEqual([free, closed])
})

/** Of the number: who has it now is nobody that we asked. */
test.each([
  'you have the wrong number',
  'número equivocado',
  'vous avez un mauvais numéro',
  'move nimewo',
  'вы ошиблись номером',
  'to zły numer',
  '你打错电话了',
  '你打錯電話了',
  'ভুল নাম্বার',
  '번호 잘못 아셨어요',
  'الرقم غلط',
  'غلط نمبر ہے',
])('"%s" asks us to stop', (text) => {
  expect(optOut(text)).toBe('plain')
})

test.each(['wrong number on the building', '打错了', 'pomyłka', 'the bus has the wrong number'])(
  '"%s" does not',
  (text) => {
    expect(optOut(text)).toBeUndefined()
  },
)

test.each([
  'this is spam',
  'Why do you keep texting me?',
  '¿por qué me siguen escribiendo?',
  'c’est du spam',
  'зачем вы мне пишете',
  'czemu ciągle do mnie piszecie',
  '为什么一直给我发短信',
  '왜 자꾸 문자 보내세요',
])('a person reads "%s"', (text) => {
  expect(mayBeOptOut(text)).toBe(true)
  expect(optOut(text)).toBeUndefined()
})

test.each(['there is spam in the mailroom', 'they keep the noise down', 'the city should text people about events'])(
  '"%s" is an answer',
  (text) => {
    expect(mayBeOptOut(text)).toBe(false)
  },
)

test.each(['the cops never leave me alone', 'he said: leave me alone', 'stop sending cops to my block'])(
  'a person decides on "%s"',
  (text) => {
    expect(mayBeOptOut(text)).toBe(true)
  },
)
