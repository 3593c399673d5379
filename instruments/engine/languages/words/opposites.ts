/**
 * Pairs of words of scales that mean the opposite of each other, in all of our languages: who is "not safe at all" is
 * "very unsafe". Each pair is "one | other"; a star stands for any ending.
 */
export const opposites = `
  safe | unsafe dangerous, safely | unsafely, satisfied | dissatisfied unsatisfied, happy | unhappy, clean | dirty, likely | unlikely, trust | distrust mistrust, agree | disagree, good | bad poor, easy | difficult hard, fair | unfair, polite | rude impolite, friendly | unfriendly, quiet | noisy loud, comfortable | uncomfortable, important | unimportant, reliable | unreliable, helpful | unhelpful,
  de_acuerdo | en_desacuerdo, segur* | insegur* peligros*, satisfech* | insatisfech*, limpi* | suci*, probable | improbable, confi* | desconfi*, bueno buena | malo mala, facil | dificil, just* | injust*, contento contenta | descontento descontenta,
  sur sure securite | dangereux dangereuse insecurite, satisfait* | insatisfait* mecontent*, propre | sale, probable | improbable, confiance | mefiance, bon bonne bien | mauvais* mal, facile | difficile, juste | injuste, poli | impoli,
  satisfè | ensatisfè, pwòp | sal, bon | move, fasil | difisil,
  безопасн* | небезопасн* опасн*, удовлетвор* доволен довольна | неудовлетвор* недоволен недовольна, чист* | грязн*, вероятн* | маловероятн* невероятн*, доверя* | недоверя*, согласен согласна | несогласен несогласна, хорош* | плох*, вежлив* | невежлив* груб*, легк* | трудн* сложн*,
  bezpieczn* | niebezpieczn*, zadowolon* | niezadowolon*, czyst* | brudn*, prawdopodobn* | nieprawdopodobn*, dobrz* dobr* | zl* zle, latw* | trudn*, ufam | nieufam,
  安全 | 危险, 干净 | 脏, 好 | 差 坏, 容易 | 困难 难, 安静 | 吵,
  নিরাপদ | অনিরাপদ বিপজ্জনক, সন্তুষ্ট | অসন্তুষ্ট, পরিষ্কার | নোংরা অপরিষ্কার, ভালো ভাল | খারাপ, সহজ | কঠিন,
  안전* | 위험*, 만족* | 불만족* 불만*, 깨끗* | 더럽* 더러*, 좋* | 나쁘* 나빠*, 쉽* | 어렵* 어려*, 신뢰* | 불신*,
  امن امان* | خطر* خطير*, راض* | مستاء, نظيف* | وسخ* قذر*, جيد* | سيي* سيئ*, سهل* | صعب*,
  محفوظ | غیر محفوظ خطرناک, مطمئن | غیر مطمئن, صاف | گندا گندے گندی, اچھا اچھی اچھے | برا بری برے, آسان | مشکل`

/** Makes a denial whole: "not … at all". */
export const atAll = `
  at all, one bit, a bit, whatsoever, in the least, in the slightest, para nada, en absoluto, nada, nada de, ningun*, du tout, aucunement, ditou, ditou ditou, совсем, вообще, абсолютно, совершенно, ничуть, нисколько, wcale, w ogole, zupelnie, absolutnie, kompletnie, একদম, মোটেই, মোটেও, একেবারে, একটুও, 전혀, 하나도, 절대, اطلاقا, ابدا, بالمره, نهائيا, بتاتا, بالکل, ذرا بھی, قطعا, ہرگز`
