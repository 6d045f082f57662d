/** Unpaid wages at a firm in 白杨街道: from the worker's phone to a signed agreement and, when it is not kept, to the payment-order packet. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { fillDay, takeStep } from './parts/desk-step.ts'
import { readDocx, readPdf } from './parts/files.ts'
import { type House, openHouse } from './parts/house.ts'
import { desk, phone, signIn, someone, type Someone } from './parts/people.ts'
import { paySlip } from './parts/photo.ts'
import { picture } from './parts/pictures.ts'

const [received, heard, payable, late] = ['2026-11-23', '2026-11-26', '2026-12-07', '2026-12-08']
const firm = '杭州启程货运有限公司'
const wants = '把 9 月、10 月工资补给我，一共 14,800 元。'
const sealing = '调解员签名、盖章，协议生效'
const subject = `陈国强 与 ${firm}`

test.describe.configure({ mode: 'serial' })

let house: House
let worker: Someone
let clerk: Someone
let mediator: Someone
let employer: Someone
let comes: (options: typeof phone | typeof desk) => Promise<Someone>
/** The case, from the moment it has been sent. */
let id: string
const people: Someone[] = []

async function move(day: string): Promise<void> {
  await house.moveTo(day)
  for (const { context } of people) await context.clock.setSystemTime(`${day}T09:00:00+08:00`)
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  house = await openHouse(received)
  comes = async (options) => {
    const one = await someone(browser, house.url, received, options)
    people.push(one)
    return one
  }
  worker = await comes(phone)
  clerk = await comes(desk)
  mediator = await comes(desk)
  employer = await comes(phone)
})
test.afterAll(async () => {
  for (const { context } of people) await context.close()
  await house?.close()
})

test('the street union is at its desk, on Today', async () => {
  await clerk.page.goto('/sign-in')
  await signIn(clerk.page, 'street')
  await expect(clerk.page.getByRole('heading', { level: 1 })).toContainText('11月23日')
})

test('the worker answers three questions; a reload in the middle loses nothing', async () => {
  const { page } = worker
  await page.goto('/me/help')
  await page.getByText('工资没给够').click()
  await page.getByLabel('单位名字').fill('启程')
  await page.getByRole('button', { name: firm }).click()
  await page.getByText('已经离开').click()
  await page.getByLabel('哪天离开的 月').selectOption('11')
  await page.getByLabel('哪天离开的 日').selectOption('2')
  await page.getByLabel('从哪个月开始没发？').selectOption('2026-09')
  await page.getByLabel('您想要的结果').fill(wants)
  await expect(page.getByText('已存在手机里')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('您想要的结果')).toHaveValue(wants)
  await expect(page.getByLabel('单位名字')).toHaveValue(firm)
  await expect(page.getByLabel('从哪个月开始没发？')).toHaveValue('2026-09')
  await expect(page.getByLabel(/^一共多少钱/)).toHaveValue('14800')
  await page.getByLabel('拍照片').setInputFiles(paySlip)
  await expect(page.getByText('照片 1')).toBeVisible()
  await expect(page.getByText('由白杨街道劳动争议调解中心办')).toBeVisible()
  await expect(page.getByText('11月26日 周四')).toBeVisible()
  await picture(page, 'story-help-phone', true)
})

test('sent after signing in: a number at once, and the days that the law promises', async () => {
  const { page } = worker
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/sign-in/)
  await signIn(page, 'worker')
  await page.waitForURL(/\/me\/cases\/[0-9a-f-]+/)
  await expect(page.getByText(/编号 白杨调〔2026〕\d+号/)).toBeVisible()
  await expect(page.getByText('11月26日 周四 有答复')).toBeVisible()
  await expect(page.getByText('12月8日 周二还没谈成，您就可以去仲裁。')).toBeVisible()
  await expect(page.getByText('申请仲裁，最晚 2027年11月2日 周二。')).toBeVisible()
  await expect(page.getByText('工资条.jpg')).toBeVisible()
  await picture(page, 'story-case-phone')
  id = new URL(page.url()).pathname.split('/').at(-1)!
})

test('the desk, which nobody reloaded, sees it', async () => {
  const clock = clerk.page.getByRole('article').filter({ hasText: subject }).filter({ hasText: '决定是否受理' })
  await expect(clock.getByText('11-23 起 → 3 个工作日 → 11-26')).toBeVisible()
  await picture(clerk.page, 'story-today')
  await clock.getByRole('link', { name: subject, exact: true }).click()
  await expect(clerk.page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
})

test('nobody may accept before the firm agrees; the desk asks the firm', async () => {
  const { page } = clerk
  await expect(page.locator('.casehead')).toContainText('数满 3 个工作日，到 11月26日 周四')
  await expect(page.locator('.casehead')).toContainText('企业劳动争议协商调解规定 第22条')
  await takeStep(page, '告知对方并征求意见', (form) => form.getByLabel('网上').check())
  const reason = page.locator('.can li').filter({ has: page.getByRole('heading', { name: '受理', exact: true }) })
  await expect(reason).toContainText('须双方当事人都同意调解。还差用人单位同意。')
  await expect(reason).toContainText('应当在3个工作日内受理')
  await picture(page, 'story-case-refusal')
})

test('the employer consents; the desk sees it at once', async () => {
  const { page } = employer
  await page.goto('/sign-in')
  await signIn(page, 'employer')
  await page.goto(`/me/cases/${id}`)
  await page.getByRole('button', { name: '愿意', exact: true }).click()
  await expect(page.getByText('愿意坐下来').or(page.getByRole('button', { name: '愿意', exact: true }))).toBeHidden()
  await expect(clerk.page.locator('.past')).toContainText('企业同意调解')
})

test('accepted, with a mediator who has no tie to it', async () => {
  const { page } = clerk
  await takeStep(page, '受理')
  await takeStep(page, '指定调解员', async (form) => {
    await form.getByRole('combobox').fill('沈红梅')
    await page.getByRole('option', { name: /沈红梅/ }).click()
    await form.getByLabel('没有关系').check()
  })
  await expect(page.locator('.casehead')).toContainText('主办 沈红梅')
  await expect(page.locator('.casehead')).toContainText('12月8日')
  await picture(page, 'story-case')
})

test('the mediator sets a hearing in a room; the worker says: I can come', async () => {
  await mediator.page.goto('/sign-in?to=/desk/mediation')
  await signIn(mediator.page, 'mediator')
  await mediator.page.goto(`/desk/cases/${id}`)
  await takeStep(mediator.page, '定调解会', async (form) => {
    await fillDay(form, '日期', heard)
    await form.getByLabel('开始时间').fill('14:00')
    await form.getByLabel('调解室').fill('2 号调解室')
  })
  await worker.page.reload()
  await worker.page.getByRole('button', { name: '我能到' }).click()
  await expect(worker.page.getByText('2 号调解室')).toBeVisible()
  await expect(mediator.page.locator('.past')).toContainText('我能不能到')
  await mediator.page.goto('/desk/mediation')
  await expect(mediator.page.getByText('2 号调解室').first()).toBeVisible()
  await picture(mediator.page, 'story-mediation')
})

test('the day of the hearing: each side says its figures on its own phone', async () => {
  await move(heard)
  for (const [{ page }, row, says, by] of [
    [worker, /^说说您的要求和数/, '两个月工资一分没发，房租等着交。', '11-30'],
    [employer, /^书面答复和数/, '情况属实，客户还没有结账，请宽限到 12 月 7 日。', '12-7'],
  ] as const) {
    await page.goto(`/me/cases/${id}`)
    await page.getByRole('button', { name: row }).click()
    const sheet = page.locator('form.sheet')
    await sheet.getByRole('textbox').first().fill(says)
    for (const [at, month] of ['9 月工资', '10 月工资'].entries()) {
      if ((await sheet.getByLabel(`什么钱 ${at + 1}`).count()) === 0) await sheet.getByRole('button', { name: '再加一项' }).click()
      await sheet.getByLabel(`什么钱 ${at + 1}`).fill(month)
      await sheet.getByLabel(`多少元 ${at + 1}`).fill('7400')
    }
    const [m, d] = by.split('-') as [string, string]
    await sheet.getByLabel(/付清.* 月$/).selectOption(m)
    await sheet.getByLabel(/付清.* 日$/).selectOption(d)
    await sheet.getByRole('button', { name: '交上去' }).click()
    await expect(sheet).toBeHidden()
    await expect(page.getByText(says)).toBeVisible()
  }
  await picture(worker.page, 'story-statement-phone')
})

test('the record of the hearing, and the agreement drafted from what was agreed', async () => {
  const { page } = mediator
  await page.goto(`/desk/cases/${id}`)
  await expect(page.locator('.facts').getByRole('row', { name: /9 月工资/ })).toContainText('7,400')
  await takeStep(page, '记录调解会', async (form) => {
    await form.getByLabel('双方陈述和调解过程').fill('核对了工资表，双方对金额没有争议，谈拢付款日期。')
    for (const nth of [2, 1]) await form.getByRole('button', { name: `去掉第 ${nth} 项` }).click()
    const agreed = form.getByRole('group', { name: '谈拢的', exact: true })
    for (const [at, item] of ['9 月工资', '10 月工资'].entries()) {
      await agreed.getByRole('button', { name: '加一项' }).click()
      const line = agreed.getByRole('group', { name: `第 ${at + 1} 项` })
      await line.getByRole('textbox').nth(0).fill(item)
      await line.getByRole('textbox').nth(1).fill('7400')
    }
  })
  await takeStep(page, '起草协议', async (form) => {
    await expect(form.getByLabel('条款 · 第 1 项')).toHaveValue(`${firm}支付陈国强9 月工资7,400元`)
    await expect(form.getByRole('group', { name: '付款', exact: true }).getByRole('textbox').first()).toHaveValue('14,800')
    await picture(page, 'story-draft')
  })
})

test('both sign on their phones, the mediator signs and seals: three copies', async () => {
  await worker.page.reload()
  await worker.page.getByRole('link', { name: '看协议' }).click()
  await expect(worker.page.getByLabel('协议内容')).toContainText('12月7日 周一前付 14,800 元')
  await worker.page.getByLabel('我从头到尾看过了，同意').check()
  await picture(worker.page, 'story-sign-phone')
  await worker.page.getByRole('button', { name: '签名', exact: true }).click()
  await expect(worker.page.getByLabel('我从头到尾看过了，同意')).toBeHidden()

  const reason = mediator.page.locator('.can li').filter({ has: mediator.page.getByRole('heading', { name: sealing, exact: true }) })
  await expect(reason).toContainText('还差企业方签名')

  await employer.page.reload()
  await employer.page.getByRole('link', { name: '看协议' }).click()
  await employer.page.getByLabel('我从头到尾看过了，同意').check()
  await employer.page.getByLabel('身份，例如人事主管').fill('行政人事经理')
  await employer.page.getByRole('button', { name: '签名', exact: true }).click()
  await expect(employer.page.getByLabel('我从头到尾看过了，同意')).toBeHidden()

  await takeStep(mediator.page, sealing, async (form) => {
    await expect(form.getByLabel('份数')).toHaveValue('3')
    await expect(form.getByLabel('签名的调解员')).toHaveValue('沈红梅')
  })
  await expect(mediator.page.locator('.casehead')).toContainText('已达成协议')
  await picture(mediator.page, 'story-agreed')
})

test('the agreement is a PDF and a Word file that can be read, and the public page knows it', async () => {
  const { page } = mediator
  const paper = page.locator('.docs li').filter({ hasText: '劳动争议调解协议书' })
  const pdf = await fetched(page, paper.getByRole('link', { name: '劳动争议调解协议书', exact: true }))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const { words } = await readPdf(pdf)
  const said = ['劳动争议调解协议书', '陈国强', firm, '14,800', '2026年12月7日', '沈红梅', '孙立峰', '一式三份', '白杨街道劳动争议调解中心']
  for (const one of said) expect(words).toContain(one)
  const docx = readDocx(await fetched(page, paper.getByRole('link', { name: /Word/ })))
  for (const one of ['陈国强', firm, '双方自愿达成如下协议', '一式三份']) expect(docx).toContain(one)

  const code = /[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/.exec(words)?.[0]
  const passerBy = await comes(phone)
  await passerBy.page.goto('/verify')
  await passerBy.page.getByLabel('验真码').fill(code!)
  await passerBy.page.getByRole('button', { name: '查', exact: true }).click()
  await expect(passerBy.page.getByRole('heading', { name: '是真的' })).toBeVisible()
  await expect(passerBy.page.getByText('劳动争议调解协议书')).toBeVisible()
  await expect(passerBy.page.getByText('陈国强')).toBeHidden()
  await picture(passerBy.page, 'story-verify-phone')
  await passerBy.page.getByLabel('验真码').fill(code!.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await passerBy.page.getByRole('button', { name: '查', exact: true }).click()
  await expect(passerBy.page.getByRole('heading', { name: '查不到' })).toBeVisible()
})

test('on the agreed day it is still in time; the day after, the worker reports that no money came', async () => {
  await move(payable)
  await worker.page.goto(`/me/cases/${id}`)
  await expect(worker.page.getByText('到日子了，钱收到了吗？')).toBeVisible()
  await expect(worker.page.getByRole('link', { name: '没收到' })).toHaveCount(0)
  await move(late)
  await worker.page.goto(`/me/cases/${id}`)
  await worker.page.getByRole('link', { name: '没收到' }).click()
  await worker.page.getByLabel('哪些没有做到').fill('约定的日子过了，一分钱没到账。')
  await expect(worker.page.getByLabel('还欠多少（元）')).toHaveValue('14800')
  await worker.page.getByRole('button', { name: '交上去' }).click()
  await expect(worker.page.getByText('不履行调解协议告知书')).toBeVisible()
})

test('two clicks on the mediation desk: the packet for the court, for the worker alone', async () => {
  const { page } = mediator
  await page.goto('/desk/mediation')
  await page.getByRole('link', { name: `支付令：${subject}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认：出具支付令申请材料' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.casehead')).toContainText('申请支付令或者执行')
  await picture(page, 'story-packet')

  await worker.page.reload()
  const { words } = await readPdf(await fetched(worker.page, worker.page.getByRole('link', { name: /支付令申请书/ })))
  for (const one of ['支付令申请书', '陈国强', '14,800', '杭州市钱塘区人民法院', '劳动争议调解协议书']) expect(words).toContain(one)
  await picture(worker.page, 'story-packet-phone')
  await employer.page.goto(`/me/cases/${id}`)
  await expect(employer.page.getByText('不履行调解协议告知书')).toBeVisible()
  await expect(employer.page.getByText('支付令申请书')).toHaveCount(0)
})

test('no browser had anything to complain about', () => {
  // While the house is moved to another day it is away; what a page then says about its connection is no fault.
  const away =
    /status of 503|response code \(503\)|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|error occurred when fetching the script/
  expect(people.flatMap(({ complaints }) => complaints).filter((one) => !away.test(one))).toEqual([])
})

/** What a link of the page leads to, with the rights of whoever looks at it. */
async function fetched(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href'))!)
  expect(answer.status()).toBe(200)
  return await answer.body()
}
