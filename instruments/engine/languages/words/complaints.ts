/**
 * What people say to us who are tired of our texts or do not trust them, in all of our languages. None of it asks us to
 * stop, and all of it may mean just that: a person reads it. Who only asks how we got the number asks a question. A star
 * stands for any ending.
 */
export const complaints = `
  this is spam, thats spam, its spam, u spam, you are spam, spam text, spam texts, spam message, spam messages, spamming me, why do you keep texting, why do u keep texting, why you keep texting, why are you texting me, why r u texting me, why are u texting me, why do you keep messaging, why do you keep sending, why do you keep contacting, keep texting me, you keep texting, keep messaging me, is this a scam, this is a scam, i will report you, ill report you, this is harassment,
  esto es spam, es spam, por que me siguen escribiendo, por que me sigue escribiendo, por que me escriben, por que siguen escribiendo, por que me mandan, por que siguen mandando, siguen escribiendome, siguen mandandome, esto es una estafa, es una estafa, es acoso, esto es acoso, los voy a reportar,
  c est du spam, cest du spam, pourquoi vous m ecrivez, pourquoi vous n arretez pas, pourquoi m ecrivez vous, pourquoi continuez vous, pourquoi vous continuez, c est une arnaque, c est du harcelement, je vais vous signaler,
  se spam, poukisa w ap ekri m, poukisa nou ap ekri m, poukisa n ap ekri m, poukisa w kontinye ekri, poukisa w toujou ap ekri, se yon magouy, se eskwokri,
  это спам, ето спам, зачем вы мне пишете, почему вы мне пишете, зачем вы пишете мне, почему вы все пишете, зачем вы все время, это мошенники, вы мошенники, это развод, буду жаловаться, пожалуюсь на вас, eto spam,
  to jest spam, to spam, czemu do mnie piszecie, dlaczego do mnie piszecie, dlaczego ciagle piszecie, czemu ciagle piszecie, czemu ciagle do mnie piszecie, dlaczego ciagle do mnie piszecie, po co do mnie piszecie, to oszustwo, to jest oszustwo, to nekanie, zglosze was,
  这是垃圾短信, 是垃圾短信, 垃圾信息, 垃圾讯息, 骚扰短信, 骚扰信息, 为什么一直发, 为什么老是发, 为什么一直给我发, 为什么老给我发, 干嘛一直发, 怎么一直发, 为什么一直传, 我要举报你, 举报你们, 诈骗短信,
  এটা স্প্যাম, এটা স্পাম, কেন বারবার মেসেজ, বারবার মেসেজ দিচ্ছেন কেন, বারবার কেন মেসেজ, কেন মেসেজ পাঠাচ্ছেন, কেন মেসেজ দিচ্ছেন, এটা প্রতারণা, eta spam, keno message den, keno msg den,
  이거 스팸*, 스팸이에요, 스팸이네요, 스팸 문자*, 왜 자꾸 문자*, 왜 자꾸 보내*, 왜 자꾸 연락*, 왜 계속 문자*, 왜 계속 보내*, 사기 문자*, 신고할 거*, 신고하겠*,
  هذا سبام, هذا سبم, هذي رسائل مزعجه, رسائل مزعجه, رساله مزعجه, ليش ترسلون لي, ليش ترسل لي, ليش تراسلوني, لماذا تراسلونني, لماذا ترسلون, ليه بتبعتولي, ليه بتبعتوا لي, هذا احتيال, هذا نصب, سابلغ عنكم,
  یہ سپیم*, یہ اسپیم*, بار بار میسج کیوں*, کیوں بار بار میسج*, میسج کیوں کر*, میسج کیوں بھیج*, یہ فراڈ*, yeh spam*, ye spam*, message kyun bhej*, msg kyun bhej*, msg kyu bhej*, baar baar msg*, baar baar message*`
