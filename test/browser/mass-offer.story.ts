/** 集中要约: the district offers wage bargaining to the electronics firms in one act, and follows on one board who answers. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { act, rows } from './parts/bargaining.ts'
import { fillDay } from './parts/desk-step.ts'
import { type House, openHouse } from './parts/house.ts'
import { desk, signIn, someone, type Someone } from './parts/people.ts'
import { picture } from './parts/pictures.ts'
import { sheetWords } from './parts/sheet-words.ts'

const today = '2026-11-23'
const firm = '杭州明晰光电有限公司'
const name = '2027 年电子信息行业集中要约'

test.describe.configure({ mode: 'serial' })

let house: House
let district: Someone
let chair: Someone
let manager: Someone
/** Firms that the filter meant. */
let all = 0
let ready = 0
const people: Someone[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  house = await openHouse(today)
  const comes = async (who: string) => {
    const one = await someone(browser, house.url, today, desk)
    people.push(one)
    await one.page.goto('/sign-in')
    await signIn(one.page, who)
    return one
  }
  district = await comes('district')
  chair = await comes('chair')
  manager = await comes('firm')
})
test.afterAll(async () => {
  for (const { context } of people) await context.close()
  await house?.close()
})

const count = (title: string) => district.page.locator('.cg-tabs').getByRole('button', { name: title }).locator('b')

test('the firms are chosen by their trade', async () => {
  const { page } = district
  await page.goto('/desk/campaigns')
  await expect(page.getByText('还没有发过')).toBeVisible()
  await picture(page, 'story-campaigns-empty')
  await page.getByRole('link', { name: '新发一批' }).click()
  await page.getByLabel('行业', { exact: true }).selectOption({ label: '电子信息' })
  await expect(page.getByRole('button', { name: '用符合条件的全部 7 家' })).toBeVisible()
  all = 7
  await picture(page, 'story-campaign-choose')
  await page.getByRole('button', { name: '用符合条件的全部 7 家' }).click()
})

test('one content for all; each firm previewed, those with a bargaining under way left out with the reason', async () => {
  const { page } = district
  const form = page.locator('form')
  await form.getByLabel('这一批叫什么').fill(name)
  await form.getByLabel('工资专项集体合同', { exact: true }).check()
  await rows(form, '协商内容', ['2027 年工资增长', '能级工资'], (row, topic) => row.getByRole('textbox').fill(topic))
  await fillDay(form, '建议协商日期', '2026-12-14')
  await form.getByLabel('时间', { exact: true }).fill('09:30')
  await rows(form, '工会没有登记主席、委员的，由谁当代表', ['董伟'], (row, who) => row.getByRole('textbox').fill(who))
  await picture(page, 'story-campaign-common')
  await form.getByRole('button', { name: `看 ${all} 家的预览` }).click()
  await page.waitForURL(/\/desk\/campaigns\/[0-9a-f-]+/)
  ready = Number(await count('可以发出').textContent())
  expect(ready).toBeGreaterThan(0)
  expect(ready + Number(await count('未列入').textContent())).toBe(all)
  await picture(page, 'story-campaign-draft')
  await page.getByRole('row', { name: new RegExp(firm) }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('集体协商要约书')
  await expect(sheet).toContainText('2027 年工资增长')
  await picture(page, 'story-campaign-preview')
  await sheet.getByRole('button', { name: '关闭' }).click()
})

test('issued in one act: every firm has its case, its number and its clock', async () => {
  const { page } = district
  await page.getByRole('button', { name: `发出 ${ready} 份` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `发出 ${ready} 份` })
    .click()
  await expect(count('未送达')).toHaveText(String(ready), { timeout: 30_000 })
  await expect(page.getByRole('row', { name: new RegExp(firm) })).toContainText('〔2026〕')
  await expect(page.locator('.cg-tabs').getByRole('button', { name: '待发出' })).toHaveCount(0)
  await picture(page, 'story-campaign-board')
})

test('one is served and answered, and the board nobody reloaded counts it', async () => {
  await chair.page.goto('/desk/bargaining')
  await chair.page.getByRole('link', { name: new RegExp(firm) }).click()
  await act(chair.page, '送达要约书', async (form) => {
    await fillDay(form, '对方收到的日期', today)
    await form.getByLabel('当面送达').check()
    await form.getByLabel('签收人').fill('袁立新')
  })
  await expect(count('等待答复')).toHaveText('1')
  await expect(count('未送达')).toHaveText(String(ready - 1))
  await manager.page.goto(new URL(chair.page.url()).pathname)
  await act(manager.page, '书面答复，商定时间', (form) => form.getByLabel('同意，按建议的时间').check())
  await expect(count('已答复')).toHaveText('1')
  await expect(count('等待答复')).toHaveText('0')
  await picture(district.page, 'story-campaign-answered')
})

test('the results as a workbook', async () => {
  const { page } = district
  await page.getByRole('button', { name: '导出' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Excel / WPS 表格（.xlsx）' }).click()
  const lines = await sheetWords(await readFile(await (await download).path()))
  expect(lines[0]).toEqual(expect.arrayContaining(['企业', '工会', '走到哪里', '案号']))
  expect(lines).toHaveLength(all + 1)
  expect(lines.find(([of]) => of === firm)).toContain('已答复')
})

test('no browser had anything to complain about', () => {
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
