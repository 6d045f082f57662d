/** Wages at 杭州明晰光电有限公司, 1,260 people: from the union's offer to the contract on the board, each side in a browser of its own. */
import { expect, test } from '@playwright/test'
import { act, fillClause, fillDelegate, openAct, rows, type TypedClause, type TypedDelegate } from './parts/bargaining.ts'
import { fillDay } from './parts/desk-step.ts'
import { type House, openHouse } from './parts/house.ts'
import { desk, signIn, someone, type Someone } from './parts/people.ts'
import { picture } from './parts/pictures.ts'

const [offered, answered, met, firstVote, secondVote, received, lastDay, inForce] = [
  '2026-11-23',
  '2026-11-26',
  '2026-12-09',
  '2026-12-16',
  '2026-12-21',
  '2026-12-22',
  '2027-01-06',
  '2027-01-07',
]
const firm = '杭州明晰光电有限公司'
const asked: readonly TypedClause[] = [
  { meaning: '企业最低工资', figure: '3200' },
  { meaning: '年度增长幅度', figure: '8' },
  { meaning: '技能津贴', figure: '300', grade: '中级工' },
  { meaning: '技能津贴', figure: '600', grade: '高级工' },
  { meaning: '技能津贴', figure: '1000', grade: '技师' },
  { meaning: '工作餐补贴', figure: '20' },
  { meaning: '技能竞赛获奖奖励', figure: '10000', level: '市级一等奖' },
  { meaning: '技能等级晋升奖励', figure: '3000', grade: '高级工' },
]
const workers: readonly TypedDelegate[] = [
  { name: '吕文清', job: '工会主席', chief: true },
  { name: '罗建平', job: '贴片线线长' },
  { name: '施巧玲', job: '测试工' },
  { name: '高志远', job: '设备工程师' },
  { name: '许春燕', job: '品质检验员' },
]
const employers: readonly TypedDelegate[] = [
  { name: '谭志勇', job: '人力资源总监', chief: true },
  { name: '袁立新', job: '财务总监' },
  { name: '金雅文', job: '薪酬经理' },
  { name: '韩东升', job: '制造总监' },
  { name: '裴蓉', job: '法务经理' },
]

test.describe.configure({ mode: 'serial' })

let house: House
let chair: Someone
let manager: Someone
/** The bargaining, from the moment it has been offered. */
let id: string
const people: Someone[] = []

async function move(day: string): Promise<void> {
  await house.moveTo(day)
  for (const { context } of people) await context.clock.setSystemTime(`${day}T09:00:00+08:00`)
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  house = await openHouse(offered)
  const comes = async (name: string) => {
    const one = await someone(browser, house.url, offered, desk)
    people.push(one)
    await one.page.goto('/sign-in')
    await signIn(one.page, name)
    return one
  }
  chair = await comes('chair')
  manager = await comes('firm')
})
test.afterAll(async () => {
  for (const { context } of people) await context.close()
  await house?.close()
})

test('the union offers eight clauses, with what it asks of each', async () => {
  const { page } = chair
  await page.goto('/desk/bargaining')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(page, 'story-bargaining-list')
  await page.locator('.cases-acts').getByRole('link').click()
  const form = page.getByRole('main')
  await expect(form.getByLabel('由哪里承办')).toHaveValue(`${firm}工会委员会`)
  await form.getByRole('combobox', { name: '企业' }).fill('明晰')
  await page.getByRole('option', { name: new RegExp(firm) }).click()
  await rows(form, '协商内容', ['2027 年工资增长', '能级工资'], (row, topic) => row.getByRole('textbox').fill(topic))
  await rows(form, '提出的条款', asked, fillClause)
  await fillDay(form, '建议协商日期', met)
  await form.getByLabel('时间', { exact: true }).fill('14:00')
  await form.getByLabel('地点').fill('二楼会议室')
  await rows(form, '本方代表', workers, (row, { name }) => row.getByRole('textbox').fill(name))
  await picture(page, 'story-bargaining-offer', true)
  await form.getByRole('button', { name: '确认：发出集体协商要约' }).click()
  await page.waitForURL(/\/desk\/(bargaining|cases)\/[0-9a-f-]+/)
  id = new URL(page.url()).pathname.split('/').at(-1)!
})

test('served with a signature: the day of the answer and the sixtieth day stand at the head, with their articles', async () => {
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(firm)
  await act(page, '送达要约书', async (form) => {
    await fillDay(form, '对方收到的日期', offered)
    await form.getByLabel('当面送达').check()
    await form.getByLabel('签收人').fill('袁立新')
    await form.getByLabel('送达证明').fill('送达回证 2026-11-23')
  })
  const head = page.locator('.bh')
  await expect(head).toContainText('12月7日')
  await expect(head).toContainText('10 个工作日')
  await expect(head).toContainText('杭州市企业工资集体协商条例 第24条')
  await expect(head).toContainText('1月22日')
  await picture(page, 'story-bargaining-served')
})

test('a figure that is no more than the minimum wage cannot even be offered', async () => {
  const { page } = manager
  await page.goto(`/desk/bargaining/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(firm)
  await picture(page, 'story-bargaining-manager')
})

test('the firm answers in writing on the third day', async () => {
  await move(answered)
  const { page } = manager
  await page.goto(`/desk/bargaining/${id}`)
  await act(page, '书面答复，商定时间', async (form) => {
    await form.getByLabel('同意，按建议的时间').check()
  })
  await expect(chair.page.locator('.bh')).toContainText('准备协商')
})

test('four delegates are too few for a firm of designated size; five may sit', async () => {
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  const form = await openAct(page, '产生职工方协商代表')
  await rows(form, '协商代表', workers.slice(0, 4), fillDelegate)
  await picture(page, 'story-bargaining-delegates')
})
