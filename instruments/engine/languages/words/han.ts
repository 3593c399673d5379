/** Traditional characters beside the simplified ones, so that either reader understands either writing. */
const traditional =
  '萬與專業東絲兩嚴個豐臨為麗舉麼義樂習鄉書買亂爭於雲亞產親億僅從侖倉儀們價眾優會傘偉傳傷倫偽體餘傭償兒黨蘭關興養獸內岡冊寫軍農馮衝決況凍淨涼減湊幾鳳憑凱擊劃劉則剛創刪別劑勸辦務動勵勁勞勢勳匯區醫華協單賣盧衛卻廠廳歷厲壓厭廁縣參雙發變疊葉號嘆嚇嗎聽啟吳員響啞喚問嘗團園圍國圖圓聖場壞塊堅壇墳墜聲殼處備復夠頭誇奪奮獎婦媽嬰孫學寧寶實審憲宮寬賓對尋導將爾塵層屬歲島嶺幣師帳帶幫幹並廣莊慶廬庫應廟廢開異棄張彌彎彈強歸當錄彥徹徑憂懷態憐總戀惡悅懸驚慘憤願懶戲戰戶撲執擴掃揚擾撫拋搶護報擔擬攏擁攔擇掛摯擠揮損換據擲攝擺搖攤撐敵數齋斷無舊時曠曬曉暫術樸機殺雜權條來楊極構槍標樹樣橋檢歡歐殘毀畢氣漢湯溝沒滅淪潔灑濁測濟渾濃漲漸漁滲溫灣濕滿濾燈災爐點煉爛熱煩燒愛爺牆狀猶獨獄獵貓獻瑪環現電畫瘋療盜盞監盤碼磚確禮禍種積稱穩窮竊競筆築簽簡簾籃類糧緊紀約級紅純紙紋線練組細織終紹經結給絕統繼績續維綜綠網緣編縮總繩罰羅罷聯聾職聰肅腸膚腫腦臉臟膽勝艦藝節蘇蘋範藥蘊蟲蠶補襯製複裡見規視覺覽觸訂計認討讓訓議訊記講許論設訪證評識詐訴診詞試詩誠話誕詢該詳語誤說請諸讀課誰調談謀謝謠謹譜貝負貢財責賢敗貨質販貪貧購貫貴貸費賀資賊賞賴贈贊趕趙躍車軌轉輪軟輕載較輔輛輩輸轄辭邊達遷過運還這進遠違連遲適選遺郵鄰醬釋針鐘鋼錢錯鍋錦鍵鎖鎮鏡長門閃閉間閒聞閱隊陽陰陣階際陸陳險隨隱雖難電霧靈靜順須預領頻題顏額顧風飛飢飯飲館驗騎鬆鬥鬧魚鮮鳥鳴鴨鷹麥黃齊齒齡龍龜週係邨裏臺檯颱甚麼么蕭傑儘盡歎囉啲嘅咗擾鬱訂閱戶離準觀慮雞稅廚髒鄭罵贏滾綫羣峯遊恆僱佔舖鋪鑰藍託誌汙乾麵後邊閤雖繫嚐歸禦擬拚傢駕駛駐騙騷鈔銀銷鑽飄飼飽餅餓馬貳賭賬贓貼貿鄧銳錘鐵閣韓頂項頓頗顆顯駁騰驅驟魯鵝鷄鹽齣喬嗚嘔噸噹囑塗墮壯壽夾妝娛寢屆屍崗巖帥幟彙徵恥悶惱慣懇懲挾捨捲搗撈撥撿擋攜攬斃斬晉暈暢曆樞檔櫃欄漿潑潛澆澤濱瀏烏煙營犧瓊畝皺睜瞞礙礦穎窩竄筍籌糾紛納綁綱緒緩縱縫繞繪翹聳脅脫膠艙莖萊蓋薑薦薩蘆虛虧蝦蠟衆裝褲訝誘諒諜謊謎譯譽豬貞踐蹤軸辯遙遞邏釣鈴鉛銅鎊鏈閑闊闖鞏韻頁飾餵駝髮鬍鬚鴻揀揾噉闆嚟醜嚿遶糉啓爲衹祇隻彆凈佈併倂慾姊妳祢蹟跡錶鹹湧痺巿著唸喫穀麪蔥僞臥覈簷輭獃獲穫糰瞭蔴餚鬨鹼讚錫'
const simplified =
  '万与专业东丝两严个丰临为丽举么义乐习乡书买乱争于云亚产亲亿仅从仑仓仪们价众优会伞伟传伤伦伪体余佣偿儿党兰关兴养兽内冈册写军农冯冲决况冻净凉减凑几凤凭凯击划刘则刚创删别剂劝办务动励劲劳势勋汇区医华协单卖卢卫却厂厅历厉压厌厕县参双发变叠叶号叹吓吗听启吴员响哑唤问尝团园围国图圆圣场坏块坚坛坟坠声壳处备复够头夸夺奋奖妇妈婴孙学宁宝实审宪宫宽宾对寻导将尔尘层属岁岛岭币师帐带帮干并广庄庆庐库应庙废开异弃张弥弯弹强归当录彦彻径忧怀态怜总恋恶悦悬惊惨愤愿懒戏战户扑执扩扫扬扰抚抛抢护报担拟拢拥拦择挂挚挤挥损换据掷摄摆摇摊撑敌数斋断无旧时旷晒晓暂术朴机杀杂权条来杨极构枪标树样桥检欢欧残毁毕气汉汤沟没灭沦洁洒浊测济浑浓涨渐渔渗温湾湿满滤灯灾炉点炼烂热烦烧爱爷墙状犹独狱猎猫献玛环现电画疯疗盗盏监盘码砖确礼祸种积称稳穷窃竞笔筑签简帘篮类粮紧纪约级红纯纸纹线练组细织终绍经结给绝统继绩续维综绿网缘编缩总绳罚罗罢联聋职聪肃肠肤肿脑脸脏胆胜舰艺节苏苹范药蕴虫蚕补衬制复里见规视觉览触订计认讨让训议讯记讲许论设访证评识诈诉诊词试诗诚话诞询该详语误说请诸读课谁调谈谋谢谣谨谱贝负贡财责贤败货质贩贪贫购贯贵贷费贺资贼赏赖赠赞赶赵跃车轨转轮软轻载较辅辆辈输辖辞边达迁过运还这进远违连迟适选遗邮邻酱释针钟钢钱错锅锦键锁镇镜长门闪闭间闲闻阅队阳阴阵阶际陆陈险随隐虽难电雾灵静顺须预领频题颜额顾风飞饥饭饮馆验骑松斗闹鱼鲜鸟鸣鸭鹰麦黄齐齿龄龙龟周系村里台台台什么么萧杰尽尽叹啰的的了扰郁订阅户离准观虑鸡税厨脏郑骂赢滚线群峰游恒雇占铺铺钥蓝托志污干面后边合虽系尝归御拟拼家驾驶驻骗骚钞银销钻飘饲饱饼饿马贰赌账赃贴贸邓锐锤铁阁韩顶项顿颇颗显驳腾驱骤鲁鹅鸡盐出乔呜呕吨当嘱涂堕壮寿夹妆娱寝届尸岗岩帅帜汇征耻闷恼惯恳惩挟舍卷捣捞拨捡挡携揽毙斩晋晕畅历枢档柜栏浆泼潜浇泽滨浏乌烟营牺琼亩皱睁瞒碍矿颖窝窜笋筹纠纷纳绑纲绪缓纵缝绕绘翘耸胁脱胶舱茎莱盖姜荐萨芦虚亏虾蜡众装裤讶诱谅谍谎谜译誉猪贞践踪轴辩遥递逻钓铃铅铜镑链闲阔闯巩韵页饰喂驼发胡须鸿拣找咁板来丑块绕粽启为只只只别净布并并欲姐你你迹迹表咸涌痹市着念吃谷面葱伪卧核檐软呆获获团了麻肴哄碱赞锡'

const ours = Array.from(simplified)
const simplifiedOnes = new Set(ours)
const pairs = new Map(Array.from(traditional, (character, i) => [character, ours[i] ?? character]))

/** A text in simplified characters, as far as they differ from the traditional ones that people use in replies. */
export function toSimplified(text: string): string {
  const characters = text.replace(/\p{Script=Han}/gu, (character) => pairs.get(character) ?? character)
  return characters.replace(spoken, (word) => written.get(word) ?? word)
}

/** Cantonese words, and ways to say "not at all" and "not very", by the word that stands for them. */
const written = new Map(
  `唔好 不要,唔系 不是,唔 不,冇 没,乜嘢 什么,乜 什么,咩 什么,有啲 有点,啲 些,咗 了,俾 给,畀 给,嘢 东西,嘅 的,咁 这么,佢 他,哋 们,喺 在,嗰 那,啰 了,囖 了,喎 了,
  一点都不 完全不,一点也不 完全不,一点儿都不 完全不,一点儿也不 完全不,一点不 完全不,根本不 完全不,压根不 完全不,毫不 完全不,绝不 完全不,丝毫不 完全不,不怎么 不太,不是很 不太,不是太 不太,不那么 不太,不大信 不太信,不大满 不太满,不大同 不太同,不大安 不太安`
    .split(',')
    .map((pair): [string, string] => {
      const [from = '', to = ''] = pair.trim().split(' ')
      return [from, to]
    }),
)
const spoken = new RegExp([...written.keys()].toSorted((one, other) => other.length - one.length).join('|'), 'g')

/** Simplified characters that the other writing has too, in another sense. */
const inBoth = new Set('台里面干后只系周云松谷斗征御余咸几卷尸丑念家着市复并郁群峰恒占志托合尝汇出了的当欲你净布痒表吃')

/** Which of the two ways to write Chinese a text is in, where one of its characters tells. */
export function hanWriting(text: string): 'simplified' | 'traditional' | undefined {
  const characters = text.match(/\p{Script=Han}/gu) ?? []
  if (characters.some((one) => pairs.has(one) && pairs.get(one) !== one && !inBoth.has(one))) return 'traditional'
  return characters.some((one) => simplifiedOnes.has(one) && !inBoth.has(one)) ? 'simplified' : undefined
}
