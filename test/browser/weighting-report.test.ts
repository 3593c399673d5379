import { describe, expect, test } from 'vitest'
import { weightingStyle } from '#server/reports/styles.ts'
import { weightingPage } from '#server/reports/weighting/weighting-page.ts'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { everyConcern, weightingAccount } from '#test/support/weighting-account.ts'

const browser = testBrowser()

function pageIn(language: string, changes: Parameters<typeof weightingAccount>[0] = {}): string {
  const frame = {
    language,
    links: { area: () => '#content' },
    looks: { styles: [], inlineStyle: weightingStyle() },
  }
  return weightingPage(weightingAccount(changes), frame)
}

const desk = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe.skipIf(!hasChromium)('the report on a weighting', () => {
  test.each([
    { name: 'desk', options: { ...desk, colorScheme: 'light' as const }, language: 'en' },
    { name: 'desk-dark', options: { ...desk, colorScheme: 'dark' as const }, language: 'en' },
    { name: 'phone', options: { ...phone, colorScheme: 'light' as const }, language: 'es' },
    { name: 'phone-dark', options: { ...phone, colorScheme: 'dark' as const }, language: 'es' },
  ])('is accessible and fits on a $name', async ({ name, options, language }) => {
    const { page, complaints } = await browser.open(options)
    await page.setContent(pageIn(language, { concerns: everyConcern }))
    await expectAccessible(page)
    await expectToFit(page)
    await photograph(page, `weighting-${name}`)
    expect(complaints).toEqual([])
  })

  test('on a phone no heading of a table is broken within a word', async () => {
    const { page } = await browser.open(phone)
    for (const language of ['en', 'es']) {
      await page.setContent(pageIn(language))
      // A heading has at most as many lines as words.
      const broken = await page.evaluate<string[]>(`[...document.querySelectorAll('table thead th')].filter((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        return lines.size > cell.textContent.trim().split(/\\s+/).length
      }).map((cell) => cell.textContent)`)
      expect(broken).toEqual([])
    }
  })

  test.each(['A4', 'letter'])('is three pages of %s paper, whatever the screen’s colours', async (format) => {
    const { page } = await browser.open({ ...desk, colorScheme: 'dark' })
    for (const language of ['en', 'es']) {
      await page.setContent(pageIn(language))
      const paper = await page.pdf({
        format,
        printBackground: true,
        path: `test/screenshots/weighting-${format}-${language}.pdf`,
      })
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
    }
  })
})
