import type { Heard } from './heard.ts'
import { plain } from './plain.ts'

/** What stands before the verb of a question in Chinese: "whether", "have or have not". */
const asking =
  /(?:是否|是不是|有没有|有无|有冇|有否|会不会|能不能|可不可以|愿不愿意|要不要|想不想|知不知道|识唔识)(?:曾经?|会|能|已经?|有|在)?(\p{Script=Han}{1,12})/u

const subject = '(?:我们?|本人|我家|我哋|俺|其实|老实说)?'
const sure = '(?:当然|肯定|一直|已经|早就|早|都|有|也|经常|常常?|偶尔|以前|曾经)*'
const denying = '(?:(?:从来|从|根本|完全|还|都|也|一直|真的|好像|并)*(?:没有|没|不|冇|唔|未|无)(?:有|曾|怎么)?)'
const rest =
  /^(?:过|了|的|呢|啊|呀|啦|喔|哦|嘅|咗|着|一次|几次|两次|很多次|好几次|次|一下|一点|吧|是|在哪里?|在边度?|去|哪里|边度)*$/u

/**
 * Yes or no where a reply in Chinese says the verb of the question again, as one does there: "知道" and "没打过" to "do
 * you know" and "have you called". Undefined where it says more.
 */
export function echoed(title: string, { text }: Heard): boolean | undefined {
  const clauses = text.split(/[,.;!?，。；！？、\s]+/u).map(plain)
  const clause = clauses.find((part) => part !== '') ?? ''
  const [, verb] = asking.exec(plain(title)) ?? []
  if (clauses.length > 5) return undefined
  const quality = endedBy(title, clause)
  if (quality !== undefined || verb === undefined) return quality
  const said = clause.replace(/\d+次?/g, '')
  const denied = new RegExp(`^${subject}${denying}(.+)$`, 'u').exec(said)?.[1]
  const affirmed = new RegExp(`^${subject}${sure}(.+)$`, 'u').exec(said)?.[1]
  if (denied !== undefined && isVerb(verb, denied)) return false
  return affirmed !== undefined && isVerb(verb, affirmed) ? true : undefined
}

/** "安全" and "不太安全" to a question that ends in "安全吗". */
function endedBy(title: string, said: string): boolean | undefined {
  const asked = /(\p{Script=Han}+)[吗么]$/u.exec(plain(title))?.[1]
  const [, no, core = ''] =
    /^(?:我们?|觉得|感觉|都|有点|一点都?|也)*((?:不太|不怎么|不是很|不|没有|没|冇|唔太|唔系好|唔)?)(?:很|挺|蛮|还|好|非常|几|算|觉得)*(\p{Script=Han}{2,4}?)(?:的|了|啊|呀|啦|嘅)?$/u.exec(
      said,
    ) ?? []
  return asked?.endsWith(core) === true && core !== '' ? no === '' : undefined
}

/** The beginning of the verb, and nothing behind it but particles or the question said again. */
function isVerb(verb: string, said: string): boolean {
  let same = 0
  while (same < said.length && said[same] === verb[same]) same++
  const left = said.slice(same)
  return same > 0 && (rest.test(left) || (same > 1 && verb.includes(left)))
}
