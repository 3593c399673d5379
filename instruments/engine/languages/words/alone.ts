/** How people say that they live alone, and which questions that answers, in all of our languages at once. */
export const alone = {
  /** "Just me" as the whole of an answer. */
  justMe: `
    একা থাকি আমি, 저 혼자, আমি একা থাকি, আমি একাই থাকি, 저 혼자 살아요, 나 혼자 살아요, 저 혼자 삽니다, 저 혼자 살고 있어요, solo yo, nada mas yo, vivo sola, vivo solo, yo sola, yo solo, solamente yo, solo una persona, nomas yo, sola, solo,
    just me, only me, i live alone, live alone, by myself, just myself, its just me, its only me, me myself and i, only myself, alone, myself, living alone,
    je vis seul, je vis seule, juste moi, moi seul, moi seule, rien que moi, seulement moi, seul, seule, toute seule, tout seul,
    я один, я одна, живу один, живу одна, только я, я живу один, я живу одна, одна живу, один живу, одна, один, сама, сам,
    tylko ja, mieszkam sam, mieszkam sama, sam mieszkam, sama mieszkam, ja sam, ja sama, sam, sama, samotnie,
    只有我, 就我, 我自己, 一个人住, 自己住, 独居, 就我一个, 只有我一个, 得我一个, 我一个人, 一个人, 自己一个, 自己一个人, 我一个,
    저 혼자, 혼자, 혼자 살아요, 혼자요, 저만, 나 혼자, 혼자 삽니다, 혼자 살고 있어요, 저 혼자요,
    انا فقط, انا بس, لوحدي, وحدي, انا لحالي, لحالي, اعيش وحدي, بس انا, لوحدي انا, اعيش لوحدي, ساكن لوحدي, ساكنه لوحدي,
    صرف میں, اکیلا, اکیلی, بس میں, میں اکیلا, میں اکیلی, صرف میں ہوں, sirf main, akela, اکیلا رہتا ہوں, اکیلی رہتی ہوں, میں اکیلا ہوں,
    শুধু আমি, আমি একা, একা, একাই, একা থাকি, আমি একাই, shudhu ami, ami eka, eka, আমি একাই থাকি,
    se mwen sèl, mwen sèl, mwen menm sèl, m ap viv pou kont mwen, pou kont mwen, mwen sèlman, se mwen menm sèl, sèl`,
  /** The question counts the people of a home. */
  people: `
    명이, 몇 명이, 명이나, 분이, কতজন, কয়জন, কজন, people, persons, household, adults, personas, hogar, adultos, personnes, foyer, adultes, moun, granmoun, человек*, людей, взрослых, osob*, osób, ludzi, doroslych, 人, 几口, 口人, জন, মানুষ, সদস্য, 사람*, 식구*, 가구원*, 명, 몇 분, شخص*, اشخاص, افراد, فرد, لوگ, افراد, log`,
  /** … but not only these, or without the one who answers. */
  others: `
    other, others, besides, children, kids, under 18, excluding, apart, otras, otros, además, ademas, niños, ninos, hijos, menores, sin contar, autres, enfants, en dehors, hormis, lòt, timoun, кроме, детей, других, помимо, oprócz, oprocz, dzieci, innych, poza, 孩子, 小孩, 儿童, 其他, 除您, 除了, 子女, শিশু, বাচ্চা, সন্তান, ছাড়া, অন্য, 아이*, 자녀*, 제외*, 다른, اطفال, غيرك, باستثناء, اخرين, بچے, بچوں, علاوہ, دوسرے`,
} as const
