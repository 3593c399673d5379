import type { WeightingWords } from './words.ts'

export const es: WeightingWords = {
  title: 'Informe de ponderación',
  kind: 'Informe de ponderación',
  heading: 'Cómo {n} entrevistas representan a {population} {people}',
  universes: { adults_18plus: 'adultos', adults_25plus: 'adultos', households: 'hogares', otherwise: 'personas' },
  why: 'Quienes respondieron no son un retrato perfecto de la ciudad: unos grupos responden más que otros. Los pesos lo corrigen. Cada entrevista cuenta por tantas personas como hace falta para que la muestra coincida con el censo en {margins}.',
  whyWithAreas:
    'Quienes respondieron no son un retrato perfecto de la ciudad: unos grupos responden más que otros. Los pesos lo corrigen. Cada entrevista cuenta por tantas personas como hace falta para que la muestra coincida con el censo en {margins}, y en el número de {people} de cada zona.',
  price:
    'Eso tiene un precio. Las entrevistas que cuentan de forma desigual dicen menos que otras tantas que cuentan igual: aquí, {n} entrevistas son tan precisas como {effective}. Los pesos no miran las opiniones de nadie, y no pueden reparar lo que distingue a quienes responden de quienes, en los mismos grupos, no lo hacen.',
  figures: {
    worth: 'Valor en entrevistas iguales',
    worthOf: 'de {n}',
    each: 'Una entrevista representa a',
    eachOf: '{people} en promedio; 8 de cada 10, de {tenth} a {ninetieth}',
    effect: 'Efecto de diseño',
    effectOf: 'veces la varianza con pesos iguales',
  },
  concerns: {
    title: 'Mire esto primero',
    none: 'Nada pasa de los límites fijados para esta ponderación: se recortaron pocos pesos, pocas personas dejaron una pregunta sin responder y los pesos no son demasiado desiguales.',
    missing: '{share} no dio su respuesta a «{title}». El plan admite un {limit}.',
    manyTrimmed: '{share} de los pesos estaba fuera de los límites y se recortó. El plan admite un {limit}.',
    muchWeightTrimmed: 'El recorte quitó {share} de todo el peso. El plan admite un {limit}.',
    notSettled: 'Tras {rounds} rondas de recorte, algunos pesos siguen fuera de los límites.',
    unequalWeights:
      'Los pesos son muy desiguales: cuestan la mitad de la muestra o más (efecto de diseño {effect}). Más que hacer más entrevistas en total, conviene preguntar a quienes se oyó muy poco.',
    unequalAreas:
      'En estas zonas los pesos son muy desiguales (efecto de diseño de más de {limit}), de modo que sus cifras son menos seguras de lo que sugieren sus entrevistas: {areas}.',
    mixedSamples:
      '{drawn} entrevistas vienen de una muestra con probabilidades conocidas; las demás no, y parten de un peso de 1.',
  },
  misses: {
    title: 'A quiénes se oyó muy poco y a quiénes demasiado',
    lead: 'Antes de ponderar. Si se hacen más entrevistas, invite primero a los grupos que faltan.',
    none: 'La parte de cada grupo en las entrevistas distaba menos de un punto de su parte de la población.',
    few: '{group}: {before} de las entrevistas, pero {target} de la población; por eso cada una cuenta {factor} veces.',
    many: '{group}: {before} de las entrevistas, pero {target} de la población; por eso cada una cuenta solo {factor} veces.',
    nobody: '{group}: nadie respondió, {target} de la población.',
  },
  margins: {
    title: 'La muestra antes y después, junto a la población',
    key: 'La barra es la muestra antes de ponderar, la línea la población, el punto la muestra después: sobre la línea, donde debe estar. Las partes son entre quienes lo dijeron.',
    category: 'Grupo',
    interviews: 'Entrevistas',
    before: 'Antes',
    after: 'Después',
    population: 'Población',
    untold: '{share} no lo dijo.',
    outside: '{share} no es de quienes el censo cuenta aquí, y conserva la parte que le dan los demás márgenes.',
    met: 'Tras {sweeps} rondas cada grupo se cumple con un error de {error} de su tamaño como mucho; el más alejado es {group}.',
  },
  weights: {
    title: 'Qué tan desiguales son los pesos',
    key: 'Entrevistas según su peso, en múltiplos del promedio.',
    tallest: 'La columna más alta: {n} entrevistas.',
    picture: 'El peso del medio es {median} veces el promedio, el menor {least}, el mayor {most}.',
    average: 'promedio',
    more: '{from}×+',
    middle:
      'La entrevista del medio cuenta {median} veces el promedio, y 8 de cada 10 cuentan de {tenth} a {ninetieth} veces.',
    ends: 'El menor peso es {least} veces el promedio, el mayor {most} veces. Cumplir los márgenes multiplicó los pesos por {leastFactor} a {mostFactor} veces la media; {farOut} de ellos por menos de un tercio o más de tres veces.',
  },
  done: {
    title: 'Qué se hizo',
    start: 'Todas las entrevistas partieron del mismo peso.',
    startDrawn:
      '{n} entrevistas salieron en la muestra con probabilidades conocidas y {came} llegaron por su cuenta. Partieron de pesos de {least} a {most}.',
    nonresponse:
      'El silencio se compensó en {classes} clases, en las que respondió de {least} a {most}: sus pesos se multiplicaron por {leastFactor} a {mostFactor}.',
    combined: 'Las muestras de varios marcos se combinaron según lo que vale cada una en una zona: {frames}.',
    optIn:
      'Quienes llegaron por su cuenta tienen de {least} a {most} del peso de una zona antes de cumplir los márgenes.',
    calibrated:
      'Los pesos se ajustaron a todos los márgenes a la vez por {method}, en {sweeps} rondas; recorte y ajuste se repitieron hasta que ambos valieron.',
    methods: {
      raking: '«raking»',
      linear: 'calibración lineal',
      'truncated-linear': 'calibración lineal con límites',
      logit: 'calibración logit con límites',
    },
    joined: 'Unidos por haber muy pocas respuestas: {category} con {into}; {n} entrevistas.',
    notJoined: 'No se unió ningún grupo: cada uno tenía suficientes entrevistas.',
    trimmed:
      'Recortado: {share} de los pesos, que pasaban de {lower} o {upper} veces la mediana de su zona; {weight} de todo el peso fue a los demás.',
    notTrimmed: 'No hubo que recortar ningún peso: todos están entre {lower} y {upper} veces la mediana de su zona.',
    untold:
      'Sin decir: {list}. No se rellenó nada en su lugar. Conservan su sitio en los demás márgenes, y quienes lo dijeron suman entre sí las partes de la población.',
    allTold: 'Todos dijeron lo que los pesos necesitan: no faltaba nada y no se rellenó nada.',
    withoutArea: '{n} entrevistas no tienen zona: cuentan solo para la ciudad.',
    inUnpopulated: 'Entrevistas de donde el censo no cuenta a nadie, que cuentan solo para la ciudad: {list}.',
    areaDrawn:
      'De {n} entrevistas solo se conoce un código postal que abarca varias zonas; su zona se sorteó según cómo se reparten sus residentes. Los errores no lo tienen en cuenta.',
    unpopulated: 'Sin residentes en el censo, y por eso sin pesos: {areas}.',
  },
  areas: {
    title: 'Zona por zona: cuántas entrevistas y cuánto valen',
    key: 'La barra clara son las entrevistas hechas, la oscura cuántas entrevistas iguales valen. Las zonas más débiles van primero.',
    interviews: 'Entrevistas',
    worth: 'Valen',
    effect: 'Efecto de diseño',
    more: '{n} zonas que valen más no figuran en la lista.',
  },
  again: {
    title: 'Para seguirlo o repetirlo',
    lead: 'Los pesos se guardan con esta ejecución y nunca cambian. La misma instantánea y la misma receta dan los mismos pesos hasta la última cifra.',
    run: 'Ejecución',
    program: 'Programa',
    snapshot: 'Instantánea de entrevistas, márgenes y receta',
    layer: 'Zonas, versión',
    recipe: 'Receta',
  },
}
