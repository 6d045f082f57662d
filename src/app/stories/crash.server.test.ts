/** The whole server killed in the middle of work: what it had acknowledged is there, and sending everything again does nothing twice. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { choosePlace } from '#platform/embedded/place.server.ts'
import { type HouseProcess, startHouse } from '#platform/testing/house-process.server.ts'
import { baiyangCentre, qicheng } from '#projects/anxin/dispute-mediation/demo/cast.ts'
import { application } from '#projects/anxin/dispute-mediation/demo/scripts.ts'
import { addDays, type Day, dayOf } from '#kernel/day.ts'

const folder = await mkdtemp(join(tmpdir(), 'hexie-crash-'))
// Under root the database runs as an ordinary user, who must be able to pass.
await chmod(folder, 0o711)
let house: HouseProcess | undefined
afterAll(async () => {
  await house?.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})
const starts = async (): Promise<HouseProcess> => (house = await startHouse({ HEXIE_DATA: folder, HEXIE_RATE_PER_MINUTE: '100000' }))

/** The server and its database, without a chance to say goodbye. */
async function kill({ end }: HouseProcess): Promise<void> {
  const { cluster } = await choosePlace(folder)
  const postmaster = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const ended = end('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  await ended
}

interface Send {
  readonly url: string
  readonly body: { readonly key: string }
}
interface Answer {
  readonly status: number
  readonly body: CaseWire
}

async function signIn({ port }: HouseProcess, username: string): Promise<(send: Send) => Promise<Answer>> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const answer = await post('/api/auth/sign-in/username', { username, password: 'hexie-demo' })
  expect(answer.status).toBe(200)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async ({ url, body }) => {
    const said = await post(url, body, cookie)
    return { status: said.status, body: (await said.json()) as CaseWire }
  }
}

const asked = (today: Day) => application()({ cast: qicheng, start: today, on: today, day: (after) => addDays(today, after) })
const opening = (n: number): Send => ({
  url: '/api/cases',
  body: {
    key: `crash-opening-${n}`,
    ...{ procedure: 'dispute-mediation', owner: baiyangCentre.id, step: 'apply', input: asked(dayOf(new Date())) },
  },
})
const note = (id: string, n: number): Send => ({
  url: `/api/cases/${id}/steps`,
  body: { key: `crash-note-${id}-${n}`, ...{ step: 'note', input: { says: `第 ${n} 条` } } },
})

test('kill -9 in a stream of steps: every one that was acknowledged is there, and each key again does nothing twice', {
  timeout: 120_000,
}, async () => {
  const first = await starts()
  const [worker, street] = await Promise.all([signIn(first, 'worker'), signIn(first, 'street')])
  const opened = await Promise.all([1, 2, 3].map((n) => worker(opening(n))))
  expect(opened.map(({ status }) => status)).toEqual([201, 201, 201])
  const ids = opened.map(({ body }) => body.id)

  const sent: Send[] = []
  const acknowledged = new Set<string>()
  let dead: Promise<void> | undefined
  /** Notes for one case, one after the other, until the server is gone. */
  async function stream(id: string): Promise<void> {
    for (let n = 1; ; n++) {
      const send = note(id, n)
      sent.push(send)
      const answer = await street(send).catch(() => undefined)
      if (!answer) return
      expect(answer.status).toBe(200)
      acknowledged.add(send.body.key)
      if (acknowledged.size === 60) dead = kill(first)
    }
  }
  await Promise.all(ids.map(stream))
  await dead
  expect(acknowledged.size).toBeGreaterThanOrEqual(60)
  expect(sent.length).toBeGreaterThan(acknowledged.size)

  const second = await starts()
  const again = await signIn(second, 'street')
  const read = async (id: string): Promise<CaseWire> => (await again(note(id, 1))).body
  const saysOf = (file: CaseWire) => (file.facts.notes as { says: string }[]).map((one) => one.says)
  const survived = new Map<string, readonly string[]>()
  for (const id of ids) survived.set(id, saysOf(await read(id)))
  const lost = [...acknowledged].filter((key) => {
    const [, id, n] = /^crash-note-(.+)-(\d+)$/.exec(key)!
    return !survived.get(id!)!.includes(`第 ${n} 条`)
  })
  expect(lost).toEqual([])

  for (const send of sent) expect((await again(send)).status).toBe(200)
  const openedAgain = await Promise.all([1, 2, 3].map(async (n) => (await signIn(second, 'worker'))(opening(n))))
  expect(openedAgain.map(({ body }) => body.id)).toEqual(ids)
  for (const id of ids) {
    const file = await read(id)
    const wanted = sent.filter(({ url }) => url.includes(id)).map((_, at) => `第 ${at + 1} 条`)
    expect(saysOf(file)).toEqual(wanted)
    expect(file.log.map(({ seq }) => seq)).toEqual(file.log.map((_, at) => at + 1))
  }
})
