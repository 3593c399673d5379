/** What has a number of its own and counts nothing, in all of our languages: "5 people, apt 12". */
export const addresses = `
  apt, apartment, unit, floor, flr, room no, suite, apto, apartamento, departamento, depto, piso, appt, appartement, apatman, etaj, кв, квартира, квартире, этаж, этаже, подъезд, дом, mieszkanie, mieszkaniu, pietro, pietrze, lokal, klatka, 楼, 号楼, 单元, 室, অ্যাপার্টমেন্ট, ফ্ল্যাট, তলা, তলায়, flat, 층, 호, 동, شقه, طابق, الطابق, الدور, فلیٹ, اپارٹمنٹ, منزل, فلور`
