import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, expectToFit, hasChromium, photograph, testBrowser } from '#test/support/chromium.ts'
import { servedStudy } from '#test/support/served-study.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const served = servedStudy()
const browser = testBrowser()

const choose = (page: Page, question: string, choice: number | string) => {
  const labels = page.locator(`[data-name=${question}] label`)
  return (typeof choice === 'number' ? labels.nth(choice) : labels.filter({ hasText: choice })).first().click()
}
const goOn = async (page: Page) => {
  const part = await page.locator('#progress-text').textContent()
  await page.locator('.sd-navigation__next-btn, .sd-navigation__complete-btn').locator('visible=true').click()
  await page
    .locator('#progress-text')
    .filter({ hasNotText: part ?? '' })
    .waitFor()
}
const finish = (page: Page) => page.locator('.sd-navigation__complete-btn').locator('visible=true').click()
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

/** Through eligibility and consent to the first questions of substance. */
async function agree(page: Page, address = served.home): Promise<void> {
  await page.goto(address)
  await choose(page, 'adult', 0)
  await choose(page, 'lives_here', 0)
  await goOn(page)
  await choose(page, 'consent', 0)
  await goOn(page)
}

/** Past questions that may be left out, to where the resident lives. */
async function toWhere(page: Page): Promise<void> {
  while (!(await page.locator('[data-name=home_zip]').isVisible())) await goOn(page)
}

describe.skipIf(!hasChromium)('the web interview', () => {
  test.each([
    { language: 'en', saved: 'Your answers are saved.', thanks: 'You are done', colorScheme: 'light' },
    { language: 'es', saved: 'Sus respuestas están guardadas.', thanks: 'Ha terminado', colorScheme: 'dark' },
  ] as const)(
    'is answered on a phone in $language, through a reload and a closed tab',
    async ({ language, saved, thanks, colorScheme }) => {
      const { page: first, complaints } = await browser.open({ ...phone, colorScheme })
      let page = first
      const look = async (name: string) => {
        await expectAccessible(page)
        await expectToFit(page)
        await photograph(page, `web-${language}-${name}`)
      }
      await agree(page, `${served.home}?lang=${language}`)
      await look('trust')
      await choose(page, 'trust', 3)
      await choose(page, 'respect', 4)
      await said(page, saved)

      await page.reload()
      await page.locator('[data-name=trust]').waitFor()
      expect(await page.locator('[data-name=trust] :checked').getAttribute('value')).toBe('4')
      await choose(page, 'fairness', 0)
      const context = page.context()
      await page.close()

      page = await context.newPage()
      await page.goto(served.home)
      await page.locator('[data-name=fairness]').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('[data-name=fairness] :checked').getAttribute('value')).toBe('1')
      await goOn(page)
      await goOn(page)
      await choose(page, 'contact', 0)
      await choose(page, 'contact_experience', 1)
      await look('contact')
      await goOn(page)
      await page.locator('[data-name=comment] textarea').fill('More foot patrols 🙂')
      await goOn(page)
      await choose(page, 'race_ethnicity', 1)
      await choose(page, 'race_ethnicity', 2)
      await look('about')
      await goOn(page)
      await page.locator('[data-name=home_zip] input').fill('1')
      await finish(page)
      await page.locator('[data-name=home_zip] [role=alert]').waitFor()
      await look('zip')
      await page.locator('[data-name=home_zip] input').fill('00001')
      await finish(page)
      await said(page, thanks)
      await look('done')

      expect(await served.interviewOf(page)).toMatchObject({
        status: 'complete',
        language,
        area_id: '1',
        area_source: 'zip',
        answers: {
          trust: 4,
          respect: 5,
          fairness: 1,
          contact: true,
          contact_experience: 2,
          comment: 'More foot patrols 🙂',
          race_ethnicity: ['white', 'black'],
          home_zip: '00001',
        },
      })
      const { fold } = await served.interviewOf(page)
      expect(fold.given['safety_day']).toEqual({ kind: 'skipped', mode: 'web' })
      expect(await served.at.db.selectFrom('set_aside_events').selectAll().execute()).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  test('keeps answers while the connection is away, and says so', async () => {
    const { page } = await browser.open(phone)
    await agree(page)
    await said(page, 'Your answers are saved.')
    await page.context().setOffline(true)
    await choose(page, 'trust', 0)
    await page.locator('#status[data-state=offline]').waitFor()
    await photograph(page, 'web-offline')
    await goOn(page)
    await page.context().setOffline(false)
    await page.locator('#status[data-state=saved]').waitFor()
    expect((await served.interviewOf(page)).answers).toMatchObject({ trust: 1 })
  })

  test('sends after a reload what could not be sent before it', async () => {
    const { page } = await browser.open(phone)
    await agree(page)
    await said(page, 'Your answers are saved.')
    await page.route('**/events', (route) => route.abort())
    await choose(page, 'trust', 1)
    await page.locator('#status[data-state=retrying]').waitFor()
    await page.unroute('**/events')
    await page.reload()
    await page.locator('[data-name=trust] :checked').waitFor()
    expect((await served.interviewOf(page)).answers).toMatchObject({ trust: 2 })
  })

  test('shows at its question what the server did not take', async () => {
    const { page } = await browser.open(phone)
    await agree(page)
    await page.route('**/events', async (route) => {
      const { events }: { events: { id: string }[] } = route.request().postDataJSON()
      const verdicts = events.map(({ id }) => ({ id, verdict: 'rejected', reason: 'not-a-choice' }))
      await route.fulfill({ json: { events: verdicts, status: 'in-progress', next: 'trust' } })
    })
    await choose(page, 'trust', 0)
    await page.locator('[data-name=trust] [role=alert]', { hasText: 'not one of the answers' }).waitFor()
    await said(page, 'One answer could not be saved. Please look at it again.')
    await photograph(page, 'web-not-taken')
  })

  test('comes to stand without a jump, at first and when one comes back', async () => {
    const { page } = await browser.open(phone)
    await page.addInitScript(`
      window.moved = 0
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.moved += value })
        .observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(served.home)
    await page.locator('[data-name=adult]').waitFor()
    expect(await page.evaluate('window.moved')).toBeLessThan(0.02)
    await agree(page)
    await said(page, 'Your answers are saved.')
    await page.goto(served.home)
    await page.locator('[data-name=trust]').waitFor()
    expect(await page.evaluate('window.moved')).toBeLessThan(0.02)
  })

  test('works with the keyboard alone', async () => {
    const { page } = await browser.open({ viewport: { width: 1280, height: 800 } })
    await page.goto(served.home)
    await page.locator('[data-name=adult] input').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('[data-name=consent]').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('progress-text')
    await expectAccessible(page)
    await photograph(page, 'web-desk')
  })

  test('mirrors for languages that run from right to left, at 320 pixels', async () => {
    const { page } = await browser.open({ viewport: { width: 320, height: 640 } })
    await agree(page)
    await page.evaluate(`document.documentElement.setAttribute('dir', 'rtl')`)
    const box = await page.locator('[data-name=trust] input').first().boundingBox()
    expect(box?.x).toBeGreaterThan(160)
    await expectToFit(page)
    await photograph(page, 'web-rtl')
  })

  test('finds the area by device and on a map, and sends the area alone', async () => {
    const { page, complaints } = await browser.open({
      ...phone,
      geolocation: { longitude: 3.5, latitude: 0.5 },
      permissions: ['geolocation'],
    })
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await agree(page)
    await toWhere(page)
    await page.locator('[data-name=home_zip] input').fill('00002')
    await page.getByRole('button', { name: 'Use my location' }).click()
    await said(page, 'Chosen: Precinct 4')
    await said(page, 'Your answers are saved.')
    expect(await served.interviewOf(page)).toMatchObject({ area_id: '4', area_source: 'device' })

    await page.getByRole('button', { name: 'Choose on a map' }).click()
    await page.getByRole('button', { name: 'Precinct 2' }).press('Enter')
    await said(page, 'Chosen: Precinct 2')
    await expectAccessible(page)
    await photograph(page, 'web-map')
    await finish(page)
    await said(page, 'You are done')
    expect(await served.interviewOf(page)).toMatchObject({ area_id: '2', area_source: 'map', status: 'complete' })
    expect(sent.join('')).not.toMatch(/longitude|3\.5/)
    expect(complaints).toEqual([])
  })

  test('is cleared from a shared device with one link', async () => {
    const { page } = await browser.open(phone)
    await agree(page)
    await page.getByRole('button', { name: 'This is a shared device' }).click()
    await said(page, 'Your answers are cleared from this browser')
    await expectAccessible(page)
    expect(await page.context().cookies()).toEqual([])
    await page.getByRole('link', { name: 'Begin the survey' }).click()
    await page.locator('[data-name=adult]').waitFor()
    expect(await page.locator(':checked').count()).toBe(0)
  })
})
