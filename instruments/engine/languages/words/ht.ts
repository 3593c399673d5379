import type { Words } from './words.ts'

export const ht: Words = {
  script: 'Latin',
  yes: `
    wi map reponn, wi m ap reponn, wi mwen dakò, wi m dakò, wi ou mèt, ou mèt, ou met, ale, dako nèt, pa gen okenn pwoblèm, san pwoblèm, avèk plezi, byensi, byen si, wi wi, wi tanpri, wi mèsi, m dakò, m ap reponn, map reponn, map patisipe, wi map patisipe, konsa menm, egzakteman, klè, wi, wii, oui, ui, se sa, se vre, se sa menm, dakò, dako, d'accord, mwen dakò, m dakò, m'dakò, mwen dako, m dako, ok, okay, oke, wi (mwen dakò|m dakò|dakò|mèsi|tanpri|mesye|madam|se sa|wi|mwen|mwen vle|m vle|m te|mwen te), byen si, byen sir, byensi, byen sur, klè, klèman, ase wi, se klè, vre, kòrèk, korèk, korek, se kòrèk, egzakteman, egzak, absoliman, sètènman, setènman, san dout, san mank, pwoblèm pa gen, mwen aksepte, m aksepte, toujou, yes, yep, yeah, wè, men wi, mè wi, mwen kwè wi, m kwè wi, mwen panse wi, m panse wi, mwen kwè sa, anfen wi, se konsa, annou ale, afimatif, totalman, nòmal, san pwoblèm, pa gen (pwoblèm|okenn pwoblèm|pwoblem), wi (pa gen pwoblèm|san pwoblèm|annou ale|avèk plezi|nou mèt|ou mèt|ok), ok pa gen pwoblèm, san pwoblèm, ou mèt( mande| kòmanse| poze| poze kesyon| poze m kesyon|), nou mèt( mande| kòmanse|), annou kòmanse, annou al, avèk plezi, ak plezi, avek plezi, dakò wi, mwen dakò wi, se sa wi, poukisa non, pouki non, kòmanse, m pare, mwen pare, ale non, pou kisa non`,
  no: `
    m pa vle, mwen pa vle, m pa vle patisipe, m pa enterese, mwen pa enterese, pa enterese, m pa gen tan, mwen pa gen tan, pa gen tan, m okipe, mwen okipe, non mèsi, non mesi, pa kounye a, pita, yon lòt lè, pa jodi a, m pa ka, mwen pa ka, ditou, pa ditou, janmen, non, no, nòn, non (mèsi|mesye|madam|pa ditou|mwen pa dakò|m pa dakò|jamè|mwen pa|mwen pa vle|m pa vle|non|pa vrèman), pa ditou, ditou, ditou ditou, janm, jamè, jame, janmè, mwen pa dakò, m pa dakò, m'pa dakò, mwen pa dako, m pa dako, pa dakò, pa vrèman, pa vreman, mwen pa kwè( sa| non|), m pa kwè( sa| non|), mwen pa panse( sa| non|), m pa panse( sa| non|), mwen kwè non, mwen panse non, m kwè non, nonpa, se pa vre, fo, pa vre, absoliman pa, sètènman pa, pa menm, pa janm, pa kounye a, poko, pako, nenni, enposib, mwen pa aksepte, m pa aksepte, nope, nah, negatif, byen si non, men non, pa mwen, okenn fwa, mwen refize dakò, (non |)(mwen |m |)pa (vle|enterese|kapab|ka|gen tan|gen tan pou sa|vle patisipe|enterese non|disponib|vle reponn kesyon|vle fè sa|vle fè sondaj|vle fè sondaj sa a)( mèsi| non|), pa enterese, pa gen tan, (mwen |m |)okipe, pa kounye a, yon lòt lè, yon lòt jou, jodi a non, m regrèt non, non mwen regrèt, sa pa enterese m, sa pa enterese mwen`,
  yesHere: 'w, y, o, en, wè, k',
  noHere: 'n, na, pa',
  negation: `
    pa, p, non, janm, jamè, san, ni, okenn, anyen, pèsonn, sof, eksepte, olye, pito ke, pap, pat, poko, apèn, manke`,
  hedge: `men, si, sa depann, depann, pafwa, dèfwa, defwa, gen de fwa, gen delè, byenke, ant, toulède, tou de, anvan, apre, wi e non, wi ak non`,
  perhaps: `petèt, petet, pètèt, posib, pwobableman, apeprè, anviwon, plis oswa mwens, prèske, vè, konsa konsa, mwen kwè, sipoze, yon bagay konsa, konsa, ta ka, swa, kòmsi, plizoumwen, tankou`,
  except: `sof, eksepte, men pa, san, retire, wetan, anwetan, apa, men se pa`,
  skip: `
    sote( l| li| kesyon an| kesyon sa a| kesyon sa| sa a| sa|), soti, pase( l| li| kesyon an| kesyon sa a| sou li| sou kesyon sa a| sou pwochen an|), mwen pase, m pase, m ap pase, mwen sote( l| li|), m sote( l| li|), pwochen( kesyon| kesyon an| an|), kesyon pwochen, lòt kesyon, swivan, kesyon swivan, kesyon (ki |)swivan an, annou (pase|sote)( l| li| kesyon sa a| sou lòt la|), (mwen |m |)(vle|ta renmen|prefere) (sote|pase)( l| li| kesyon sa a| kesyon an| kesyon sa|), kontinye, ale nan (pwochen|lòt)( kesyon| la| an|), skip, next, sote sa`,
  refuse: `
    (mwen |m |m'|)(pito|prefere|ta pito|ta prefere) (pa|pa pou m) (di|reponn|di sa|di l|di anyen|reponn sa|reponn kesyon sa a|pale|pale sou sa|pataje|bay repons)( sa| l| li| kesyon sa a| anyen| sou sa|), (mwen |m |m'|)pa (vle|anvi|swete|ta renmen) (di|reponn|di sa|di l|reponn sa|pale|pataje|reponn kesyon sa a|bay repons|bay opinyon m)( sa| l| li| kesyon sa a| anyen| sou sa| ou| nou| kesyon an|), (mwen |m |m'|m ap |mwen |)(pap|p ap) (reponn|di)( sa| l| li| ou| kesyon sa a| anyen|), (mwen |m |)refize( reponn| di| reponn kesyon sa a|), refize, (se |sa se |)(prive|pèsonèl|konfidansyèl|zafè m|zafè pa m|zafè pèsonèl|sekrè|bagay prive|bagay pèsonèl), twò pèsonèl, sa twò pèsonèl, se twò pèsonèl, (sa |se |)pa (zafè|zafè pa) (ou|w|nou), (sa |)pa gade (ou|w|nou), pa antre nan zafè m, okenn kòmantè, pa gen kòmantè, san kòmantè, pa mele nan zafè m, se pa zafè w, sa pa regade (ou|w|nou), m ap kenbe l pou mwen, (sa |)se (zafè|bagay|koze|afè) (pèsonèl|pa m|m|prive|pa mwen|pèsonèl pa m|pèsonèl mwen|prive m)( wi|), (mwen |m |)(pap|p ap|pa ap) (di|reponn|bay)( sa| w sa| l| repons| ou sa|), sa twò prive, poukisa ou vle konnen( sa|), pouki w vle konn sa, pa zafè (ou|w|nou|moun)`,
  dontKnow: `
    (mwen |m |m'|)pa (konnen|konn|konen|kone|konnè)( non| ditou| sa| vrèman| anyen| repons lan| byen| anyen sou sa| kisa pou m di| sa pou m di| twòp| dezole|), mpa (konnen|konn|konen), m pakonnen, mpakonnen, pa (konnen|konn), mwenpa konnen, (mwen |m |m'|)pa (sèten|sèten non|si|asire|twò sèten|fin sèten|twò konnen|si de sa|fin konnen), pa (sèten|si|asire), (mwen |m |m'|)pa gen( okenn| pyès| menm|) (lide|ide|opinyon|repons)( sou sa| ditou|), okenn (lide|ide|opinyon), pa gen (lide|ide|opinyon), (mwen |m |m'|)pa (sonje|raple m|chonje)( byen| non| ditou| sa|), (mwen |m |)(bliye|gentan bliye), (mwen |m |m'|)pa (ka|kapab) (di|konnen|reponn|deside)( non| sa| w| l|), (li |se |sa |)difisil (pou di|pou m di|pou konnen|pou m konnen), ki moun ki konnen, kiyès ki konnen, bondye konnen, se bondye ki konnen, enkonu, mwen pa deside, m pa deside, m poko konnen, mwen poko konnen, mwen poko deside, mwen pa gen okenn lide, idk, (mwen |m |)pa (sonje|chonje|raple|raple m)( dat la| kilè| jou a| byen|), (mwen |m |)pa (konn|konnen) (kilè|ki jou|dat la|konbyen|depi kilè), (mwen |m |)pa janm panse (sou|ak) sa, bliye m bliye, m bliye, mwen bliye, ki moun ki konn sa, se bondye k konnen, (mwen |m |)pa gen lide sou sa, m pa ka di w, mwen pa ka di w, (mwen |m |)pa two konnen`,
  back: `
    retounen( dèyè| an aryè| sou kesyon anvan an| nan kesyon anvan an| sou sa anvan an|), tounen( dèyè| an aryè| sou kesyon anvan an| nan kesyon anvan an| sou lòt la| sou dènye kesyon an|), dèyè, aryè, an aryè, anvan, kesyon anvan( an|), sa anvan an, (mwen |m |m'|)(vle|ta vle|ta renmen|ka|bezwen) (chanje|korije|modifye|refè) (dènye |)(repons|sa)( mwen| m| la| an| lan| mwen an| m nan| anvan an|), (chanje|korije|modifye) (dènye |)repons( mwen| m| la| an| mwen an| m nan| lan| anvan an|), chanje li, (mwen |m |)(twonpe|fè erè|fè yon erè|fè fot|tronpe)( m| repons| nimewo|), erè, move repons, mwen vle (tounen|retounen)( dèyè|), m vle (tounen|retounen)( dèyè|), defè, back, ale dèyè, fè bak, bak, (mwen |m |)(fè|te fè) (yon |)(erè|fot)( nan| sou|)( repons| kesyon| dènye kesyon| sa| lòt la|)( anvan an| a| an| la|)( mwen vle tounen| m vle tounen|), (mwen |m |)(mal|te mal) reponn( kesyon anvan an| l|), (mwen |m |)peze move (nimewo|bouton|chif), (mwen |m |)(mete|voye|chwazi) move (nimewo|repons|chif), tounen sou kesyon ki te anvan( an|), kesyon ki te anvan( an|), (mwen |m |)vle (tounen|retounen) (sou|nan) (kesyon anvan an|dènye kesyon an|sa anvan an)`,
  help: `
    èd, ed, ede m, ede mwen, edem, mwen bezwen èd, m bezwen èd, bezwen èd, enfòmasyon, info, enfo, kisa, kisa sa, sa sa ye, sa sa vle di, kisa sa vle di, kisa sa ye( sa|), ki sa, kisa (chwa yo|opsyon yo|repons yo)( te ye| ye|), ki (chwa|opsyon|repons)( yo|)( te ye| ye| genyen| ki te genyen| mwen genyen| ki genyen|), kisa chwa yo te ye( ankò|), ki chwa mwen genyen, chwa yo, opsyon yo, repete( kesyon an| li| l| sa| tanpri| chwa yo|), (ou |w |èske ou |eske ou |)(ka|kapab) repete( kesyon an| li| l| tanpri| sa| chwa yo|), di l ankò, di li ankò, (ki moun|kiyès|ki) (sa|ou ye|w ye|sa ye|ki ekri m|k ap ekri m|ki pale|nou ye), kiyès ou ye, ki moun ou ye, ki moun sa a, (mwen |m |m'|)pa konprann( kesyon an| sa| li| byen| sa w vle di| non|), mpa konprann, pa konprann, eksplike( m| mwen| sa| tanpri|), ki kesyon( an| sa a|), ki kesyon an te ye, kisa kesyon an ye, kisa kesyon an te ye, sou kisa, pou kisa( sa ye| sa|), de kisa l ap pale, help, what, plètil, plèti, kouman, kijan, komantaire ede`,
  link: `
    lyen, lyen an, link, link lan, web, (tanpri |)(voye|ban|ban m|ban mwen|voye ban m|voye ban mwen|voye pou mwen) (lyen|lyen an|link|link lan)( tanpri|), (m vle|mwen vle|m bezwen|mwen bezwen|èske m ka gen|m ka jwenn) (lyen|lyen an|link|link lan)( tanpri|), (m vle |mwen vle |m ka |mwen ka |m prefere |mwen prefere |)(fè li|kontinye|reponn|fini) sou entènèt( la|)`,
  courtesy: `
    tanpri, souple, silvouplè, silvouple, sivouplè, sivouple, svp, mèsi, mesi, bonjou, bonswa, alo, ok, oke, kounye, a, kounyea, la, touswit, imedyatman, mesye, madam, padon, eskize, m, dezole, frè, sè, zanmi, tande, non, mezanmi, monchè, machè, anfen, ankò, yo, mwen, di, ou, please, w, an`,
  optOut: `
    (sispann|sispan|stòp|stop|bouke|rete|kanpe|fini) (ekri|voye|kontakte|tekste|tèks|rele|deranje|anmède|nwi|ennwi|fatige|voye mesaj|voye tèks|ban m|voye mesaj ban|kontakte ak|annwiye|voye bagay)( m| mwen| nou| m mesaj| mwen mesaj| ban mwen| ban m| ban mwen mesaj| mesaj| mesaj ban mwen| mesaj ban m| tèks| tèks ban mwen| tèks ban m| mesaj sa yo| m tèks| mwen tèks| tèl mesaj|)( tanpri| souple| ankò| kounye a| mesaj|), sispann( sa| sa a| tanpri| souple| mesaj yo| mesaj| mesaj sa yo| l| li| kounye a| tout bagay| anmède m|), sispan( sa| tanpri| mesaj|), 
    pa (ekri|voye|kontakte|tekste|rele|deranje|anmède|nwi|fatige|voye mesaj|voye tèks|voye anyen|chache)( m| mwen| nou| mesaj| ban mwen| ban m|)( mesaj| tèks| anyen| mesaj ban mwen| mesaj ban m| ban mwen| ban m|)( ankò| janm| janm ankò| sou nimewo sa a|)( tanpri| souple|), pa janm (ekri|kontakte|rele|voye mesaj ban|deranje)( m| mwen|)( ankò|), (pa gen |pa |)(mesaj|tèks) ankò( tanpri| souple|), (pa voye |)(okenn |)(mesaj|tèks) ankò( tanpri| souple|), pa gen plis mesaj, plis mesaj non, ase mesaj, ase ak mesaj( yo|), ase( ase|) ak (mesaj|tèks) sa yo, 
    (kite|lese|bay|ban) (m|mwen) (trankil|anpè|an pè|lapè|repo|poukont mwen|poukont mwen tanpri)( non| tanpri| souple|), kite m anrepo, banm lapè, bay tèt mwen repo, (kite|lese|ban) m lapè( tanpri|), lage m, al (fè wout ou|fè wout nou), ale fè wout ou, disparèt, 
    (retire|wete|efase|retire non) (m|mwen|nimewo m|nimewo mwen|nimewo mwen an|non m|non mwen|nimewo sa a|nimewo telefòn mwen)( sou| nan| de|)( lis| lis la| lis nou| lis nou an| lis ou| lis ou a| lis sa a| sistèm nan|)( tanpri| souple|), (mwen |m |m'|)pa (vle|bezwen|anvi|enterese)( resevwa| pran| jwenn| wè|)( okenn| plis|)( mesaj| tèks| mesaj sa yo| mesaj nou| anyen| sondaj| mesaj ou|)( ankò| nou yo|)( nan men nou| nan men ou| tanpri|), (mwen |m |m'|)pa vle (ou|nou|w|yo) (ekri|kontakte|rele|deranje|voye mesaj ban|voye tèks ban)( m| mwen|)( mesaj|)( ankò|), (mwen |m |m'|)pa vle (kontinye)( ankò|), (mwen |m |)vle (sispann|kite|soti nan lis la|sòti|dezabòne|retire nimewo m|nou sispann|ou sispann|pou nou sispann|soti sou lis la|sòti sou lis la|anile)( resevwa mesaj| ekri m| voye mesaj| mesaj yo|), dezabòne( m| mwen|), dezenskri( m| mwen|), anile( tout| mesaj yo| sa|), bliye m, bliye nimewo m, ou (ap |)(deranje|anmède|nwi) m, move nimewo( pa ekri m ankò| sispann|), nimewo a pa bon sispann, mwen retire konsantman m, mwen bouke ak mesaj( sa yo| nou yo|), m bouke ak mesaj( sa yo| nou yo|), sispann tout mesaj`,
  none: `okenn( nan yo| ladan yo| nan sa yo| nan chwa yo| repons| nan yo menm| nan opsyon yo|), pa gyoun( nan yo| ladan yo|), anyen( ditou| nan yo| nan sa yo|), ni youn ni lòt( la|), pèsonn, zewo, pyès, pyès ladan yo, youn pa ladan l, okenn ladan yo, okenn nan yo non, mwen pa itilize okenn, m pa itilize okenn, okenn menm`,
  all: `tout, yo tout, yo tout la, tout chwa( yo|), tout bagay, tout sa( yo| ki anwo yo| ki anwo a|), tout (repons|opsyon)( yo|), chak, chak nan yo, tou le kat, tout nèt, yo tout nèt, tout sa ki anwo, tout nan yo, tout senk, tout kat, tout twa, yo tout wi, tout yo, tout san retire youn`,
  both: 'toulède, toulede, toude, tou de, tou le de, yo toulède, yo tou de, tou lè de',
  and: 'ak, avèk, epi, plis, e, tou, apre, answit, epi apre, epi tou, swivi, anplis, finalman',
  or: 'oswa, ou byen, oubyen, swa',
  upTo: 'a, jiska, rive, jis, pou rive, jouk',
  outOf: 'sou, nan',
  very: `anpil, trè, vreman, vrèman, nèt, totalman, konplètman, toutbon, ekstrèmman, nètalkole, tou bon, twòp`,
  mild: `yon ti jan, ti jan, yon jan, yon tikras, tikras, yon ti kras, yon ti moso, jan, ti moso, moyènman`,
  firstFew: `premye, premye yo`,
  lastFew: `dènye, dènye a, dènyè, dernye, dènye yo, sa k an dènye a`,
  correction: `m vle di, mwen vle di, padon, non padon, erè, m twonpe, mwen twonpe, koreksyon, tann, m te vle di`,
  because: `paske, paskè, pask, akòz, akoz, poutèt, poutet, paske yo`,
  filler: `
    mwen, m, panse, mwen panse, m panse, kwè, mwen kwè, m kwè, ke, se, li, l, ye, ta, mwen ta di, m ta di, ta di, di, mwen di, gen, mwen gen, m gen, nou gen, la, a, an, lan, nan, yo, youn nan, chwa, chwa mwen se, opsyon, nimewo, num, nr, repons, repons mwen se, repons mwen, repons lan, tanpri, souple, silvouplè, mèsi, mesi, alò, enben, bon, mwen chwazi, m chwazi, chwazi, mwen pran, m pran, pran,
    mete, mwen mete, vote, mwen vote, pou mwen, pou, selon mwen, dapre mwen, onètman, anviwon, apeprè, vè, konsa, nou se, nou, moun, an tout, antou, total, sèlman, jis, bonjou, bonswa, ok, oke, laj, mwen gen laj, men, men repons lan, kay la, wi mwen ta di, pwen, sa a, sa, ki, reprann, viv, yo, nan yo, yo a, li te fèt, sa te fèt, se te, te, te fèt, jou, dat, depi, m ap viv, m rete, mwen rete, rete, isit, isi a, la a, viv isit, itilize, mwen itilize, m itilize, mwen te itilize, m te itilize, te itilize, ale, mwen te ale, m te ale, sou, lakay, lakay mwen, lakay nou, pa m, paske, vwala, kidonk, anvan tout bagay, lo, lòl, pito`,
  counters: 'ye, yèm, em, èm, e, an, yèm nan',
  endings: '',
  beginnings: '',
  orMore: 'oswa plis, ou plis, ak plis, oswa pi gran, e plis, omwen, minimòm, monte, oswa plis pase sa',
  moreThan: 'plis pase, pi gran pase, plis ke, pi plis pase, anwo',
  lessThan: 'mwens pase, pi piti pase, mwens ke, anba, poko gen',
  orLess: 'oswa mwens, ou mwens, ak mwens, maksimòm, pa plis pase, oswa pi piti',
  units: 'ane|an|lane|ane yo, mwa, semèn|semenn, jou, èdtan|lè|èd tan, minit',
  numbers: {
    small: `
      zewo|zero, youn|yon|en|un, de|2, twa, kat, senk|sink, sis, sèt, uit|wit, nèf, dis, onz, douz, trèz, katòz, kenz, sèz, disèt|dissèt, dizuit|dizwit, diznèf`,
    tens: '20 ven|venn|vent|vente|vennt, 30 trant|trann|trante, 40 karant|karann|karante, 50 senkant|senkann|senkante, 60 swasant|swasann|swasante, 70 swasanndis|swasantdis|swasann dis, 80 katreven|katrevan|kat reven|katreven, 90 katrevendis|katreven dis|katrevandis',
    joints: ['', ' ', 'e', ' e ', 'ey', 'y', 't'],
    longTens: [60, 80],
    hundred: 'san|yon san',
    thousand: 'mil',
    ordinals: `
      premye|premyè|premye a, dezyèm|dezyèm nan|dezyèm lan, twazyèm|twazyèm nan, katriyèm|katriyèm nan|katryèm, senkyèm|senkyèm nan, sizyèm, setyèm, uityèm, nevyèm, dizyèm`,
  },
  half: `edmi, ed mi, e demi, ak demi, ak mwatye, e mwatye, demi, mwatye, edemi, yon demi`,
  halfMore: ``,
  point: `pwen, vigil`,
  mixed: `1.5 ennan edmi, 1.5 enan edmi, 1.5 ennedmi, 12 douzèn, 12 yon douzèn, 40 karantan, 50 senkantan, 30 trantan, 20 ventan, 60 swasantan, 1 ennan, 2 dezan, 3 twazan, 4 katran, 5 senkan, 6 sizan, 7 setan, 8 uitan, 9 nevan, 10 dizan, 11 onzan, 12 douzan, 13 trèzan, 14 katòzan, 15 kenzan, 16 sèzan`,
  months:
    'janvye|janv, fevriye|fevrye|fev, mas, avril|avr, me, jen|jwen, jiyè|jiye, out|dawou|daou, septanm|sektanm|sept, oktòb|okt, novanm|nov, desanm|des',
  weekdays: 'lendi, madi, mèkredi, jedi, vandredi, samdi, dimanch',
  dates: 'day-first',
  decimal: 'point',
  verbLast: false,
  reactions: `
    (li |te |li te |)(renmen|damou|pa renmen|ri|souliye|mete aksan sou|kesyone|ri pou|ri sou|adore|poze kesyon sou|mande), (li |te |li te |)(reyaji)( ak|)( a| sou| pou|), (li |te |li te |)retire (yon|yon reyaksyon|yon kè|yon renmen|yon j'aime) (sou|nan|de), to, a, sou, mwen renmen`,
  reactionsAfter: '',
  media: '(yon|yon ti) (imaj|foto|mesaj|videyo|video|lyen|odyo|mesaj vwa), imaj la, foto a',
}
