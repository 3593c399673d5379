import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '#instruments/engine/languages/index.ts'
import { no, yes } from '#instruments/engine/languages/yes-no.ts'
import { wordsIn } from '#server/channels/web/words/index.ts'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { servedStudy } from '#test/support/served-study.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const served = servedStudy()
const browser = testBrowser()

const choose = (page: Page, question: string, choice: number) =>
  page.locator(`[data-name=${question}] label`).nth(choice).click()
const press = (page: Page) =>
  page.locator('.sd-navigation__next-btn, .sd-navigation__complete-btn').locator('visible=true').click()
const goOn = async (page: Page) => {
  const part = await page.locator('#progress-text').textContent()
  await press(page)
  await page
    .locator('#progress-text')
    .filter({ hasNotText: part ?? '' })
    .waitFor()
}

/** On which side of its choice the first button to press stands. */
async function sideOfButtons(page: Page): Promise<'left' | 'right'> {
  const label = page.locator('.sd-selectbase__label').first()
  const [around, button] = await Promise.all([label.boundingBox(), label.locator('input').boundingBox()])
  if (!around || !button) throw new Error('The page has no choices')
  return button.x - around.x < around.width / 2 ? 'left' : 'right'
}

describe.skipIf(!hasChromium)('the web interview', () => {
  test.each(Object.entries(languages).map(([code, { direction }]) => ({ code, direction })))(
    'is read and answered on a phone in $code, from $direction',
    async ({ code, direction }) => {
      const { page, complaints } = await browser.open({ ...phone, colorScheme: 'light' })
      page.setDefaultTimeout(10_000)
      const words = wordsIn(code)
      const look = async (name: string) => {
        await expectAccessible(page)
        await expectToFit(page)
        await photograph(page, `language-${code}-${name}`)
      }
      await page.goto(`${served.home}?lang=${code}`)
      await page.locator('[data-name=adult] label').first().waitFor()
      expect(await page.evaluate('document.documentElement.dir')).toBe(direction)
      const answers = await page.locator('[data-name=adult] label').allInnerTexts()
      expect(answers.map((text) => text.trim())).toEqual([yes[code], no[code]])
      await look('begin')
      await page.locator('.language-menu summary').click()
      await look('menu')
      await page.locator('.language-menu summary').click()
      await goOnRefused(page)
      await look('needed')
      await choose(page, 'adult', 0)
      await choose(page, 'lives_here', 0)
      await goOn(page)
      await choose(page, 'consent', 0)
      await goOn(page)
      await page.getByText(words.live.saved, { exact: true }).waitFor()
      expect(await sideOfButtons(page)).toBe(direction === 'rtl' ? 'right' : 'left')
      await look('police')
      while (!(await page.locator('[data-name=home_zip]').isVisible())) {
        await look((await page.locator('.sd-question').first().getAttribute('data-name')) ?? 'part')
        await goOn(page)
      }
      await page.locator('[data-name=home_zip] input').fill('00002')
      await page.getByRole('button', { name: words.live.useMap }).click()
      await page.locator('.area-map').waitFor()
      await look('map')
      expect(complaints).toEqual([])
    },
  )
})

/** On, without an answer that is needed. */
async function goOnRefused(page: Page): Promise<void> {
  await press(page)
  await page.locator('.sd-error').first().waitFor()
}
