import { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { beginWave } from '#server/operations/field-waves.ts'
import { publishVersion } from '#server/store/studies.ts'
import type { Wave } from '#server/store/waves.ts'
import { insertTinyCity } from './fielding.ts'

/** Three questions, in the languages that the tests of conversations speak. */
const instrument = {
  elements: [
    {
      type: 'boolean',
      name: 'adult',
      isRequired: true,
      title: { en: 'Are you 18 or older?', es: '¿Tiene 18 años o más?', ru: 'Вам уже исполнилось 18 лет?' },
    },
    {
      type: 'radiogroup',
      name: 'safe',
      title: {
        en: 'How safe do you feel?',
        es: '¿Qué tan seguro se siente?',
        ru: 'Насколько безопасно вы себя чувствуете?',
      },
      choices: [
        { value: 1, text: { en: 'Safe', es: 'Seguro', ru: 'Безопасно' } },
        { value: 2, text: { en: 'So so', es: 'Más o menos', ru: 'Так себе' } },
        { value: 3, text: { en: 'Unsafe', es: 'Inseguro', ru: 'Небезопасно' } },
      ],
    },
    {
      type: 'comment',
      name: 'why',
      title: { en: 'What should change?', es: '¿Qué debería cambiar?', ru: 'Что нужно изменить?' },
    },
  ],
}

/** An invented study of three questions, open; its tiny city is made with the first. */
export async function openTextedStudy(
  deps: Deps,
  {
    id = 'block-watch',
    title = 'Block watch',
    texts = {},
  }: { id?: string; title?: string; texts?: Partial<Study['texts']> } = {},
): Promise<Wave> {
  const hasCity = await deps.db.selectFrom('area_layers').select('id').executeTakeFirst()
  if (!hasCity) await insertTinyCity(deps)
  const study = Study.parse({
    id,
    title: { en: title, es: `${title} (es)`, ru: `${title} (ru)` },
    sponsor: { en: `The ${title} office` },
    purpose: { en: 'We ask how safe people feel.' },
    minutes: 2,
    languages: ['en', 'es', 'ru'],
    contact: { en: 'Write to office@city.example.' },
    layer: 'precinct',
    universe: 'adults_18plus',
    measures: [{ id: 'safe', kind: 'share', title: { en: 'Safe' }, question: 'safe' }],
    weighting: { margins: ['none'] },
    texts,
  })
  await deps.db.transaction().execute((trx) => publishVersion(trx, { instrument, study, engine: 'test' }))
  return beginWave(deps, id, { invented: false, status: 'open' })
}
