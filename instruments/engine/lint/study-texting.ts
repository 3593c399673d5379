import { isCarrierWord, optOut } from '../replies/commands.ts'
import type { Study } from '../study.ts'
import { aboutStudy, type Finding } from './finding.ts'

/** Whether what study.json says about texts can work. */
export function lintStudyTexting({ id, texts }: Study, names: ReadonlySet<string>): Finding[] {
  const words = { id, 'texts.keyword': texts.keyword }
  return [
    ...Object.entries(words).flatMap(([path, word]) =>
      word && (isCarrierWord(word) || optOut(word) || word.toLowerCase() === 'yes')
        ? [aboutStudy(path, `Who texts "${word}" means something else to the carrier or to us: choose another word.`)]
        : [],
    ),
    ...(texts.followUp && !names.has(texts.followUp.question)
      ? [aboutStudy('texts.followUp', `${texts.followUp.question} is no question of the instrument: check the name.`)]
      : []),
    ...texts.handOver
      .filter((name) => !names.has(name) || name.includes('.'))
      .map((name) => {
        const way = name.includes('.') ? 'hand the whole grid over' : 'check the name'
        return aboutStudy('texts.handOver', `${name} is no question of the instrument: ${way}.`)
      }),
  ]
}
