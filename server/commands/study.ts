import { basename, dirname } from 'node:path'
import { checkStudy, publishStudy, sentence } from '#server/operations/publish-study.ts'
import { badFile } from '#server/problems.ts'
import { type Command, UsageError } from './command.ts'
import { priceLines, textLines } from './text-prices.ts'

export const studyCheck: Command = {
  words: 'study check',
  usage: '<folder> [--language code] [--brief]',
  summary: 'Looks for everything that is wrong with a study, and says what each of its texts costs in each language.',
  takes: { least: 1, most: 1 },
  options: { language: { type: 'string' }, brief: { type: 'boolean' } },
  standsAlone: true,
  async run({ args: [named = ''], options: { language, brief }, path, print }) {
    const folder = basename(named) === 'instrument.json' ? dirname(named) : named
    const { findings, priced } = await checkStudy(path(folder))
    const errors = findings.filter(({ severity }) => severity === 'error')
    for (const finding of findings) if (finding.severity === 'warning') print(`warning: ${sentence(finding)}`)
    if (errors.length > 0 || !priced) throw badFile({ file: folder, findings: errors.map(sentence) })
    print(findings.length === 0 ? `${folder} is in order.` : `${folder} can be published.`)
    const asked = priced.texts.filter((text) => language === undefined || text.language === language)
    if (asked.length === 0) throw new UsageError(`The study does not speak "${String(language)}".`)
    // The sums last: a terminal shows its last lines.
    for (const line of [...(brief ? [] : ['', ...textLines(asked)]), '', ...priceLines(priced)]) print(line)
    return { findings, texts: priced }
  },
}

export const studyPublish: Command = {
  words: 'study publish',
  usage: '<folder>',
  summary: 'Freezes a version of a study. The same content again is the version it already was.',
  takes: { least: 1, most: 1 },
  options: {},
  async run({ deps, args: [folder = ''], path, print }) {
    const { warnings, ...published } = await publishStudy(deps, path(folder))
    for (const warning of warnings) print(`warning: ${sentence(warning)}`)
    const { id, version, hash, isNew } = published
    print(
      isNew
        ? `Published ${id} version ${version} (${hash.slice(0, 12)}).`
        : `${id} version ${version} is the same; nothing new.`,
    )
    print(`To field it: npx canvass wave open ${id}`)
    return published
  },
}
