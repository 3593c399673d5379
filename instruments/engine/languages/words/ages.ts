/** What a question for somebody's age may say, in all of our languages: then a number of years answers it. */
export const wordsForAge = `
  old, age, aged, born, edad, años, nacio, âge, agé, âgée, laj, возраст, лет, родились, wiek, lat, wieku, 年龄, 年纪, 岁, 几岁, 多大, 岁数, বয়স, বয়সী, বছর, 나이, 연세, 세, 살, عمر, عمرك, سن, سنك, umr, boyosh`
