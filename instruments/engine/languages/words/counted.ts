/**
 * What people count, in all of our languages: each list is words for one kind of thing, so that "2 boys" answers how many
 * children there are, and "no kids" is none.
 */
export const counted = {
  children: `
    child, children, kid, kids, boy, boys, girl, girls, son, sons, daughter, daughters, baby, babies, toddler*, teen*, minor*, twins, hijo*, hija*, niño*, niña*, ninos, ninas, nino, nina, menor*, bebe*, varon*, hembra*, enfant*, garcon*, fille, filles, fils, bebe*, mineur*, gosse*, timoun, pitit, tifi, tigason, bebe, дет*, ребен*, ребят*, сын*, доч*, мальчик*, девоч*, малыш*, dzieci*, dziecko, syn, synow, synowie, synów, cork*, córk*, chlopc*, chłopc*, dziewczyn*, niemowl*, 孩子, 小孩, 儿童, 子女, 儿子, 女儿, 男孩, 女孩, 娃, 宝宝, 细路, 仔, 仔女, 囡, সন্তান*, বাচ্চা*, শিশু*, ছেলে*, মেয়ে*, bachcha, chele, meye, 아이*, 애*, 자녀*, 아들*, 딸*, 아기*, اطفال, طفل*, ولد*, اولاد, بنت*, بنات, ابن*, صغار, عيال, بچ*, بیٹ*, لڑک*, bachay, bache, bacha`,
  people: `
    people, person, persons, adult*, folks, roommate*, of us, persona*, gente, adulto*, somos, personne*, adulte*, gens, moun, granmoun, человек*, людей, взросл*, нас, osob*, osób, ludzi, dorosl*, nas, 人, 个人, 口, 口人, 大人, 成人, 位, জন, মানুষ*, লোক*, সদস্য*, 사람*, 식구*, 명, 분, 가족*, شخص*, اشخاص, افراد, فرد*, نفر, انفار, لوگ*, افراد, بندے, log`,
  times: `
    time, times, once, visit, visits, vez, veces, fois, fwa, раз, раза, razy, raz, razow, razów, 次, 回, 遍, বার, 번, 회, 차례, مره, مرات, مرتين, بار, دفعه, مرتبه`,
  cars: `
    car, cars, vehicle*, truck*, carro*, coche*, auto, autos, vehiculo*, voiture*, vehicule*, machin, машин*, авто*, samochod*, aut, auta, 车, 辆, 台, গাড়ি*, 차, 자동차, 대, سيار*, گاڑی*, gari`,
  rooms: `
    room*, bedroom*, cuarto*, habitacion*, recamara*, dormitorio*, piece*, chambre*, chanm, комнат*, спал*, pokoj*, pokoi, 房间, 间, 卧室, ঘর*, রুম*, 방, 침실*, غرف*, کمر*`,
} as const
