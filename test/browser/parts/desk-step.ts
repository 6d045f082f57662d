/** Taking a step at the desk: from its button on the case page, through its form, until the form is gone. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the form of a step that may be taken now. */
async function openStep(page: Page, title: string): Promise<Locator> {
  const here = page.locator('.can')
  await here
    .getByRole('button', { name: `办理：${title}`, exact: true })
    .or(here.getByRole('button', { name: title, exact: true }))
    .click()
  const form = page.getByRole('dialog')
  await expect(form.getByRole('heading', { name: title })).toBeVisible()
  return form
}

async function confirmStep(page: Page, title: string): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: `确认：${title}` }).click()
  await expect(form).toBeHidden()
}

export async function takeStep(page: Page, title: string, fill: (form: Locator) => Promise<unknown> = async () => {}): Promise<void> {
  await fill(await openStep(page, title))
  await confirmStep(page, title)
}

/** Types a day into its parts: year, month, day. */
export async function fillDay(form: Locator, label: string, day: string): Promise<void> {
  const parts = form.getByRole('group', { name: label, exact: true }).getByRole('spinbutton')
  for (const [at, part] of day.split('-').entries()) await parts.nth(at).pressSequentially(part)
}
