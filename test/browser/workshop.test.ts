import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { workshopStudy } from '#test/support/fielding.ts'
import { servedStudy } from '#test/support/served-study.ts'

const served = servedStudy({ id: 'workshop', folder: workshopStudy })
const browser = testBrowser()
const screens = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 900 } },
}

const goOn = async (page: Page) => {
  const part = await page.locator('#progress-text').textContent()
  await page.locator('.sd-navigation__next-btn').locator('visible=true').click()
  await page
    .locator('#progress-text')
    .filter({ hasNotText: part ?? '' })
    .waitFor()
}

describe.skipIf(!hasChromium)('every type of question on the web', () => {
  test.each(['phone', 'desk'] as const)('looks right on a %s', async (screen) => {
    const { page, complaints } = await browser.open(screens[screen])
    await page.goto(served.home)
    const look = async (name: string) => {
      await photograph(page, `workshop-${screen}-${name}`)
      await expectAccessible(page)
      await expectToFit(page)
    }
    await page.locator('[data-name=consent] label').first().click()
    await goOn(page)
    await page.locator('[data-name=takes_stairs] label').first().click()
    await look('grids')
    for (const row of await page.locator('[data-name=safe] tbody tr').all()) await row.locator('label').nth(2).click()
    await page.locator('[data-name=household] input').first().fill('2')
    await goOn(page)
    await look('scales')
    await goOn(page)
    await look('lists')
    await goOn(page)
    await look('end')
    expect(complaints).toEqual([])
  })

  test('rows, fields and places of an order are recorded one by one, and stand there again for who comes back', async () => {
    const { page, complaints } = await browser.open(screens.phone)
    await page.goto(served.home)
    await page.locator('[data-name=consent] label').first().click()
    await goOn(page)
    await page.locator('[data-name=takes_stairs] label').nth(1).click()
    const rows = page.locator('[data-name=safe] tbody tr')
    expect(await rows.count()).toBe(4)
    await rows.nth(0).locator('label').nth(1).click()
    await page.locator('[data-name=why_unsafe] textarea').fill('Too dark.')
    for (const row of [1, 2, 3]) await rows.nth(row).locator('label').nth(3).click()
    await page.locator('[data-name=household] input').nth(0).fill('2')
    await page.locator('[data-name=household] input').nth(2).fill('One cat')
    await goOn(page)
    await page.locator('[data-name=share_done] input').fill('45')
    await goOn(page)
    const places = page.locator('[data-name=order] select')
    await places.nth(0).selectOption('To build')
    await places.nth(1).selectOption('To learn')
    expect(await places.nth(2).locator('option:checked').textContent()).toBe('To meet people')
    await page.locator('[data-name=best] select').nth(0).selectOption('Friday')
    await goOn(page)
    await page.locator('[data-name=first_visit] input').fill('2021-03-14')
    await expect
      .poll(async () => (await served.interviewOf(page)).answers, { timeout: 10_000 })
      .toEqual({
        consent: true,
        takes_stairs: false,
        'safe.hall': 2,
        'safe.yard': 4,
        'safe.street': 4,
        'safe.garage': 4,
        why_unsafe: 'Too dark.',
        'household.adults': 2,
        'household.pets': 'One cat',
        share_done: 45,
        order: ['build', 'learn', 'meet'],
        best: ['fri'],
        first_visit: '2021-03-14',
      })
    await page.reload()
    for (const _ of ['lists', 'scales', 'grids'])
      await page.locator('.sd-navigation__prev-btn').locator('visible=true').click()
    expect(await rows.nth(0).locator('input').nth(1).isChecked()).toBe(true)
    expect(await page.locator('[data-name=household] input').nth(2).inputValue()).toBe('One cat')
    expect(complaints).toEqual([])
  })

  test('the plain pages ask a row, an order and a day each on its own', async () => {
    const { page, complaints } = await browser.open(screens.phone)
    await page.goto(`${served.home}/plain`)
    const next = () => page.locator('button[value=next]').click()
    const skipTo = async (question: string) => {
      while (!(await page.locator(`[data-question="${question}"]`).isVisible()))
        await page.locator('button[value=skip]').click()
    }
    const look = async (name: string) => {
      await photograph(page, `workshop-plain-${name}`)
      await expectAccessible(page)
      await expectToFit(page)
    }
    for (const _ of ['consent', 'stairs']) {
      await page.locator('.choice').first().click()
      await next()
    }
    await look('row')
    for (const _ of ['hall', 'stairs', 'yard', 'street', 'garage']) {
      await page.locator('.choice').nth(2).click()
      await next()
    }
    await page.locator('#answer').fill('2')
    await next()
    await skipTo('order')
    await page.locator('select').nth(0).selectOption('build')
    await next()
    await page.getByRole('alert').waitFor()
    for (const [place, code] of ['build', 'learn', 'meet'].entries())
      await page.locator('select').nth(place).selectOption(code)
    await look('order')
    await next()
    await skipTo('first_visit')
    await page.locator('#answer').fill('2021-03-14')
    await look('day')
    await next()
    const { answers } = await served.interviewOf(page)
    expect(answers).toMatchObject({
      'safe.garage': 3,
      'household.adults': 2,
      order: ['build', 'learn', 'meet'],
      first_visit: '2021-03-14',
    })
    expect(complaints).toEqual([
      'Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)',
    ])
  })
})
