import type { Words } from './words.ts'

export const es: Words = {
  skipToContent: 'Ir al contenido',
  skipToTable: 'Saltar los mapas, ir a la tabla',
  languages: 'Idiomas',
  wave: 'Ronda',
  invented:
    'Esto es un ensayo. Todas las respuestas detrás de estas cifras son inventadas: no dicen nada de personas reales.',
  inventedShort: 'Es un ensayo: sus respuestas son inventadas y nada de lo que usted escriba se cuenta.',
  layers: {
    precinct: 'Distrito policial',
    borough: 'Condado',
    district: 'Distrito',
    sector: 'Sector',
    tract: 'Sección censal',
    ward: 'Distrito',
    neighborhood: 'Vecindario',
  },
  area: 'Zona',
  askedBy: 'Una encuesta de {sponsor}',
  between: 'entre {low} y {high}',
  to: '{low} a {high}',
  modelled: 'por modelo',
  studies: {
    title: 'Encuestas abiertas',
    lead: 'Encuestas que reciben respuestas ahora, y lo que los residentes han respondido hasta el momento.',
    none: 'Ninguna encuesta recibe respuestas en este momento.',
    takePart: 'Participar',
    results: 'Ver los resultados',
    minutes: 'Toma unos {minutes} minutos.',
  },
  nothingYet: {
    title: 'Aún no hay resultados',
    text: 'Los resultados aparecerán aquí cuando hayan respondido suficientes residentes y sus respuestas se hayan ponderado según el censo.',
    takePart: 'Participar en la encuesta',
  },
  results: {
    title: 'Resultados por {layer}',
    lead: 'Lo que respondieron {n} residentes ({dates}), ponderado para que juntos representen a los adultos de la ciudad.',
    cityFigures: 'Toda la ciudad',
    howToRead:
      'Cada cifra lleva un intervalo. Como solo se preguntó a una parte de los residentes, la cifra verdadera no se conoce con exactitud; los intervalos hechos así la contienen 95 veces de cada 100. Donde dos intervalos se solapan mucho, no lea una diferencia.',
    tableTitle: 'Todas las zonas',
    part: 'Parte de la ciudad',
    net: '{measure}, neto',
    answers: 'Respuestas',
    interval: 'Intervalo del 95 %',
    withheldCell: 'No se muestra: {reason}',
    sortHint: 'Elija el título de una columna para ordenar.',
  },
  support: {
    name: 'Apoyo neto',
    map: 'Dónde la opinión es favorable',
    meaning: 'Respuestas favorables menos desfavorables, de cada 100.',
    low: 'más desfavorables',
    high: 'más favorables',
  },
  discord: {
    name: 'Discordia',
    map: 'Dónde los residentes discrepan',
    meaning: '0 si todos dan la misma respuesta, 100 si la mitad está en cada extremo.',
    low: 'de acuerdo',
    high: 'muy alejados',
  },
  legend: {
    uncertain: 'Con puntos: intervalo de más de ±10 puntos',
    withheld: 'Rayado: no se muestra, muy pocas respuestas',
    unpopulated: 'Aquí no vive nadie',
  },
  mark: {
    value: '{area}: {measure} {value}, {interval}, {n} respuestas',
    modelled: '{area}: {measure} {value}, {interval}, por modelo a partir de {n} respuestas',
    withheld: '{area}: no se muestra, {reason}',
    unpopulated: '{area}: aquí no vive nadie',
  },
  reasons: {
    unpopulated: 'aquí no vive nadie',
    'few-residents': 'aquí viven muy pocas personas',
    'no-answers': 'nadie respondió a esto',
    'few-respondents': 'respondieron muy pocos residentes',
    'small-effective-sample': 'respondieron muy pocos residentes para una cifra fiable',
    'too-uncertain': 'la cifra sería demasiado incierta',
    'same-answer': 'casi todos dieron la misma respuesta, y se revelaría la suya',
    'protects-another': 'revelaría una cifra que se reserva en otro lugar',
    otherwise: 'no hay base suficiente para publicarla',
  },
  methods: {
    title: 'Cómo se hicieron estas cifras',
    who: '{n} adultos respondieron ({dates}).',
    modes: 'Cómo respondieron',
    others: 'otros o menos de 10 personas',
    weights: 'Cada respuesta se pondera para que la muestra coincida con el censo en {margins}.',
    weightsWithAreas:
      'Cada respuesta se pondera para que la muestra coincida con el censo en {margins}, y en el número de adultos de cada zona.',
    uncertainty:
      'Efecto de diseño {deff}: con pesos desiguales, la muestra vale lo que {effective} respuestas de igual peso. Los intervalos son del 95 %.',
    areasDrawn:
      'De {n} de ellos solo se conoce un código postal que abarca varias zonas; su zona se sorteó según cómo se reparten sus residentes. Los intervalos no lo tienen en cuenta.',
    limits:
      'Una zona se muestra a partir de {n} respuestas que valgan al menos lo que {effective} de igual peso. Las demás cifras se reservan, y también lo que permitiría deducirlas.',
    modelled:
      'Las cifras menos firmes con al menos 10 respuestas llevan la marca “por modelo”: quedan entre lo que dijeron estos residentes y lo habitual en las demás zonas, más cerca de las demás zonas cuantos menos respondieron.',
    version: '{wave}, versión {version} de las zonas, cifras hechas el {date}.',
    data: 'Datos',
  },
  modes: { web: 'web', sms: 'mensaje de texto', phone: 'teléfono', home: 'en la puerta', street: 'en la calle' },
  report: {
    title: 'Informe de {area}',
    kind: '{layer}: informe',
    back: 'Todas las zonas',
    where: 'Dónde está {area} en la ciudad',
    mainFigures: 'Apoyo y discordia',
    here: 'Aquí',
    city: 'Ciudad',
    question: 'Pregunta',
    items: 'Pregunta por pregunta',
    itemsKey: 'Apoyo neto en cada pregunta: el punto es la cifra de aquí, la barra su intervalo, el rombo la ciudad.',
    issues: 'En qué quieren los residentes que se trabaje',
    issuesKey: 'Parte de los residentes que lo nombró como lo más importante; el rombo es la ciudad.',
    who: 'Quiénes respondieron',
    whoText: 'Respondieron {n} residentes de {area}: {modes}.',
    languages: 'Idiomas: {languages}.',
    allHeard:
      'Ningún grupo de los que podemos comprobar respondió claramente menos de lo que le corresponde por población.',
    lessHeard: '{group}: {population} de la población de aquí, pero {answered} de las respuestas.',
    lessHeardFew: '{group}: {population} de la población de aquí, pero menos de 10 respuestas.',
    sure: 'Qué tan seguros estamos',
    sureText:
      'Son estimaciones a partir de {n} respuestas, ponderadas según el censo. Los intervalos hechos así contienen la cifra verdadera 95 veces de cada 100. De {areas} zonas comparadas con la ciudad, algunas destacarán por puro azar; este informe llama clara a una diferencia solo si el azar la mostraría una vez de cada cien.',
    sureChange:
      'De una ronda a la siguiente, un cambio del apoyo neto de menos de unos {points} puntos puede ser azar aquí.',
    sureCause: 'Las cifras dicen qué opinan los residentes. No dicen por qué.',
    next: 'Qué se puede hacer ahora',
    nextLead: 'Elegido con reglas fijas a partir de las cifras anteriores; nada de esto afirma una causa.',
    withheldTitle: 'Las cifras de {area} no se muestran',
    withheldText: 'El motivo: {reason}. Publicarlas engañaría o revelaría lo que dijeron residentes concretos.',
    unpopulatedText: 'En {area} no vive nadie, así que no hay a quién preguntar.',
    withheldNext: [
      'Pregunte a más residentes en la próxima ronda: invite de nuevo a quienes no respondieron y añada otra forma de responder para quienes no se alcanza por mensaje ni por la web.',
      'Hasta entonces, lea las cifras de toda la ciudad; no tome las de una zona vecina por las de esta.',
      'Haga reuniones abiertas aquí: lo que digan los residentes merece oírse, aunque no pueda contarse.',
    ],
  },
  headline: {
    favorable:
      'Hay más residentes con opinión favorable que desfavorable: el apoyo neto es {value}, muy probablemente {interval}.',
    unfavorable:
      'Hay más residentes con opinión desfavorable que favorable: el apoyo neto es {value}, muy probablemente {interval}.',
    open: 'Estas respuestas no permiten decir si hay más residentes con opinión favorable o desfavorable: el apoyo neto es {value}, muy probablemente {interval}.',
    aboveCity: 'Está claramente por encima de toda la ciudad ({city}).',
    belowCity: 'Está claramente por debajo de toda la ciudad ({city}).',
    likeCity: 'La diferencia con toda la ciudad ({city}) no es mayor de la que puede dar el azar.',
    divided: 'Los residentes están claramente divididos entre sí: la discordia es {value} de 100, {interval}.',
    together: 'Los residentes piensan de forma bastante parecida: la discordia es {value} de 100, {interval}.',
    mixed: 'Los residentes discrepan entre sí en grado medio: la discordia es {value} de 100, {interval}.',
    noDiscord: 'No se muestra cuánto discrepan los residentes entre sí.',
  },
  steps: {
    practiceCity:
      'Estudie «{question}». Las respuestas de aquí ({value}, {interval}) están claramente por debajo de la ciudad ({city}).',
    practiceArea:
      'Estudie «{question}». Es la respuesta más débil de aquí ({value}, {interval}), claramente por debajo de las demás.',
    practices: {
      trust:
        'Pregunte a residentes y agentes cuándo se vieron por última vez sin que pasara nada malo, y organice encuentros así donde no los hubo.',
      respect:
        'Revise cómo empiezan y terminan las paradas y visitas: un saludo, el motivo, la oportunidad de ser escuchado.',
      fairness:
        'Revise las paradas, los registros y las citaciones por lugar y por grupo, y esté listo para explicarlos en público.',
      responsiveness:
        'Revise los tiempos de espera y el seguimiento en esta zona, y cuente a quienes llamaron qué resultó.',
      safety_day: 'Recorra de día, junto con los residentes, los lugares que ellos nombran.',
      safety_night:
        'Recorra de noche, junto con los residentes, los lugares que ellos nombran; anote la luz y los tramos vacíos.',
      otherwise: 'Pregunte a los residentes qué hay detrás de estas respuestas antes de cambiar nada.',
    },
    bothSides:
      'Haga sesiones de escucha con residentes de opinión favorable y con residentes de opinión desfavorable, en grupos pequeños y en varios lugares. La discordia aquí es {value} ({interval}): un promedio no habla por ninguna de las partes.',
    issue: 'Haga un plan con otros para «{issue}», lo más nombrado aquí ({value}, {interval}).',
    issues:
      'Haga un plan con otros para «{issue}» ({value}) y «{second}» ({secondValue}): lo más nombrado, demasiado cerca para decir cuál va primero.',
    partners: {
      guns: 'los mediadores contra la violencia, las escuelas y la fiscalía',
      theft: 'los comercios, los administradores de edificios y la agencia de transporte',
      drugs: 'el departamento de salud y los centros de tratamiento',
      traffic: 'el departamento de transporte y las escuelas',
      disorder: 'limpieza, los dueños de edificios y los locales afectados',
      crisis: 'los equipos de crisis, los refugios y el departamento de salud',
      home: 'los refugios, los servicios a víctimas y las escuelas',
      conduct: 'la junta civil de revisión y el consejo comunitario',
      otherwise: 'las agencias y los grupos que trabajan en ello',
    },
    sitDown: 'Siéntese con {partners}.',
    sitDownBoth: 'Para lo primero, siéntese con {partners}; para lo segundo, con {others}.',
    reach:
      'Llegue a más residentes de este grupo: {group}, {population} de la población pero {answered} de las respuestas.',
    reachFew:
      'Llegue a más residentes de este grupo: {group}, {population} de la población pero menos de 10 respuestas.',
    reachBy: 'En toda la ciudad, el {percent} de sus respuestas llegó por {mode}: invítelo primero así.',
    reachOpen: 'Pida a grupos de su confianza que transmitan la invitación, en los idiomas que se hablan en casa.',
    share:
      'Compare experiencias con otros mandos: el apoyo neto de aquí está claramente por encima de la ciudad. Las cifras no dicen por qué; pregunte a los residentes.',
    tellResidents:
      'En el plazo de un mes, cuente a los residentes qué se oyó y qué se hará, en los lugares donde ya miran.',
    measureAgain:
      'Antes de juzgar un cambio, pregunte a más residentes en la próxima ronda: {n} respuestas no pueden mostrar un cambio de menos de unos {points} puntos.',
  },
}
