import type { WeightingWords } from './words.ts'

export const en: WeightingWords = {
  title: 'Weighting report',
  kind: 'Weighting report',
  heading: 'How {n} interviews stand for {population} {people}',
  universes: { adults_18plus: 'adults', adults_25plus: 'adults', households: 'households', otherwise: 'people' },
  why: 'Those who answered are no perfect picture of the city: some groups answer more than others. Weights set that right. Each interview counts for as many people as it takes for the sample to match the census in {margins}.',
  whyWithAreas:
    'Those who answered are no perfect picture of the city: some groups answer more than others. Weights set that right. Each interview counts for as many people as it takes for the sample to match the census in {margins}, and in the number of {people} of each area.',
  price:
    'That has a price. Interviews that count unequally say less than as many that count alike: here, {n} interviews are as precise as {effective}. Weights look at nobody’s opinions, and they cannot repair what sets apart people who answer from people of the same groups who do not.',
  figures: {
    worth: 'Worth in equal interviews',
    worthOf: 'of {n}',
    each: 'One interview stands for',
    eachOf: '{people} on average; 8 in 10 for {tenth} to {ninetieth}',
    effect: 'Design effect',
    effectOf: 'times the variance of equal weights',
  },
  concerns: {
    title: 'Look at this first',
    none: 'Nothing is beyond the limits set for this weighting: few weights were trimmed, few people left a question open, and the weights are not too unequal.',
    missing: '{share} did not tell their answer to “{title}”. The plan allows {limit}.',
    manyTrimmed: '{share} of the weights were out of bounds and trimmed. The plan allows {limit}.',
    muchWeightTrimmed: 'Trimming took {share} of all weight. The plan allows {limit}.',
    notSettled: 'After {rounds} rounds of trimming some weights are still out of bounds.',
    unequalWeights:
      'The weights are very unequal: they cost half of the sample or more (design effect {effect}). Ask more of those who were heard too little rather than more interviews in all.',
    unequalAreas:
      'In these areas the weights are very unequal (design effect above {limit}), so that their figures are less sure than their interviews suggest: {areas}.',
    mixedSamples:
      '{drawn} interviews come from a sample with known chances, the others do not and start with a weight of 1.',
  },
  misses: {
    title: 'Who was heard too little, who too much',
    lead: 'Before weighting. Invite the groups that are behind first when more interviews are made.',
    none: 'Every group’s part of the interviews was within one point of its part of the population.',
    few: '{group}: {before} of the interviews but {target} of the population, so each counts {factor} times as much.',
    many: '{group}: {before} of the interviews but {target} of the population, so each counts only {factor} times as much.',
    nobody: '{group}: nobody answered, {target} of the population.',
  },
  margins: {
    title: 'The sample before and after, beside the population',
    key: 'The bar is the sample before weighting, the line the population, the dot the sample after weighting: on the line, where it should be. Shares are among those who told.',
    category: 'Group',
    interviews: 'Interviews',
    before: 'Before',
    after: 'After',
    population: 'Population',
    untold: '{share} did not tell.',
    outside:
      '{share} are not among those whom the census counts here, and keep the part that the other margins give them.',
    met: 'After {sweeps} rounds every group is met to within {error} of its size; the farthest is {group}.',
  },
  weights: {
    title: 'How unequal the weights are',
    key: 'Interviews by their weight, as a multiple of the average.',
    tallest: 'Tallest column: {n} interviews.',
    picture: '{median} times the average is the middle weight, {least} the smallest, {most} the largest.',
    average: 'average',
    more: '{from}×+',
    middle: 'The middle interview counts {median} times the average, and 8 in 10 count {tenth} to {ninetieth} times.',
    ends: 'The smallest weight is {least} times the average, the largest {most} times. Meeting the margins multiplied weights by {leastFactor} to {mostFactor} times the mean; {farOut} of them by less than a third or more than three times.',
  },
  done: {
    title: 'What was done',
    start: 'All interviews started with the same weight.',
    startDrawn:
      '{n} interviews were drawn with known chances and {came} came on their own. They started with weights from {least} to {most}.',
    nonresponse:
      'Silence was made up for in {classes} classes, in which {least} to {most} answered: their weights were multiplied by {leastFactor} to {mostFactor}.',
    combined: 'Samples of several frames were combined by what each is worth in an area: {frames}.',
    optIn: 'People who came on their own have {least} to {most} of an area’s weight before the margins were met.',
    calibrated:
      'The weights were made to meet all margins together by {method}, in {sweeps} rounds; trimming and this were repeated until both held.',
    methods: {
      raking: 'raking',
      linear: 'linear calibration',
      'truncated-linear': 'linear calibration within bounds',
      logit: 'logit calibration within bounds',
    },
    joined: 'Joined because too few answered: {category} with {into}; {n} interviews.',
    notJoined: 'No groups were joined: each had enough interviews.',
    trimmed:
      'Trimmed: {share} of the weights, which lay beyond {lower} or {upper} times the median of their area; {weight} of all weight went to the others.',
    notTrimmed: 'No weight had to be trimmed: all lie within {lower} to {upper} times the median of their area.',
    untold:
      'Not told: {list}. Nothing was filled in for them. They keep their place in the other margins, and those who told make up the population’s shares among themselves.',
    allTold: 'Everybody told all that the weights need: nothing was missing, and nothing was filled in.',
    withoutArea: '{n} interviews have no area: they count for the city only.',
    inUnpopulated: 'Interviews from where the census counts nobody, which count for the city only: {list}.',
    areaDrawn:
      'Of {n} interviews only a ZIP code is known that spans areas; their area was drawn by how its residents spread. Errors do not count this.',
    unpopulated: 'Without residents in the census, and so without weights: {areas}.',
  },
  areas: {
    title: 'Area by area: how many interviews, and what they are worth',
    key: 'The pale bar is the interviews made, the dark one how many equal interviews they are worth. The weakest areas stand first.',
    interviews: 'Interviews',
    worth: 'Worth',
    effect: 'Design effect',
    more: '{n} areas that are worth more are not listed.',
  },
  again: {
    title: 'To trace it or do it again',
    lead: 'The weights are kept with this run and never change. The same snapshot and recipe give the same weights to the last digit.',
    run: 'Run',
    program: 'Program',
    snapshot: 'Snapshot of interviews, margins and recipe',
    layer: 'Areas, version',
    recipe: 'Recipe',
  },
}
