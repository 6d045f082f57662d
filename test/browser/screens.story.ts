/** Every signature screen, at a desk and on a phone, in Chinese and English, light and dark: to be read by everyone, and kept as a picture. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSideways, expectReadableByNight, openIn } from './parts/looks.ts'
import { complaintsOf } from './parts/people.ts'
import { picture } from './parts/pictures.ts'

interface Screen {
  readonly name: string
  readonly who?: string
  readonly path: string
  /** What is there when it has been loaded. */
  readonly there: (page: Page) => Locator
  /** The worker’s and the public pages must also hold on a narrow phone and at twice the size of the words. */
  readonly narrow: boolean
}

const heading = (page: Page) => page.getByRole('main').getByRole('heading')
/** Of a table that may run on for thousands: the first row below its head. */
const rows = (page: Page) => page.getByRole('main').getByRole('row').nth(1)
const screens: readonly Screen[] = [
  { name: 'today', who: 'street', path: '/desk', there: (page) => page.locator('.clk'), narrow: false },
  { name: 'case', who: 'street', path: '/desk/cases/:case', there: (page) => page.locator('.casehead h1'), narrow: false },
  { name: 'mediation', who: 'mediator', path: '/desk/mediation', there: (page) => page.locator('.hand h2'), narrow: false },
  { name: 'list', who: 'street', path: '/desk/cases', there: (page) => page.getByRole('link', { name: / 与 /u }), narrow: false },
  { name: 'clocks', who: 'street', path: '/desk/clocks', there: heading, narrow: false },
  {
    name: 'bargaining-list',
    who: 'district',
    path: '/desk/bargaining',
    there: (page) => page.locator('.caselist tbody tr'),
    narrow: false,
  },
  { name: 'bargaining', who: 'union', path: '/desk/bargaining/:talks', there: (page) => page.locator('.deal tbody tr'), narrow: false },
  { name: 'contracts', who: 'district', path: '/desk/contracts', there: rows, narrow: false },
  { name: 'coverage', who: 'district', path: '/desk/coverage', there: (page) => page.getByRole('main').getByRole('table'), narrow: false },
  { name: 'campaigns', who: 'district', path: '/desk/campaigns', there: heading, narrow: false },
  { name: 'campaign-new', who: 'district', path: '/desk/campaigns/new', there: rows, narrow: false },
  { name: 'delegates', who: 'union', path: '/desk/congress/delegates', there: rows, narrow: false },
  { name: 'evaluation', who: 'district', path: '/desk/evaluation', there: heading, narrow: false },
  { name: 'rubric', who: 'district', path: '/desk/evaluation/rubric', there: heading, narrow: false },
  { name: 'coaching', who: 'district', path: '/desk/coaching', there: heading, narrow: false },
  { name: 'figures', who: 'district', path: '/desk/figures', there: heading, narrow: false },
  { name: 'payroll-check', who: 'district', path: '/desk/payroll-check', there: rows, narrow: false },
  { name: 'ballots', who: 'delegate', path: '/me/ballots', there: heading, narrow: true },
  { name: 'skill', who: 'delegate', path: '/me/skill', there: heading, narrow: true },
  { name: 'help', path: '/me/help', there: (page) => page.getByRole('radio'), narrow: true },
  { name: 'worker-case', who: 'worker', path: '/me/cases/:case', there: (page) => page.locator('.log li'), narrow: true },
  { name: 'worker-home', who: 'worker', path: '/me', there: heading, narrow: true },
  { name: 'public-home', path: '/', there: heading, narrow: true },
  { name: 'clock', path: '/clock?rule=MED.ACCEPT&start=2026-09-28', there: heading, narrow: true },
  { name: 'sign-in', path: '/sign-in', there: heading, narrow: true },
  { name: 'verify', path: '/verify/:code', there: (page) => page.getByRole('heading', { level: 2 }), narrow: true },
]
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** Fills in a case that is there: of 陈国强 a mediation, with the code of one of its papers; of 马春燕 a bargaining. */
async function fillIn(page: Page, path: string): Promise<string> {
  if (!path.includes(':')) return path
  const talks = path.includes(':talks')
  const [who, which] = talks ? ['union', 'procedure=collective-bargaining&state=negotiating'] : ['worker', 'state=mediating']
  await page.request.post('/api/auth/sign-in/username', { data: { username: who, password: 'hexie-demo' } })
  const { items } = await (await page.request.get(`/api/cases?open=true&${which}&limit=1`)).json()
  const { papers } = await (await page.request.get(`/api/cases/${items[0].id}`)).json()
  await page.context().clearCookies()
  return path.replace(/:case|:talks/, items[0].id).replace(':code', papers[0]?.code)
}

for (const { name, who, path, there, narrow } of screens) {
  test(`${name}: readable by everyone, on both screens, in both languages, by day and by night`, async ({ page }) => {
    const complaints = complaintsOf(page)
    await page.clock.setSystemTime('2026-11-23T09:00:00+08:00')
    const address = await fillIn(page, path)
    await page.goto('/manifest.webmanifest')
    if (who) await page.request.post('/api/auth/sign-in/username', { data: { username: who, password: 'hexie-demo' } })
    for (const language of ['zh', 'en'] as const) {
      await page.setViewportSize(sizes.desk)
      await openIn(page, language, address, there)
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        const what = `${name}-${size}-${language}`
        await expectNoSideways(page, what)
        await expectAccessible(page, what)
        await picture(page, what)
        if (language === 'en') continue
        await expectReadableByNight(page, what)
        await picture(page, `${what}-dark`)
      }
      if (!narrow) continue
      await page.setViewportSize({ width: 360, height: 780 })
      await expectNoSideways(page, `${name}, 360 px, ${language}`)
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      await expectNoSideways(page, `${name}, words twice as large, ${language}`)
      await picture(page, `${name}-200-percent-${language}`)
    }
    expect(complaints).toEqual([])
  })
}
