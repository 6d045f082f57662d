/** Unpaid wages at a firm in 白杨街道: from the worker's phone to a signed agreement and, when it is not kept, to the payment-order packet. */
import { expect, test } from '@playwright/test'
import { fillDay, openStep, takeStep } from './parts/desk-step.ts'
import { readDocx, readPdf } from './parts/files.ts'
import { type House, openHouse } from './parts/house.ts'
import { desk, phone, signIn, someone, type Someone } from './parts/people.ts'
import { paySlip } from './parts/photo.ts'
import { picture } from './parts/pictures.ts'

const [received, heard, payable, late] = ['2026-11-23', '2026-11-26', '2026-12-07', '2026-12-08']
const firm = '杭州启程货运有限公司'
const wants = '把 9 月、10 月工资补给我，一共 14,800 元。'
const subject = `陈国强 与 ${firm}`

test('unpaid wages, from the phone to a signed agreement and a payment-order packet', async ({ browser }) => {
  test.setTimeout(300_000)
  const house = await openHouse(received)
  const people: Someone[] = []
  const comes = async (options: typeof phone | typeof desk): Promise<Someone> => {
    const one = await someone(browser, house.url, received, options)
    people.push(one)
    return one
  }
  const move = async (day: string): Promise<void> => {
    await house.moveTo(day)
    for (const { context } of people) await context.clock.setSystemTime(`${day}T09:00:00+08:00`)
  }
  try {
    const [worker, clerk, mediator, employer] = [await comes(phone), await comes(desk), await comes(desk), await comes(phone)]

    await test.step('the street union is at its desk, on Today', async () => {
      await clerk.page.goto('/sign-in')
      await signIn(clerk.page, 'street')
      await expect(clerk.page.getByRole('heading', { level: 1 })).toContainText('11月23日')
    })

    await test.step('the worker answers three questions; a reload in the middle loses nothing', async () => {
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

    await test.step('sent after signing in: a number at once, and the days that the law promises', async () => {
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
    })
    const id = new URL(worker.page.url()).pathname.split('/').at(-1)!

    await test.step('the desk, which nobody reloaded, sees it', async () => {
      const clock = clerk.page.getByRole('article').filter({ hasText: subject }).filter({ hasText: '决定是否受理' })
      await expect(clock.getByText('11-23 起 → 3 个工作日 → 11-26')).toBeVisible()
      await picture(clerk.page, 'story-today')
      await clock.getByRole('link', { name: subject, exact: true }).click()
      await expect(clerk.page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
    })

    await test.step('nobody may accept before the firm agrees; the desk asks the firm', async () => {
      const { page } = clerk
      await expect(page.locator('.casehead')).toContainText('数满 3 个工作日，到 11月26日 周四')
      await expect(page.locator('.casehead')).toContainText('企业劳动争议协商调解规定 第22条')
      await takeStep(page, '告知对方并征求意见', (form) => form.getByLabel('网上').check())
      const reason = page.locator('.can li').filter({ has: page.getByRole('heading', { name: '受理', exact: true }) })
      await expect(reason).toContainText('须双方当事人都同意调解。还差用人单位同意。')
      await expect(reason).toContainText('应当在3个工作日内受理')
      await picture(page, 'story-case-refusal')
    })

    await test.step('the employer consents; the desk sees it at once', async () => {
      const { page } = employer
      await page.goto('/sign-in')
      await signIn(page, 'employer')
      await page.goto(`/me/cases/${id}`)
      await page.getByRole('button', { name: '愿意', exact: true }).click()
      await expect(page.getByText('愿意坐下来').or(page.getByRole('button', { name: '愿意', exact: true }))).toBeHidden()
      await expect(clerk.page.locator('.past')).toContainText('企业同意调解')
    })

    await test.step('accepted, with a mediator who has no tie to it', async () => {
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

    await test.step('the mediator sets a hearing in a room; the worker says: I can come', async () => {
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

    await test.step('the day of the hearing: both sides’ figures, and what is agreed', async () => {
      await move(heard)
      const { page } = mediator
      await page.goto(`/desk/cases/${id}`)
      await openStep(page, '企业方陈述')
      console.log(await page.getByRole('dialog').ariaSnapshot())
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
      await openStep(page, '记录调解会')
      console.log(await page.getByRole('dialog').ariaSnapshot())
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
      await openStep(page, '起草协议')
      console.log(await page.getByRole('dialog').ariaSnapshot())
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
      await worker.page.reload()
      console.log(await worker.page.getByRole('main').ariaSnapshot())
      await employer.page.reload()
      console.log(await employer.page.getByRole('main').ariaSnapshot())
    })
  } finally {
    for (const { context } of people) await context.close()
    await house.close()
  }
})
