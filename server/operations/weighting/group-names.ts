import { inLanguage, type Translated } from '#instruments/engine/question.ts'
import type { Demographic, Study } from '#instruments/engine/study.ts'
import type { Group } from '#server/reports/weighting/account.ts'

/** What a margin is called: its demographic, or those that it crosses; nothing for the areas and the whole population. */
export function marginTitle(study: Study, variable: string): Translated | undefined {
  const demographics = demographicsOf(study, variable)
  return demographics.length > 0 ? crossed(demographics.map(({ title }) => title)) : undefined
}

/** What a category of a margin is called; the weighting names joined ones by all their names, as in "65-74 + 75+". */
export function groupNames(study: Study, nameOf: (area: string) => string) {
  return (variable: string, category: string): Group => {
    const demographics = demographicsOf(study, variable)
    const labelOf = (name: string): Translated => {
      if (demographics.length === 0) return { default: nameOf(name) }
      const parts = demographics.length > 1 ? name.split(' × ') : [name]
      return crossed(parts.map((part, d) => demographics[d]?.labels?.[part] ?? { default: part }))
    }
    return { title: marginTitle(study, variable), labels: category.split(' + ').map(labelOf) }
  }
}

function demographicsOf({ demographics, weighting }: Study, variable: string): readonly Demographic[] {
  const crossing = weighting.crossings?.find(({ id }) => id === variable)
  return (crossing?.demographics ?? [variable]).flatMap((id) => demographics.find((one) => one.id === id) ?? [])
}

/** "18 to 24 × Women", in every language that one of the parts has. */
function crossed(parts: readonly Translated[]): Translated {
  const [only] = parts
  if (only && parts.length === 1) return only
  const languages = new Set(['default', ...parts.flatMap((part) => Object.keys(part))])
  return Object.fromEntries(
    [...languages].map((language) => [language, parts.map((part) => inLanguage(part, language)).join(' × ')]),
  )
}
