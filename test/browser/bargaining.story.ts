/** Wages at 杭州明晰光电有限公司, 1,260 people: from the union's offer to the contract on the board, each side in a browser of its own. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { act, atTable, cell, confirm, figure, fillClause, fillDelegate, fillVotes, openAct, propose, rows } from './parts/bargaining.ts'
import { wageFile } from './parts/wage-file.ts'
import { declare, endSession, openBallot, openSession, seal } from './parts/congress.ts'
import { hundredDelegates } from './parts/delegates.ts'
import { fillDay, takeStep } from './parts/desk-step.ts'
import { readDocx, readPdf } from './parts/files.ts'
import { type House, openHouse } from './parts/house.ts'
import { asked, employers, firm, offeredByFirm, secondThought, settled, workers } from './parts/mingxi.ts'
import { desk, phone, signIn, someone, type Someone } from './parts/people.ts'
import { photo } from './parts/photo.ts'
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
test.describe.configure({ mode: 'serial' })

let house: House
let chair: Someone
let manager: Someone
let comes: (name: string, day: string, options?: typeof desk | typeof phone) => Promise<Someone>
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
  comes = async (name, day, options = desk) => {
    const one = await someone(browser, house.url, day, options)
    people.push(one)
    await one.page.goto('/sign-in')
    await signIn(one.page, name)
    return one
  }
  chair = await comes('chair', offered)
  manager = await comes('firm', offered)
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
  await page.getByRole('link', { name: '发出要约' }).click()
  const form = page.getByRole('main')
  await expect(form.getByLabel('由哪里承办')).toHaveValue(`${firm}工会委员会`)
  await expect(form.getByRole('combobox', { name: '企业' })).toHaveValue(firm)
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
  await expect(head).toContainText('完成工资协商 2027-01-22')
  await picture(page, 'story-bargaining-served')
})

test('the firm answers in writing on the third day; the union sees it without asking', async () => {
  await move(answered)
  const { page } = manager
  for (const one of [chair.page, page]) await atTable(one, id)
  await expect(page.locator('.bh')).toContainText('12月7日')
  await act(page, '书面答复，商定时间', (form) => form.getByLabel('同意，按建议的时间').check())
  await expect(chair.page.locator('.bh')).toContainText('准备协商')
})

test('four delegates are too few for a firm of designated size; five may sit, on either side', async () => {
  const { page } = chair
  const form = await openAct(page, '产生职工方协商代表')
  await form.getByRole('button', { name: '去掉第 5 项' }).click()
  await rows(form, '协商代表', workers.slice(0, 4), fillDelegate)
  await form.getByLabel('职工代表大会').check()
  await fillDay(form, '公示日期', answered)
  await form.getByLabel('公示地点').fill('各车间公告栏')
  await form.getByRole('button', { name: '确认：产生职工方协商代表' }).click()
  await expect(form.getByText('职工方 4 名，至少 5 名，还差 1 名')).toBeVisible()
  await expect(form.getByText('规模以上企业不少于五名')).toBeVisible()
  await picture(page, 'story-bargaining-four')
  await rows(form, '协商代表', workers, fillDelegate)
  await confirm(form, '产生职工方协商代表')
  await act(manager.page, '选派企业方协商代表', async (sheet) => {
    await rows(sheet, '协商代表', employers, fillDelegate)
    await sheet.getByLabel('企业方', { exact: true }).check()
    await fillDay(sheet, '公示日期', answered)
    await sheet.getByLabel('书面委托').fill('法定代表人授权委托书 2026-11-25')
  })
  await expect(page.locator('.bh')).toContainText('协商代表 职工方 5 人、企业方 5 人')
})

test('the union asks for the wages, the firm sends its table from Excel; a table with names is not read', async () => {
  await act(chair.page, '要求对方提供资料', (form) =>
    rows(form, '要哪些资料', ['上年度工资总额', '分工种、分等级的工资表'], (row, what) => row.getByRole('textbox').fill(what)),
  )
  const { page } = manager
  await expect(page.getByText('已要求提供：上年度工资总额、分工种、分等级的工资表。')).toBeVisible()
  await page.getByLabel('从 Excel、WPS 表里读工资表').setInputFiles(await wageFile('姓名'))
  await expect(page.locator('.wage-file')).toContainText('姓名')
  await picture(page, 'story-bargaining-wage-fault')
  await page.getByLabel('从 Excel、WPS 表里读工资表').setInputFiles(await wageFile('工种'))
  const form = page.getByRole('dialog')
  await expect(form.getByLabel('职工人数')).toHaveValue('1260')
  await picture(page, 'story-bargaining-materials')
  await confirm(form, '提供资料')
  await act(chair.page, '定协商会议', (sheet) => sheet.getByLabel('职工方', { exact: true }).check())
  await expect(chair.page.locator('.bh')).toContainText('协商中')
  await picture(chair.page, 'story-bargaining-ready')
})

test('at the table a figure as low as the minimum wage is held back, with the reason under it', async () => {
  await move(met)
  for (const { page } of [chair, manager]) await atTable(page, id)
  const { page } = manager
  await figure(page, '企业最低工资').fill('2660')
  await expect(page.locator('tr.why')).toContainText('2,660')
  await expect(page.getByText('有 1 处要改，改好才能提出')).toBeVisible()
  await picture(page, 'story-bargaining-below')
  await page.getByRole('button', { name: /^提出第一轮/ }).click()
  await expect(figure(page, '企业最低工资')).toBeFocused()
})

test('each side puts its figures down in its own browser and sees those of the other', async () => {
  await propose(manager.page, '第一轮', offeredByFirm)
  await expect(cell(chair.page, '企业最低工资', '2,900')).toBeVisible()
  await propose(chair.page, '第一轮', secondThought)
  await expect(cell(manager.page, '企业最低工资', '3,100')).toBeVisible()
  await propose(manager.page, '第二轮', settled)
  await picture(chair.page, 'story-bargaining-table')
})

test('the union agrees to all of it: every row is agreed', async () => {
  const { page } = chair
  const accept = page.getByRole('button', { name: /同意 [\d,.]+/ })
  await expect(cell(page, '企业最低工资', '3,000')).toBeVisible()
  await expect(accept).toHaveCount(asked.length)
  for (let left = asked.length; left > 0; left--) {
    await accept.first().click()
    await expect(accept).toHaveCount(left - 1)
  }
  await page.getByRole('button', { name: /^提出第二轮/ }).click()
  await expect(page.locator('.deal thead')).toContainText('8 条中 8 条')
  await expect(manager.page.locator('.deal thead')).toContainText('8 条中 8 条')
  await picture(page, 'story-bargaining-agreed')
})

test('minutes, and a draft of what was agreed and of nothing else', async () => {
  await act(chair.page, '记录协商会议', async (form) => {
    await form.getByLabel('记录员', { exact: true }).fill('沈佳宁')
    await form.getByLabel('协商经过').fill('双方核对工资表和利润，谈了两轮，八条全部一致。')
    await form.getByLabel('职工方首席代表已签字').check()
    await form.getByLabel('企业方首席代表已签字').check()
  })
  await act(manager.page, '形成合同草案', async (form) => {
    await expect(form.getByLabel('合同名称')).toHaveValue(`${firm}2026年工资专项集体合同`)
    await expect(form.getByLabel('数值', { exact: true })).toHaveCount(asked.length)
    await fillDay(form, '合同期限自', '2027-01-01')
    await fillDay(form, '合同期限至', '2027-12-31')
    await form.getByLabel('数值', { exact: true }).first().fill('3001')
    await form.getByRole('button', { name: '确认：形成合同草案' }).click()
    await expect(form.getByText('还有 1 条没有达成一致')).toBeVisible()
    await form.getByLabel('数值', { exact: true }).first().fill('3000')
    await picture(manager.page, 'story-bargaining-draft')
  })
  await expect(chair.page.locator('.bh')).toContainText('已形成草案')
})

test('the register of delegates: a hundred are pasted from Excel, as many as the ordinance asks of 1,260 people', async () => {
  const { page } = chair
  await page.goto('/desk/congress/delegates')
  await expect(page.getByText('不少于 100 名', { exact: true })).toBeVisible()
  await picture(page, 'story-congress-register-before')
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('把表格复制过来').fill(hundredDelegates())
  await sheet.getByRole('button', { name: '先看一遍' }).click()
  await expect(sheet.getByRole('button', { name: '登记 100 名' })).toBeVisible()
  await picture(page, 'story-congress-paste')
  await sheet.getByRole('button', { name: '登记 100 名' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.locator('.composition dd').first()).toContainText('100')
  await picture(page, 'story-congress-register')
})

test('the congress is called for the draft', async () => {
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  await act(page, '召开职工代表大会', async (form) => {
    await form.getByLabel('届', { exact: true }).fill('4')
    await form.getByLabel('次', { exact: true }).fill('3')
    await fillDay(form, '会议日期', firstVote)
    await form.getByLabel('地点').fill('职工之家')
    await form.getByLabel('职工代表大会', { exact: true }).check()
  })
  await expect(page.locator('.bh')).toContainText('待职代会表决')
  await picture(page, 'story-bargaining-congress')
  await page.getByRole('link', { name: /到这次职代会/ }).click()
  await expect(page.locator('.congress')).toContainText('四届三次')
  await picture(page, 'story-congress-called')
})

test('the first vote: ninety are there, forty-nine say yes, and that is not more than half of a hundred', async () => {
  await move(firstVote)
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  await page.getByRole('link', { name: /到这次职代会/ }).click()
  await openSession(page, 10)
  await openBallot(page, '纸票')
  await seal(page)
  await declare(page, { yes: 49, no: 31, abstain: 10 }, '宣布未通过')
  await expect(page.locator('.congress')).toContainText('100 的过半是 51，差 2 票。')
  await picture(page, 'story-congress-failed')
  await endSession(page, '表决工资专项集体合同草案，赞成没有过全体代表的半数。')
  await page.goto(`/desk/bargaining/${id}`)
  await act(page, '职代会没有通过', (form) => fillVotes(form, [100, 90, 49, 31, 10]))
  await expect(page.locator('.bh')).toContainText('未通过')
  await expect(page.locator('.beside')).toContainText('100 的过半是 51，差 2 票。')
  await picture(page, 'story-bargaining-failed')
})

test('agreed anew the same day: the fifth working day for the second vote stands at the head', async () => {
  await atTable(manager.page, id)
  await figure(chair.page, '年度增长幅度').fill('6')
  await figure(chair.page, '高级工 技能津贴').fill('500')
  await chair.page.getByRole('button', { name: /^提出第三轮（2 条）/ }).click()
  for (const says of ['年度增长幅度 同意 6%', '高级工 技能津贴 同意 500']) {
    const accept = manager.page.getByRole('button', { name: says })
    await accept.click()
    await expect(accept).toHaveCount(0)
  }
  await manager.page.getByRole('button', { name: /^提出第三轮（2 条）/ }).click()
  await act(manager.page, '重新协商一致，修改草案')
  await expect(chair.page.locator('.bh')).toContainText('12月23日')
  await picture(chair.page, 'story-bargaining-redraft')
  await act(chair.page, '召开职工代表大会', async (form) => {
    await form.getByLabel('届', { exact: true }).fill('4')
    await form.getByLabel('次', { exact: true }).fill('4')
    await fillDay(form, '会议日期', secondVote)
    await form.getByLabel('地点').fill('职工之家')
    await form.getByLabel('职工代表大会', { exact: true }).check()
  })
})

test('the second vote passes: fifty-seven on paper and one from the phone of 罗建平, of a hundred', async () => {
  await move(secondVote)
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  await page
    .getByRole('link', { name: /到这次职代会/ })
    .last()
    .click()
  await openSession(page, 8)
  await openBallot(page, '手机加纸票')
  const delegate = await comes('delegate', secondVote, phone)
  await delegate.page.goto('/me/ballots')
  await picture(delegate.page, 'story-ballot-phone')
  await delegate.page.getByRole('button', { name: '赞成' }).click()
  await delegate.page.getByRole('button', { name: '投出：赞成' }).click()
  await expect(delegate.page.getByText('您已投票')).toBeVisible()
  await picture(delegate.page, 'story-ballot-receipt-phone')
  await expect(page.locator('.turnout')).toContainText('已投 1 人')
  await expect(page.locator('.congress')).not.toContainText('赞成 1')
  await picture(page, 'story-congress-voting')
  await seal(page)
  await expect(page.locator('.congress')).toContainText('手机票：赞成 1，反对 0，弃权 0')
  await declare(page, { yes: 57, no: 26, abstain: 8 }, '宣布通过')
  await picture(page, 'story-congress-passed')
  await endSession(page, '表决修改后的工资专项集体合同草案，赞成过全体代表的半数。')
  await delegate.page.reload()
  await expect(delegate.page.getByText('通过', { exact: true })).toBeVisible()
  await picture(delegate.page, 'story-ballot-counted-phone', true)
  await page.goto(`/desk/bargaining/${id}`)
  await act(page, '职代会通过', (form) => fillVotes(form, [100, 92, 58, 26, 8]))
  await expect(page.locator('.bh')).toContainText('已通过，待签字报送')
  await picture(page, 'story-bargaining-carried')
})

test('both chiefs sign; filed with an explanation and five copies, four are refused', async () => {
  await act(chair.page, '职工方首席代表签字', (form) => expect(form.getByLabel(/^签名人/)).toHaveValue('吕文清'))
  const { page } = manager
  await page.goto(`/desk/bargaining/${id}`)
  await act(page, '企业方首席代表签字')
  const form = await openAct(page, '报送人社部门')
  await form.getByLabel('份数').fill('4')
  await form.getByLabel('附有说明').check()
  await form.getByRole('button', { name: '确认：报送人社部门' }).click()
  await expect(form.getByText('还差 1 份')).toBeVisible()
  await form.getByLabel('份数').fill('5')
  await confirm(form, '报送人社部门')
  await expect(chair.page.locator('.bh')).toContainText('已报送')
})

test('the bureau receives it; fifteen days of silence are not over on the fifteenth', async () => {
  await move(received)
  const bureau = await comes('bureau', received)
  await bureau.page.goto(`/desk/cases/${id}`)
  await takeStep(bureau.page, '人社部门收到', (form) => fillDay(form, '人社部门收到的日期', received))
  await picture(bureau.page, 'story-bargaining-bureau')
  await move(lastDay)
  await chair.page.goto(`/desk/bargaining/${id}`)
  await expect(chair.page.locator('.bh')).toContainText('已报送')
  await expect(chair.page.locator('.bh')).toContainText('1月6日')
  await picture(chair.page, 'story-bargaining-silence')
})

test('on the sixteenth day it is in force by itself', async () => {
  await move(inForce)
  const { page } = chair
  await page.goto(`/desk/bargaining/${id}`)
  await expect(page.locator('.bh')).toContainText('生效')
  await expect(page.locator('.bh')).not.toContainText('已报送')
  await picture(page, 'story-bargaining-in-force')
})

test('published to the workers with a photograph, copied upward', async () => {
  const { page } = chair
  await act(page, '向全体职工公布', async (form) => {
    await fillDay(form, '公布日期', inForce)
    await form.getByLabel('公布方式').fill('各车间公告栏、企业内网')
    await form.getByLabel(/^照片/).fill('公布栏.png')
  })
  await act(page, '报上一级工会备案', (form) => form.getByLabel('报送哪级工会').fill('下沙街道总工会'))
  await picture(page, 'story-bargaining-published')
})

test('the contract can be read as PDF and as Word, with every agreed figure', async () => {
  const { page } = chair
  await page.goto(`/desk/cases/${id}`)
  await expect(page.locator('.docs li').first()).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(photo('公布栏.png'))
  await expect(page.getByRole('link', { name: '公布栏.png' })).toBeVisible()
  await picture(page, 'story-bargaining-case')
  const paper = page.locator('.docs li').filter({ hasText: '工资专项集体合同' }).last()
  const { words } = await readPdf(await fetched(page, paper.getByRole('link').first()))
  const said = [firm, '3,000', '6%', '220', '500', '850', '16', '6,000', '2,200', '2027年1月1日', '2027年12月31日', '吕文清', '谭志勇']
  for (const one of said) expect(words).toContain(one)
  const docx = readDocx(await fetched(page, paper.getByRole('link', { name: /Word/ })))
  for (const one of [firm, '3,000', '6%', '2,200']) expect(docx).toContain(one)
})

test('it stands among the contracts, and the firm is covered', async () => {
  const { page } = chair
  await page.goto('/desk/contracts')
  await expect(page.getByRole('main')).toContainText(firm)
  await picture(page, 'story-contracts')
  await page.goto('/desk/coverage')
  await expect(page.getByRole('main')).toContainText('1,260')
  await picture(page, 'story-coverage')
})

test('no browser had anything to complain about', () => {
  // While the house is moved to another day it is away; what a page then says about its connection is no fault.
  const away =
    /status of 503|response code \(503\)|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|error occurred when fetching the script/
  const said = people.flatMap(({ complaints }) => complaints).filter((one) => !away.test(one))
  // Four delegates, a figure nobody agreed to, four copies: what the law refuses is an answer, which a browser writes down as an error.
  const refused = said.filter((one) => /status of 409 .*\/steps$/.test(one))
  expect(refused).toHaveLength(3)
  expect(said.filter((one) => !refused.includes(one))).toEqual([])
})

/** What a link of the page leads to, with the rights of whoever looks at it. */
async function fetched(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href'))!)
  expect(answer.status()).toBe(200)
  return await answer.body()
}
