import 'survey-core/i18n/urdu'
import { getLocaleStrings, setupLocale } from 'survey-core'

/** survey-core's own Urdu, which it takes for a language that is read from left to right. */
setupLocale({
  localeCode: 'ur',
  strings: getLocaleStrings('ur'),
  nativeName: 'اردو',
  englishName: 'Urdu',
  rtl: true,
})
