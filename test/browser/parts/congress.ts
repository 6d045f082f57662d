/** A session of the congress at the union's desk: who is there, the ballot, the seal, the minutes. */
import { expect, type Page } from '@playwright/test'
import { takeStep } from './desk-step.ts'

export async function openSession(page: Page, absent: number): Promise<void> {
  const presence = page.locator('.presence')
  await presence.getByRole('button', { name: '全部勾选' }).click()
  for (let n = 1; n <= absent; n++) await presence.getByRole('checkbox').nth(-n).uncheck()
  await presence.getByLabel('主持人').fill('吕文清')
  await presence.getByLabel('记录人').fill('施巧玲')
  await presence.getByRole('button', { name: '开会', exact: true }).click()
  await expect(presence).toBeHidden()
}

export async function openBallot(page: Page, how: '纸票' | '手机加纸票'): Promise<void> {
  const here = page.locator('.congress')
  await here.getByRole('radio', { name: how, exact: true }).check()
  await here.getByRole('button', { name: '开始表决' }).click()
  await expect(here).toContainText('正在投票')
}

export async function seal(page: Page): Promise<void> {
  await page.locator('.congress').getByRole('button', { name: '封票' }).click()
}

export async function declare(page: Page, votes: Readonly<Record<'yes' | 'no' | 'abstain', number>>, verdict: string): Promise<void> {
  const here = page.locator('.congress')
  await here.getByLabel('赞成', { exact: true }).fill(String(votes.yes))
  await here.getByLabel('反对', { exact: true }).fill(String(votes.no))
  await here.getByLabel('弃权', { exact: true }).fill(String(votes.abstain))
  await here.getByLabel('计票人').fill('钱丽娟')
  await here.getByLabel('监票人').fill('孙志强')
  await here.getByRole('button', { name: verdict }).click()
  await expect(here.locator('form')).toHaveCount(0)
}

export async function endSession(page: Page, summary: string): Promise<void> {
  await takeStep(page, '写会议纪要', async (form) => {
    await form.getByLabel('会议经过').fill(summary)
    await form.getByLabel('签字的主持人').fill('吕文清')
    await form.getByLabel('记录人').fill('施巧玲')
  })
  await takeStep(page, '闭会')
}
