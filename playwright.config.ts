/** The stories in a real browser: one fresh house for the run, desk and phone, on a day that does not move. */
import { defineConfig, devices } from '@playwright/test'

const port = Number(process.env.HEXIE_BROWSER_PORT ?? 3917)
const executablePath = process.env.HEXIE_CHROMIUM || undefined
// Chromium's sandbox cannot be had by root, nor in most containers.
const args = process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox', '--disable-dev-shm-usage'] : []

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.story.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath && { executablePath }), args },
  },
  projects: [
    {
      name: 'desk',
      testMatch: '**/*.story.ts',
      testIgnore: '**/*.phone.story.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    { name: 'phone', testMatch: '**/*.phone.story.ts', use: { ...devices['Pixel 7'] } },
  ],
  webServer: {
    command: 'node scripts/browser-server.mjs --as-of 2026-11-23',
    env: { PORT: String(port), HOST: '127.0.0.1' },
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
  },
})
