/** Types that SurveyJS knows and we ask in no mode, with what to use instead: their answers are nothing we keep. */
export const neverAsked: Readonly<Record<string, string>> = {
  file: 'ask for it outside the survey',
  signaturepad: 'ask for consent with a boolean question',
  imagepicker: 'describe the pictures as choices of a radiogroup',
  imagemap: 'describe the places as choices of a radiogroup',
  matrixdropdown: 'write one question per column, or one grid per column',
  matrixdynamic: 'ask for a count and a fixed number of questions with visibleIf',
  paneldynamic: 'ask for a count and a fixed number of panels with visibleIf',
  expression: 'compute it in the analysis',
}

const oneOrder = 'Choices in another order cannot be compared with a text: keep the order of the list.'
const onlyResidents = 'An answer is only ever given by a resident: remove it.'
const somethingElse = 'Add a choice "Something else" and, if its words matter, a text question with visibleIf.'
const alone = 'Add a choice with "isExclusive": true.'
const comment = 'Add a comment question after this one.'

/** Settings that make a question depend on something that a text, a tablet without signal or a replay does not have. */
export const unsupported: Readonly<Record<string, string>> = {
  choicesByUrl: 'Choices from a web address are not there on a tablet without signal: list them in the instrument.',
  choicesFromQuestion: 'Choices taken over from another question cannot be texted: list them.',
  choicesVisibleIf:
    'Choices with conditions cannot be numbered alike in all modes: write two questions with visibleIf.',
  choicesEnableIf: 'Choices that are greyed out cannot be texted: write two questions with visibleIf.',
  choicesOrder: oneOrder,
  enableIf: 'A question that is shown and cannot be answered has no meaning in a text: use visibleIf.',
  requiredIf: 'Use isRequired, or two questions with visibleIf.',
  setValueIf: onlyResidents,
  setValueExpression: onlyResidents,
  defaultValue: onlyResidents,
  defaultValueExpression: onlyResidents,
  resetValueIf: 'An answer is only ever changed by a resident: remove it.',
  valueName: 'Give the question the name under which its answer is kept.',
  showOtherItem: somethingElse,
  hasOther: somethingElse,
  showNoneItem: alone,
  hasNone: alone,
  showSelectAllItem: 'Remove it; a text may say "all".',
  hasComment: comment,
  showCommentArea: comment,
  valueTrue: 'A boolean is true or false: use a radiogroup for other codes.',
  valueFalse: 'A boolean is true or false: use a radiogroup for other codes.',
  maskType: 'A mask shapes what is typed on the web only: use a regex validator.',
  minValueExpression: 'Limits that move cannot be checked alike in all modes: use min.',
  maxValueExpression: 'Limits that move cannot be checked alike in all modes: use max.',
}

/** The same of grids. */
export const unsupportedInGrids: Readonly<Record<string, string>> = {
  eachRowUnique: 'Rows asked one by one cannot take each other’s answers away: ask for a ranking.',
  rowsVisibleIf: 'Write visibleIf on the rows.',
  columnsVisibleIf: 'Columns with conditions cannot be numbered alike in all modes: write two grids with visibleIf.',
  cells: 'A text of its own in every cell cannot be texted: write one radiogroup per row.',
  isRequired: 'Say which rows must be answered: "eachRowRequired" for a grid, "isRequired" on each field.',
  hideIfRowsEmpty: 'Put the conditions of the rows into visibleIf of the grid.',
}
