/** 集中要约 on the whole house: the district offers to every firm at once, one answers, one is silent past the tenth working day and is reminded. */
import { expect, test, vi } from 'vitest'
import type { CampaignItemWire, CampaignWire } from '#engine/campaigns/campaign-wire.ts'
import { addDays, day } from '#kernel/day.ts'
import { organisationId } from '#registry/demo.ts'
import { openTestHouse } from './open-test-house.server.ts'

const start = day('2026-06-01')
const story = await openTestHouse(start)
const { ask, takes, moveTo } = story
const [qicheng, ruiding] = [organisationId('qicheng'), organisationId('ruiding')]

const draft = async (who: string, over: object = {}) =>
  await ask(who, 'POST', '/api/campaigns', {
    procedure: 'collective-bargaining',
    title: '夏季集中要约',
    common: {
      kind: 'wage',
      topics: ['工资增长幅度'],
      clauses: [{ meaning: 'wageGrowth', value: 600 }],
      meetOn: '2026-07-20',
      meetAt: '09:30',
      delegates: ['周敏'],
    },
    choose: {},
    key: story.nextKey(),
    ...over,
  })
const board = async (who: string, id: string): Promise<CampaignWire> => (await ask(who, 'GET', `/api/campaigns/${id}`)).body
const counts = async (who: string, id: string) =>
  Object.fromEntries((await board(who, id)).phases.filter(({ count }) => count > 0).map((phase) => [phase.id, phase.count]))
const item = async (who: string, id: string, firm: string): Promise<CampaignItemWire> =>
  (await ask(who, 'GET', `/api/campaigns/${id}/items/${firm}`)).body
const reminders = async (who: string): Promise<readonly string[]> =>
  (await ask(who, 'GET', '/api/notices')).body.items
    .filter(({ kind }: { kind: string }) => kind === 'reminder')
    .map(({ title }: { title: { zh: string } }) => title.zh)

test('offered to all in one act, answered by one, silent by another, reminded with the day and the article', async () => {
  const { status, body: one } = await draft('district')
  expect([status, one.counts.left]).toEqual([201, 0])
  const all: number = one.counts.ready
  const preview = await ask('district', 'GET', `/api/campaigns/${one.id}/items/${ruiding}`)
  expect(preview.body.papers[0].title.zh).toBe('工资集体协商要约书')
  expect(preview.body.input).toMatchObject({ delegates: ['马春燕'], firm: { organisationId: ruiding, hasUnion: true }, purpose: 'first' })

  expect((await ask('district', 'POST', `/api/campaigns/${one.id}/issue`)).status).toBe(202)
  await vi.waitFor(async () => expect((await board('district', one.id)).state).toBe('issued'), { timeout: 20_000 })
  expect(await counts('district', one.id)).toEqual({ unserved: all })
  const mine = await item('union', one.id, ruiding)
  const theirs = await item('street', one.id, qicheng)
  const written = await story.sees('union', mine.case!.id)
  expect(written.papers[0]).toMatchObject({ title: { zh: '工资集体协商要约书' } })
  expect(written.log[0]!.input).toEqual(preview.body.input)

  const served = { receivedOn: start, how: 'inPerson', receiver: '办公室' }
  await takes('union', mine.case!.id, 'serve', served)
  await takes('street', theirs.case!.id, 'serve', served)
  expect((await ask('employer', 'GET', `/api/cases/${theirs.case!.id}`)).status).toBe(200)
  expect((await ask('employer', 'GET', `/api/cases/${mine.case!.id}`)).status).toBe(404)
  await takes('employer', theirs.case!.id, 'answer', { agrees: 'agree', meetOn: '2026-07-20', meetAt: '09:30', place: '会议室' })
  expect(await counts('district', one.id)).toEqual({ unserved: all - 2, waiting: 1, answered: 1 })

  const { due } = await item('district', one.id, ruiding)
  expect(due).toMatchObject({ title: { zh: '答复工资协商要约' }, last: '2026-06-15' })
  moveTo(due!.last)
  expect(await counts('district', one.id)).toMatchObject({ waiting: 1 })
  moveTo(addDays(due!.last, 1))
  expect(await counts('district', one.id)).toMatchObject({ silent: 1, answered: 1 })
  expect((await ask('street', 'POST', `/api/campaigns/${one.id}/remind`)).status).toBe(403)
  expect((await ask('district', 'POST', `/api/campaigns/${one.id}/remind`)).body).toEqual({ reminded: 1 })
  for (const who of ['ruiding', 'union']) {
    const said = await reminders(who)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('应在 2026-06-15 前书面答复')
    expect(said[0]).toContain('杭州市企业工资集体协商条例第24条')
  }
  expect(await reminders('employer')).toEqual([])

  const again = await draft('district', { choose: undefined, firms: [qicheng, ruiding], key: story.nextKey() })
  expect(again.body.counts).toMatchObject({ ready: 0, left: 2 })
  const table = await story.file('district', `/api/campaigns/${one.id}/export?as=csv&phase=silent`)
  expect(table.toString().trim().split('\r\n')).toHaveLength(2)
  expect(table.toString()).toContain('逾期未答复')
})

test('a street offers to the firms of its own street alone', async () => {
  const { body } = await draft('street', {
    common: { kind: 'safety', topics: ['劳动安全'], meetOn: '2026-08-20', meetAt: '09:30', delegates: ['周敏'] },
  })
  const { body: page } = await ask('street', 'GET', `/api/campaigns/${body.id}/items?limit=200`)
  expect(page.items.length).toBeGreaterThan(0)
  expect(new Set(page.items.map(({ unit }: CampaignItemWire) => unit))).toEqual(new Set(['白杨街道']))
  expect((await ask('mediator', 'GET', `/api/campaigns/${body.id}`)).status).toBe(404)
  expect((await draft('mediator')).status).toBe(403)
})
