/** The two answers of a question that names none, by language: apart from the other lines, since pages need only these. */
export const yes: Readonly<Record<string, string>> = {
  en: 'Yes',
  es: 'Sí',
  'zh-hans': '是',
  'zh-hant': '是',
  ru: 'Да',
  bn: 'হ্যাঁ',
  ht: 'Wi',
  ko: '예',
  ar: 'نعم',
  ur: 'ہاں',
  fr: 'Oui',
  pl: 'Tak',
}

export const no: Readonly<Record<string, string>> = {
  en: 'No',
  es: 'No',
  'zh-hans': '否',
  'zh-hant': '否',
  ru: 'Нет',
  bn: 'না',
  ht: 'Non',
  ko: '아니요',
  ar: 'لا',
  ur: 'نہیں',
  fr: 'Non',
  pl: 'Nie',
}
