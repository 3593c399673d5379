import type { Language } from './language.ts'

export const en: Language = {
  name: 'English',
  direction: 'ltr',
  asked: ['english', 'in english', 'english please', 'ingles', 'en ingles'],
  lines: {
    yes: 'Yes',
    no: 'No',
    welcome:
      'Hello from {sponsor}. {purpose} It takes about {minutes} minutes. Text STOP at any time to stop, HELP for help.',
    welcomeBack: 'Welcome back. Here is where we were.',
    help: '{title}: a survey by {sponsor}. {contact} Text SKIP to skip a question, BACK to change your last answer, STOP to stop.',
    stopped: 'You are off our list and will get no more texts from us. Text START if you change your mind.',
    pickOne: 'Reply 1 to {most}.',
    pickOneOfTwo: 'Reply 1 or 2.',
    pickSeveral: 'Reply with all the numbers that apply, for example 1 3.',
    pickUpTo: 'Reply with up to {most} numbers, for example 1 3.',
    pickOnScale: 'Reply {least} to {most}.',
    sayNumber: 'Reply with a number.',
    sayArea: 'Reply with its name or number, or SKIP if you are not sure.',
    sayFreely: 'Reply in your own words, or SKIP.',
    keepAnswer: 'Your answer so far: {answer}. Reply SKIP to keep it.',
    firstQuestion: 'This is the first question.',
    leftOut: 'No problem, we will leave that one out.',
    needed: 'We need an answer to this question before we can go on.',
    cannotGoOn:
      'Sorry, we cannot go on without an answer to that question. Text us again at any time and we will start from there.',
    thanks: 'Thank you. Your answers have been saved.',
    notEligible: 'Thank you for your interest. This survey is for adults who live in the city, so we will stop here.',
    declined: 'That is fine. We will not ask you anything else. Thank you for your time.',
    finished: 'You have already finished this survey. Thank you.',
    closed: 'This survey is closed now. Thank you for your interest.',
    reasons: {
      empty: 'We did not get an answer.',
      'not-a-choice': 'Sorry, that is not one of the answers.',
      ambiguous: 'Sorry, more than one answer fits that.',
      'not-a-number': 'Sorry, we need a number here.',
      'out-of-range': 'Sorry, that number is too low or too high.',
      'not-a-date': 'Sorry, we need a date here.',
      'wrong-format': 'Sorry, that does not look right.',
      'too-long': 'Sorry, that is too long. Please shorten it.',
      reaction: 'Thanks for the reaction. We still need an answer in words or numbers.',
    },
  },
  words: {
    yes: `
      yes, y, yeah, yea, yep, yup, ya, yes maam, yes sir, sure, ok, okay, k, fine, correct, absolutely,
      definitely, certainly, of course, agree, agreed, sure thing, sounds good`,
    no: `
      no, n, nope, nah, not, dont, never, disagree, not at all, no way, no thanks, no thank you, i do not agree,
      i dont agree, do not agree, dont agree, not ok, not okay`,
    skip: 'skip, skip it, skip this, skip this one, skip question, next, next question, pass',
    refuse: `
      prefer not to say, i prefer not to say, id rather not say, rather not say, rather not, id rather not,
      prefer not to answer, i prefer not to answer, none of your business, no comment, refuse, private`,
    dontKnow: `
      dont know, i dont know, do not know, i do not know, dk, idk, dunno, not sure, im not sure, i am not sure,
      unsure, no idea, no clue, cant say, hard to say, i have no idea, dont remember, i dont remember,
      not certain`,
    back: 'back, go back, previous, previous question, change my last answer, change last answer, undo',
    help: 'help, info, help me, what, what were the choices, what are the choices, repeat, who is this',
    courtesy: 'please, pls, plz, ok, okay, just, now, thanks, hey',
    optOut: `
      stop texting me, stop texting, stop messaging me, stop contacting me, stop bothering me, stop it,
      stop please, please stop, please stop texting me, stop sending me texts, stop sending me messages,
      leave me alone, remove me, please remove me, remove me from your list, remove me from this list,
      remove my number, take me off, take me off your list, take me off this list, take me off the list,
      do not text me, dont text me, do not text me again, dont text me again, do not text me anymore,
      dont text me anymore, do not contact me, dont contact me, no more texts, no more messages, unsubscribe me,
      opt me out, i want to stop, i want to opt out, lose my number, revoke, opt out, optout`,
    none: 'none, none of them, none of these, none of the above, nothing, neither',
    all: 'all, all of them, all of these, all of the above, everything',
    and: 'and, plus',
    filler: `
      i, im, id, ill, its, it, is, am, do, did, have, would, say, think, guess, pick, choose, the, a, an, my,
      answer, option, number, choice, please, pls, thanks, thank, you, that, about, just, well, um, so, mostly,
      years, yrs, old`,
    orMore: 'or older, or more, or over, and over, and older, and up',
    numbers: `
      zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen,
      fifteen, sixteen, seventeen, eighteen, nineteen, twenty`,
  },
}
