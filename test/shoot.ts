/** Takes the pictures of the README from a fresh demonstration on one fixed day, so that the same screens give the same pictures. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test'
import { type House, openHouse } from './browser/parts/house.ts'
import { desk, phone } from './browser/parts/people.ts'

const day = '2026-11-23'
const folder = join(import.meta.dirname, '../docs/pictures')

interface Shot {
  readonly name: string
  readonly who?: string
  readonly size: BrowserContextOptions
  /** Goes there and waits until it is there. */
  readonly go: (page: Page) => Promise<void>
}

/** A case of 陈国强 that is being mediated. */
async function caseOf(page: Page): Promise<string> {
  const { items } = await (await page.request.get('/api/cases?q=cgq&open=true&state=mediating&limit=1')).json()
  return items[0].id
}

const shots: readonly Shot[] = [
  {
    name: 'today',
    who: 'street',
    size: desk,
    async go(page) {
      await page.goto('/desk')
      await expect(page.locator('.clk').first()).toBeVisible()
    },
  },
  {
    name: 'case',
    who: 'mediator',
    size: desk,
    async go(page) {
      await page.goto(`/desk/cases/${await caseOf(page)}`)
      await expect(page.locator('.casehead h1')).toBeVisible()
    },
  },
  {
    name: 'mediation',
    who: 'mediator',
    size: desk,
    async go(page) {
      await page.goto('/desk/mediation')
      await expect(page.locator('.hand h2').first()).toBeVisible()
    },
  },
  {
    name: 'help-phone',
    size: phone,
    async go(page) {
      await page.goto('/me/help')
      await page.getByText('工资没给够').click()
      await page.getByLabel('单位名字').fill('启程')
      await page.getByRole('button', { name: '杭州启程货运有限公司' }).click()
      await expect(page.getByText('已认出这家单位')).toBeVisible()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'case-phone',
    who: 'worker',
    size: phone,
    async go(page) {
      await page.goto(`/me/cases/${await caseOf(page)}`)
      await expect(page.locator('.log li').first()).toBeVisible()
    },
  },
  {
    name: 'clock',
    size: desk,
    async go(page) {
      await page.goto('/clock?rule=MED.ACCEPT&start=2026-09-28')
      await expect(page.getByText(/10月8日|10-08/).first()).toBeVisible()
    },
  },
]

async function shoot(browser: Browser, house: House, { name, who, size, go }: Shot): Promise<void> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: house.url,
    colorScheme: 'light',
    ...size,
  })
  await context.clock.setFixedTime(`${day}T09:00:00+08:00`)
  const page = await context.newPage()
  if (who) await context.request.post('/api/auth/sign-in/username', { data: { username: who, password: 'hexie-demo' } })
  await go(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
  await context.close()
  console.log(`docs/pictures/${name}.png`)
}

await mkdir(folder, { recursive: true })
const executablePath = process.env.HEXIE_CHROMIUM
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
const house = await openHouse(day)
try {
  for (const shot of shots) await shoot(browser, house, shot)
} finally {
  await browser.close()
  await house.close()
}
