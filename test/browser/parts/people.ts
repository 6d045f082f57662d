/** Who is at the screen: a worker with a phone, somebody at a desk; each in a browser of their own, with what it complained about. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const
export const desk = { viewport: { width: 1440, height: 900 } } as const

export interface Someone {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors the browser wrote to its console. */
  readonly complaints: string[]
}

/** Opens a browser of one's own, at nine in the morning of that day. */
export async function someone(browser: Browser, baseURL: string, day: string, options: BrowserContextOptions): Promise<Someone> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL, ...options })
  await context.clock.setSystemTime(`${day}T09:00:00+08:00`)
  const page = await context.newPage()
  return { context, page, complaints: complaintsOf(page) }
}

/** A 401 is how the house says that nobody is signed in; the browser writes down every such answer as an error. */
const nobodySignedIn = /status of 401 .*\/api\/me$/

export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    const said = `${message.text()} ${message.location().url}`
    if (message.type() === 'error' && !nobodySignedIn.test(said)) complaints.push(said)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** Signs in with the demonstration's password, by the form. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名', { exact: true }).fill(username)
  await page.getByLabel('密码', { exact: true }).fill('hexie-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
