import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { makeLog } from '#server/log.ts'
import { ensureWebBundle } from '#server/web-bundle.ts'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { testDatabase } from '#test/support/databases.ts'
import { publishedWave } from '#test/support/published-wave.ts'

const at = testDatabase()
const browser = testBrowser()
let app: FastifyInstance
let home: string

beforeAll(async () => {
  await ensureWebBundle(makeLog('silent'))
  await publishedWave(at.deps)
  app = await buildApp(at.deps)
  home = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

const desk = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe.skipIf(!hasChromium)('the public results', () => {
  test.each([
    { name: 'desk', options: { ...desk, colorScheme: 'light' as const }, language: 'en' },
    { name: 'desk-dark', options: { ...desk, colorScheme: 'dark' as const }, language: 'en' },
    { name: 'phone', options: { ...phone, colorScheme: 'light' as const }, language: 'es' },
    { name: 'phone-dark', options: { ...phone, colorScheme: 'dark' as const }, language: 'es' },
  ])('are accessible and fit on a $name', async ({ name, options, language }) => {
    const { page, complaints } = await browser.open(options)
    for (const [address, picture] of [
      ['/', 'studies'],
      ['/results/community-trust', 'results'],
      ['/results/community-trust/1', 'report'],
      ['/results/community-trust/4', 'report-withheld'],
    ]) {
      await page.goto(`${home}${address}?lang=${language}`)
      await expectAccessible(page)
      await expectToFit(page)
      await photograph(page, `${picture}-${name}`)
    }
    expect(complaints).toEqual([])
  })

  test('areas are reached by keyboard, say their interval, and lead to their report', async () => {
    const { page } = await browser.open(desk)
    await page.goto(`${home}/results/community-trust`)
    const tip = page.locator('.map-tip').first()
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")')
    for (let presses = 0; presses < 30 && !String(await focused()).startsWith('Area 1'); presses++)
      await page.keyboard.press('Tab')
    expect(await focused()).toBe('Area 1: Net support +34, +24 to +44, 60 answers')
    expect(await tip.textContent()).toBe('Area 1: Net support +34, +24 to +44, 60 answers')
    await page.keyboard.press('Escape')
    expect(await tip.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/results/community-trust/1?lang=en')
    expect(await page.locator('h1').textContent()).toBe('Area 1, North')
  })

  test('the maps can be skipped: the table is next', async () => {
    const { page } = await browser.open(desk)
    await page.goto(`${home}/results/community-trust`)
    await page.locator('.skip-maps').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("#areas") !== null')).toBe(true)
  })

  test('an area says its interval under the pointer, a withheld one why it is not shown', async () => {
    const { page } = await browser.open(desk)
    await page.goto(`${home}/results/community-trust`)
    const tips = page.locator('.map-tip')
    await page.locator('.map.discord a[data-area="2"]').hover()
    expect(await tips.last().textContent()).toBe('Area 2: Discord 43, 33 to 53, 60 answers')
    await page.locator('.map.support a[data-area="4"]').hover()
    expect(await tips.first().textContent()).toBe('Area 4: not shown, too few residents answered')
    expect(await tips.last().isVisible()).toBe(false)
  })

  test('the table is sorted by its headings, withheld areas last', async () => {
    const { page } = await browser.open(desk)
    await page.goto(`${home}/results/community-trust`)
    const order = () => page.locator('tbody th').allTextContents()
    const heading = page.getByRole('button', { name: 'Net support' })
    await heading.click()
    expect((await order()).slice(0, 3)).toEqual(['Area 2', 'Area 3', 'Area 1'])
    await heading.click()
    expect(await order()).toEqual(['Area 1', 'Area 3', 'Area 2', 'Area 4', 'Area 5', 'Area 6'])
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
  })

  test('without scripts the titles and the table say the same', async () => {
    const { page } = await browser.open({ ...desk, javaScriptEnabled: false })
    await page.goto(`${home}/results/community-trust`)
    expect(await page.locator('a[data-area="1"] title').first().textContent()).toContain('+24 to +44')
    expect(await page.locator('tbody tr').first().textContent()).toContain('+24 to +44')
  })

  test.each(['A4', 'letter'])('a report is two pages of %s paper', async (format) => {
    const { page } = await browser.open(desk)
    for (const language of ['en', 'es']) {
      await page.goto(`${home}/results/community-trust/1?lang=${language}`)
      const paper = await page.pdf({
        format,
        printBackground: true,
        path: `test/screenshots/report-${format}-${language}.pdf`,
      })
      // Every page of a PDF is an object of this type; its tree is /Pages.
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    }
  })
})
