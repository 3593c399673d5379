/** How common characters sound, without tones, in simplified writing: what is typed by sound is mistyped by sound. */
const syllables = `
  a 阿啊; ai 爱矮哎碍挨; an 安按暗岸案; ao 奥熬傲; ba 八吧把爸巴拔霸罢; bai 百白败拜摆; ban 班办半般板版伴搬; bang 帮棒邦磅; bao 报保包宝抱暴饱;
  bei 被北备背杯悲贝倍; ben 本奔笨; beng 崩蹦; bi 比必笔毕币闭避壁逼彼; bian 边变便遍编辩; biao 表标彪; bie 别憋; bin 宾滨; bing 病并冰兵饼; bo 波播博伯薄玻; bu 不部步布补捕;
  ca 擦; cai 才菜财采彩猜材; can 参餐残惨; cang 藏仓苍; cao 草操曹; ce 测策侧厕; ceng 层曾; cha 查茶差叉察插; chai 拆柴; chan 产缠铲; chang 长常场厂唱肠昌; chao 吵超潮抄朝炒; che 车扯彻;
  chen 陈沉晨尘趁; cheng 成城程称乘承诚撑; chi 吃迟尺持池齿赤; chong 冲充虫崇重; chou 抽仇丑臭愁; chu 出处初除楚础触; chuan 穿船传川; chuang 床窗闯创; chui 吹; chun 春纯; ci 次此词刺辞磁; cong 从聪匆; cu 粗促; cun 村存; cuo 错措;
  da 大打达答; dai 带代待戴袋呆; dan 但单担蛋淡; dang 当党挡; dao 到道倒导岛刀盗稻; de 的得地德; deng 等灯登邓; di 底第低弟敌抵笛; dian 点店电典; diao 掉调吊; die 跌爹; ding 定订顶钉; diu 丢; dong 东动懂冬洞; dou 都斗豆抖; du 度读独毒堵赌杜; duan 段短断端; dui 对队堆; dun 顿吨; duo 多夺朵躲;
  e 饿恶俄额; en 恩嗯; er 二而儿耳; fa 发法罚; fan 反饭犯翻烦凡贩范; fang 方放房防访仿; fei 非飞费肥废; fen 分份粉愤; feng 风封峰疯丰; fo 佛; fou 否; fu 服福父付夫府副负复富附;
  gai 该改盖; gan 干感敢赶; gang 刚钢港岗; gao 高告搞稿; ge 个各哥歌格隔革; gei 给; gen 跟根; geng 更耕; gong 公工共功供攻宫; gou 够狗购沟; gu 古故顾姑股骨; gua 挂瓜刮; guai 怪拐乖; guan 关管馆官惯观; guang 光广逛; gui 贵归鬼规柜; gun 滚棍; guo 国过果锅;
  ha 哈; hai 还海害孩; han 汗喊含韩汉; hang 航; hao 好号毫耗; he 和合喝河何核; hei 黑; hen 很恨; heng 横恒; hong 红轰洪; hou 后候厚; hu 护户湖胡虎互; hua 话花画化华划; huai 坏怀; huan 换欢环缓; huang 黄慌皇; hui 会回灰汇毁; hun 婚混; huo 活火或货获祸;
  ji 几机级极计己记季急及积基鸡集纪寄击技际迹; jia 家加假价架甲驾; jian 见间件建简减检健监剑; jiang 将讲江奖降; jiao 叫教交角脚较觉缴; jie 接街节结解姐界借介; jin 进近金今紧尽仅斤劲; jing 净经京静警惊竟景精境井; jiu 就九久酒旧救; ju 局句举居剧具距聚据; juan 卷捐; jue 决绝; jun 军均; ka 卡咖; kai 开; kan 看砍; kang 抗康; kao 靠考; ke 可课科客刻克; ken 肯; keng 坑; kong 空恐控孔; kou 口扣; ku 哭苦库裤; kua 夸跨; kuai 快块; kuan 宽款; kuang 狂况矿; kun 困昆; kuo 扩阔;
  la 拉啦辣垃; lai 来赖; lan 蓝烂懒栏; lang 浪狼郎; lao 老劳; le 了乐; lei 类累雷泪; leng 冷; li 里力利立理离李礼历; lian 连脸练联; liang 两亮量良辆; liao 料疗聊; lie 列烈; lin 林邻临; ling 零领另令灵; liu 六流留刘; long 龙隆; lou 楼漏; lu 路录陆露; luan 乱; lun 论轮; luo 落罗; lv 绿律旅;
  ma 吗妈马嘛骂; mai 买卖麦; man 满慢; mang 忙盲; mao 毛猫冒贸; mei 没每美妹; men 们门; meng 梦猛; mi 米密迷; mian 面免; miao 秒妙; min 民敏; ming 名明命; mo 末默摸模; mou 某; mu 目母木; na 那拿哪; nan 难男南; nao 闹脑; ne 呢; nei 内; neng 能; ni 你泥; nian 年念; niao 鸟; nin 您; niu 牛; nong 农弄; nv 女; nuan 暖;
  pa 怕爬; pai 排拍派; pan 判盘; pang 旁胖; pao 跑炮; pei 配陪; pen 喷; peng 朋碰; pi 皮批; pian 片骗偏; piao 票漂; pin 品贫; ping 平评瓶; po 破坡; pu 普铺;
  qi 七起其期气汽器奇骑齐; qian 前钱千欠签浅; qiang 枪强墙抢; qiao 桥巧; qie 切且窃; qin 亲勤; qing 请情清轻青; qiong 穷; qiu 求球秋; qu 去区取趣; quan 全权圈; que 却确缺; qun 群; ran 然燃; rang 让; rao 扰绕; re 热; ren 人认任忍; ri 日; rong 容荣; rou 肉; ru 如入; ruan 软; ruo 弱若;
  sa 洒; sai 赛; san 三散; sao 扫骚嫂; se 色; sen 森; sha 杀沙; shan 山善闪; shang 上商伤; shao 少烧; she 社设射舍; shei 谁; shen 身深神什甚; sheng 生声省胜圣; shi 是时十事市使师式试室视实识石食始世; shou 手收受首守; shu 书数树输术舒鼠熟属; shua 刷; shuai 帅摔; shuang 双; shui 水睡税; shun 顺; shuo 说; si 四死思司私; song 送松; sou 搜; su 苏速诉宿素; suan 算酸; sui 岁随虽; sun 孙损; suo 所锁;
  ta 他她它; tai 太台态; tan 谈贪摊; tang 堂糖; tao 逃套讨; te 特; teng 疼; ti 题提体替; tian 天田; tiao 条跳; tie 铁贴; ting 听停挺庭; tong 同通痛; tou 头偷投; tu 图土突; tuan 团; tui 退推; tuo 拖脱; wa 挖; wai 外; wan 完万晚玩湾; wang 往网王忘望; wei 为位危未卫味围; wen 问文温闻稳; wo 我握; wu 无五物误屋污武务;
  xi 西系喜洗习息吸希; xia 下夏吓; xian 先现线险县限显; xiang 想相向象响像享; xiao 小校笑效消; xie 些写谢械协; xin 心新信辛; xing 行性星型姓兴; xiong 凶兄; xiu 修休; xu 需许续序; xuan 选宣; xue 学雪血; xun 寻训讯;
  ya 牙压亚; yan 眼言严烟验研演; yang 样阳养; yao 要药摇; ye 也夜业叶; yi 一已以意医易衣依移疑亿艺; yin 因音银引印饮; ying 应英影硬; yong 用永; you 有又由右友油优; yu 于与雨语鱼遇育预余; yuan 院元园原员远愿圆源缘; yue 月约越; yun 运云; za 杂砸; zai 在再灾; zan 赞咱; zang 脏赃葬; zao 早造噪躁糟燥澡; ze 则责; zen 怎; zeng 增; zha 炸; zhai 窄债; zhan 站占战; zhang 张章账; zhao 找照招; zhe 这者着; zhen 真阵镇针诊枕; zheng 正政整证争症; zhi 只知之直制纸治职指支值智止; zhong 中种众终; zhou 周州; zhu 住主注助祝; zhua 抓; zhuan 转专赚; zhuang 装撞; zhui 追; zhun 准; zhuo 桌捉; zi 自字子; zong 总; zou 走; zu 组族租足; zui 最嘴罪; zun 尊; zuo 做作坐左座昨所
`

const sounds = new Map(
  syllables.split(';').flatMap((entry) => {
    const [syllable = '', characters = ''] = entry.trim().split(' ')
    return Array.from(characters, (character) => [character, syllable] as const)
  }),
)

/** The syllable of a character, or the character itself where we have none. */
export function syllableOf(character: string): string {
  return sounds.get(character) ?? character
}
