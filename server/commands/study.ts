import { basename, dirname } from 'node:path'
import { checkStudy, publishStudy, sentence } from '#server/operations/publish-study.ts'
import { priceTexts } from '#server/operations/price-texts.ts'
import { badFile } from '#server/problems.ts'
import { type Command, UsageError } from './command.ts'
import { priceLines, textLines } from './text-prices.ts'

export const studyCheck: Command = {
  words: 'study check',
  usage: '<folder> [--language code] [--verbose]',
  summary: 'Looks for everything that is wrong with a study, and says what its texts cost in each language.',
  takes: { least: 1, most: 1 },
  options: { language: { type: 'string' }, verbose: { type: 'boolean' } },
  standsAlone: true,
  async run({ args: [named = ''], options: { language, verbose }, path, print }) {
    const folder = basename(named) === 'instrument.json' ? dirname(named) : named
    const { findings, instrument, study } = await checkStudy(path(folder))
    const errors = findings.filter(({ severity }) => severity === 'error')
    for (const finding of findings) if (finding.severity === 'warning') print(`warning: ${sentence(finding)}`)
    if (errors.length > 0) throw badFile({ file: folder, findings: errors.map(sentence) })
    print(findings.length === 0 ? `${folder} is in order.` : `${folder} can be published.`)
    const priced = priceTexts(instrument, study)
    const asked = priced.texts.filter((text) => verbose || text.language === language)
    if (language !== undefined && asked.length === 0)
      throw new UsageError(`The study does not speak "${String(language)}".`)
    for (const line of ['', ...(asked.length > 0 ? textLines(asked) : priceLines(priced))]) print(line)
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
