/** A session with ninety delegates on a real database: everybody votes at once on phones, nobody twice, and nothing links a paper to a voter. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { choices } from '../data.ts'
import { receiptFrom } from './box.ts'
import { demoDistrict } from '#registry/demo.ts'
import { vote } from './store.server.ts'
import { congressHouse, register, union } from './session-for-tests.server.ts'

const today = day('2026-11-20')
const house = await congressHouse(today, 90)
const { call, db, key, voters } = house
await register(house, day('2025-01-01'))

const draft = { id: '1', title: '工资专项集体合同（草案）', kind: 'contract' }
const codeOf = (n: number) => receiptFrom(createHash('sha256').update(`receipt ${n}`).digest())!
const step = async (id: string, name: string, input?: object, who = 'chair') =>
  await call(who, 'POST', `/api/cases/${id}/steps`, { step: name, ...(input ? { input } : {}), key: key() })
const takes = async (id: string, name: string, input?: object) => {
  const { status, body } = await step(id, name, input)
  expect([name, status, body.errors ?? body.refusal]).toEqual([name, 200, undefined])
  return body
}
const votes = (who: string, id: string, ballot: number, receipt: string, choice: string) =>
  call(who, 'POST', `/api/ballots/${id}/${ballot}/papers`, { receipt, choice })

async function openSession(present: number, attending?: readonly string[]): Promise<string> {
  const { status, body } = await call('chair', 'POST', '/api/cases', {
    procedure: 'workers-congress',
    owner: union,
    step: 'call',
    input: { term: 4, session: 3, onDay: today, place: '大会议室', form: 'congress', agenda: [draft] },
    key: key(),
  })
  expect([status, body.errors ?? body.refusal]).toEqual([201, undefined])
  await takes(body.id, 'openSession', { chair: '马春燕', present, ...(attending ? { attending } : {}) })
  return body.id
}

const id = await openSession(90)

test('the house records the register of the day, whatever is sent', async () => {
  const { body } = await call('chair', 'GET', `/api/cases/${id}`)
  expect([body.facts.opening.roster.all, body.facts.opening.roster.delegates.length, body.facts.opening.heldOn]).toEqual([90, 90, today])
})

test('nobody votes before the ballot is open', async () => {
  expect((await votes('v0', id, 1, codeOf(0), 'yes')).status).toBe(404)
})

test('ninety vote at once: each vote is kept once, and no second one', async () => {
  await takes(id, 'openBallot', { item: '1', how: 'phones', secret: true })
  const open = (await call('v0', 'GET', '/api/ballots')).body.items
  expect(open).toMatchObject([
    { case: id, ballot: 1, session: '四届三次职工代表大会', state: 'open', eligible: 90, voted: 0, youVoted: false },
  ])

  // 46 yes, 30 no, 14 abstentions; every voter sends twice at the same time, as impatient fingers do.
  const choiceOf = (at: number) => choices[at < 46 ? 0 : at < 76 ? 1 : 2]
  const answers = await Promise.all(
    voters.flatMap((who, at) => [votes(who, id, 1, codeOf(at), choiceOf(at)), votes(who, id, 1, codeOf(at), choiceOf(at))]),
  )
  expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200))
  const again = await Promise.all(voters.slice(0, 20).map((who, at) => votes(who, id, 1, codeOf(at + 200), 'no')))
  expect(new Set(again.map((one) => one.status))).toEqual(new Set([409]))
  expect(again[0]!.body.refusal.says.zh).toContain('已经投过票')
})

test('the one row holds both lists sorted; nothing else of the vote is kept', async () => {
  const rows = await db.owner<{ voted: string[]; papers: { receipt: string; choice: string }[] }>('select * from congress_ballot')
  expect(rows.length).toBe(1)
  const { voted, papers } = rows[0]!
  expect(voted).toEqual(voted.toSorted())
  expect(papers.map((one) => one.receipt)).toEqual(papers.map((one) => one.receipt).toSorted())
  expect([voted.length, papers.length]).toEqual([90, 90])
  expect(papers.map((one) => Object.keys(one).toSorted())).toEqual(papers.map(() => ['choice', 'receipt']))
  const columns = await db.owner<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'congress_ballot'`,
  )
  expect(columns.map((one) => one.name).toSorted()).toEqual(['ballot', 'case_id', 'district_id', 'eligible', 'papers', 'voted'])
  const elsewhere = await db.owner<{ n: number }>(
    `select ((select count(*) from case_step where input::text like '%' || $1 || '%') + (select count(*) from audit_entry where what::text like '%' || $1 || '%')
       + (select count(*) from notice where title::text like '%' || $1 || '%'))::int as n`,
    [codeOf(3)],
  )
  expect(elsewhere).toEqual([{ n: 0 }])
})

test('while it is open only the turnout is told', async () => {
  expect((await call('chair', 'GET', `/api/congress/sessions/${id}/turnout`)).body).toEqual({ ballot: 1, eligible: 90, voted: 90 })
  for (const who of ['chair', 'v0']) expect((await call(who, 'GET', `/api/ballots/${id}/1/papers`)).status).toBe(409)
  expect(JSON.stringify((await call('chair', 'GET', `/api/cases/${id}`)).body)).not.toContain(codeOf(3))
})

test('sealed, it takes no vote; the count comes from the box and cannot be typed', async () => {
  await takes(id, 'closeBallot')
  expect((await votes('v1', id, 1, codeOf(300), 'no')).body.refusal.says.zh).toBe('这次投票已经封票')
  const wrong = await step(id, 'count', { id: '1', passed: false, yes: 1, no: 89, box: { yes: 1, no: 89, abstain: 0, eligible: 90 } })
  expect([wrong.status, wrong.body.refusal.rule]).toEqual([409, 'failedOnlyBelowHalf'])
  const { facts } = await takes(id, 'count', { id: '1', passed: true })
  expect(facts.results).toEqual([
    {
      id: '1',
      passed: true,
      kind: 'contract',
      box: { yes: 46, no: 30, abstain: 14, eligible: 90 },
      all: 90,
      present: 90,
      yes: 46,
      no: 30,
      abstain: 14,
    },
  ])
})

test('every voter finds their paper and counts again; the box agrees with what was declared', async () => {
  const { status, body } = await call('v7', 'GET', `/api/ballots/${id}/1/papers`)
  expect([status, body.count, body.agrees]).toEqual([200, { yes: 46, no: 30, abstain: 14 }, true])
  expect(body.papers).toContainEqual({ receipt: codeOf(7), choice: 'yes' })
  expect((await call('v7', 'GET', '/api/ballots')).body.items[0]).toMatchObject({
    state: 'counted',
    youVoted: true,
    result: { yes: 46, all: 90, passed: true },
  })
  await db.owner(`update congress_ballot set papers = jsonb_set(papers, '{0,choice}', '"abstain"')`)
  const tampered = (await call('v7', 'GET', `/api/ballots/${id}/1/papers`)).body
  expect(tampered.agrees).toBe(tampered.count.yes === 46 && tampered.count.no === 30)
  expect(tampered.agrees).toBe(false)
})

test('outsiders know of no ballot, the desk above reads the closed one', async () => {
  const statuses = await Promise.all(
    ['otherStreet', 'employer', 'worker', 'street', 'chair'].map(
      async (who) => (await call(who, 'GET', `/api/ballots/${id}/1/papers`)).status,
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 200, 200])
  expect((await votes('worker', id, 1, codeOf(400), 'yes')).status).toBe(404)
  expect((await call('worker', 'GET', '/api/ballots')).body.items).toEqual([])
  expect((await call('employer', 'GET', `/api/congress/sessions/${id}/turnout`)).status).toBe(404)
})

test('only those ticked as present may vote on a phone; a void ballot is not published, and a new box begins', async () => {
  const { body: page } = await call('chair', 'GET', `/api/congress/delegates?union=${union}&limit=500`)
  const there = page.items.slice(0, 60) as { id: string }[]
  const second = await openSession(
    60,
    there.map((one) => one.id),
  )
  await takes(second, 'openBallot', { item: '1', how: 'phones', secret: true })
  expect((await votes('v59', second, 1, codeOf(1), 'yes')).status).toBe(200)
  expect((await votes('v60', second, 1, codeOf(2), 'yes')).status).toBe(404)
  await takes(second, 'voidBallot', { item: '1', reason: '测试中断' })
  expect((await call('v59', 'GET', `/api/ballots/${second}/1/papers`)).status).toBe(409)
  await takes(second, 'openBallot', { item: '1', how: 'phones', secret: true })
  expect((await votes('v59', second, 1, codeOf(1), 'yes')).body.refusal.says.zh).toBe('这次投票已经封票')
  expect((await votes('v59', second, 2, codeOf(1), 'no')).status).toBe(200)
  await takes(second, 'closeBallot')
  const short = await step(second, 'count', { id: '1', passed: true })
  expect([short.status, short.body.refusal.missing.zh]).toEqual([409, '90 的过半是 46，差 46 票'])
  const states = (await call('v59', 'GET', '/api/ballots')).body.items.filter((one: { case: string }) => one.case === second)
  expect(states.map((one: { ballot: number; state: string }) => [one.ballot, one.state])).toEqual([
    [2, 'closed'],
    [1, 'void'],
  ])
})

test('a vote that came before the seal is in the count, however close they are', async () => {
  const third = await openSession(90)
  await takes(third, 'openBallot', { item: '1', how: 'phones', secret: true })
  const racing = voters.map((who, at) => votes(who, third, 1, codeOf(at), 'yes'))
  const sealing = takes(third, 'closeBallot')
  const kept = (await Promise.all(racing)).filter((one) => one.status === 200).length
  await sealing
  const { body } = await call('chair', 'GET', `/api/ballots/${third}/1/papers`)
  expect(body.count.yes).toBe(kept)
})

test('who was two delegates and is found to be one person votes once', async () => {
  const fourth = await openSession(90)
  await takes(fourth, 'openBallot', { item: '1', how: 'phones', secret: true })
  const [a, b, c, d] = house.people.map((one) => one.id)
  const puts = (voter: readonly string[], n: number) =>
    vote(db, { district: demoDistrict.id, session: fourth, ballot: 1, voter, paper: { receipt: codeOf(n), choice: 'yes' } })
  await puts([a!], 500)
  await puts([d!], 501)
  for (const [pair, n] of [
    [[a!, b!], 502],
    [[b!, a!], 503],
    [[c!, d!], 504],
    [[d!, c!], 505],
  ] as const)
    await expect(puts(pair, n)).rejects.toThrow()
  expect((await call('chair', 'GET', `/api/congress/sessions/${fourth}/turnout`)).body.voted).toBe(2)
})
