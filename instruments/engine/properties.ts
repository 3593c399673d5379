import { Serializer } from 'survey-core'

/** Tells survey-core of our own question properties, so that models and tools keep them. Again changes nothing. */
export function registerProperties(): void {
  for (const property of properties)
    if (!Serializer.findProperty('question', property.name.split(':')[0] ?? ''))
      Serializer.addProperty('question', property)
}

const properties = [
  { name: 'textTitle:text', isLocalizable: true },
  { name: 'textHint:text', isLocalizable: true },
  { name: 'interviewerNote:text', isLocalizable: true },
  { name: 'readAloud:boolean', default: true },
  { name: 'sensitive:boolean' },
  { name: 'core:boolean' },
  { name: 'choicesFrom', choices: ['areas', 'parents'] },
]
