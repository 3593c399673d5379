import type { Topics } from './topics.ts'

/** What people say of themselves, and how often they do things. */
export const people: Topics = {
  man: `
    man, male, men, guy, boy, gentleman, dude, hombre, masculino, varon, varón, macho, homme, masculin, gason, nonm, gason, мужчина, мужской, муж, мужик, парень, mezczyzna, mężczyzna, facet, chlop, chłop, 男, 男性, 男的, 男人, 男生, nan, nande, পুরুষ*, ছেলে, purush, 남자*, 남성*, 남, رجل, ذكر, رجال, مرد, آدمی, mard`,
  woman: `
    woman, female, women, girl, lady, mujer, femenino, femenina, hembra, dama, señora, femme, féminin, fanm, fi, женщина, женский, жен, девушка, kobieta, baba, 女, 女性, 女的, 女人, 女生, nvde, মহিলা*, নারী*, মেয়ে, mohila, 여자*, 여성*, 여, امراه, انثي, نساء, بنت, عورت*, خاتون, aurat`,
  own: `bought my, i bought, we bought, proprio*, apna ghar, apna, owner, soy propietari*, 
    own, owner, homeowner, own it, i own, own my home, bought, mine, my own, propia, propio, dueño, duena, propietari*, soy dueño, casa propia, compre, propriétaire*, proprietaire*, pwopriyetè, pwopriyete, kay pa m, собственн*, владе*, своя, свое, własnosc*, własn*, wlasn*, wlasciciel*, właściciel*, 自有, 自己的, 买的, 业主, 自置, 房主, নিজের*, মালিক*, nijer, 자가*, 내 집*, 소유*, 자기 집*, مالك*, ملك, تمليك, اپنا*, اپنی, ذاتی*, مالک*`,
  rent: `je loue, m ap lwe, ap lwe, lwe, map lwe, vara, bhara, vara basa, 租屋, 租住, 我租, alquilando, rentando, wynajmuje, 
    rent, renter, renting, tenant, i rent, lease, leasing, alquilo, alquil*, rento, renta, rentado, arriendo, inquilin*, locataire*, loue, je loue, location, lwaye, m lwe, anfèmaj, lokatè, аренд*, снимаю, съемн*, съёмн*, wynajm*, wynajem, najem*, 租, 租的, 租房, 租客, ভাড়া*, ভাড়াটে*, bhara, 월세*, 전세*, 임대*, 세입자*, 렌트*, ايجار*, مستاجر*, کرای*, kiraye`,
  married: `
    married, wed, wife, husband, spouse, casad*, marié*, mariée, marie, marye, женат*, замужем, в браке, zonaty, żonaty, mezatka, mężatka, zamezna, 已婚, 结婚, 结了婚, বিবাহিত*, bibahito, 기혼*, 결혼*, 유부*, متزوج*, شادی شدہ, shadi shuda`,
  single: `
    single, never married, unmarried, bachelor, solter*, célibataire*, celibataire*, selibatè, selibate, pa marye, холост*, не замужем, не женат, одинок*, kawaler, panna, singiel*, singielka, 未婚, 单身, 没结婚, অবিবাহিত*, obibahito, 미혼*, 싱글*, 독신*, اعزب, عزباء, عازب, غیر شادی شدہ, کنوار*, kunwara`,
  divorced: `
    divorced, separated, divorciad*, separad*, divorcé*, divorce, divòse, separe, разведен*, разведён*, развод*, rozwied*, rozwod*, 离婚, 离异, 离了, তালাকপ্রাপ্ত*, 이혼*, مطلق*, طلاق*, talaq`,
  widowed: `
    widow*, viud*, veuf*, veuve*, vèf, вдов*, wdow*, 丧偶, 守寡, বিধবা*, বিপত্নীক*, 사별*, 과부*, ارمل*, بیوہ*, رنڈوا`,
  working: `
    working, employed, i work, have a job, full time, fulltime, worker, trabajo, trabajando, emplead*, tiempo completo, travaille, salarié*, emploi, employé*, travay, ap travay, работаю, занят, трудоустр*, pracuj*, zatrudnion*, etat, 上班, 工作, 在职, 就业, 打工, চাকরি করি, চাকরিজীবী*, কর্মরত*, 직장인*, 일해요, 재직*, 취업*, 회사원*, اعمل, موظف*, يعمل, ملازم*, نوکری, کام کرتا`,
  selfEmployed: `trabajo por mi cuenta, trabajo por cuenta propia, i work for myself, 
    self employed, selfemployed, own business, my own business, freelanc*, contractor, gig work*, work for myself, cuenta propia, por mi cuenta, por su cuenta, negocio propio, mi negocio, autonom*, independiente, a mon compte, independant*, auto entrepreneur*, freelance, travay pou tèt mwen, pwòp biznis, biznis pa m, самозанят*, свое дело, ип, на себя, фриланс*, wlasna firma, wlasny biznes, samozatrudn*, dzialalnosc, na swoim, 自雇, 个体, 做生意, 自己做, 自己生意, 自营, নিজের ব্যবসা*, ব্যবসা*, ব্যবসায়ী*, bebsha, 자영업*, 개인사업*, 프리랜서*, 장사*, عمل حر, لحسابي, عملي الخاص, مشروعي, اپنا کاروبار, کاروبار*, اپنا کام, apna karobar`,
  partTime: `
    part time, parttime, few hours a week, medio tiempo, media jornada, tiempo parcial, mi tiempo, temps partiel, mi temps, tan pasyèl, a tan pasyèl, неполный день, неполная занятость, подработк*, полставки, niepelny etat, pol etatu, czesc etatu, 兼职, 半职, 零工, 打零工, খণ্ডকালীন*, পার্ট টাইম*, 아르바이트*, 알바*, 시간제*, 파트타임*, دوام جزيي, جزيي, جز وقتی, پارٹ ٹائم`,
  unemployed: `looking for a job, looking for work, job hunting, buscando trabajo, busco trabajo, buscando empleo, cherche du travail, cherche un emploi, ap chèche travay, ищу работу, szukam pracy, 找工作, 在找工作, 구직*, চাকরি খুঁজ*, ابحث عن عمل, بدور على شغل, نوکری ڈھونڈ*, 
    unemployed, jobless, laid off, no job, looking for work, out of work, between jobs, desemplead*, sin trabajo, sin empleo, parad*, chômage, chomeur*, chômeur*, sans emploi, chomè*, san travay, pa travay, pa gen travay, безработн*, без работы, не работаю, bezrobotn*, bez pracy, nie pracuje, 失业, 没工作, 待业, 无业, বেকার*, bekar, 무직*, 실업*, 백수*, 실직*, عاطل*, بدون عمل, بلا عمل, بے روزگار*, berozgar`,
  retired: `
    retired, retire*, pension*, jubilad*, retirad*, pensionad*, retraité*, retraite*, retrete, pansyonè, пенсион*, на пенсии, emeryt*, rencist*, 退休, 退了, অবসর*, obosor, 은퇴*, 퇴직*, 정년*, متقاعد*, ریٹائر*, retire`,
  student: `
    student*, studying, in school, in college, estudiant*, alumn*, étudiant*, etudiant*, etidyan*, elèv, студент*, учусь, учащ*, школьник*, uczen, uczeń, student*, ucze sie, 学生, 读书, 上学, 在读, ছাত্র*, শিক্ষার্থী*, পড়াশোনা*, chatro, 학생*, 대학생*, طالب*, طلاب, اسٹوڈنٹ*, talib*`,
  never: `전혀, 전혀요, 전혀 안*, 아예 안*, never seen, never seen one, never saw one, 한 번도 못*, 한번도 못*, 본 적 없*, 从没见过, 从来没见过, 从来冇见过, jamais de la vie, jamais vu, jamais vu un seul, pas une seule fois, ни разу в жизни, nigdy w zyciu, nunca en la vida, nunca jamas, not in my life, never ever, 
    never, not once, not ever, at no time, nunca, jamás, jamas, ninguna vez, jamais, pas une fois, janm, jamè, pa janm, никогда, ни разу, ни разу не, nigdy, ani razu, 从不, 从来没有, 从没, 从来不, 没有过, 从未, কখনো না, কখনোই না, কখনও না, একদম না, kokhono na, konodin na, 전혀*, 한번도*, 한 번도*, 절대*, ابدا, مطلقا, لم يحدث, ولا مره, کبھی نہیں, kabhi nahi, kabhi nahin`,
  rarely: `거의 이용하지*, 거의 가지*, 거의 하지*, 거의 안*, 几乎没有, 几乎没见过, 几乎没, 差不多没有, 거의 못*, 거의 없*, prawie wcale, почти не, 
    rarely, seldom, hardly ever, almost never, once in a blue moon, rara vez, raramente, casi nunca, pocas veces, rarement, presque jamais, raman, prèske janm, редко, почти никогда, изредка, rzadko, prawie nigdy, 很少, 极少, 几乎不, 少, খুব কম, কদাচিৎ, মাঝে সাঝে, khub kom, 거의 안*, 드물*, 가끔씩만, 거의 없*, نادرا, قليلا ما, بالكاد, کبھی کبھار, شاذ*, kabhi kabhar`,
  sometimes: `
    kabhi kabhi, kabhi kabhar, کبھی کبھی, sometimes, some times, occasionally, now and then, once in a while, at times, here and there, from time to time, a veces, algunas veces, de vez en cuando, ocasionalmente, parfois, quelquefois, de temps en temps, des fois, pafwa, detanzantan, kèk fwa, иногда, порой, временами, бывает, время от времени, czasem, czasami, od czasu do czasu, niekiedy, 有时, 有时候, 偶尔, 间中, 有時, মাঝে মাঝে, মাঝেমধ্যে, মাঝেমাঝে, কখনও কখনও, majhe majhe, 가끔*, 때때로*, 종종*, 어쩌다*, احيانا, بعض الاحيان, ساعات, کبھی کبھی, بعض اوقات, kabhi kabhi`,
  often: `
    often, frequently, a lot of times, many times, regularly, usually, mostly, a menudo, seguido, frecuentemente, con frecuencia, muchas veces, souvent, fréquemment, frekamment, souvan, часто, регулярно, нередко, czesto, często, regularnie, 经常, 常常, 时常, 往往, 常, প্রায়ই, ঘন ঘন, প্রায়, prai, 자주*, 빈번*, غالبا, كثيرا, عاده, اکثر, بار بار, aksar`,
  always: `
    always, all the time, every time, constantly, siempre, todo el tiempo, cada vez, toujours, tout le temps, toujou, tout tan, всегда, постоянно, каждый раз, zawsze, ciagle, ciągle, stale, 总是, 一直, 每次, 永远, 成日, সবসময়, সর্বদা, সব সময়, shob shomoy, sobsomoy, 항상*, 언제나*, 늘, 매번*, دائما, طول الوقت, علي طول, ہمیشہ, ہر وقت, hamesha`,
  daily: `
    daily, every day, everyday, each day, all days, diario, diariamente, todos los días, cada día, quotidien*, tous les jours, chaque jour, chak jou, tout lè jou, toulejou, каждый день, ежедневно, codziennie, kazdego dnia, każdego dnia, 每天, 天天, 每日, 日日, প্রতিদিন, রোজ, protidin, roj, 매일*, 날마다*, يوميا, كل يوم, روزانہ, ہر روز, roz, rozana`,
  weekly: `
    weekly, every week, once a week, each week, cada semana, semanal*, todas las semanas, chaque semaine, hebdomadaire*, toutes les semaines, chak semèn, каждую неделю, еженедельно, раз в неделю, co tydzien, co tydzień, cotygodniowo, raz w tygodniu, 每周, 每星期, 每个星期, প্রতি সপ্তাহে, সাপ্তাহিক*, 매주*, 주마다*, اسبوعيا, كل اسبوع, ہر ہفتے, ہفتہ وار, har hafte`,
  monthly: `
    monthly, every month, once a month, each month, cada mes, mensual*, todos los meses, chaque mois, mensuel*, tous les mois, chak mwa, каждый месяц, ежемесячно, раз в месяц, co miesiac, co miesiąc, raz w miesiacu, 每月, 每个月, প্রতি মাসে, মাসিক*, 매월*, 매달*, 달마다*, شهريا, كل شهر, ہر مہینے, ماہانہ, har mahine`,
  morning: `
    morning*, am, mornings, in the morning, mañana, por la mañana, mañanas, matin*, le matin, maten, maten an, утро*, утром, rano, poranek, z rana, 早上, 上午, 早晨, 朝早, সকাল*, sokal, shokal, 아침*, 오전*, صباح*, الصبح, صبح*, سویرے, subah`,
  afternoon: `
    afternoon*, afternoons, after lunch, tarde, por la tarde, après midi, apres midi, aprèmidi, apremidi, aprè midi, день, днем, днём, после обеда, popoludni*, popołudni*, po poludniu, 下午, 午后, 晏昼, বিকেল*, বিকাল*, দুপুর*, bikal, 오후*, 낮, عصر, بعد الظهر, الظهر, دوپہر*, سہ پہر, dopahar`,
  evening: `
    evening*, evenings, noche temprano, al anochecer, soir, le soir, soirée, aswè, aswe, вечер*, вечером, wieczor*, wieczór, 傍晚, 晚上, সন্ধ্যা*, shondha, sondha, 저녁*, مساء*, المسا, شام*, shaam, sham`,
  night: `
    night*, nights, at night, overnight, noche*, de noche, por la noche, nuit*, la nuit, lannwit, nannuit, ночь*, ночью, noc, noca, nocą, w nocy, 夜里, 夜晚, 夜间, 晚上, 半夜, রাত*, raat, 밤*, 야간*, ليل*, بالليل, رات*, raat`,
  neutral: `还行, 还行吧, 还可以, 还可以吧, 过得去, 马马虎虎, 麻麻地, 麻麻, ok la, 凑合, just ok, its ok, so so, meh, más o menos, regular, ni fu ni fa, comme ci comme ca, bof, moyen, tak sobie, średnio, так себе, нормально, চলে, মোটামুটি, 
    neutral, neither, in between, in the middle, middle, the middle, on the fence, no strong feelings, indifferent, impartial, neither one, undecided,
    neutral*, ni una ni otra, en medio, término medio, ni uno ni otro, ni si ni no, indiferente, ni confío ni desconfío, regular, ni lo uno ni lo otro,
    neutre*, ni l un ni l autre, entre les deux, moyen, au milieu, indifférent*, ni oui ni non,
    ni youn ni lòt, nan mitan, net, ni wi ni non, ni mefye ni fè konfyans,
    нейтрал*, ни то ни другое, ни да ни нет, средне, посередине, безразлично, neytral*, neitral*,
    ani tak ani nie, neutraln*, posrodku, pośrodku, obojetn*, obojętn*, ani to ani to, srednio, średnio,
    中立, 一般, 中间, 说不上, 谈不上, 普通, 一半一半, 既不, 中等, 一般般, 无所谓, 冇所谓, zhongli, yiban,
    নিরপেক্ষ*, মাঝামাঝি*, কোনোটাই না, মোটামুটি, niropekkho, majhamajhi,
    중립*, 보통*, 중간*, 그저 그*, 그저그*, 반반*, 이도 저도*, 불신도 하지 않*, 반대도 하지 않*, 불만도 하지 않*,
    محايد*, حياد*, وسط, بين بين, لا هذا ولا ذاك, متوسط, ولا واحد منهم, m7ayed, muhayed, mo7ayed,
    غیر جانبدار*, درمیان*, نہ یہ نہ وہ, بیچ میں, نیوٹرل, darmiyan, darmiyana, neutral`,
}
