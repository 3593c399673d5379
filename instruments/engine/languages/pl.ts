import type { Language } from './language.ts'

export const pl: Language = {
  name: 'Polski',
  direction: 'ltr',
  machineDrafted: true,
  lines: {
    yes: 'Tak',
    no: 'Nie',
    welcome:
      'Dzień dobry, tu {sponsor}. {purpose} Zajmie to około {minutes} minut. Wyślij STOP, aby zakończyć, POMOC, aby uzyskać pomoc.',
    invitation:
      'Dzień dobry, tu {sponsor}. {purpose} Zajmie to około {minutes} min. w SMS-ach. Aby zacząć, odpisz 1. Aby nie otrzymywać wiadomości, odpisz STOP.',
    reminder:
      '{sponsor} przypomina: nadal chcemy poznać Państwa opinię. Około {minutes} min. w SMS-ach. Aby zacząć, odpisz 1. Aby nie otrzymywać wiadomości, odpisz STOP.',
    reminderGoOn:
      '{sponsor}: nasza ankieta jest rozpoczęta, a odpowiedzi zapisane. Oto następne pytanie. Aby nie otrzymywać wiadomości, odpisz STOP.',
    onTheWeb: 'W internecie: {link}',
    welcomeBack: 'Witamy ponownie. Oto miejsce, w którym skończyliśmy.',
    help: '{title}: ankieta, którą prowadzi {sponsor}. {contact} Wyślij POMIŃ, aby pominąć pytanie, WSTECZ, aby zmienić ostatnią odpowiedź, STOP, aby zakończyć.',
    stopped:
      'Nie ma już Pana/Pani na naszej liście i nie wyślemy więcej wiadomości. W razie zmiany zdania proszę wysłać START.',
    pickOne: 'Odpowiedz od 1 do {most}.',
    pickOneOfTwo: 'Odpowiedz 1 lub 2.',
    pickSeveral: 'Odpowiedz wszystkimi pasującymi numerami, na przykład {example}.',
    pickUpTo: 'Odpowiedz najwyżej {most} numerami, na przykład {example}.',
    pickOnScale: 'Odpowiedz od {least} do {most}.',
    sayNumber: 'Odpowiedz liczbą.',
    sayDate: 'Odpowiedz datą, na przykład 14 marca 1985.',
    rankAll: 'Odpowiedz numerami od najlepszego, na przykład {example}.',
    sayArea: 'Odpowiedz nazwą lub numerem obszaru albo POMIŃ, jeśli nie masz pewności.',
    sayFreely: 'Odpowiedz własnymi słowami albo POMIŃ.',
    keepAnswer: 'Dotychczasowa odpowiedź: {answer}. Odpowiedz POMIŃ, aby ją zachować.',
    openLink: 'Na następne pytanie proszę odpowiedzieć tutaj: {link}\nPotem proszę wysłać OK.',
    openLinkOrSkip: 'Na następne pytanie proszę odpowiedzieć tutaj: {link}\nPotem proszę wysłać OK albo POMIŃ.',
    sameChoices: 'Te same odpowiedzi, od 1 do {most}.',
    pickInGroup: 'Odpowiedz od 1 do {most} albo WSTECZ, aby zobaczyć inne grupy.',
    pickExactly: 'Odpowiedz numerami, razem {most}, na przykład {example}.',
    pickBetween: 'Odpowiedz numerami, od {least} do {most} z nich, na przykład {example}.',
    rankBest: 'Odpowiedz najwyżej {most} numerami od najlepszego, na przykład {example}.',
    sayNumberBetween: 'Odpowiedz liczbą od {least} do {most}.',
    sayNumberInSteps: 'Odpowiedz liczbą od {least} do {most}, co {step}.',
    halfway: 'To już około połowy.',
    almostDone: 'Już prawie koniec.',
    firstQuestion: 'To jest pierwsze pytanie.',
    leftOut: 'Nie ma sprawy, pominiemy to pytanie.',
    needed: 'Potrzebujemy odpowiedzi na to pytanie, aby przejść dalej.',
    cannotGoOn:
      'Przepraszamy, nie możemy przejść dalej bez odpowiedzi na to pytanie. Proszę napisać w dowolnej chwili, zaczniemy od tego miejsca.',
    thanks: 'Dziękujemy. Odpowiedzi zostały zapisane.',
    notEligible:
      'Dziękujemy za zainteresowanie. Ta ankieta jest dla dorosłych mieszkańców miasta, więc na tym kończymy.',
    declined: 'W porządku. O nic więcej nie zapytamy. Dziękujemy za poświęcony czas.',
    finished: 'Ta ankieta jest już ukończona. Dziękujemy.',
    closed: 'Ta ankieta jest już zamknięta. Dziękujemy za zainteresowanie.',
    paused:
      'Ta ankieta ma krótką przerwę. Prosimy napisać później; wszystko, co nam Państwo przekazali, jest zapisane.',
    expired: 'Minęło sporo czasu, więc ta ankieta już się dla Państwa zakończyła. Odpowiedzi zachowaliśmy. Dziękujemy.',
    someoneReads: 'Dziękujemy. Wiadomość przeczyta osoba z naszego zespołu.',
    noPictures: 'Nie możemy tu otwierać zdjęć ani nagrań. Prosimy odpowiedzieć słowami lub cyframi.',
    webLink:
      'Dalszy ciąg ankiety w internecie: {link}\nTen link jest tylko dla Państwa. W każdej chwili można też odpowiadać SMS-em.',
    whoIsThere: 'Z tego telefonu korzysta więcej niż jedna osoba. Kto pisze?',
    someoneElse: 'Ktoś inny',
    writtenTo: 'Osoba, do której pisaliśmy {date}',
    whichSurvey: 'O którą ankietę chodzi?',
    reasons: {
      empty: 'Nie otrzymaliśmy odpowiedzi.',
      'not-a-choice': 'Przepraszamy, to nie jest jedna z odpowiedzi.',
      ambiguous: 'Przepraszamy, pasuje do tego więcej niż jedna odpowiedź.',
      'not-a-number': 'Przepraszamy, tu potrzebna jest liczba.',
      'out-of-range': 'Przepraszamy, ta liczba jest za mała lub za duża.',
      'not-a-date': 'Przepraszamy, tu potrzebna jest data.',
      'wrong-format': 'Przepraszamy, to nie wygląda poprawnie.',
      'too-long': 'Przepraszamy, to jest za długie. Proszę skrócić.',
      reaction: 'Dziękujemy za reakcję. Nadal potrzebujemy odpowiedzi słowami lub liczbą.',
    },
  },
}
