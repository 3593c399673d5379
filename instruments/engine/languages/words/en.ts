import type { Words } from './words.ts'

export const en: Words = {
  script: 'Latin',
  yes: `
    sure thing, go ahead ask, ask away, fire away, yes go ahead, yeah go ahead, yea go ahead, ok go ahead, sure go ahead, ok shoot, yeah sure, yea sure, yup sure, yes sure, i dont mind, dont mind, yes thats fine, thats fine, thats ok, thats okay, its ok, its okay, its fine, ok by me, okay by me, sounds fine, all good, yeah its fine, yes its fine, yes its ok, yes you can, yes you may, you can, you may, sure can, yes maam, yes sir, yee, yeye, ye, yee haw, yas, yasss, yurr, ofc, fs, fasho, bet bet, aight, ight, aite, alrighty, okie dokie, okey dokey, okey doke, k sure, kk, okk, oke, roger, copy that, willing, im willing, im ok with that, im okay with that, i consent, i accept, accept, accepted, count me in, happy to help, glad to, glad to help, with pleasure, my pleasure, by all means, yes, yep, yeah, yea, yup, yah, yass, yes (maam|sir|please|thanks|thank you|of course|i (do|did|am|was|have|can|would|will|agree)),
    yeah i (do|did|am|was|have), i (do|did|am|was|have|can|would|will), sure, sure (do|did|thing|am), ok, okay, okey, okie,
    okay sure, fine, correct, right, thats (right|correct|true), absolutely, definitely, certainly, exactly, indeed,
    of course, for sure, course, agree, agreed, i agree, sounds good, true, affirmative, positive, totally, always,
    i (think|guess|believe|suppose) so, i (dont|do not|didnt) disagree, you bet, uh huh, uhuh, mhm, mm hmm, mmhmm,
    hell yes, hell yeah, heck yes, yas, aye, alright, all right, without a doubt, no doubt, why not, yessir, yse, yws, yeppers, bet, fo sho, no (problem|problems|prob|probs|worries|issue|issues|objection|objections), sure no problem, yes no problem, sounds good to me, go ahead, go for it, lets do it, lets go, happy to, i would love to, fine by me, works for me, fine with me, sure why not, be my guest, shoot, im in, im down, sure ok, i agree to that, ok sure, yes ok`,
  no: `
    too busy, im busy, busy, busy right now, im at work, cant right now, can t right now, cant talk, cant now, not a good time, bad time, some other time, another time, later, maybe later, not at the moment, not in the mood, dont feel like it, no time, aint got time, i aint got time, no thank u, no ty, no thx, nty, im good thanks, im ok thanks, no im good, nah im good, i decline, no i decline, i refuse to participate, dont wanna, i dont wanna, dont want to, id rather not do it, not today, no not today, not for me, naw man, nah man, nah bro, nah fam, nahh, nuh, nuh uh, nopey, nada, negatory, no siree, aw hell no, absolutely no, hecc no, never ever, not happening, not gonna happen, no chance, no, nope, nah, naw, nay, not, dont, never, disagree, not (at all|really|me|ever|yet|at this time), no (way|thanks|thank you|sir|maam|never),
    (i |)(do|did|am|was|have|can|would|will|could) not, (i |)(dont|didnt|wasnt|havent|cant|cannot|wouldnt|wont|couldnt|doesnt), im not,
    (i |)(do not|dont|did not|didnt) agree, i disagree, (i |)(dont|do not) (think|believe) so, (of course|absolutely|definitely|certainly) not,
    not (ok|okay), negative, false, hell no, heck no, uh uh, nuh uh, no (no|nope), noway, non, i have (not|never), nopes, no sir, (no |nah |nope |)(im|i am) (good|okay|ok|busy|all set|fine thanks|good thanks)( thanks| thank you|), (i |)(dont|do not) have (the |any |)time, no time( for this| for that| sorry|), (no |)not (now|interested|right now|today|for me), (no |)(im |i am |)not interested( thanks| thank you| sorry| in this|), (i |)(dont|do not) want (to|to participate|to take part|to answer questions|to do this|to do it|to do the survey|to do a survey|to do surveys|to take this survey|to take the survey|to take a survey|to be in this), id rather not do this, id rather not participate, pass on the survey, count me out, no can do, (no |)maybe (later|another time), hard pass, hell nah, id rather not`,
  yesHere: 'y, ya, k, kk, t, ye, si',
  noHere: 'n, na, f, nop, nada',
  negation: `
    not, no, never, dont, do not, doesnt, does not, didnt, isnt, arent, wasnt, cant, cannot, wont, wouldnt, without, neither, nor,
    none, nothing, nobody, un, non, hardly, except, other than, anything but, rather than, instead of`,
  hedge: `but, if, unless, depends, it depends, sometimes, kind of, sort of, sorta, although, however, both, neither, though, until, before, after, since before, maybe not, not sure, unsure, about half, rather, day before, day after, week of`,
  perhaps: `maybe, perhaps, possibly, probably, likely, about, around, approximately, approx, roughly, almost, nearly, i guess, kinda, prolly, somewhere around, give or take, ish, might be, must be`,
  except: `except, except for, but, but not, besides, excluding, minus, other than, apart from, save for, not`,
  skip: `
    (please |)skip( it| this| this one| question| this question| that| that one| the question|), next( question| one| please|), pass( on this| on this one|),
    move on, lets skip( it| this| this one|), (ill|i will|id like to|i want to|can i|can we|i) (skip|pass)( this| this one| it| this question|), skip to next( question|), s k i p, skp, skipp`,
  refuse: `
    (i |id |i would |)(prefer|rather|prefer to|would prefer) (not|not to|not to say|not say|not to answer|not answer|not to respond|not to share|not share|not to disclose|not disclose|not tell|not to tell)( that| this|),
    (its |thats |that is |)none of (your|ur|yr) (business|concern|bizness|biz), no comment, refuse, refused, (i |)refuse to (answer|say), i refuse, (thats |its |that is |it is |)(private|personal|confidential),
    decline, decline to (answer|say|state), (i |)decline( to answer| to say| to state|), (i |)(wont|will not) (say|answer|tell)( that| this|), not (saying|telling|answering)( that| this|),
    (im |)not (comfortable|ok|okay)( answering| sharing| saying|)( that| this|), (i |)(dont|do not) (want|wish|care) to (say|answer|tell|share)( that| this| you| it|), mind your( own|) business, too personal, (im |i am |)not telling( you|), id rather not (tell|tell you|share|share that|answer that)( sorry|), (its |thats |)(not |none of )(your|ur) (damn|freaking|effing) business, why do you (need|want) to know, mind ya business, mind your business, id prefer to keep that private, keep that private, not gonna say, not gonna tell you, i dont give that out, i dont share that`,
  dontKnow: `
    (i |)(really |honestly |)(dont|do not|dunt|dnt|don t) (really |)(know|no|kno|remember|recall)( that| for sure| sorry| about that| yet|), dk, idk, dunno, i dunno, donno, idunno,
    (im |i am |)(really |)(not sure|unsure|not certain|uncertain|undecided|not too sure|not really sure)( about that| yet|), (i have |ive |i got |)(no|not an|not a|0) (idea|clue|opinion), no (idea|clue|opinion|opinion on that),
    (i |)(cant|cannot|couldnt|could not|can not) (say|tell|remember|decide)( for sure|), hard to (say|tell|know), beats me, who knows, (i |)have no (idea|clue)( sorry|), i wouldnt know, dont no, not shure, clueless, idkk, no clue honestly, i forget, i forgot, dont have a clue, haven t a clue, havent a clue, couldnt tell (you|ya), could not tell you, beats me( honestly|), who knows honestly, no way to know, havent thought about it, never thought about it, i dont really know, cant recall, i cant recall, cant remember( exactly| the date| when|), dont recall, not 100 sure, your guess is as good as mine, i lost track, lost track, lost count, not sure how long, i dont remember (when|the date|exactly), no opinion, dont have an opinion, i dont have an opinion`,
  back: `
    back, go back, (go |)back( one| a question| please| to the last question| to the last one|), previous( question| one|), (go to |)(the |)(previous|last) question, (i want to |can i |let me |)(change|fix|correct|edit|redo) (my|the|that|last) (last |previous |)(answer|reply|response|one),
    change last( answer|), change (my |the |)(answer|reply), undo, oops( wrong answer| i meant to change that| go back|), wrong answer, (i |)made a mistake, mistake, that was wrong, (i |)pressed the wrong (one|number), b a c k, (wait |)(i |)(hit|pressed|typed|sent|picked|chose|put|gave|clicked) the wrong (number|one|answer|thing|button|option), (i |)(want|need|would like|wanna) to (go back|change my answer|change that|redo that|fix that)( please|), (can i |let me |i want to |could i |)(change|redo|fix) (my |the |)(last |previous |)(answer|one|response)( please|), (go |)back (one |a |)(question|to the (last|previous) (question|one)), can (i|we) go back( please|), one back, return to previous( question|), i answered (that |)wrong, i messed up( the last one|), previous please`,
  help: `
    help, info, help me, (i |)need help, what, huh, (what|which) (were|are|r|was) (the|my) (choices|options|answers|answer choices|question)( again|), (what|which) (choices|options), options, choices, repeat( that| the question| please| question|),
    (can|could) you repeat( that| the question|)( please|), say (that |it |)again, who (is|r|are) (this|u|you|these|texting me), whos this, what (is|s) this( about| for|), whats this( about| for|), (what|whats) (do|does|is|s) (you|that|this|the question) (mean|question|again),
    i (dont|do not) (understand|get it)( the question|), dont understand, what does (that|this|it) mean, explain( please|), what do you mean, what was the question( again|), come again, pardon, say what, (please |)(resend|send) (the |)(question|choices|options)( again|), is this (a scam|spam|real|legit), whats this, whats going on, i need some help, whats the question, what question, what are my (choices|options)( again|), whats my options, send (the |)(choices|options|question) again, tell me the (choices|options)( again|), list (them|the options|the choices)( again|), read (them|it|that) again, im confused, confused, who sent this, who dis, whos asking, whats this for`,
  link: `
    link, web, url, web link, weblink, website link, (the |a |my |)(web |survey |)link( please| again|), (please |)(text|send|give|resend|msg|message)( me|)( the| a| my| your| that|)( web| survey| website|) (link|url)( please| again|), (can|could|would|will) (you|u) (please |)(send|text|give)( me|)( the| a|) link( please| again|), (can|could|may) i (please |)(have|get)( the| a| my|) link( please|), i (want|need|would like|lost) (the|a|my) link( please|),
    (can i |could i |i want to |i would like to |id like to |id rather |i would rather |i prefer to |let me |ill |i will |)(do|take|finish|answer|fill out|complete|continue)( it| this| this survey| the survey| the rest| the questions|) (online|on the web|on the internet|on my computer|on a computer|on the computer|on the website|on your website), (is there |do you have |)(a |an |)(web|online|internet) (version|link|site|survey), (switch|go|move) to (the |)(web|website|online)`,
  courtesy: `
    please, pls, plz, plse, ok, okay, just, now, thanks, thank you, thx, ty, hey, hi, hello, sorry, um, uh, well, so, yo, sir, maam, already,
    right now, immediately, guys, oh, hmm, lol, man, bro, again, today, i said, i told you, jeez, ugh, omg, god`,
  optOut: `
    (stop|quit|cease|end)( all|) (texting|messaging|contacting|bothering|calling|writing|spamming|harassing|annoying|emailing|writing to)( me| us| my phone| my number| this number| this phone|)( anymore| any more| again| ever again| forever|),
    (stop|quit|cease|end) (it|this|that|these|all|all of this|everything|these texts|these messages|the texts|the messages|texts|messages|sending|spam|this spam|the spam|survey|the survey|this survey|texting and calling me),
    (stop|quit) sending( me| us|)( these| your| more| any more| any|)( texts| messages| text messages| surveys| stuff| this| this crap| spam| things|),
    (do not|dont|dont ever|never|do not ever) (text|message|contact|bother|call|write|spam|txt|msg)( to|) (me|us|this number|my phone|my number|here)( anymore| any more| again| ever again| ever|)( texts| messages|),
    (do not|dont|never) (text|message|contact|call|write|txt)( anymore| any more| again| ever again|), (do not|dont|never) send( me| us|) (any more |more |any |anything |these |)(texts|messages|text messages|surveys|anything|more|this|it|these|else)( again| anymore|),
    leave me( the hell| the fuck| tf|) alone, leave us alone, go away, get lost, piss off, fuck off, f off, buzz off, (please |)remove (me|my number|my name|this number|my phone|my phone number)( from| off|)( your| this| the| all|)( list| lists| database| survey| system| contacts|),
    (please |)delete (me|my number|this number|my phone number|my data)( from| off|)( your| this| the|)( list| database| system|), (please |)take (me|my number|this number|my name) off( of|)( your| this| the|)( list| lists| survey|), take off (my number|my name),
    no more( of|)( these| your| this|)( texts| text| messages| text messages| surveys| texting| messaging| msgs| of this| survey|)( please|), unsubscribe (me|us|now|from this), i (unsubscribe|opt out), opt (me |us |)out( of this| of texts| of these texts| of everything|), optout, opted out,
    (i |)(want|wanna|would like|d like|id like|need) (to |)(stop|opt out|unsubscribe|be removed|be taken off|be left alone|be off this list|be off your list|out)( receiving texts| getting texts| receiving messages| getting these| these| this| from this list| from your list|),
    (i |)(do not|dont) (want|wanna|wish)( to|)( get| receive| be getting| be receiving| be|)( any|)( more| of|)( these| your| this|)( texts| messages| text messages| surveys| contact| contacted| texted| texted anymore| bothered| survey)( anymore| any more| from you| again|),
    (i |)(do not|dont) want to (take|do|be in|be part of) (this|the|your|any) survey, (i |)(do not|dont) want (you |u |)to (text|contact|message|call) me( anymore| again|),
    lose (my|this) number, wrong number stop( texting|), wrong number( leave me alone| remove me| dont text| do not text| take me off| quit texting), revoke( consent| my consent|), i revoke (my |)consent, (i |)withdraw( my consent|), cancel (me|this|my subscription|these texts|texts|messages|survey|everything),
    opt out, im out, im done with this( survey|), (im |i am |)not interested( stop| leave me alone| remove me| dont text me), block me, (i will|im going to|im gonna|ill) (block|report) (you|this number|this), enough( already|)( stop|) texting, you are (bothering|harassing) me( stop|), quit it, knock it off, stop now, stop stop, stop forever, stop asking( me|)( questions|)`,
  none: `(i |)(didnt|did not|havent|have not|dont|do not|never) (use|used|visit|visited|go to) any( of (them|these|those|it)|), none( of (them|these|those|the above|it|the choices|the options|the)|), nothing, neither( of them| one|), not any, nothing at all, none at all, no one, nobody, not one, not a one, zilch, nil, 0 of them, none apply, none of those apply, none of these apply, none of em, none at all of these, not a single one, didnt use any, i didnt use any, havent used any, never used any, nothing from the list, no none, not one of these, no to all`,
  all: `all( of (them|these|those|the above|it|the choices)| the above| apply| of those apply|), everything, each( of them| one|), every one, everyone, every single one, all (these|those|choices|options), any and all, the whole list, every option, all of em, all of they, yes to all, all 5 of them, all five, all four, all three, all six, each and every one`,
  both: 'both, both of them, both of these, the two, the both',
  and: 'and, plus, also, as well as, then, with, n, and also, and then, followed by, too',
  or: 'or, either, versus, vs',
  upTo: 'to, thru, through, till, until, up to',
  outOf: 'out of, of, outta, over, on a scale of',
  very: `very, really, extremely, completely, totally, super, so, absolutely, highly, fully, strongly, entirely, quite a lot, lots, lot, tons, bunch, greatly, definitely, heavily, perfectly`,
  mild: `somewhat, little, bit, kinda, slightly, sorta, fairly, rather, lil, some, moderately, partly, partially`,
  firstFew: `first, the first`,
  lastFew: `last, the last, last one, the last one, last option, last choice, bottom one, the bottom one, final one, final option`,
  correction: `i mean, i meant, meant, no wait, wait no, actually, scratch that, correction, oops, typo, sorry i meant, make that, wait, nvm`,
  because: `because, bc, cuz, cause, coz, becuz, bcuz, becoz, cus, as they, since they, since i, so that, due to`,
  filler: `
    bud, buddy, pal, turned, turning, just turned, last month, this year, mate, i, im, i am, id, ill, ive, its, it is, it, is, am, was, be, do, did, have, would, will, say, think, believe, guess, pick, choose, select,
    the, a, an, my, answer, option, opt, number, num, nr, choice, item, please, pls, plz, thanks, thank, you, thx, that, thats, just, only, well, um, uh, like,
    for, me, would be, i would say, id say, ill go with, go with, going with, gonna go with, i go with, i choose, i pick, probably like, one is, is my, it would be, i feel, feel, years old, yo, y o, as of now, my answer is,
    hi, hello, hey, there, here, honestly, lol, personally, in my opinion, imo, this one, that one, hmm, oh, about, around, approximately, approx, roughly, are, we, us, of us, people, persons, person, total, in total, in all, altogether, them, they, him, her, he, she, us, you, tbh, ngl, rn, bro, haha, hahaha, lmao, young, now, currently, by, em, ones, used, went, this, these, those, very much so, guys, dude, man, we have, there are, it was, was on, on, happened, happened on, in, at, with, and change, and counting, in years, all my, be, been, lived, living, since`,
  counters: 'st, nd, rd, th, one, please',
  endings: '',
  beginnings: '',
  orMore:
    'or older, or more, and over, and older, and up, or over, plus, or above, and above, or higher, at least, and more, or greater, years or more, years or older, years and over, years and older',
  moreThan: 'more than, over, older than, above, greater than, higher than',
  lessThan: 'under, less than, younger than, fewer than, below, lower than',
  orLess: 'or less, or fewer, or younger, up to, at most, and under, or under, or below, and younger, and below',
  units: `
    year|years|yr|yrs|yo, month|months|mo|mos|mth|mths, week|weeks|wk|wks, day|days, hour|hours|hr|hrs, minute|minutes|min|mins`,
  numbers: {
    small: `
      zero|oh|nil, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen,
      sixteen, seventeen, eighteen, nineteen`,
    tens: '20 twenty, 30 thirty, 40 forty|fourty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety',
    joints: [' ', ''],
    hundred: 'hundred|one hundred|a hundred',
    thousand: 'thousand|k|grand',
    ordinals: `
      first|first one|first option|1st one, second|second one|second option|2nd one, third|third one|third option|3rd one, fourth|fourth one|fourth option|forth|4th one, fifth|fifth one|fifth option|5th one, sixth|sixth one|sixth option, seventh|seventh one|seventh option, eighth|eighth one|eighth option,
      ninth|ninth one|ninth option, tenth|tenth one, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty first, twenty second, twenty third, twenty fourth, twenty fifth, twenty sixth, twenty seventh, twenty eighth, twenty ninth, thirtieth, thirty first`,
  },
  half: `and a half, half, half a, a half, and half, n a half`,
  halfMore: ``,
  point: `point`,
  mixed: `10 a decade, 10 decade, 20 two decades, 30 three decades, 1.5 one and a half, 0.25 a quarter, 12 dozen, 12 a dozen, 2 a couple, 2 couple of`,
  months: `
    january|jan, february|feb|febuary|feburary, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sep|sept, october|oct,
    november|nov, december|dec`,
  weekdays: `
    monday|mon, tuesday|tue|tues, wednesday|wed, thursday|thu|thur|thurs, friday|fri, saturday|sat, sunday|sun`,
  dates: 'month-first',
  decimal: 'point',
  verbLast: false,
  reactions: `
    liked, loved, disliked, laughed at, emphasized, emphasised, questioned, removed (a|an) (like|heart|dislike|laugh|exclamation|exclamation mark|exclamation point|question mark|emphasis|reaction|question) from,
    reacted( with|) to, reacted( with|), removed (a|an|their|) reaction( from| to|), removed from, removed, to, added a reaction to`,
  reactionsAfter: '',
  media:
    '(a|an|the|your) (image|photo|picture|video|message|attachment|movie|gif|sticker|link|voice message|audio message|text|location), (1|2|3) (images|photos|pictures)',
}
