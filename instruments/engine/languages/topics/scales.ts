import type { Topics } from './topics.ts'

/** The steps of common scales. The longest phrase counts, so that "very good" is not "good". */
export const scales: Topics = {
  stronglyAgree: `
    strongly agree, agree strongly, totally agree, completely agree, fully agree, agree 100, 100 agree, agree completely, muy de acuerdo, totalmente de acuerdo, completamente de acuerdo, tout a fait d accord, tout a fait daccord, completement d accord, entierement d accord, dakò nèt, dako net, totalman dakò, полностью соглас*, совершенно соглас*, zdecydowanie sie zgadzam, w pelni sie zgadzam, calkowicie sie zgadzam, 非常同意, 完全同意, 十分同意, 非常赞成, সম্পূর্ণ একমত, পুরোপুরি একমত, 매우 동의*, 전적으로 동의*, 적극 동의*, اوافق بشده, موافق بشده, موافق جدا, اوافق تماما, موافق تماما, بہت متفق, بالکل متفق, مکمل متفق, پوری طرح متفق`,
  stronglyDisagree: `
    strongly disagree, totally disagree, completely disagree, disagree strongly, muy en desacuerdo, totalmente en desacuerdo, en total desacuerdo, completamente en desacuerdo, pas du tout d accord, pas du tout daccord, totalement en desaccord, pa dakò ditou, совершенно не соглас*, абсолютно не соглас*, полностью не соглас*, совсем не соглас*, zdecydowanie sie nie zgadzam, zupelnie sie nie zgadzam, calkowicie sie nie zgadzam, 非常不同意, 完全不同意, 强烈反对, 坚决反对, একেবারেই একমত নই, একদম একমত না, একেবারেই একমত না, মোটেই একমত নই, 전혀 동의하지*, 전혀 동의 안*, لا اوافق بشده, لا اوافق ابدا, مش موافق ابدا, غير موافق بشده, لا اوافق اطلاقا, بہت غیر متفق, بالکل غیر متفق, بالکل متفق نہیں`,
  agree: `
    agree, agreed, de acuerdo, d accord, daccord, dakò, соглас*, zgadzam sie, 同意, 赞成, একমত, 동의함, 동의해*, 동의합*, اوافق, موافق*, متفق`,
  disagree: `
    disagree, do not agree, dont agree, en desacuerdo, no estoy de acuerdo, pas d accord, pas daccord, pa dakò, не соглас*, несоглас*, nie zgadzam sie, 不同意, 反对, 不认同, 不赞成, একমত নই, একমত না, 동의하지*, 동의 안*, لا اوافق, مش موافق*, غير موافق*, مو موافق*, غیر متفق, متفق نہیں`,
  veryGood: `
    very good, really good, muy bueno, muy buena, muy bien, tres bien, tres bon*, trè bon, очень хорош*, bardzo dobr*, 非常好, 很好, 挺好, খুব ভালো, খুব ভাল, khub bhalo, 매우 좋*, 아주 좋*, جيد جدا, ممتاز جدا, بہت اچھ*, bohat acha`,
  good: `
    good, bueno, buena, bien, bon, bonne, хорош*, dobr*, 好, 不错, ভালো, ভাল, bhalo, 좋*, جيد, كويس, اچھ*, acha`,
  bad: `
    bad, poor, malo, mala, mal, mauvais*, move, плох*, zle, zl*, 差, 不好, খারাপ, kharap, 나쁘*, 나빠*, سيئ*, سيي*, برا, بری, برے, bura`,
  veryBad: `
    very bad, really bad, terrible, awful, very poor, muy malo, muy mala, muy mal, tres mauvais*, trè move, очень плох*, ужасн*, bardzo zl*, bardzo zle, 非常差, 很差, খুব খারাপ, khub kharap, 매우 나쁘*, 아주 나쁘*, سيئ جدا, سيي جدا, بہت برا, بہت بری, bohat bura`,
  verySatisfied: `
    very satisfied, very happy, super happy, really happy, extremely satisfied, muy satisfech*, muy content*, tres satisfait*, tres content*, satisfè anpil, очень довол*, полностью довол*, bardzo zadowolon*, 非常满意, 很满意, খুব সন্তুষ্ট, 매우 만족*, 아주 만족*, راض جدا, راضي جدا, راضيه جدا, بہت مطمئن`,
  veryDissatisfied: `
    very dissatisfied, very unhappy, extremely dissatisfied, muy insatisfech*, muy descontent*, tres insatisfait*, tres mecontent*, pa satisfè ditou, очень недовол*, крайне недовол*, bardzo niezadowolon*, 非常不满意, 很不满意, খুব অসন্তুষ্ট, 매우 불만족*, 아주 불만*, غير راض ابدا, غير راض اطلاقا, مش راضي ابدا, مو راضي ابدا, بہت غیر مطمئن`,
}
