import { type Frame, layoutView, spoken } from '../frame.ts'
import { layerWord } from '../place-names.ts'
import { templates } from '../templates.ts'
import { filled, reportLanguages } from '../words/index.ts'
import { weightingWordsIn } from '../words/weighting/index.ts'
import type { WeightingAccount } from './account.ts'
import { areasView } from './areas-view.ts'
import { concernSentences, doneSentences, missSentences } from './sentences.ts'
import { figuresIn } from './figures.ts'
import { marginsView } from './margins-view.ts'
import { spreadView } from './spread-view.ts'
import type { Telling } from './telling.ts'

/** The report on a weighting: what was weighed to what, what it cost, and how to do it again. */
export function weightingPage(account: WeightingAccount, frame: Frame): string {
  const page = spoken(frame)
  const told = weightingWordsIn(frame.language)
  const figures = figuresIn(frame.language)
  const { words, formats, say } = page
  const { study, wave, run, interviews, population, spread } = account
  const people = told.universes[study.universe] ?? told.universes.otherwise
  const counts = {
    n: formats.count(interviews),
    population: formats.count(population),
    people,
    effective: formats.count(account.nEffective),
  }
  const telling: Telling = { page, told, figures }
  const margins = formats.list(account.margins.map(({ title }) => say(title).toLocaleLowerCase(frame.language)))
  return templates.weighting({
    ...layoutView(page, {
      title: `${told.title} · ${say(study.title)}`,
      study,
      invented: wave.invented,
      languages: reportLanguages,
    }),
    told,
    eyebrow: [told.kind, wave.title, formats.date(run.weighedAt)].join(' · '),
    heading: filled(told.heading, counts),
    lead: filled(account.areaTotals ? told.whyWithAreas : told.why, { ...counts, margins }),
    price: filled(told.price, counts),
    figures: [
      { name: told.figures.worth, value: counts.effective, meaning: filled(told.figures.worthOf, counts) },
      {
        name: told.figures.each,
        value: formats.count(spread.mean),
        meaning: filled(told.figures.eachOf, {
          people,
          tenth: formats.count(spread.mean * spread.tenth),
          ninetieth: formats.count(spread.mean * spread.ninetieth),
        }),
      },
      {
        name: told.figures.effect,
        value: figures.effect(account.designEffect),
        meaning: told.figures.effectOf,
      },
    ],
    concerns: concernSentences(account, telling),
    misses: missSentences(account, telling),
    margins: marginsView(account, telling),
    spread: spreadView(account, telling),
    done: doneSentences(account, telling),
    areas: areasView(account, telling),
    areaWord: layerWord(study.layer, words),
    again: [
      { name: told.again.run, value: run.id },
      { name: told.again.program, value: run.program },
      { name: told.again.snapshot, value: run.snapshotHash },
      { name: told.again.layer, value: `${layerWord(study.layer, words)}, ${run.layerVersion}` },
    ],
    recipe: JSON.stringify(run.recipe),
  })
}
