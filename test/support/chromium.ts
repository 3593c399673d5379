import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether a browser is here. Where it is not, browser tests skip, and this says what to do about it. */
export const hasChromium = existsSync(executablePath)
if (!hasChromium)
  console.warn(`Browser tests are skipped: there is no ${executablePath}. Install it with: apt-get install -y chromium`)

/** Without the background networking that a machine off the internet refuses. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One Chromium for a test file. `open` gives a page of a browser of its own, with what went wrong in it. */
export function testBrowser() {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (hasChromium) browser = await chromium.launch({ executablePath, args })
  })
  afterAll(async () => browser?.close())
  return {
    async open(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
      if (!browser) throw new Error('The browser is open in tests only')
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      const complaints: string[] = []
      context.on('page', (page) => {
        page.on('pageerror', ({ message }) => complaints.push(message))
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text())
        })
      })
      return { page: await context.newPage(), complaints }
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type AxeResult = { violations: { id: string; impact: string; nodes: { html: string }[] }[] }

/** Expects that axe finds nothing serious or critical by WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** What sticks out sideways, and that the page can be scrolled to it: deepest elements first. */
const stickingOut = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 0 && (left < -0.5 || right > clientWidth + 0.5)
  })
  return [scrollWidth - clientWidth + ' px too wide', ...out.reverse().slice(0, 8).map(({ outerHTML }) => outerHTML.slice(0, 160))]
})()`

/** Expects that nothing sticks out sideways: WCAG 1.4.10, at the width the page is shown in. */
export async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate<string[]>(stickingOut)).toEqual([])
}

/** Keeps a picture of the whole page under test/screenshots. */
export async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test/screenshots/${name}.png`, fullPage: true })
}
