/** Short of something, in all of our languages: beside a word it makes another ("almost never"), beside a number it does not. */
export const wordsForAlmost = `
  almost, nearly, practically, virtually, casi, presque, quasiment, prèske, preske, почти, практически, prawie, niemal, 几乎, 差不多, 几乎是, 差不多是, 거의, تقريبا, تقریباً, تقریبا, প্রায়, প্রায়`
