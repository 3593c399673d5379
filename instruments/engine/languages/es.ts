import type { Language } from './language.ts'

export const es: Language = {
  name: 'Español',
  direction: 'ltr',
  asked: ['espanol', 'en espanol', 'espanol por favor', 'castellano', 'spanish', 'in spanish', 'spanish please'],
  lines: {
    yes: 'Sí',
    no: 'No',
    welcome:
      'Hola, le escribe {sponsor}. {purpose} Toma unos {minutes} minutos. Envíe STOP para terminar, AYUDA para recibir ayuda.',
    welcomeBack: 'Le damos la bienvenida de nuevo. Seguimos donde estábamos.',
    help: '{title}: una encuesta de {sponsor}. {contact} Envíe SALTAR para saltar una pregunta, ATRÁS para cambiar su última respuesta, STOP para terminar.',
    stopped: 'Ya no está en nuestra lista y no recibirá más mensajes. Envíe START si cambia de opinión.',
    pickOne: 'Responda del 1 al {most}.',
    pickOneOfTwo: 'Responda 1 o 2.',
    pickSeveral: 'Responda con todas las que correspondan, por ejemplo 1 3.',
    pickUpTo: 'Responda con hasta {most} números, por ejemplo 1 3.',
    pickOnScale: 'Responda del {least} al {most}.',
    sayNumber: 'Responda con un número.',
    sayArea: 'Responda con el nombre o el número de la zona, o SALTAR si no lo sabe.',
    sayFreely: 'Responda con sus propias palabras, o SALTAR.',
    keepAnswer: 'Su respuesta hasta ahora: {answer}. Responda SALTAR para dejarla así.',
    firstQuestion: 'Esta es la primera pregunta.',
    leftOut: 'No hay problema, saltamos esa pregunta.',
    needed: 'Necesitamos una respuesta a esta pregunta para poder seguir.',
    cannotGoOn:
      'Disculpe, no podemos seguir sin una respuesta a esa pregunta. Escríbanos cuando quiera y continuamos desde ahí.',
    thanks: 'Gracias. Sus respuestas quedaron guardadas.',
    notEligible:
      'Gracias por su interés. Esta encuesta es para adultos que viven en la ciudad, así que terminamos aquí.',
    declined: 'Está bien. No le preguntaremos nada más. Gracias por su tiempo.',
    finished: 'Ya terminó esta encuesta. Gracias.',
    closed: 'Esta encuesta ya está cerrada. Gracias por su interés.',
    reasons: {
      empty: 'No recibimos una respuesta.',
      'not-a-choice': 'Disculpe, esa no es una de las respuestas.',
      ambiguous: 'Disculpe, más de una respuesta coincide con eso.',
      'not-a-number': 'Disculpe, aquí necesitamos un número.',
      'out-of-range': 'Disculpe, ese número es demasiado bajo o demasiado alto.',
      'not-a-date': 'Disculpe, aquí necesitamos una fecha.',
      'wrong-format': 'Disculpe, eso no parece correcto.',
      'too-long': 'Disculpe, es demasiado largo. Por favor, acórtelo.',
      reaction: 'Gracias por la reacción. Todavía necesitamos una respuesta con palabras o números.',
    },
  },
  words: {
    yes: `
      si, s, sip, sii, claro, claro que si, por supuesto, ok, okay, vale, dale, de acuerdo,
      estoy de acuerdo, esta bien, correcto, cierto, acepto, seguro, como no, afirmativo`,
    no: `
      no, n, nop, nunca, jamas, para nada, claro que no, no acepto, no estoy de acuerdo, no quiero, no gracias,
      negativo, en absoluto`,
    skip: 'saltar, salta, omitir, omita, pasar, paso, siguiente, siguiente pregunta, saltar pregunta',
    refuse: `
      prefiero no decir, prefiero no decirlo, prefiero no responder, prefiero no contestar, no quiero decir,
      no quiero responder, no quiero contestar, no quiero decirlo, sin comentarios, es privado, privado`,
    dontKnow: `
      no se, no lo se, nose, ns, ni idea, no tengo idea, no estoy seguro, no estoy segura, no sabria decir,
      no recuerdo, no me acuerdo`,
    back: `
      atras, regresar, volver, anterior, pregunta anterior, cambiar mi ultima respuesta, volver atras`,
    help: 'ayuda, informacion, que, cuales eran las opciones, cuales son las opciones, repetir, quien es',
    courtesy: 'por, favor, porfa, porfavor, ok, ya, ahora, gracias, oiga, oigan',
    optOut: `
      no mas, no mas mensajes, no mas textos, ya no me escriban, ya no me escriba, no me escriban, no me escriba,
      no me escriban mas, no me escriba mas, no me manden mas mensajes, no me envien mas mensajes,
      dejen de escribirme, deje de escribirme, dejame en paz, dejenme en paz, deje me en paz, paren,
      dejen de mandarme mensajes, no me molesten, no me molesten mas, no quiero mas mensajes, parar,
      no quiero recibir mensajes, no quiero recibir mas mensajes, quitenme, quitenme de la lista, alto, borrenme,
      borrenme de la lista, borren mi numero, basta, cancelar, darme de baja, baja, ya basta`,
    none: 'ninguno, ninguna, ninguno de estos, ninguna de estas, ninguna de las anteriores, nada',
    all: 'todos, todas, todo, todas las anteriores, todos los anteriores',
    and: 'y, e, mas',
    filler: `
      yo, creo, que, diria, pienso, es, soy, tengo, el, la, lo, un, una, mi, opcion, numero, respuesta, la, por,
      favor, gracias, pues, este, mas, o, menos, anos, edad`,
    orMore: 'o mas, o mayor, anos o mas, y mas',
    numbers: `
      cero, uno|una|un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce,
      quince, dieciseis, diecisiete, dieciocho, diecinueve, veinte`,
  },
}
