import type { Topics } from './topics.ts'

/** What a city offers, and what its people are busy with. */
export const places: Topics = {
  park: `
    park, parks, playground*, green space*, parc, parcs, parque*, plaza*, jardin*, square, pak, pak la, plas, парк, парка, парку, парке, парки, парков, паркам, парками, парках, парком, сквер*, детская площадка, park, parki, parku, parków, parkow, parkiem, skwer*, plac zabaw, 公园, 公园里, 花园, 游乐场, gongyuan, পার্ক*, উদ্যান*, মাঠ*, 공원*, 놀이터*, حديقه, حدائق, منتزه*, بارك, 7adi2a, hadika, hadiqa, پارک*, باغ*, baagh`,
  library: `
    librar*, libary, libarys, librery, libraries, lib, bibliotec*, biblioteca*, vibliotec*, bibliothe*, biblioteq*, bibliotèq*, bibliotek*, bibliothè*, biblio, bibliyot*, bibliyotek, библиотек*, biblioteka, bibliotek*, 图书馆, 图书, tushuguan, লাইব্রেরি*, লাইব্রেরী*, গ্রন্থাগার*, laibreri, library, 도서관*, 도서과*, 라이브러리*, مكتب*, مكتبه, مكتبات, المكتبه, maktaba, لائبریر*, کتب خان*, laibrery, laibreri`,
  bus: `
    bus, buses, busses, transit, public transport*, autobus*, autobús*, guagua*, camion, camión, camiones, colectivo*, micro, bus, bis, otobis, bis la, bis yo, taptap, автобус*, маршрутк*, общественный транспорт, avtobus*, autobus*, autobus, busy, busem, 公交, 公交车, 巴士, 公车, 公共汽车, 坐车, 大巴, gongjiao*, gongjiaoche, বাস*, bas, bash, 버스*, 뻐스*, 대중교통*, باص*, الباص*, حافل*, الحافل*, اتوبيس*, الاتوبيس*, bas, basat, otobis, بس, بسیں, بسوں, بس سروس`,
  school: `
    school*, schools, skool*, scool*, class, classes, education, escuel*, ecuela*, colegio*, liceo, educaci*, ecole*, école*, collège*, lycée*, lekòl*, lekol*, школ*, shkol*, образован*, szkol*, szkoł*, edukac*, 学校, 上学, 小学, 中学, 教育, xuexiao, স্কুল*, বিদ্যালয়*, ইস্কুল*, শিক্ষা*, iskul, 학교*, 학꾜*, 초등학교*, 교육*, مدرس*, مدارس, المدارس, تعليم*, madrasa*, madares, اسکول*, سکول*, تعلیم*, iskool, skool`,
  clinic: `
    clinic*, clinics, hospital*, doctor*, health cent*, urgent care, health, healthcare, medical*, clínic*, clinica*, hospital*, médico*, medico*, salud, centro de salud, posta, clinique*, hopital*, hôpital*, medecin*, médecin*, dispensaire*, santé, klinik*, lopital*, doktè*, dokte, sante, поликлин*, клиник*, больниц*, врач*, здоров*, polikl*, bolnic*, przychod*, klinik*, szpital*, lekarz*, zdrow*, osrodek zdrowia, ośrodek zdrowia, 诊所, 医院, 医生, 卫生所, 看病, 门诊, 健康, 医疗, zhensuo, yiyuan, ক্লিনিক*, হাসপাতাল*, ডাক্তার*, স্বাস্থ্য*, hashpatal, klinik, 보건소*, 병원*, 의원*, 클리닉*, 건강*, 의료*, عياد*, العياد*, مستشف*, المستشف*, مستوصف*, طبيب*, دكتور, صحه, الصحه, 3iyada, 3eyada, کلینک*, کلنک*, ہسپتال*, اسپتال*, ڈاکٹر*, صحت*, hospital, haspatal`,
  housing: `
    housing, rent, rents, apartment*, evict*, landlord*, high rent, mortgage, vivienda*, renta, rentas, alquiler*, arriendo, logement*, loyer*, lojman, lwaye, жиль*, аренд*, квартплат*, mieszkani*, czynsz*, 住房, 房租, 房价, 租金, 住屋, 房子, বাসা ভাড়া, ভাড়া*, আবাসন*, bhara, 주거*, 주택*, 월세*, 집값*, 집세*, 임대료*, سكن*, ايجار*, الايجار*, اسكان*, رہائش*, کرای*, makan, kiraya`,
  jobs: `
    job*, jobs, work, employment, unemployment, wages, salary, empleo*, trabajo*, desempleo, salario*, emploi*, travail, boulot, chômage, chomage, travay, djòb, chomaj, работ*, безработ*, зарплат*, prac*, bezroboc*, zarobk*, 工作, 就业, 失业, 工资, চাকরি*, কাজ*, বেকার*, chakri, 일자리*, 취업*, 실업*, 직장*, وظيف*, وظائف, عمل, بطال*, شغل, نوکری*, روزگار*, ملازمت*, بے روزگار*, naukri, nokri`,
  cost: `
    cost*, cost of living, prices, expensive, inflation, money, costo*, precios, caro, inflacion, dinero, coût*, prix, cher, inflation, argent, pri, chè, lavi chè, lajan, цен*, дорого*, инфляц*, деньги, ceny, drog*, inflacj*, pieniadz*, koszt*, 物价, 生活费, 贵, 钱, 通货膨胀, দাম*, খরচ*, টাকা*, dam, 물가*, 생활비*, 돈, 비용*, اسعار*, غلاء*, تكلف*, فلوس, مہنگائ*, قیمت*, خرچ*, mehngai, mehangai`,
  roads: `
    road*, roads, pothole*, street repair*, sidewalk*, pavement*, calles, baches, bache, aceras, carreteras, pistas, routes, nids de poule, trottoir*, rue*, wout, twou, дорог*, ямы, тротуар*, drog*, dziur*, chodnik*, 道路, 马路, 路况, 坑洼, 人行道, রাস্তা*, rasta, 도로*, 길, 인도, 보도*, طرق*, شوارع*, حفر*, رصيف*, سڑک*, گڑھ*, sarak`,
  parking: `
    zaparkow*, zaparkować, park my car, aparcar, estacionar, garer, припарков*, parking, park my car, estacionamiento*, aparcamiento*, parqueo*, stationnement*, parking, pakin, парковк*, парковок, parkow*, parking*, 停车, 停车位, 车位, 泊车, পার্কিং*, 주차*, موقف*, مواقف, پارکنگ*`,
  subway: `
    subway, সাবওয়ে*, subway*, train*, metro, tube, underground, rail, metro*, tren*, métro*, train*, tren, метро*, поезд*, metr*, pociag*, pociąg*, 地铁, 火车, 轻轨, 捷运, ditie, মেট্রো*, ট্রেন*, 지하철*, 전철*, 기차*, مترو*, قطار*, میٹرو*, ٹرین*`,
  bike: `
    велик, велике, великом, на велике, bike*, bikes, bicycl*, cycl*, bici*, bicicleta*, vélo*, velo, velos, bisiklèt*, велосипед*, rower*, 自行车, 单车, 骑车, সাইকেল*, 자전거*, دراج*, سيكل, سائیکل*`,
  walking: `camino, caminando, i walk, walk, 
    walk*, on foot, foot, caminando, caminar, caminata, a pie, andando, à pied, a pied, marche, a pye, apye, пешком, хожу, ходьб*, pieszo, piechot*, chodz*, 走路, 步行, 走, 行路, হেঁটে*, হাঁটা*, 걸어*, 도보*, 걷*, مشي*, ماشي, سيرا, پیدل*`,
  car: `
    i drive, i drive now, i drive there, i drive to work, i drive myself, car, cars, automobile*, drive my car, carro*, coche*, auto, autos, voiture*, bagnole, machin, oto, машин*, авто, автомобил*, samochod*, samochód, auto, autem, 汽车, 小汽车, 私家车, 车, 自驾, গাড়ি*, 자동차*, 자가용*, 승용차*, 차, 차로, سيار*, السيار*, گاڑی, کار`,
  police: `
    police*, cops, cop, policia*, policía*, flics, lapolis, polis, полици*, менты, policj*, 警察, 公安, jingcha, পুলিশ*, 경찰*, شرط*, بوليس, پولیس*`,
  family: `parent*, my folks, mom, dad, mother, father, brother*, sister*, aunt, uncle, grandma, grandpa, in laws, papas, papás, mis padres, padres, mama, mamá, tía, hermano*, hermana*, pariente*, mes parents, parents, chez mes parents, proche*, manman m, manman, papa m, frè m, sè m, родител*, родствен*, мама, мамы, папа, брат*, сестр*, rodzic*, rodzin*, mama, tata, brat*, siostr*, krewn*, 父母, 爸妈, 妈妈, 爸爸, 阿妈, 阿爸, 亲戚, 亲属, 家姐, 兄弟, 姐妹, আত্মীয়*, বাবা মা, মা বাবা, ভাইয়ের, বোনের, 부모님*, 부모*, 친척*, 형제*, 언니*, 오빠*, اهلي, والدي, والدتي, امي, اقارب*, اخي, اختي, رشتہ دار*, رشتے دار*, رشتےدار*, والدین, امی ابو, بھائی کے, 
    family, families, famil*, kin, relatives, familia*, famille*, fanmi, семь*, rodzin*, 家人, 家庭, 亲人, পরিবার*, 가족*, عائل*, اهل, خاندان*, گھر والے`,
  friends: `亲友, 亲友邻居, друзей, друзьям, знакомые, знакомых, 
    friend*, friends, amig*, ami, amis, copains, zanmi, друз*, друг, przyjaci*, znajom*, kolega, 朋友, 友人, বন্ধু*, 친구*, صديق*, اصدقاء, صحاب, دوست*`,
  internet: `网路, 网络, 網絡, 上网, 网上, 网站, online survey, 
    internet, online, web, website, on line, social media, facebook, en linea, en línea, internet, por internet, redes sociales, en ligne, réseaux sociaux, entènèt, интернет*, онлайн, соцсет*, internet*, online, 网上, 互联网, 上网, 网络, 线上, ইন্টারনেট*, অনলাইন*, 인터넷*, 온라인*, انترنت*, النت, انٹرنیٹ*, آن لائن`,
  camera: `
    camera*, cctv, cams, security cam*, surveillance, camara*, cámara*, caméra*, videosurveillance, kamera*, kamer*, камер*, видеонаблюд*, 摄像头, 监控, 摄像机, 监视器, ক্যামেরা*, সিসিটিভি*, 감시카메라*, 카메라*, كامير*, مراقبه, کیمر*, سی سی ٹی وی`,
  toilet: `
    toilet*, restroom*, bathroom*, washroom*, baño*, banos, sanitario*, toilettes, wc, twalèt, туалет*, toalet*, ubikacj*, 厕所, 卫生间, 洗手间, 公厕, টয়লেট*, শৌচাগার*, 화장실*, 공중화장실*, حمام*, مرحاض*, دوره مياه, ٹوائلٹ*, باتھ روم*`,
  trees: `
    tree*, árbol*, arbol*, arbre*, pyebwa, дерев*, зелен*, drzew*, zielen*, 树, 树木, 绿化, গাছ*, 나무*, 가로수*, شجر*, اشجار, درخت*`,
  benches: `
    bench*, banca*, banco*, banc, bancs, ban, скамей*, лавоч*, lawk*, lawec*, 长椅, 长凳, 椅子, বেঞ্চ*, 벤치*, مقعد*, مقاعد, بنچ*`,
  fromHome: `
    i work from home, 屋企做, 喺屋企, 屋企返工, 在家办公, trabajo en casa, tele travail, work from home, working from home, wfh, remote, remotely, teletrabajo, desde casa, en casa, teletravail, a la maison, de chez moi, lakay mwen, lakay, из дома, удаленно, на удаленке, z domu, zdalnie, 在家, 在家工作, 在家上班, 居家, বাসা থেকে, বাড়ি থেকে, 재택*, 집에서*, من البيت, من المنزل, گھر سے`,
  tv: `
    tv, television*, tele, televisi*, la tele, télé*, télévision, televizyon, тв, телевизор*, телевиден*, telewiz*, 电视, টিভি*, টেলিভিশন*, 텔레비전*, 티비*, تلفزيون*, تلفاز, ٹی وی, ٹیلی ویژن`,
}
