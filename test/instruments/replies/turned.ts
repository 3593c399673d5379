/** Ways to turn a choice around, and to name two, in each language; `*` stands for a choice or a number. */
export type Turned = {
  /** Says that the choice is not meant. */
  readonly not: readonly string[]
  /** Two of them, and no word on which. */
  readonly or: readonly string[]
  /** Both yes and no. */
  readonly both: readonly string[]
}

const chinese: Turned = {
  not: ['不是*', '不选*', '绝对不是*', '并非*', '除了*'],
  or: ['*或*', '*还是*', '在*和*之间'],
  both: ['是也不是', '又是又不是', '有时是有时不是'],
}

export const turned: Readonly<Record<string, Turned>> = {
  en: {
    not: ['not *', "I don't *", 'never *', 'no *', '* is not it', 'anything but *', "it isn't *", 'I would not say *'],
    or: ['* or *', 'either * or *', 'between * and *', '* / *?', 'maybe *, maybe *', '*... or *'],
    both: ['yes and no', 'no and yes', 'yes but no', 'yes or no?', 'sometimes yes sometimes no', 'not yes', 'yes? no?'],
  },
  es: {
    not: ['no *', 'no es *', 'nunca *', 'no diría *', 'ni *', '* no', 'cualquiera menos *', 'no creo que sea *'],
    or: ['* o *', 'entre * y *', 'o * o *', '* u *'],
    both: ['sí y no', 'ni sí ni no', 'a veces sí a veces no', 'sí pero no', 'no y sí'],
  },
  fr: {
    not: ['pas *', "ce n'est pas *", 'jamais *', 'non pas *', 'tout sauf *', 'je ne dirais pas *', 'surtout pas *'],
    or: ['* ou *', 'entre * et *', 'soit * soit *'],
    both: ['oui et non', 'ni oui ni non', 'oui mais non', 'non et oui'],
  },
  pl: {
    not: ['nie *', 'to nie *', 'nigdy *', 'wszystko tylko nie *', 'na pewno nie *'],
    or: ['* lub *', '* albo *', 'między * a *', '* czy *'],
    both: ['tak i nie', 'i tak i nie', 'tak, ale nie', 'raz tak raz nie'],
  },
  ru: {
    not: ['не *', 'это не *', 'никогда *', 'только не *', 'точно не *', 'что угодно кроме *'],
    or: ['* или *', 'между * и *', 'либо * либо *'],
    both: ['да и нет', 'и да и нет', 'да, но нет', 'ни да ни нет'],
  },
  ht: {
    not: ['pa *', 'se pa *', 'janm *', 'pa janm *', 'tout bagay sof *', 'mwen pa panse *'],
    or: ['* oswa *', 'ant * ak *', 'swa * swa *'],
    both: ['wi ak non', 'ni wi ni non', 'wi men non'],
  },
  'zh-hans': chinese,
  'zh-hant': chinese,
  ko: {
    not: ['* 아니에요', '* 아님', '* 빼고', '* 말고'],
    or: ['* 아니면 *', '* 또는 *', '*와 * 사이'],
    both: ['네 아니요', '네이기도 하고 아니기도 해요', '예 그리고 아니요'],
  },
  bn: {
    not: ['* না', '* নয়', 'কখনো * না', '* ছাড়া', '* নই'],
    or: ['* অথবা *', '* বা *', '* আর * এর মাঝে'],
    both: ['হ্যাঁ এবং না', 'হ্যাঁ ও না ও', 'হ্যাঁ আবার না'],
  },
  ar: {
    not: ['ليس *', 'مش *', 'لا *', 'غير *', 'ابدا ليس *', 'كل شيء الا *', 'مو *'],
    or: ['* أو *', 'بين * و *', 'اما * او *', '* ولا *'],
    both: ['نعم ولا', 'لا ونعم', 'نعم لكن لا'],
  },
  ur: {
    not: ['* نہیں', '* کے علاوہ', 'کبھی * نہیں', 'یہ * نہیں ہے', '* بالکل نہیں'],
    or: ['* یا *', '* اور * کے درمیان', 'یا * یا *'],
    both: ['ہاں اور نہیں', 'ہاں بھی نہیں بھی', 'ہاں لیکن نہیں'],
  },
}
