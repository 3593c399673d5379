import type { FastifyRequest } from 'fastify'
import Handlebars from 'handlebars'

const page = Handlebars.compile<Record<string, string>>(
  `<!doctype html>
<html lang="{{language}}" dir="ltr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/canvass.css">
</head>
<body>
<header class="site-header"><a class="brand" href="/"><img class="brand-mark" src="/assets/mark.svg" alt=""><span>Canvass</span></a></header>
<main class="column" data-code="{{code}}">
<div class="card stack">
<h1>{{title}}</h1>
<p class="lead">{{message}}</p>
<p><a class="button quiet" href="/">{{home}}</a></p>
</div>
</main>
</body>
</html>
`,
  { strict: true },
)

/** What people read instead of an error, by its code or its status, in the languages that these pages have. The exact reason is in the problem document. */
const words: Record<string, { title: Record<string | number, string>; home: string; message: Record<number, string> }> =
  {
    en: {
      title: {
        404: 'Page not found',
        'no-such-link': 'This link does not work',
        410: 'This survey is closed',
        429: 'One moment, please',
        500: 'Something went wrong',
      },
      home: 'See the open surveys',
      message: {
        404: 'There is nothing at this address. Please check that you have all of it.',
        410: 'This survey is not taking answers now. Thank you for your interest.',
        429: 'Too many requests came from your network. Please wait a minute and try again.',
      },
    },
    es: {
      title: {
        404: 'Página no encontrada',
        'no-such-link': 'Este enlace no funciona',
        410: 'Esta encuesta está cerrada',
        429: 'Un momento, por favor',
        500: 'Algo salió mal',
      },
      home: 'Ver las encuestas abiertas',
      message: {
        404: 'No hay nada en esta dirección. Compruebe que la tiene completa.',
        410: 'Esta encuesta no recibe respuestas en este momento. Gracias por su interés.',
        429: 'Llegaron demasiadas solicitudes desde su red. Espere un minuto e inténtelo de nuevo.',
        500: 'Algo salió mal de nuestro lado. No se perdió nada de lo confirmado. Inténtelo de nuevo.',
      },
    },
  }

export function errorPage(
  { headers, query }: FastifyRequest,
  told: { code: string; status: number; message: string },
): string {
  const { lang } = (query ?? {}) as { lang?: unknown } // as it came: a text, or anything a hostile query makes of it
  const asked = typeof lang === 'string' ? lang : (headers['accept-language'] ?? 'en')
  const language = asked.toLowerCase().startsWith('es') ? 'es' : 'en'
  const { title, home, message } = words[language] ?? { title: {}, home: '', message: {} }
  return page({
    language,
    code: told.code,
    title: title[told.code] ?? title[told.status] ?? title[told.status < 500 ? 404 : 500] ?? '',
    message: message[told.status] ?? told.message,
    home,
  })
}
