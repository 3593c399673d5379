import type { Words } from './words.ts'

export const es: Words = {
  script: 'Latin',
  yes: `
    sí, sip, sipi, claro, claro que sí, claro que si, por supuesto, ok, okay, okey, vale, dale, de acuerdo, estoy de acuerdo, está bien, esta bien, correcto, cierto, acepto,
    seguro, cómo no, afirmativo, simón, sí (claro|señor|señora|por favor|gracias|acepto|quiero|estoy de acuerdo|lo hice|tengo|he|vivo|soy), así es, eso es, exacto, exactamente, desde luego, efectivamente,
    creo que sí, pienso que sí, supongo que sí, obvio, obviamente, siempre, verdad, verdadero, es verdad, es cierto, ándale, órale, sale, bueno, listo, perfecto, totalmente, sin duda, yes, yeah, yep, sis, ajá, aja, claro pues, con gusto, si si, sep, (sí |si |)no hay (problema|problemas|ningún problema|bronca), sin problema, sin problemas, ningún problema, no tengo problema, adelante, dele, sí (adelante|dele|no hay problema|pueden|puede|cómo no|está bien|ok|de acuerdo), pueden, pueden preguntar, pregunten, pregunte, sí se puede, puede ser que sí, con mucho gusto, encantado, encantada, me parece bien, me parece, va, sobres, ya vas, por mí está bien, por qué no, está bueno, chévere, claro está, cómo que no, aquí sí`,
  no: `
    no, nop, nel, nunca, jamás, para nada, claro que no, no (acepto|quiero|gracias|señor|señora|estoy de acuerdo|lo sé hacer|tengo|vivo|soy|he|nunca|la tengo|lo tengo|lo hice|mucho), negativo, en absoluto,
    por supuesto que no, creo que no, pienso que no, supongo que no, de ninguna manera, de ningún modo, ni hablar, qué va, tampoco, falso, todavía no, aún no, nada de eso, desde luego que no, no es (cierto|verdad), nope, no no, ni de broma, en desacuerdo, estoy en desacuerdo, nah, nanai, no (puedo|tengo tiempo|me interesa|ahora|por ahora|por el momento|estoy interesado|estoy interesada|deseo|deseo participar|quiero participar|quiero participar en esto|quiero hacerlo|quiero hacer la encuesta|quiero contestar nada|gracias no quiero|señor no|pueden), ahora no( puedo| gracias|), ahorita no( puedo| gracias|), en este momento no, estoy ocupad(o|a), no tengo tiempo( ahora| para eso| ahorita|), hoy no, no quiero (participar|hacer la encuesta|responder preguntas|contestar preguntas|hacer esto|hacer ninguna encuesta)( en esto| en la encuesta| más|), no deseo participar, mejor no, paso de eso gracias, ni loco, ni loca, ni modo que sí, quizás otro día, en otro momento, no me da la gana`,
  yesHere: `s, k, ya, ye, sii`,
  noHere: 'n, na',
  negation: `
    no, nunca, jamás, sin, ni, nada, nadie, ningún, ninguno, ninguna, tampoco, excepto, menos, salvo, apenas, en vez de, en lugar de, poco`,
  hedge: `pero, si acaso, depende, a veces, aunque, según, solo si, a menos que, ambos, entre, no tanto, antes, después, antes de, después de, sí y no, más sí que no, más no que sí, un día antes, hasta cierto punto`,
  perhaps: `tal vez, talvez, quizás, quizá, posiblemente, probablemente, más o menos, mas o menos, a lo mejor, puede ser, como, como un, como una, como de, alrededor de, aproximadamente, cerca de, casi, unos, unas, creo, supongo, por ahí de, por ahí, aprox, tipo, digamos, como unos, será como`,
  except: `excepto, menos, salvo, a excepción de, quitando, sin, pero no, fuera de, aparte de, con excepción de`,
  skip: `
    saltar( esta| pregunta| la pregunta| esta pregunta| esa| esto|), salta( esta| esta pregunta| la pregunta|), sáltala, sáltatela, sáltese, salto, omitir( esta| la| pregunta| la pregunta| esta pregunta|), omita( esta| la| pregunta| esta pregunta|), omítela, pasar( esta| de esta|), paso, pase, pásala, paso de esta, siguiente( pregunta| por favor|), la siguiente( pregunta|), próxima( pregunta|), la próxima, sigamos, quiero (saltar|omitir|pasar)( esta| esta pregunta| la pregunta|), saltarla, skip, next, pasemos a (otra|la siguiente|la próxima), brincar, bríncala, salte, avanzar, continuar`,
  refuse: `
    (yo |)prefiero no (decir|decirlo|responder|contestar|contestarla|opinar|compartirlo|compartir|responderla|dar esa información|hablar de eso)( eso| esto| esta| a eso|), (yo |)no (quiero|deseo|voy a|pienso|quisiera) (decir|responder|contestar|decirlo|contestarla|opinar|compartir|compartirlo|responderla|decirle|decirte|contestar a eso|dar esa información)( eso| esto| esta pregunta| a eso| esa pregunta| a esta pregunta|),
    sin comentarios, es privado, privado, es personal, personal, confidencial, es confidencial, eso es (privado|personal|asunto mío), no es asunto suyo, no es asunto tuyo, no es su asunto, no es tu problema, no le importa, no te importa, qué te importa, que le importa, me niego( a responder| a contestar|), rehúso( contestar| responder|), me reservo (la respuesta|mi respuesta), (mejor|preferiría|prefiriera) no (decir|decirlo|responder|contestar|digo), muy personal, es muy personal, demasiado personal, no contesto, no respondo, declino( responder|), (eso |)no es (asunto|problema|cosa) (suyo|tuyo|suya|tuya|de usted|de ustedes), (eso |)(a usted |a ti |)no le (importa|incumbe|concierne), (eso |)es (personal|privado|mío|cosa mía|asunto mío|mi problema)( y no lo digo|), para qué quiere(n|) saber, eso no se pregunta, eso no lo digo, no lo voy a decir, no le voy a decir, no te voy a decir, me lo reservo, me lo guardo, eso es mío, qué chismoso, qué le importa, prefiero (guardármelo|reservármelo|no compartirlo|no hablar de eso)`,
  dontKnow: `
    (yo |la verdad |pues |)no (lo |)s[eé], (yo |la verdad |pues |)no (lo |la |)(se|sé|sabría|sabria)( bien| decir| decirle| eso| la verdad| qué decir| la respuesta| todavía| que decir| con certeza| muy bien| con seguridad|), nose, nosé, ns, nc, ns nc, ni idea, no tengo (ni |)idea, no tengo (ni |)la menor idea, no tengo (una |)opinión, sin opinión,
    no estoy (segura|seguro|muy segura|muy seguro|del todo segura|del todo seguro|cierta|cierto)( de eso| de esto|), no (me |)(recuerdo|acuerdo)( bien| ahora|), no sabría (decir|decirle|decirte), no sabria, quién sabe, quien sabe, sepa, sabe dios, no podría decir(le|te|lo|), no puedo decir, difícil (de |)decir, difícil saber, es difícil (decir|saber), desconozco, lo desconozco, no conozco, no s, indeciso, indecisa, lo ignoro, nidea, saber, no tengo claro, no lo tengo claro, dunno, ni la menor idea, sepa (la bola|dios|el diablo)( |), vaya usted a saber, a saber, váyase a saber, no (me |)acuerdo (bien |)(de |)(la fecha|cuándo fue|el día|cuándo), no tengo la menor, ni la más remota idea, ni la más mínima idea, no lo he pensado, nunca lo he pensado, no estoy segur(o|a) (de eso|de cuándo|de la fecha), no tengo opinión( sobre eso|), ya ni sé, ni sé, yo qué sé, qué sé yo, y yo qué sé, no me consta, se me olvidó, lo olvidé, se me fue, no recuerdo (la fecha|cuándo|bien|exactamente)`,
  back: `
    atrás, regresar( a la anterior| atrás| a la pregunta anterior|), regresa, regrese, volver( atrás| a la anterior| a la pregunta anterior|), vuelve( atrás|), volver a la anterior, anterior, la anterior, pregunta anterior, la pregunta anterior, ir atrás, para atrás, patrás, retroceder, (quiero |puedo |quisiera |)(cambiar|corregir|editar|modificar|cambio) (mi |la |de |)(última |)(respuesta|contestación)( anterior| pasada|), cambiar (lo|la) (anterior|última), deshacer, me equivoqué( de respuesta| de número| quiero volver| quiero regresar|), me equivoque, back, go back, error mío, fue un error, me confundí, quiero (volver|regresar)( atrás| a la anterior| a la pregunta anterior|), me equivoqué (en|con|de) (la|el) (anterior|pasada|número|respuesta|respuesta anterior|pregunta anterior|opción), (quiero |puedo |quisiera |déjame |déjeme |)(volver|regresar|ir) (a|para) (la (pregunta |)(anterior|pasada)|atrás), puse mal( la anterior| la respuesta| el número|), marqué mal( la anterior|), contesté mal( la anterior|), le di al (número equivocado|que no era|otro), (quiero |puedo |)cambiar (mi |la |)(última |)respuesta( por favor| anterior|), pregunta de antes, la de antes, la pasada, espere me equivoqué, espera me equivoqué`,
  help: `
    ayuda, ayúdame, ayúdeme, ayudeme, necesito ayuda, información, info, qué, que, cómo, mande, (cuáles|cuales|que|qué) (eran|son|eran|fueron) (las |mis |)(opciones|respuestas|preguntas)( otra vez| de nuevo|), (cuáles|cuales|qué|que) opciones( hay| tengo| eran|), opciones, las opciones, repetir( la pregunta| las opciones| opciones|), repita( la pregunta| por favor| las opciones|), repite( la pregunta| las opciones|), (puede|puedes|podría|me puede|me puedes|me) (repetir|repite|repetirme)( la pregunta| las opciones| por favor| eso| la pregunta por favor|),
    quién es( usted| este| eres| esto|), quien eres, quién (eres|habla|escribe|me escribe), quienes son, quiénes son( ustedes|), qué es esto, que es esto, de qué (se trata|trata)( esto|), de que se trata, para qué es( esto|), no entiendo( la pregunta| esto|), no entendí( la pregunta|), no comprendo( la pregunta|), qué significa( eso| esto|), qué quiere decir( eso| esto|), explique( por favor|), explícame, cuál (era|es|fue) la pregunta, cuál pregunta, otra vez( la pregunta|), qué dijo, help, what`,
  link: `
    enlace, link, liga, web, url, (el |un |mi |)(enlace|link|vínculo)( por favor|), (mande|mándeme|mándenme|mandame|envíe|envíeme|envíame|envíenme|manda|deme|dame|quiero|necesito|puede mandarme|puede enviarme|puedes enviarme|me manda|me envía|me puede mandar|me puede enviar|páseme|pásame)( el| un| la| mi|) (enlace|link|liga|vínculo)( por favor| otra vez|),
    (quiero |prefiero |puedo |quisiera |me gustaría |)(hacerlo|hacerla|seguir|contestar|responder|continuar|terminar)( la encuesta|) (por internet|en internet|en línea|por la web|en la web|en la computadora)`,
  courtesy: `
    más, mas, ya, por favor, por, favor, porfa, porfis, porfavor, ok, ya, ahora, gracias, oiga, oigan, oye, hola, mismo, inmediatamente, señor, señora, señorita, perdón, disculpe, disculpa, lo siento, pues, bueno, hombre, de, una vez, muchas, muchachos, amigo, xfa, x, plis, entonces, ay, uy, dios, mío, caray, eh`,
  optOut: `
    no más, nomás mensajes, no más (mensajes|textos|mensajitos|texto|mensaje|sms|preguntas)( por favor|), ya no más( mensajes| textos|), no mas por favor, (ya |)no (me |nos |)(escriban|escriba|escribas|escribáis|manden|mande|mandes|envíen|envíe|envíes|envien|envie|contacten|contacte|contactes|molesten|moleste|molestes|llamen|llame|llames|texteen|textee|textees|texten|busquen|fastidien|fastidie|jodan|joda|jodas)( más| mas| nunca| jamás| de nuevo| otra vez| nada|)( mensajes| textos| nada| mensajes de texto| sms|)( por favor| nunca más| nunca| a este número|),
    (por favor |)(dejen|deje|deja|dejad|paren|pare|para|basta) de (escribirme|escribir|enviarme|enviar|mandarme|mandar|molestarme|molestar|contactarme|textearme|textear|llamarme|fastidiar|joder|escribirnos|fregar)( mensajes| textos| más mensajes| esto| estos mensajes| tantos mensajes| tonterías| por favor|),
    (déjame|déjenme|déjeme|dejame|dejenme|dejeme|deje me|dejen me|déjennos)( en paz| tranquilo| tranquila| ya|)( por favor|), paren( ya| esto| con esto| los mensajes|), pare( ya| esto|), parar, alto, basta( ya| de mensajes| con los mensajes|), ya basta( de mensajes|), no quiero( recibir| que me manden| que me envíen| ver|)( más| mas| ningún| sus| estos| tus|)( mensajes| textos| mensajes de texto| sms|)( suyos| tuyos| de ustedes| por favor|), no quiero que me (escriban|escriba|contacten|manden mensajes|manden nada|molesten|llamen|envíen nada|envíen mensajes|texteen)( más| nunca más|), (ya |)no deseo( recibir|)( más|)( mensajes| textos| recibir mensajes| ser contactado| ser contactada|),
    quítenme( de| por favor|)( la| su| esta|)( lista|)( por favor|), quíteme( de| por favor|)( la| su| esta|)( lista|), quítame( de la lista| de su lista| de tu lista| de esta lista|), sáquenme( de la lista| de su lista| de esta lista| de aquí|), sáqueme( de la lista| de su lista| de esta lista|), sácame( de la lista| de tu lista| de su lista| de esta lista| de aquí|), bórrenme( de la lista| de su lista|), bórreme( de la lista| de su lista|), bórrame( de la lista| de tu lista|), (borren|borre|borra|eliminen|elimine|elimina|quiten|quite|quita|saquen) mi (número|nombre|teléfono)( de la lista| de su lista| de esta lista| por favor|), elimíneme( de la lista|), elimínenme( de la lista|), 
    (quiero |)dar(me|) de baja, denme de baja, deme de baja, dame de baja, baja, cancelar( mensajes| suscripción| todo|), cancelen( todo| esto|), cancele, cancélenlo, desuscribir(me|), (quiero |)(desuscribirme|salir de la lista|salirme|salir de esto|cancelar la suscripción|que paren|que pare|que me dejen en paz|que dejen de escribirme|parar|terminar con esto), número equivocado( no me escriban| no escriban más| dejen de escribir|), olvídense de mí, no molestar, no molesten( más|), no molesten, no moleste( más|), ya estuvo( bueno|)( de mensajes|), ya párenle, párenle, párale, ya párale, detener, deténganse, detenganse, deténgase, stop mensajes, stop por favor, ya no quiero( más| esto| seguir| mensajes| recibir mensajes| recibir nada|), ya no, me están molestando, están molestando, revoco mi consentimiento, retiro mi consentimiento, no autorizo( más|)( mensajes|), no contacten`,
  none: `ningun(o|a), ningun(o|a) de (estos|estas|ellos|ellas|los anteriores|las anteriores|esos|esas|las opciones|los dos), nada, nadie, ni un(o|a), nada de eso, nada de esto, cero de ellas, ningun(o|a) de (ellos|ellas|esos|esas), no (usé|he usado|utilicé) (ningun(o|a)|nada), ninguno la verdad, no uso ningun(o|a), a ninguno, ninguno de esos lugares`,
  all: `tod(os|as|o), tod(os|as) (ellos|ellas|estos|estas|los anteriores|las anteriores|las opciones|esos|esas), todo lo anterior, todas las de arriba, cada un(o|a), todo eso, todititas, todas aplican, todos aplican, todititos, todos y cada uno, todas y cada una, tod(os|as) los (cinco|seis|cuatro|tres), los cinco, las cinco, los cuatro, los tres, he usado todos, todos ellos, todo eso`,
  both: 'ambos, ambas, los dos, las dos, ambas opciones, ambas cosas',
  and: 'y, e, también, además, luego, después, y también, y luego, con, más, mas, seguido de, por último',
  or: 'o, u, o bien, versus',
  upTo: 'a, al, hasta',
  outOf: 'de, sobre, de un total de, de cada',
  very: `muy, mucho, mucha, muchísimo, muchisimo, totalmente, completamente, bastante, sumamente, bien, demasiado, extremadamente, súper, plenamente, absolutamente, full, harto`,
  mild: `algo, poco, poquito, ligeramente, más o menos, mas o menos, un poco, un poquito, medio, moderadamente, levemente, tantito`,
  firstFew: `primeros, primeras, los primeros, las primeras`,
  lastFew: `último, última, el último, la última, ultimo, ultima, los últimos, las últimas, últimos, últimas, la última opción, el de abajo`,
  correction: `digo, quise decir, quiero decir, perdón, no perdón, me equivoqué, mejor dicho, corrijo, corrección, espera, espere, no espera, quise poner, o sea`,
  because: `porque, xq, pq, porq, ya que, pues que, debido a, por que, puesto que`,
  filler: `
    yo, creo, creo que, que, diría, yo diría, yo diría que, diría que, pienso, pienso que, es, son, soy, está, estoy, tengo, tenemos, somos, el, la, los, las, lo, un poco de, mi, nuestra, opción, opcion, número, numero, num, núm, nro, respuesta, por, favor, por favor, porfa,
    gracias, pues, este, esta, ese, esa, bueno, años, edad, años de edad, elijo, escojo, escogo, elegiría, escogería, seleccionó, selecciono, marco, voto por, me quedo con, quedo con, la número, el número, la opción, mi respuesta es, sería, seria, será, para mí, en mi opinión, me, parece, me parece, me parece que,
    hola, sinceramente, honestamente, la verdad, solo, sólo, solamente, nada más, nomás, alrededor de, aproximadamente, como, unos, unas, cerca de, hay, personas, persona, gente, en total, total, creería, vivimos, se, te, le, digamos, digo, escribo, pongo, va, voy con, entonces, ok, sí creo que, mm, eh, oye, yo creo, yo creo que, yo pienso que, fue, era, ocurrió, pasó, sucedió, en, ellos, ellas, usted, ustedes, eso, les, nos, jaja, jajaja, jeje, tengo unos, cumplidos, cumplí, llevo, vivo aquí, aquí, vivo, viviendo, desde hace, hace, uso, usé, he usado, fui, voy, he ido, también uso, la verdad que, pos, este pues, diría que, el día, día, fecha`,
  counters: 'o, a, er, ro, do, to, ra, da, ta, mo, ma, no, vo, va, avo, ero',
  endings: '',
  beginnings: '',
  orMore:
    'o más, o mas, o mayor, o mayores, años o más, y más, en adelante, o superior, como mínimo, al menos, por lo menos, mínimo, para arriba',
  moreThan: 'más de, mas de, mayor de, mayores de, mayor que, más que, superior a, arriba de',
  lessThan: 'menos de, menor de, menores de, menor que, menos que, debajo de, por debajo de, inferior a',
  orLess: 'o menos, o menor, o menores, hasta, como máximo, máximo, a lo más',
  units: `
    año|años|ano|anos, mes|meses, semana|semanas, día|días, hora|horas|hrs, minuto|minutos|min`,
  numbers: {
    small: `
      cero, uno|una|un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciséis|diez y seis,
      diecisiete|diez y siete, dieciocho|diez y ocho, diecinueve|diez y nueve, veinte, veintiuno|veintiún|veintiuna|veinte y uno, veintidós|veinte y dos, veintitrés|veinte y tres,
      veinticuatro|veinte y cuatro, veinticinco|veinte y cinco, veintiséis|veinte y seis, veintisiete|veinte y siete, veintiocho|veinte y ocho, veintinueve|veinte y nueve`,
    tens: '30 treinta, 40 cuarenta, 50 cincuenta, 60 sesenta, 70 setenta, 80 ochenta, 90 noventa',
    joints: [' y ', ' ', 'i'],
    hundred: 'cien|ciento',
    thousand: 'mil',
    ordinals: `
      primero|primera|primer|la primera|el primero, segundo|segunda|la segunda|el segundo, tercero|tercera|tercer|la tercera|el tercero, cuarto|cuarta|la cuarta, quinto|quinta|la quinta, sexto|sexta|la sexta, séptimo|séptima|la séptima,
      octavo|octava|la octava, noveno|novena|la novena, décimo|décima`,
  },
  half: `y medio, y media, medio, media, y 1 2`,
  halfMore: ``,
  point: `punto, coma`,
  mixed: `12 docena, 12 una docena, 2 un par, 2 par, 20 veintena, 2 un par de`,
  months: `
    enero|ene, febrero|feb, marzo|mar, abril|abr, mayo|may, junio|jun, julio|jul, agosto|ago, septiembre|setiembre|sep|sept|set, octubre|oct,
    noviembre|nov, diciembre|dic`,
  weekdays: 'lunes|lun, martes, miércoles|mié|mie, jueves|jue, viernes|vie, sábado|sáb|sab, domingo|dom',
  dates: 'day-first',
  decimal: 'comma',
  verbLast: false,
  reactions: `
    le (gustó|gusta|encantó|dio risa|encanta|pareció gracioso|hizo reír|gusto|dio asco), no le (gustó|gusta|gusto), destacó, enfatizó, cuestionó, resaltó, exclamó( por|), preguntó( por| sobre|), se rió( de| por| con|), se ríe de, reaccionó( con|)( a| ante|), reaccionaste( con|)( a|), (quitó|eliminó|retiró) (un|una|su) (me gusta|no me gusta|corazón|risa|me encanta|exclamación|signo de exclamación|pregunta|signo de interrogación|jaja|reacción|interrogación|énfasis)( de| a| en|), me gustó, me gusta, me encantó, me encanta, a, ha reaccionado( con|)( a|), te gustó, gustó, encantó, rio con, rió con`,
  reactionsAfter: '',
  media:
    '(una|un|la|el|tu|su) (imagen|foto|fotografía|mensaje|video|vídeo|película|archivo adjunto|adjunto|enlace|mensaje de audio|mensaje de voz|audio|sticker|gif)',
}
