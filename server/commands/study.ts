import { checkStudy, publishStudy, sentence } from '#server/operations/publish-study.ts'
import { badFile } from '#server/problems.ts'
import type { Command } from './command.ts'

export const studyCheck: Command = {
  words: 'study check',
  usage: '<folder>',
  summary: 'Looks for everything that is wrong with a study: file, question, language, reason.',
  takes: { least: 1, most: 1 },
  options: {},
  async run({ args: [folder = ''], path, print }) {
    const { findings } = await checkStudy(path(folder))
    const errors = findings.filter(({ severity }) => severity === 'error')
    for (const finding of findings) if (finding.severity === 'warning') print(`warning: ${sentence(finding)}`)
    if (errors.length > 0) throw badFile({ file: folder, findings: errors.map(sentence) })
    print(findings.length === 0 ? `${folder} is in order.` : `${folder} can be published.`)
    return { findings }
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
