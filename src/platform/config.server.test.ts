/** Settings: what they default to, and one sentence for each that is wrong. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { openClock } from './clock.server.ts'
import { readConfig, secretOf } from './config.server.ts'
import { openDoorway } from './http/doorway.server.ts'
import { openSender } from './sender.server.ts'
import { failureLines, StartProblem } from './start-problem.ts'

const folder = await mkdtemp(join(tmpdir(), 'hexie-config-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const secret = 's'.repeat(32)

test('without any setting', async () => {
  const config = await readConfig({}, [])
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: 'full', trustProxy: false, logLevel: 'info' })
  expect(config.dataFolder.endsWith('.data')).toBe(true)
  expect(config.databaseUrl).toBeUndefined()
})

test('with a database of one’s own no demonstration is loaded unless asked for', async () => {
  const own = { DATABASE_URL: 'postgres://u:p@db/hexie', HEXIE_SECRET: secret }
  expect((await readConfig(own, [])).demo).toBe('never')
  expect((await readConfig({ ...own, HEXIE_DEMO: '1' }, [])).demo).toBe('full')
  expect((await readConfig({ ...own, HEXIE_DEMO: 'small' }, [])).demo).toBe('small')
  expect((await readConfig({ HEXIE_DEMO: 'small' }, [])).demo).toBe('small')
  expect((await readConfig({ HEXIE_DEMO: '0' }, [])).demo).toBe('never')
})

test('each wrong setting is named', async () => {
  const wrong: readonly [Record<string, string>, string][] = [
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'web' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://u@h/d' }, 'HEXIE_SECRET'],
    [{ HEXIE_SECRET: 'short' }, 'HEXIE_SECRET'],
    [{ HEXIE_DEMO: 'maybe' }, 'HEXIE_DEMO'],
    [{ HEXIE_URL: 'ftp://x' }, 'HEXIE_URL'],
    [{ HEXIE_LOG: 'loud' }, 'HEXIE_LOG'],
  ]
  for (const [environment, name] of wrong) {
    const failure = await readConfig(environment, []).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartProblem)
    expect([name, (failure as StartProblem).says.zh.includes(name), (failure as StartProblem).says.en.includes(name)]).toEqual([
      name,
      true,
      true,
    ])
  }
})

test('the day of the house', async () => {
  expect((await readConfig({}, ['--as-of', '2027-01-01'])).asOf).toBe('2027-01-01')
  await expect(readConfig({}, ['--as-of', '2027-02-30'])).rejects.toThrow('a day that exists')
  await expect(readConfig({}, ['--fast'])).rejects.toThrow('--as-of')
  const started = new Date('2026-11-22T15:59:00Z')
  let machine = started
  const clock = openClock(day('2027-01-01'), started, () => machine)
  expect([clock.today(), clock.now().toISOString()]).toEqual(['2027-01-01', '2027-01-01T15:59:00.000Z'])
  machine = new Date('2026-11-22T16:01:00Z')
  expect(clock.today()).toBe('2027-01-02')
})

test('the secret is made once and kept to its owner', async () => {
  const made = await secretOf({ dataFolder: folder })
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(await secretOf({ dataFolder: folder })).toBe(made)
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await secretOf({ dataFolder: folder, secret })).toBe(secret)
})

test('a port in use is told in both languages; before the house is ready the door says so', async () => {
  const door = await openDoorway({ host: '127.0.0.1', port: 0, version: '1' })
  const second = await openDoorway({ host: '127.0.0.1', port: door.port, version: '1' }).catch((error: unknown) => error)
  expect(failureLines(second)).toMatch(/端口 \d+ 已被占用[\s\S]*Port \d+ is in use/)
  const health = await fetch(`http://127.0.0.1:${door.port}/api/health`)
  expect([health.status, health.headers.get('retry-after'), (await health.json()).status]).toEqual([503, '2', 'starting'])
  door.open((_request, response) => response.end('in'))
  expect(await (await fetch(`http://127.0.0.1:${door.port}/`)).text()).toBe('in')
  await door.close()
})

test('codes are printed only in a demonstration', async () => {
  const printed: string[] = []
  await openSender({ print: true, out: (line) => printed.push(line) })!({ phone: '13800000000', code: '123456' })
  expect(printed).toEqual(['验证码 Code  13800000000  123456'])
  expect(openSender({ print: false })).toBeUndefined()
})
