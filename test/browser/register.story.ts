/** The register at a desk: somebody is found, walked to by keyboard, seen whole for a reason, moved; a firm is asked about a day gone by. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSideways, expectReadableByNight, openIn } from './parts/looks.ts'
import { complaintsOf } from './parts/people.ts'
import { picture } from './parts/pictures.ts'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

async function arrive(page: Page, who: string): Promise<void> {
  await page.clock.setSystemTime('2026-11-23T09:00:00+08:00')
  await page.goto('/manifest.webmanifest')
  await page.request.post('/api/auth/sign-in/username', { data: { username: who, password: 'hexie-demo' } })
  await page.evaluate(() => localStorage.setItem('hexie.language', 'zh'))
}

const firstOf = async (page: Page, path: string): Promise<string> => (await (await page.request.get(path)).json()).items[0].id

interface Screen {
  readonly name: string
  readonly path: (page: Page) => Promise<string>
  readonly there: (page: Page) => Locator
}
const rows = (page: Page) => page.locator('.bt-row')
const heading = (page: Page) => page.locator('main h1')
const screens: readonly Screen[] = [
  { name: 'people', path: async () => '/desk/people', there: rows },
  { name: 'person', path: async (page) => `/desk/people/${await firstOf(page, '/api/persons?q=cgq&limit=1')}`, there: heading },
  { name: 'organisations', path: async () => '/desk/organisations?on=2022-12-01', there: rows },
  {
    name: 'organisation',
    path: async (page) => `/desk/organisations/${await firstOf(page, '/api/organisations?kind=firm&designated=yes&limit=1')}`,
    there: (page) => page.locator('.past li'),
  },
]

for (const { name, path, there } of screens) {
  test(`${name}: readable by everyone, on both screens, in both languages, by day and by night`, async ({ page }) => {
    await arrive(page, 'district')
    const complaints = complaintsOf(page)
    const address = await path(page)
    for (const language of ['zh', 'en'] as const) {
      await openIn(page, language, address, there)
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        const what = `${name}-${size}-${language}`
        await expectNoSideways(page, what)
        await expectAccessible(page, what)
        await picture(page, what)
        if (language === 'zh') await expectReadableByNight(page, what)
      }
      await page.setViewportSize(sizes.desk)
    }
    expect(complaints).toEqual([])
  })
}

test('people by keyboard alone: down the rows, several chosen, Enter opens one', async ({ page }) => {
  await arrive(page, 'district')
  await page.goto('/desk/people')
  await expect(rows(page).first()).toBeVisible()
  const grid = page.getByRole('grid', { name: '人员名单' })
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100)
  await rows(page).first().focus()
  for (let at = 0; at < 40; at++) await page.keyboard.press('ArrowDown')
  await expect(page.locator('.bt-row:focus')).toHaveAttribute('aria-rowindex', '42')
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('已选 3 人')).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(60)
  const name = await page.locator('.bt-row:focus .whose').textContent()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(name!)
})

test('a whole number is seen for a reason, and hides itself', async ({ page }) => {
  await arrive(page, 'district')
  await page.goto(`/desk/people/${await firstOf(page, '/api/persons?q=cgq&limit=1')}`)
  await expect(page.locator('.person-head')).toContainText(/1\d\d\*{4}\d{4}/)
  await page.getByRole('button', { name: '查看全号：手机号' }).click()
  const ask = page.getByRole('dialog', { name: /查看 .* 的手机号/ })
  await expect(ask).toContainText('都会记下来')
  await expect(ask.getByRole('button', { name: '查看', exact: true })).toBeDisabled()
  await ask.getByLabel('具体是什么事').fill('电话约定调解的时间')
  await ask.getByRole('button', { name: '查看', exact: true }).click()
  await expect(page.locator('.person-head')).toContainText(/1\d{10}/)
  await page.getByRole('button', { name: '收起' }).click()
  await expect(page.locator('.person-head')).not.toContainText(/1\d{10}/)
})

test('somebody is moved in one step, having read what will come of it', async ({ page }) => {
  await arrive(page, 'district')
  const person = await firstOf(page, '/api/persons?standing=active&limit=1')
  await page.goto(`/desk/people/${person}`)
  await page.getByRole('button', { name: '调动', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: '调到哪里' }).fill('瑞鼎金属')
  await page.locator('.pop-item', { hasText: '杭州瑞鼎金属制品有限公司' }).first().click()
  await expect(form.locator('.willbe')).toContainText('11-23 起，任职在 杭州瑞鼎金属制品有限公司')
  await form.getByRole('button', { name: '办理调动' }).click()
  await expect(form).toBeHidden()
  await expect(page.locator('.person-head .kv')).toContainText('杭州瑞鼎金属制品有限公司')
  await expect(page.locator('.life li')).not.toHaveCount(1)
})

test('the firms of a day gone by, and a fact recorded from a day with its paper', async ({ page }) => {
  await arrive(page, 'district')
  await page.goto('/desk/organisations?kind=firm')
  await expect(page.locator('.asof')).toContainText('今天：')
  await page.goto('/desk/organisations?kind=firm&on=2022-12-01')
  await expect(page.locator('.asof')).toContainText(/2022-12-01：\d+ 家规上/)
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect(page).not.toHaveURL(/on=/)
  await rows(page).first().click()
  await page.getByRole('button', { name: '登记一件事实' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('事项').selectOption('employees')
  await form.getByLabel('内容').fill('318')
  await form.getByLabel('凭哪份材料').fill('2026 年 11 月花名册')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(page.locator('.past li').first()).toContainText('318 人')
})
