import { z } from 'zod'

/** A text as SurveyJS writes it: one string, or one per language with `default` for the first. */
const Localized = z.union([z.string(), z.record(z.string(), z.string())])

const Code = z.union([z.string(), z.number(), z.boolean()])
/** A row or a column of a grid, or a choice: a bare code is its own wording. */
const ChoiceJson = z.union([
  z.string(),
  z.number(),
  z.looseObject({
    value: Code,
    text: Localized.optional(),
    isExclusive: z.boolean().optional(),
    visibleIf: z.string().optional(),
  }),
])
export type ChoiceJson = z.infer<typeof ChoiceJson>

const ValidatorJson = z.looseObject({
  type: z.string(),
  text: Localized.optional(),
  regex: z.string().optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minCount: z.number().optional(),
  maxCount: z.number().optional(),
})
export type ValidatorJson = z.infer<typeof ValidatorJson>

/** A group of a list too long for one text: the text asks for the group first. */
const TextGroupJson = z.strictObject({ title: Localized, choices: z.array(Code).min(1) })

/** One field of several under one question. */
const FieldJson = z.looseObject({ name: z.string(), title: Localized.optional() })

/** The part of a SurveyJS element that we read; survey-core reads the rest. */
export const ElementJson = z.looseObject({
  type: z.string(),
  name: z.string(),
  title: Localized.optional(),
  description: Localized.optional(),
  textTitle: Localized.optional(),
  textHint: Localized.optional(),
  interviewerNote: Localized.optional(),
  readAloud: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  core: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  visibleIf: z.string().optional(),
  choices: z.array(ChoiceJson).optional(),
  choicesFrom: z.enum(['areas', 'parents']).optional(),
  textGroups: z.array(TextGroupJson).optional(),
  rows: z.array(ChoiceJson).optional(),
  columns: z.array(ChoiceJson).optional(),
  items: z.array(FieldJson).optional(),
  eachRowRequired: z.boolean().optional(),
  isAllRowRequired: z.boolean().optional(),
  inputType: z.string().optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  step: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  rateMin: z.number().optional(),
  rateMax: z.number().optional(),
  rateStep: z.number().optional(),
  rateCount: z.number().optional(),
  rateValues: z.array(ChoiceJson).optional(),
  minRateDescription: Localized.optional(),
  maxRateDescription: Localized.optional(),
  minSelectedChoices: z.number().optional(),
  maxSelectedChoices: z.number().optional(),
  selectToRankEnabled: z.boolean().optional(),
  showNoneItem: z.boolean().optional(),
  hasNone: z.boolean().optional(),
  noneText: Localized.optional(),
  labelTrue: Localized.optional(),
  labelFalse: Localized.optional(),
  validators: z.array(ValidatorJson).optional(),
})
export type ElementJson = z.infer<typeof ElementJson>

const Container = z.looseObject({
  name: z.string().optional(),
  visibleIf: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
  questions: z.array(z.unknown()).optional(),
})

/** The frame of an instrument: SurveyJS JSON whose pages hold panels and questions. */
export const InstrumentJson = z.looseObject({
  title: Localized.optional(),
  locale: z.string().optional(),
  pages: z.array(Container).optional(),
  elements: z.array(z.unknown()).optional(),
  questions: z.array(z.unknown()).optional(),
})
export type InstrumentJson = z.infer<typeof InstrumentJson>

/** One element in the order it is asked, with the conditions of everything around it, outermost first. */
export type Placed = { readonly element: unknown; readonly conditions: readonly string[] }

/** All elements of an instrument in order, panels opened. */
export function elementsOf(instrument: InstrumentJson): Placed[] {
  const pages = instrument.pages ?? [instrument]
  return pages.flatMap((page) => inside(page, []))
}

function inside(container: unknown, around: readonly string[]): Placed[] {
  const { success, data } = Container.safeParse(container)
  if (!success) return [{ element: container, conditions: around }]
  const conditions = data.visibleIf ? [...around, data.visibleIf] : around
  return (data.elements ?? data.questions ?? []).flatMap((element) =>
    isPanel(element) ? inside(element, conditions) : [{ element, conditions }],
  )
}

function isPanel(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'type' in element && element.type === 'panel'
}
