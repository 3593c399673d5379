/**
 * What people call the twelve languages, in any of them. The words for Chinese without its writing stand for both; the
 * one that the resident or the study uses is meant.
 */
export const languageNames: Readonly<Record<string, string>> = {
  en: `
    angle, anglè, an angle, english, eng, ingles, anglais, angle, anglè, английский, английском, англиский, по английски, angielski, po angielsku, angielskim, 英语, 英文, ইংরেজি, ইংরেজিতে, ইংলিশ,
    영어, 영어로, انجليزي, الانجليزية, إنجليزية, بالانجليزي, بالانجليزية, انگریزی, انگلش, انگریزی میں, inglés, angielsku, angrezi, ingilizi, ingreji`,
  es: `
    spanish, espanol, español, castellano, espagnol, panyòl, espanyol, испанский, испанском, по испански, hiszpański, hiszpanski, po hiszpańsku, 西班牙语, 西班牙文, 西语,
    স্প্যানিশ, স্পেনীয়, স্প্যানিশে, 스페인어, 스페인어로, اسباني, الاسبانية, بالاسبانية, بالاسباني, ہسپانوی, اسپینش, سپینش, hiszpańsku, esp, espaniol, espnaol`,
  'zh-hans': `
    simplified chinese, chinese simplified, mandarin, mandarin chinese, chino simplificado, mandarin, chino mandarín, mandarín, chinois simplifié, mandarin, упрощенный китайский, мандарин, мандаринский, chiński uproszczony, mandaryński,
    简体中文, 简体, 简体字, 中文简体, 普通话, 国语, 汉语, সরলীকৃত চীনা, ম্যান্ডারিন, 간체, 중국어 간체, 중국어간체, 만다린, الصينية المبسطة, سادہ چینی, zhongwen jianti, putonghua, chinwa senplifye, mandaren`,
  'zh-hant': `
    traditional chinese, chinese traditional, cantonese, chino tradicional, cantonés, chinois traditionnel, cantonais, традиционный китайский, кантонский, chiński tradycyjny, kantoński,
    繁體中文, 繁體, 繁體字, 中文繁體, 廣東話, 粵語, 粤语, 广东话, 正體中文, ঐতিহ্যবাহী চীনা, ক্যান্টোনিজ, 번체, 중국어 번체, 중국어번체, 광둥어, الصينية التقليدية, روایتی چینی, chinwa tradisyonèl, kantonè`,
  zh: `
    chinese, chino, chinois, chinwa, китайский, китайском, по китайски, chiński, chinski, po chińsku, 中文, 华语, 汉字, চীনা, চাইনিজ, চীনা ভাষা, চীনা ভাষায়, 중국어, 중국어로, الصينية, صيني, بالصيني, بالصينية, چینی, چائنیز, zhongwen, chińsku, 中国话, 中國語`,
  ru: `
    russian, ruso, russe, ris, русский, русском, на русском, по русски, русски, русская, rosyjski, po rosyjsku, 俄语, 俄文, রুশ, রাশিয়ান, রুশ ভাষা, রুশ ভাষায়, 러시아어, 러시아어로, الروسية, روسي, بالروسي, بالروسية, روسی, russkij, russkiy, russki, po russki, na russkom, rosyjsku, rus`,
  bn: `
    bengali, bangla, bangali, bengalí, bengalés, bengalés, бенгальский, бенгальском, бенгали, bengalski, po bengalsku, 孟加拉语, 孟加拉文, বাংলা, বাংলায়, বাঙলা, বাংলা ভাষা, বাংলাতে, 벵골어, 벵골어로, 벵갈어, البنغالية, بنغالي, بالبنغالية, بنگالی, بنگلہ, bengalais, bangla te, banglay, benga, bengalen`,
  ht: `
    haitian creole, creole, haitian, kreyol, kreyòl, kreyòl ayisyen, kreyol ayisyen, ayisyen, criollo haitiano, creole haitiano, criollo, haitiano, créole, créole haïtien, creole haitien, haïtien, гаитянский, гаитянский креольский, креольский, на креольском, kreolski, haitański, haitański kreolski, po kreolsku,
    海地克里奥尔语, 海地语, 克里奥尔语, 海地克里奥语, হাইতিয়ান ক্রেওল, ক্রেওল, হাইতিয়ান, 아이티 크리올어, 아이티어, 크리올어, 아이티크리올어, الكريولية, الكريولية الهايتية, كريولي, هايتي, ہیٹی کریول, کریول, ہیٹین کریول, kreyòl ayisyen an, creyol, kreole, kreyole`,
  ko: `
    korean, coreano, coréen, koreyen, корейский, корейском, по корейски, koreański, koreanski, po koreańsku, 韩语, 韩文, 朝鲜语, 韓國語, কোরিয়ান, কোরীয়, 한국어, 한국어로, 한국말, 한국말로, 한글, 한글로, الكورية, كوري, بالكورية, کوریائی, کورین, koreańsku, hangul, hangugeo, hanguk`,
  ar: `
    arabic, arabe, árabe, arab, arabi, 3arabi, арабский, арабском, по арабски, arabski, po arabsku, 阿拉伯语, 阿拉伯文, আরবি, আরবী, আরবিতে, 아랍어, 아랍어로, عربي, العربية, عربية, اللغة العربية, بالعربي, بالعربية, عربى, عربی, عربی میں, arabsku, arabic language, arabeh`,
  ur: `
    urdu, ourdou, ourdu, oudou, урду, на урду, urdu mein, ordu, 乌尔都语, 乌尔都文, উর্দু, উর্দুতে, 우르두어, 우르두어로, الاردية, أردية, اوردو, أردو, اردو, اردو میں, اردو زبان, بالاردو, urdú, ourdoue`,
  fr: `
    french, frances, francés, français, francais, franse, fransè, французский, французском, по французски, francuski, po francusku, 法语, 法文, ফরাসি, ফরাসী, ফ্রেঞ্চ, ফরাসিতে, 프랑스어, 프랑스어로, 불어, فرنسي, الفرنسية, بالفرنسي, بالفرنسية, فرانسیسی, فرنچ, francusku, fransay, frances por favor`,
  pl: `
    polish, polaco, polonais, polonè, polone, польский, польском, по польски, polski, po polsku, polsku, język polski, jezyk polski, 波兰语, 波兰文, পোলিশ, পোলিশে, 폴란드어, 폴란드어로, البولندية, بولندي, بالبولندية, پولش, پولستانی, polsk, polish language, polone`,
}

/** What people put around a language's name to ask for it. */
export const askingFor = `
  please, write, write to me, write in, text me in, send it in, send in, speak to me in, can you write in, por favor, escriba, escriba en, escríbame en, escribame en, mande en, parlez, parlez moi en, écrivez, écrivez en, écrivez moi en, svp, s'il vous plaît, pale avè m, pale avè m an, pale avèk mwen, ekri, ekri m an, avè m, avèk mwen, пишите, пишите на, напишите на, говорите на, пожалуйста, пиши на, prosze pisac po, pisz po, piszcie po, prosze mowic po, mow po, prosze, 写, 请写, 用来写, 发, 请发, 请讲, 谢谢, লিখুন, লিখেন, লেখেন, বলুন, বলেন, প্লিজ, প্লীজ, দয়া করে, পাঠান, কথা বলুন, 써주세요, 써 주세요, 로 써주세요, 로 써 주세요, 로 보내주세요, 로 말해주세요, 제발, اكتب, اكتبوا, اكتبي, تكلم, تكلموا, تكلمي, تحدث, تحدثوا, ارسل, من فضلك, لو سمحت, رجاء, لکھیں, لکھو, بات کریں, بولیں, بھیجیں, پلیز, براہ کرم,
  in, to, speak, language, switch, switch to, change, change to, change language to, language to, i speak, i want, i want it in, i need, can we do this in, can you speak, do you speak, do you have, have, can i have it in, can i do this in, could we do, me gustaria en,
  en, hablo, quiero, idioma, lengua, cambiar, cambiar a, cambiar el idioma a, prefiero, habla, habla usted, cambie a, lo quiero en, puede ser en, solo hablo, yo hablo, mejor, mejor en, tienen,
  langue, parle, je parle, je veux, je préfère, passer en, changer en, vous parlez, parlez vous, la, le, l, en version, version,
  на, язык, языке, я говорю, говорю, хочу, можно, можно на, перейти на, переключить на, хочу на, давайте на, говорю только, я говорю только,
  po, na, w języku, język, jezyk, mówię, mowie, mówię po, chcę po, chce po, proszę po, czy można po, można po, przełącz na, wolę po,
  an, nan lang, lang, pale, mwen pale, m pale, mwen vle, m vle, mwen vle li an, mwen prefere, tanpri, chanje an, chanje pou, èske m ka gen li an,
  我说, 我讲, 我要, 用, 请用, 改用, 换成, 说, 讲, 转, 切换到, 我想用, 版, 可以用, 可以说, 可以讲, 有没有, 吗, 我只会, 我会说, 请说,
  ভাষা, ভাষায়, চাই, আমি, বলি, আমি চাই, দিন, তে, এ,
  로, 으로, 말로, 주세요, 로 해주세요, 으로 해주세요, 로 해 주세요, 로 부탁합니다, 부탁합니다, 원해요, 로 바꿔주세요, 로 바꿔 주세요, 할래요, 로 할래요, 해주세요, 해 주세요, 바꿔주세요, 바꿔 주세요, 보내주세요, 보내 주세요, 부탁드려요,
  اللغة, لغة, اريد, أريد, أتكلم, اتكلم, أتحدث, اتحدث, باللغة, أفضل, ب, حولها الى, غير اللغة الى, ممكن, من فضلك بالـ,
  زبان, میں, بولتا ہوں, بولتی ہوں, میں بات کریں, چاہیے, چاہئے, مجھے, کریں, کر دیں, میں لکھیں, mein, chahiye`
