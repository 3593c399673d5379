import type { Compiled } from '#instruments/engine/compile.ts'
import type { Code } from '#instruments/engine/question.ts'
import type { Answerer, Said } from './answers.ts'
import { type Ask, type Page, unescaped } from './loopback.ts'
import { randomFrom } from './random.ts'
import type { Resident } from './residents.ts'

/** Residents who press "next" on an empty form, once. */
const shareEmpty = 0.02

/**
 * One resident fills in the plain forms in a browser without scripts: reads which question the page asks and what it
 * offers, posts an answer, follows the redirect, until a closing page comes or they leave.
 *
 * @throws Error when the server answers otherwise than a browser could go on from
 */
export async function answerByForm(
  ask: Ask,
  compiled: Compiled,
  resident: Resident,
  answer: Answerer,
  key: string,
): Promise<void> {
  const random = randomFrom(key, 'form', resident.number)
  const path = `/s/${compiled.study.id}/plain?lang=${resident.language}`
  const jar = new Map<string, string>()
  const browse: Ask = async (method, to, sent) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const page = await ask(method, to, { ...sent, headers: cookie === '' ? {} : { cookie } })
    for (const set of page.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    return page
  }

  let page = await browse('GET', path)
  for (let asked = 1; asked < resident.leavesAt; asked++) {
    const shown = readPage(page)
    if (shown.status) return
    const question = compiled.question(shown.question ?? '')
    if (!question) throw new Error(`The page of ${path} asks nothing that the study asks (status ${page.status})`)
    const offered =
      'choices' in question
        ? question.choices.map(({ code }) => code).filter((code) => shown.values.has(String(code)))
        : []
    const said = answer(resident, question, offered)
    if (random() < shareEmpty) {
      const again = await browse('POST', path, {
        form: new URLSearchParams({ question: question.name, action: 'next' }),
      })
      if (again.status !== 422) throw new Error(`An empty form of "${question.name}" was answered ${again.status}`)
    }
    const posted = await browse('POST', path, { form: formOf(question.name, said) })
    if (posted.status !== 303 || !posted.location)
      throw new Error(`An answer to "${question.name}" was answered ${posted.status}`)
    page = await browse('GET', posted.location)
  }
}

function formOf(question: string, said: Said): URLSearchParams {
  if (said.kind !== 'answered')
    return new URLSearchParams({ question, action: said.kind === 'refused' ? 'refuse' : 'skip' })
  const codes: readonly Code[] = typeof said.value === 'object' ? said.value : [said.value]
  const form = new URLSearchParams({ question, action: 'next' })
  for (const code of codes) form.append('answer', String(code))
  return form
}

/** What a person sees: the question and the values of its fields, or how the interview ended. */
function readPage({ body }: Page): {
  question: string | undefined
  status: string | undefined
  values: ReadonlySet<string>
} {
  const main = /<main\b[^>]*>/.exec(body)?.[0] ?? ''
  const values = [...body.matchAll(/<(?:input\b[^>]*name="answer"|option\b)[^>]*?\svalue="([^"]*)"/g)]
  return {
    question: /\sdata-question="([^"]+)"/.exec(main)?.[1],
    status: /\sdata-status="([^"]+)"/.exec(main)?.[1],
    values: new Set(values.map(([, value = '']) => unescaped(value))),
  }
}
