/** The desk without a mouse: search by pinyin initials, to Today and back, and a step filled in and sent. */
import { expect, test } from '@playwright/test'
import { signIn } from './parts/people.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.setSystemTime('2026-11-23T09:00:00+08:00')
  await page.goto('/sign-in')
  await signIn(page, 'street')
  await expect(page.locator('.clk').first()).toBeVisible()
})

test('`/` finds 陈国强 by cgq, Enter opens it, `g t` goes back to Today', async ({ page }) => {
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: '搜人、组织、案件' })).toBeFocused()
  await page.keyboard.type('cgq')
  await expect(page.getByRole('option', { name: /陈国强/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陈国强')
  await expect(page.getByRole('combobox', { name: '搜人、组织、案件' })).not.toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('11月23日')
  await expect(page).toHaveURL(/\/desk\/?$/)
})

test('a step is found, filled in and sent by keyboard alone; the focus comes back where it was', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('cgq')
  const found = page.getByRole('group', { name: '案件' }).getByRole('option', { name: /陈国强/ })
  await expect(found.first()).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(found.first()).toHaveAttribute('aria-selected', 'true', { timeout: 1 })
  }).toPass({ intervals: [0], timeout: 10_000 })
  await page.keyboard.press('Enter')
  await expect(page.locator('.casehead h1')).toContainText('陈国强')

  const note = page.getByRole('button', { name: '记一笔', exact: true })
  const form = page.getByRole('dialog', { name: '记一笔' })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(note).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0], timeout: 30_000 })
  await page.keyboard.press('Enter')
  await expect(form).toBeVisible()
  const says = form.getByLabel('备忘')
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(says).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0], timeout: 10_000 })
  await page.keyboard.type('已电话提醒双方带工资表。')
  const send = form.getByRole('button', { name: '确认：记一笔' })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(send).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0], timeout: 10_000 })
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(page.locator('.past')).toContainText('记一笔')
  await expect(note).toBeFocused()
})
