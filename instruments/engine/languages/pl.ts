import type { Language } from './language.ts'

export const pl: Language = {
  name: 'Polski',
  direction: 'ltr',
  machineDrafted: true,
  lines: {
    welcome:
      'Dzień dobry, tu {sponsor}. {purpose} Zajmie to około {minutes} minut. Aby zakończyć, proszę wysłać STOP, aby uzyskać pomoc, POMOC.',
    invitation:
      'Dzień dobry, tu {sponsor}. {purpose} Zajmie to około {minutes} min. w SMS-ach. Aby zacząć, proszę odpisać 1. Aby nie otrzymywać wiadomości, proszę odpisać STOP.',
    reminder:
      '{sponsor} przypomina: nadal chcemy poznać Państwa opinię. Około {minutes} min. w SMS-ach. Aby zacząć, proszę odpisać 1. Aby nie otrzymywać wiadomości, proszę odpisać STOP.',
    reminderGoOn:
      '{sponsor}: nasza ankieta jest rozpoczęta, a odpowiedzi zapisane. Oto następne pytanie. Aby nie otrzymywać wiadomości, proszę odpisać STOP.',
    onTheWeb: 'W internecie: {link}',
    welcomeBack: 'Witamy ponownie. Oto miejsce, w którym skończyliśmy.',
    help: '{title}: ankieta, którą prowadzi {sponsor}. {contact} Aby pominąć pytanie, proszę wysłać POMIŃ, aby zmienić ostatnią odpowiedź, WSTECZ, aby zakończyć, STOP.',
    stopped:
      'Usunęliśmy ten numer z naszej listy i nie wyślemy więcej wiadomości. W razie zmiany zdania proszę wysłać START.',
    pickOne: 'Proszę odpowiedzieć od 1 do {most}.',
    pickOneOfTwo: 'Proszę odpowiedzieć 1 lub 2.',
    pickSeveral: 'Proszę podać wszystkie pasujące numery, na przykład {example}.',
    pickUpTo: 'Proszę podać najwyżej {most} numery, na przykład {example}.',
    pickOnScale: 'Proszę odpowiedzieć od {least} do {most}.',
    sayNumber: 'Proszę odpowiedzieć liczbą.',
    sayDate: 'Proszę podać datę, na przykład 14 marca 1985.',
    rankAll: 'Proszę podać numery od najlepszego, na przykład {example}.',
    bestFirst: 'Od najlepszego.',
    sayArea: 'Proszę podać nazwę lub numer obszaru albo, w razie wątpliwości, POMIŃ.',
    sayFreely: 'Proszę odpowiedzieć własnymi słowami albo POMIŃ.',
    keepAnswer: 'Dotychczasowa odpowiedź: {answer}. Aby ją zachować, proszę wysłać POMIŃ.',
    openLink: 'Na następne pytanie proszę odpowiedzieć tutaj: {link}\nPotem proszę wysłać OK.',
    openLinkOrSkip: 'Na następne pytanie proszę odpowiedzieć tutaj: {link}\nPotem proszę wysłać OK albo POMIŃ.',
    sameChoices: 'Te same odpowiedzi, od 1 do {most}.',
    pickInGroup: 'Proszę odpowiedzieć od 1 do {most} albo WSTECZ, aby zobaczyć inne grupy.',
    pickExactly: 'Proszę podać numery, razem {most}, na przykład {example}.',
    pickBetween: 'Proszę podać od {least} do {most} numerów, na przykład {example}.',
    rankBest: 'Proszę podać numery od najlepszego, najwyżej {most}, na przykład {example}.',
    sayNumberBetween: 'Proszę podać liczbę od {least} do {most}.',
    sayNumberInSteps: 'Proszę podać liczbę od {least} do {most}, co {step}.',
    halfway: 'To już około połowy.',
    almostDone: 'Już prawie koniec.',
    firstQuestion: 'To jest pierwsze pytanie.',
    leftOut: 'W porządku, pominiemy to pytanie.',
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
    error: 'Przepraszamy, coś się u nas nie udało. Prosimy wysłać tę wiadomość jeszcze raz za kilka minut.',
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
