/** The JavaScript and CSS that a first screen loads, in gzip bytes, as a real browser asks for them. */
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectFolder } from '#platform/config.server.ts'
import { demoPassword } from '#registry/session/password.ts'
import { startServer } from './processes.server.ts'
import { freshFolder } from './start-work.server.ts'

const screens = [
  { name: 'the site', path: '/' },
  { name: 'the worker', path: '/me', username: 'worker' },
  { name: 'the desk', path: '/desk', username: 'street' },
] as const

export interface Bytes {
  readonly screen: string
  readonly script: number
  readonly style: number
  readonly files: number
}

export async function bytesWork(): Promise<readonly Bytes[]> {
  if (!existsSync(join(projectFolder, 'dist/web/index.html'))) throw new Error('the web is not built: `npm start` builds it')
  const data = await freshFolder()
  const server = await startServer('src/app/main.server.ts', { HEXIE_DATA: data, HEXIE_DEMO: 'small' }, '/api/health')
  const system = '/usr/bin/chromium'
  const browser = await chromium.launch({
    ...(existsSync(system) ? { executablePath: system } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const measured: Bytes[] = []
    for (const { name, path, ...who } of screens) {
      const context = await browser.newContext({ baseURL: `http://127.0.0.1:${server.port}`, serviceWorkers: 'block' })
      if ('username' in who)
        await context.request.post('/api/auth/sign-in/username', { data: { username: who.username, password: demoPassword } })
      const page = await context.newPage()
      const bodies: Promise<{ type: string; bytes: number }>[] = []
      page.on('response', (answer) => {
        const type = answer.request().resourceType()
        if (type === 'script' || type === 'stylesheet')
          bodies.push(answer.body().then((body) => ({ type, bytes: gzipSync(body, { level: 9 }).length })))
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const all = await Promise.all(bodies)
      const sum = (type: string) => all.filter((one) => one.type === type).reduce((total, one) => total + one.bytes, 0)
      measured.push({ screen: name, script: sum('script'), style: sum('stylesheet'), files: all.length })
      await context.close()
    }
    return measured
  } finally {
    await browser.close()
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
}

export const bytesTable = (all: readonly Bytes[]): string =>
  all
    .map(
      ({ screen, script, style, files }) =>
        `first screen of ${screen.padEnd(10)}  ${(script / 1024).toFixed(1)} KB script, ${(style / 1024).toFixed(1)} KB style, ${files} files (gzip)`,
    )
    .join('\n')
