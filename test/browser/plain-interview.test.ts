import { describe, expect, test } from 'vitest'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { servedStudy } from '#test/support/served-study.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const served = servedStudy()
const browser = testBrowser()

describe.skipIf(!hasChromium)('the plain interview', () => {
  test.each(['light', 'dark'] as const)('is answered without scripts, %s', async (colorScheme) => {
    const { page } = await browser.open({ ...phone, javaScriptEnabled: false, colorScheme })
    await page.goto(`${served.home}?lang=es`)
    await page.getByRole('link', { name: 'Use la versión sencilla' }).first().click()
    const next = page.getByRole('button', { name: 'Siguiente' })
    await next.click()
    await page.getByRole('alert').waitFor()
    await photograph(page, `plain-error-${colorScheme}`)
    for (let asked = 0; asked < 3; asked++) {
      await page.getByRole('radio').first().check()
      await next.click()
    }
    await photograph(page, `plain-trust-${colorScheme}`)
    await expectToFit(page)
    while ((await page.locator('main[data-status]').count()) === 0)
      await page.getByRole('button', { name: 'Saltar esta pregunta' }).click()
    await page.getByText('Ha terminado').waitFor()
    expect(await served.interviewOf(page)).toMatchObject({ status: 'complete', language: 'es' })
  })

  test('is accessible on every kind of page', async () => {
    const { page } = await browser.open(phone)
    await page.goto(`${served.home}/plain`)
    await page.getByRole('button', { name: 'Next' }).click()
    await expectAccessible(page)
    for (const name of ['adult', 'lives_here', 'consent']) {
      await page.locator(`main[data-question=${name}]`).waitFor()
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Next' }).click()
    }
    while ((await page.locator('main[data-status]').count()) === 0) {
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Skip this question' }).click()
    }
    await expectAccessible(page)
    await photograph(page, 'plain-done')
    for (const address of [`${served.home}-unknown`, `${served.home}/left`]) {
      await page.goto(address)
      await expectAccessible(page)
    }
  })
})
