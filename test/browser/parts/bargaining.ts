/** At the bargaining table: opening a step from its button, and filling the rows of its form. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the table and waits until the line is open: from then on it hears of what others do. */
export async function atTable(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/bargaining/${id}`)
  await expect(page.getByRole('banner').getByText('实时')).toBeVisible()
}

/** Takes a step from the buttons over the table; those that come later on the way lie behind 其他. */
export async function act(page: Page, title: string, fill: (form: Locator) => Promise<unknown> = async () => {}): Promise<void> {
  const form = await openAct(page, title)
  await fill(form)
  await confirm(form, title)
}

export async function openAct(page: Page, title: string): Promise<Locator> {
  const acts = page.getByRole('navigation', { name: '现在能办' })
  const button = acts.getByRole('button', { name: title, exact: true }).or(acts.getByRole('button', { name: `${title} 替对方记录` }))
  await expect(button).toBeAttached()
  if (!(await button.isVisible())) await acts.getByText('其他', { exact: true }).click()
  await button.click()
  const form = page.getByRole('dialog')
  await expect(form.getByRole('heading', { name: title })).toBeVisible()
  return form
}

export async function confirm(form: Locator, title: string): Promise<void> {
  await form.getByRole('button', { name: `确认：${title}` }).click()
  await expect(form).toBeHidden()
}

export interface TypedClause {
  readonly meaning: string
  readonly figure: string
  readonly trade?: string
  readonly grade?: string
  readonly level?: string
}

/** The rows of a list in a form: as many as there are values, each filled by its own hand. */
export async function rows<T>(
  form: Locator,
  legend: string,
  values: readonly T[],
  fill: (row: Locator, value: T) => Promise<unknown>,
): Promise<void> {
  const list = form.getByRole('group', { name: legend }).filter({ has: form.page().locator(':scope > ol.items') })
  for (const [at, value] of values.entries()) {
    const row = list.locator(':scope > ol.items > li').nth(at)
    if ((await row.count()) === 0) await list.locator(':scope > button').last().click()
    await fill(row, value)
  }
}

export async function fillClause(row: Locator, { meaning, figure, trade, grade, level }: TypedClause): Promise<void> {
  await row.getByLabel('条款', { exact: true }).selectOption({ label: meaning })
  await row.getByLabel('数值', { exact: true }).fill(figure)
  if (trade) await row.getByLabel('工种', { exact: true }).fill(trade)
  if (grade) await row.getByLabel('技能等级', { exact: true }).selectOption({ label: grade })
  if (level) await row.getByLabel('等次', { exact: true }).fill(level)
}

export interface TypedDelegate {
  readonly name: string
  readonly job: string
  readonly chief?: true
}
export async function fillDelegate(row: Locator, { name, job, chief }: TypedDelegate): Promise<void> {
  await row.getByRole('combobox').fill(name)
  await row.getByRole('combobox').press('Tab')
  await row.getByLabel(/^职务/).fill(job)
  if (chief) await row.getByLabel('首席代表').check()
}

/** The field in which a side types the figure of this round. */
export const figure = (page: Page, clause: string): Locator => page.locator('table.deal').getByLabel(`${clause}：本轮数字`, { exact: true })

export const cell = (page: Page, clause: string, says: string): Locator =>
  page
    .locator('table.deal tbody tr')
    .filter({ has: page.getByRole('rowheader', { name: clause }) })
    .getByRole('cell', { name: says, exact: true })

/** A figure for every row, in the order of the table, and sent. */
export async function propose(page: Page, round: string, figures: readonly string[]): Promise<void> {
  const fields = page.locator('table.deal td.entry input')
  await expect(fields).toHaveCount(figures.length)
  for (const [at, value] of figures.entries()) await fields.nth(at).fill(value)
  await page.getByRole('button', { name: `提出${round}（${figures.length} 条）` }).click()
  await expect(page.locator('.entry-bar')).toContainText('先填数字，再提出')
}

/** What the tellers of the congress counted: entitled, present, for, against, abstained. */
export async function fillVotes(form: Locator, [all, present, yes, no, abstain]: readonly number[]): Promise<void> {
  for (const [label, n] of Object.entries({ 应到: all, 实到: present, 赞成: yes, 反对: no, 弃权: abstain }))
    await form.getByLabel(label, { exact: true }).fill(String(n))
}
