import { readFileSync } from 'node:fs'
import { compile } from '#instruments/engine/compile.ts'
import { noGeography } from '#instruments/engine/geography.ts'
import { Study } from '#instruments/engine/study.ts'

const folder = new URL('./workshop/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** An invented study with every type of question that can be asked, in three languages. */
export const workshopInstrument = json('instrument.json')
export const workshopStudy = Study.parse(json('study.json'))
export const workshop = compile(workshopInstrument, workshopStudy, noGeography)

/** Where a resident answers what no text can ask. */
export const link = 'https://survey.example/i/AbCdEfGh01234567'
