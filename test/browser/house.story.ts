/** The house opens its door: the public page comes up under its own content policy, and the papers about the API are there. */
import { expect, test } from '@playwright/test'

test('the public page comes up without a complaint from the browser', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/')
  await expect(page).toHaveTitle(/和谐引擎/)
  await expect(page.getByRole('main')).toBeVisible()
  expect(complaints).toEqual([])
})

test('the API says what it can do', async ({ page, request }) => {
  expect((await (await request.get('/api/openapi.json')).json()).openapi).toBe('3.1.0')
  await page.goto('/api/docs/')
  await expect(page.getByText('Hexie 和谐引擎').first()).toBeVisible()
})
