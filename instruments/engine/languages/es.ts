import type { Language } from './language.ts'

export const es: Language = {
  name: 'Español',
  direction: 'ltr',
  machineDrafted: true,
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
    sayDate: 'Responda con una fecha, por ejemplo 14 de marzo de 1985.',
    rankAll: 'Responda con los números, primero el mejor, por ejemplo {example}.',
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
}
