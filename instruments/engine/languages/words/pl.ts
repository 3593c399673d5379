import type { Words } from './words.ts'

export const pl: Words = {
  script: 'Latin',
  yes: `
    tak, taa, tak tak, ta jest, tak jest, tak (oczywiście|zgadzam się|proszę|dziękuję|poproszę|panie|pani|mam|jestem|chcę|byłem|byłam|właśnie), oczywiście, oczywiscie, oczywiście że tak, jasne, jasne że tak, pewnie, pewnie że tak, no pewnie, no jasne, no tak, zgadzam się, zgadzam sie, zgoda, zgadza się, zgadza sie, w porządku, dobra, dobrze, okej, oki, okay, ok, owszem,
    naturalnie, absolutnie, dokładnie, dokladnie, racja, prawda, to prawda, zdecydowanie, zdecydowanie tak, raczej tak, chyba tak, myślę że tak, mysle ze tak, sądzę że tak, z pewnością, na pewno, bez wątpienia, spoko, może być, akceptuję, wyrażam zgodę, jestem za, zawsze, a jakże, yes, yep, yeah, potwierdzam, słusznie, git, super, jak najbardziej, mhm, aha tak, tak mi się wydaje`,
  no: `
    nie, nie nie, nie (dziękuję|dzięki|zgadzam się|zgadzam sie|ma mowy|panie|pani|bardzo|całkiem|mam|jestem|chcę|byłem|byłam|myślę|sądzę|wydaje mi się|akceptuję|wyrażam zgody|ma takiej opcji), nigdy, wcale, wcale nie, absolutnie nie, w żadnym wypadku, w żadnym razie, oczywiście że nie, jasne że nie, pewnie że nie, no nie, skądże, skąd, ależ skąd, raczej nie, chyba nie, myślę że nie, mysle ze nie, sądzę że nie, nie sądzę, zdecydowanie nie, na pewno nie, z pewnością nie,
    niezbyt, nie bardzo, jeszcze nie, nie ja, nieprawda, to nieprawda, fałsz, odmowa zgody, jestem przeciw, nie wyrażam zgody, nope, nah, ani trochę, bynajmniej, nie zgadzam się z tym, niee, nje, nie nigdy`,
  yesHere: 't, y, k, no, ta, si, jo, ano, tia, aha',
  noHere: 'n, no, na, ne, e',
  negation: `
    nie, bez, nigdy, ani, żaden, żadna, żadne, nic, nikt, brak, oprócz, poza, z wyjątkiem, zamiast, ledwo, wcale, mało`,
  hedge: `
    może, moze, być może, ale, jeśli, jeżeli, chyba że, zależy, to zależy, czasem, czasami, oprócz, poza, możliwe, prawdopodobnie, mniej więcej, prawie, chociaż, niekoniecznie, trochę tak trochę nie, jednak, pomiędzy, między, oba, obie, tak i nie, raz tak raz nie`,
  skip: `
    pomiń( to| pytanie| to pytanie|), pomin( to| pytanie| to pytanie|), pomijam( to| pytanie| to pytanie|), pominąć( to| pytanie| to pytanie|), proszę pominąć( to| pytanie| to pytanie|), pomińmy( to| to pytanie|), przeskocz( to| pytanie| to pytanie|), przejdź dalej, dalej, następne( pytanie|), nastepne( pytanie|), następny, kolejne( pytanie|), kolejny, pas, pasuję, pasuje, idziemy dalej, chcę (pominąć|przeskoczyć)( to| to pytanie| pytanie|), (chciałbym|chciałabym) pominąć( to| to pytanie| pytanie|), opuść( to|)( pytanie|), opuszczam( to|)( pytanie|), przejdźmy dalej, skip, next, omiń( to|)( pytanie|), przechodzę dalej`,
  refuse: `
    (ja |)(wolę|wole|wolałbym|wolałabym) nie (mówić|odpowiadać|podawać|powiedzieć|odpowiedzieć|ujawniać|zdradzać|udzielać odpowiedzi)( tego| na to| na to pytanie| o tym|), (ja |)nie (chcę|chce|chciałbym|chciałabym|zamierzam|mam ochoty|będę|życzę sobie) (mówić|odpowiadać|odpowiadac|podawać|powiedzieć|odpowiedzieć|ujawniać|o tym mówić|na to odpowiadać|tego mówić|udzielać odpowiedzi)( tego| na to| na to pytanie| o tym|), odmawiam( odpowiedzi| odpowiadania| podania|), odmowa( odpowiedzi|), bez komentarza, (to |)(prywatne|osobiste|poufne|prywatna sprawa|moja sprawa|moja prywatna sprawa|prywatna informacja|zbyt osobiste|zbyt prywatne|sprawa prywatna), nie (twoja|wasza|pana|pani|państwa) sprawa, to nie (twoja|wasza|pana|pani|państwa) sprawa, nie (twój|wasz) interes, to nie (twój|wasz) interes, nie odpowiem( na to| na to pytanie|), nie powiem( tego|), nie odpowiadam( na to| na takie pytania|), wstrzymuję się, nie (podam|ujawnię|zdradzę)( tego|), tajemnica, co (cię|was|to was|pana|panią) (to |)obchodzi, zachowam to dla siebie`,
  dontKnow: `
    (ja |)nie wiem( tego| sam| sama| niestety| dokładnie| co powiedzieć| jeszcze| naprawdę| nie pamiętam| na pewno| za bardzo|), niewiem, nwm, nie mam( zielonego|) pojęcia, nie mam (zdania|opinii|bladego pojęcia), bez zdania, brak zdania, brak opinii, (nie jestem|nie jestem do końca|nie jestem całkiem) (pewien|pewna|pewny|przekonany|przekonana|zdecydowany|zdecydowana)( tego|), niepewny, niepewna, (nie pamiętam|nie pamietam|zapomniałem|zapomniałam)( tego| już| dokładnie|), trudno powiedzieć, ciężko powiedzieć, trudno stwierdzić, trudno mi powiedzieć, ciężko stwierdzić, nie potrafię (powiedzieć|odpowiedzieć|stwierdzić|określić), nie umiem (powiedzieć|odpowiedzieć|stwierdzić), nie mogę powiedzieć, kto wie, kto to wie, nie jestem w stanie (powiedzieć|odpowiedzieć), niezdecydowany, niezdecydowana, bladego pojęcia, zero pojęcia, pojęcia nie mam, nie orientuję się, nie znam odpowiedzi, nie do końca wiem, idk, diabli wiedzą, cholera wie, bóg wie, no nie wiem, nie wiem nie wiem`,
  back: `
    wstecz, wróć( do poprzedniego| do poprzedniego pytania|), wroc, wracam, cofnij( się| to| do poprzedniego| pytanie|), cofnąć, chcę (wrócić|cofnąć|się cofnąć)( do poprzedniego| do poprzedniego pytania|), powrót, poprzednie( pytanie|), poprzedni, do tyłu, (chcę |chciałbym |chciałabym |mogę |czy mogę |proszę |)(zmienić|poprawić|edytować|zmień|popraw|zmieniam) (moją |ostatnią |swoją |poprzednią |moją ostatnią |)(odpowiedź|odpowiedz|ostatnią odpowiedź), pomyłka, pomyliłem się, pomyliłam się, zła odpowiedź, błąd, mój błąd, zrobiłem błąd, zrobiłam błąd, back, to była pomyłka, źle (odpowiedziałem|odpowiedziałam|wpisałem|wpisałam|kliknąłem|kliknęłam), ups, wróćmy`,
  help: `
    pomoc, pomocy, pomóż( mi|), pomóżcie, potrzebuję pomocy, info, informacja, informacje, co, że co, słucham, jakie (były|są|to były) (opcje|odpowiedzi|możliwości|wybory|do wyboru opcje|możliwe odpowiedzi)( do wyboru| jeszcze raz|), (jakie|które) (opcje|odpowiedzi|możliwości)( do wyboru|), opcje, odpowiedzi, powtórz( pytanie| proszę| opcje|), powtórzyć, (proszę |możesz |możecie |czy możesz |czy możecie |czy może pan |czy może pani |czy można |mogę prosić o )(powtórzyć|powtórzenie|wyjaśnić|wytłumaczyć|powtórkę)( pytanie| opcje| pytania| to| proszę|), kto (to|pisze|to jest|ty jesteś|wy jesteście|mówi|do mnie pisze), kim (jesteś|jesteście|pan jest|pani jest|państwo są), co to( jest| za ankieta| znaczy| ma być| za wiadomość|), o co (chodzi|pytacie|tu chodzi), po co( to|), nie rozumiem( pytania| tego| o co chodzi|), nie kumam, co to znaczy, co (masz|macie) na myśli, (wyjaśnij|wytłumacz|wyjaśnijcie)( proszę| to| pytanie|), jakie (było|jest|to było) pytanie, jeszcze raz( proszę| pytanie|), help, jak to`,
  courtesy: `
    proszę, prosze, dzięki, dzieki, dziękuję, dziekuje, ok, okej, teraz, już, juz, natychmiast, od, razu, halo, hej, cześć, dzień, dobry, pan, pani, państwo, panie, przepraszam, sorry, sory, no, bardzo, ludzie, no to, wreszcie, was, cię, ej, dobra, błagam, eh, och, hmm, kurde, jeszcze, raz, panowie, witam, to`,
  optOut: `
    (przestań|przestan|przestańcie|przestancie|przestać|proszę przestać|skończ|skończcie|koniec|dość|dosyć|stop|zaprzestań|zaprzestańcie) (do mnie |mnie |nas |mi |)(pisać|pisac|pisania|wysyłać|wysylac|wysyłania|dzwonić|nękać|kontaktować|kontaktować się ze mną|przysyłać|męczyć|niepokoić|spamować|zaczepiać|dręczyć|wypisywać|tych|z tymi|tym)( do mnie| mi| ze mną|)( tych| te|)( wiadomości| wiadomosci| sms y| smsów| smsy| sms ów| smsami| wiadomościami| ankiet| ankiety|)( do mnie|)( proszę|), przestań( proszę| już|), przestańcie( proszę| już|), przestancie, przestan, dość( tego| już| wiadomości| smsów| tych wiadomości| tych smsów|), dosyć( tego| już| wiadomości| tych wiadomości|), koniec( wiadomości| z tym| tych wiadomości| z wiadomościami| tego|), stop( wiadomościom| smsom| z wiadomościami|), 
    (proszę |prosze |)nie (pisz|piszcie|pisać|wysyłaj|wysyłajcie|wysyłać|wysylac|dzwoń|dzwońcie|dzwonić|kontaktuj|kontaktujcie|kontaktować|przysyłaj|przysyłajcie|przysyłać|nękaj|nękajcie|męczcie|zawracaj|zawracajcie|niepokoić|zaczepiaj|zaczepiajcie|przeszkadzaj|przeszkadzajcie|przeszkadzać|spamujcie|spamuj)( się|)( do mnie| mi| ze mną| mnie|)( więcej| już| nigdy| wiecej| nigdy więcej| mi głowy| głowy|)( żadnych| tych|)( wiadomości| wiadomosci| smsów| ankiet|)( do mnie| mi| nic|)( proszę| więcej|), nie piszcie( do mnie|)( więcej| już| nigdy więcej|), (już |)więcej (do mnie |mi |)nie (pisz|piszcie|pisać|wysyłaj|wysyłajcie|wysyłać|dzwońcie)( do mnie| mi|), żadnych( więcej|) (wiadomości|smsów|ankiet)( więcej| proszę|), (bez|nie) (więcej |)(wiadomości|smsów)( więcej|), 
    (zostaw|zostawcie|zostawić|proszę zostawić|dajcie|daj|odczepcie|odczep) (mnie|mi|nas|się ode mnie|się)( w spokoju| spokój| święty spokój| ode mnie|)( proszę|), (odczep|odczepcie|odwal|odwalcie|odpieprz|odpieprzcie) się( ode mnie|), spadaj, spadajcie, spieprzaj, wynocha, idź sobie, dajcie (mi |)(święty |)spokój, daj (mi |)(święty |)spokój, 
    (usuń|usun|usuńcie|usuncie|usunąć|proszę usunąć|prosze usunac|wykreśl|wykreślcie|wykreślić|proszę wykreślić|skreśl|skreślcie|skasuj|skasujcie|wypisz|wypiszcie|proszę wypisać|wyrejestrujcie|wyrejestruj|wypisać) (mnie|mój numer|moj numer|ten numer|mój telefon|moje dane|numer)( z listy| z tej listy| z waszej listy| z bazy| z bazy danych| z waszej bazy|)( proszę|), wypisuję się, wypisuje się, chcę się wypisać( z listy| z tego|), chce się wypisać, rezygnuję( z ankiety| z udziału| z wiadomości| z tego|), rezygnuje( z ankiety|), anuluj( subskrypcję| wszystko| ankietę|), anulujcie, zakończ( to| ankietę|), odsubskrybuj, zrezygnuj, chcę zrezygnować( z udziału| z ankiety|), 
    (ja |)nie (chcę|chce|życzę sobie|zycze sobie|chciałbym|chciałabym|mam ochoty)( już|)( więcej|)( otrzymywać| dostawać| dostawac| tych| od was| żadnych| być|)( tych| waszych| żadnych| więcej| od was|)( wiadomości| wiadomosci| smsów| sms ów| ankiet| kontaktu| nękany| nękana| nic|)( od was| więcej|), nie (chcę|chce|życzę sobie) (brać udziału|uczestniczyć|w tym uczestniczyć|brać w tym udziału|tej ankiety|kontaktu)( w ankiecie| w tej ankiecie| w badaniu| w tym badaniu|)( więcej|), nie (chcę|chce|życzę sobie) (żebyście|abyście|żeby) (do mnie |)(pisali|dzwonili|ktoś do mnie pisał|się ze mną kontaktowali)( do mnie| ze mną|)( więcej|), (zły|pomyłka zły) numer( nie piszcie| nie pisz| proszę nie pisać|)( więcej|), zapomnij(cie|) o mnie, zapomnij(cie|) (mój|ten) numer, cofam (moją |)zgodę, wycofuję (moją |)zgodę, odwołuję (moją |)zgodę, nękacie mnie, zablokuję (was|ten numer), mam (was |)dość( waszych wiadomości| tych wiadomości| smsów|)`,
  none: `żaden( z nich| z tych| z powyższych| z wymienionych|), żadna( z nich| z tych| z powyższych| z wymienionych|), żadne( z nich| z tych| z powyższych| z wymienionych|), żadnego( z nich| z powyższych|), żadnej( z nich| z powyższych|), zaden, zadna, zadne, żadnych, nic( z tych| z tego| z powyższych| z tych rzeczy|), brak, nikt, ani jeden, ani jedna, ani jedno, ani to ani to, ani jedno ani drugie, zero z nich, nic z tego`,
  all: `wszystko, wszystkie, wszyscy, wszystkich, wszystkie (powyższe|z nich|z tych|odpowiedzi|opcje|wymienione|z powyższych), każdy, każda, każde, wszystko powyższe, całość, każde z nich, każda z nich, każdy z nich, wszystkie wyżej wymienione`,
  both: 'oba, obie, obydwa, obydwie, oboje, obydwoje, jedno i drugie, oba z nich, obie opcje, jedna i druga, jeden i drugi',
  and: 'i, oraz, a także, plus, też, także, potem, później, następnie, a potem, i potem, a, z, również, na końcu',
  or: 'lub, albo, czy, bądź',
  upTo: 'do, aż do',
  outOf: 'na, z, spośród',
  filler: `
    ja, myślę, mysle, myślę że, sądzę, sądzę że, uważam, uważam że, że, ze, powiem, powiedziałbym, powiedziałabym, powiedziałbym że, to, jest, są, jestem, mam, mamy, byłoby, będzie, by, mój, moja, moje, odpowiedź, odpowiedz, moja odpowiedź to, opcja, opcję, opcje, numer, nr, num, wybór, wybieram, wybrałbym, wybrałabym, biorę, zaznaczam, głosuję na, stawiam na, daję, dam, dałbym, dałabym, proszę, prosze, dzięki, dziękuję, więc, no, no to, cóż, hmm, eee,
    po prostu, tylko, dla mnie, moim zdaniem, według mnie, szczerze, szczerze mówiąc, raczej to, około, okolo, ok, mniej więcej, jakieś, gdzieś, w wieku, wiek, lat życia, nas, jesteśmy, osób, osoby, osoba, ludzi, razem, łącznie, w sumie, cześć, hej, dzień dobry, ten, ta, te, tę, tą, pozycja, punkt, punkty, punktów, się, pytanie, powiedzmy, wydaje mi się, mieszka, mieszkamy, w domu`,
  counters: 'szy, gi, ci, ty, sza, ga, cia, ta, sze, gie, cie, te, go, ego, ej, ka',
  endings: '',
  beginnings: '',
  orMore:
    'lub więcej, i więcej, albo więcej, lub starszy, lub starsza, i starsi, lub powyżej, co najmniej, przynajmniej, minimum, wzwyż, plus, i starszy, lub starsi, lat i więcej, lat lub więcej',
  moreThan: 'więcej niż, ponad, powyżej, starszy niż, powyzej',
  lessThan: 'mniej niż, poniżej, poniżej niż, młodszy niż, ponizej',
  orLess: 'lub mniej, i mniej, albo mniej, najwyżej, co najwyżej, maksymalnie, lub młodszy, nie więcej niż',
  units:
    'rok|lat|lata|roku|latek, miesiąc|miesiące|miesięcy|mies|miesiaca|miesiąca, tydzień|tygodnie|tygodni|tyg, dzień|dni|dnia, godzina|godziny|godzin|godz|godzinę, minuta|minuty|minut|min',
  numbers: {
    small: `
      zero, jeden|jedna|jedno|jedną|jednego, dwa|dwie|dwóch|dwoje|dwaj, trzy|trzech|troje|trzej, cztery|czterech|czworo, pięć|piec|pięciu|pięcioro, sześć|szesc|sześciu|sześcioro, siedem|siedmiu|siedmioro, osiem|ośmiu, dziewięć|dziewiec|dziewięciu, dziesięć|dziesiec|dziesięciu, jedenaście|jedenascie, dwanaście|dwanascie, trzynaście|trzynascie,
      czternaście|czternascie, piętnaście|pietnascie, szesnaście|szesnascie, siedemnaście|siedemnascie, osiemnaście|osiemnascie, dziewiętnaście|dziewietnascie`,
    tens: '20 dwadzieścia|dwadziescia|dwudziestu, 30 trzydzieści|trzydziesci|trzydziestu, 40 czterdzieści|czterdziesci|czterdziestu, 50 pięćdziesiąt|piecdziesiat, 60 sześćdziesiąt|szescdziesiat, 70 siedemdziesiąt|siedemdziesiat, 80 osiemdziesiąt|osiemdziesiat, 90 dziewięćdziesiąt|dziewiecdziesiat',
    joints: [' ', ''],
    hundred: 'sto|stu',
    thousand: 'tysiąc|tysiące|tysięcy|tys|tysiac|tysiace',
    ordinals: `
      pierwszy|pierwsza|pierwsze|pierwszą|pierwszego, drugi|druga|drugie|drugą|drugiego, trzeci|trzecia|trzecie|trzecią|trzeciego, czwarty|czwarta|czwarte|czwartą|czwartego, piąty|piąta|piąte|piątą|piątego, szósty|szósta|szóste|szóstą|szóstego, siódmy|siódma|siódme|siódmą|siódmego, ósmy|ósma|ósme|ósmą,
      dziewiąty|dziewiąta|dziewiąte, dziesiąty|dziesiąta|dziesiąte`,
  },
  months: `
    styczeń|stycznia|sty, luty|lutego|lut, marzec|marca|mar, kwiecień|kwietnia|kwi, maj|maja, czerwiec|czerwca|cze, lipiec|lipca|lip, sierpień|sierpnia|sie, wrzesień|września|wrz, październik|października|paź|paz,
    listopad|listopada|lis, grudzień|grudnia|gru`,
  weekdays:
    'poniedziałek|pon|poniedzialek, wtorek|wt, środa|śr|środę, czwartek|czw, piątek|pt, sobota|sob|sobotę, niedziela|ndz|niedz|niedzielę',
  dates: 'day-first',
  decimal: 'comma',
  verbLast: false,
  reactions: `
    (polubił|polubiła|polubiono|polubione|pokochał|pokochała|uwielbia|lubi|nie lubi|nie polubił|nie polubiła|zaśmiał się z|zaśmiała się z|podkreślił|podkreśliła|podkreślono|zakwestionował|zakwestionowała|zakwestionowano|wyróżnił|wyróżniła|zapytał o|zapytała o|uznał za zabawne|uznała za zabawne|śmieje się z|roześmiał się z|wyśmiał|wyśmiała|nie podoba się|podoba się|kocha|zaakcentował|zaakcentowała|dodał serce do|dodała serce do|ocenił|oceniła), polubił a, polubił(a|)( to|), pokochał a, nie polubił a, zaśmiał a się z, podkreślił a, zakwestionował a, (zareagował|zareagowała|zareagowano|zareagował a)( na| przy użyciu|)( na|), (usunął|usunęła|usunięto|usunął ęła|usunął a) (polubienie|reakcję|serce|śmiech|wykrzyknik|znak zapytania|pytajnik|polubienie z|reakcję z|serce z|kciuk w górę|kciuk w dół)( z| od| do| na| dla| wiadomości|), na, do, dodano reakcję( do| na|)`,
  reactionsAfter: '',
  media:
    '(obraz|obrazek|zdjęcie|wiadomość|film|wideo|załącznik|link|obrazu|zdjęcia|wiadomości|filmu|wiadomość głosową|nagranie)',
}
