/** The stories of a mediation that ends otherwise, on the whole house: the firm refuses, day 15 passes, more time, another level. */
import { describe, expect, test } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { baiyangCentre, type Cast, qicheng, ruiding, ruidingCommittee } from '#projects/anxin/dispute-mediation/demo/cast.ts'
import { application, namedOf } from '#projects/anxin/dispute-mediation/demo/scripts.ts'
import { demoPeople } from '#registry/demo.ts'
import { getDocumentProxy, extractText } from 'unpdf'
import { openTestHouse } from './open-test-house.server.ts'

const story = await openTestHouse()
const { sees, takes, refused, moveTo, works } = story
const start = story.today()

const asked = (cast: Cast) => application()({ cast, start, on: story.today(), day: () => story.today() })
const applies = async (): Promise<string> => {
  moveTo(start)
  return (await story.opens('worker', baiyangCentre.id, asked(qicheng))).id
}
const toldAndAgreed = async (id: string): Promise<void> => {
  await takes('clerk', id, 'notifyRespondent', { to: qicheng.firm.name, how: 'byPhone' })
  await takes('employer', id, 'consent', { who: '孙立峰', how: 'online' })
}
const inMediation = async (): Promise<string> => {
  const id = await applies()
  await toldAndAgreed(id)
  await takes('clerk', id, 'accept', { ground: 'labour' })
  await takes('clerk', id, 'assignMediators', { mediators: [{ ...namedOf(demoPeople.shenHongmei), tie: 'none' }] })
  return id
}
const dueIn = (file: CaseWire, id: string): Day | undefined => {
  const due = file.due.find((one) => one.id === id)
  return due && (due.extendedTo ?? due.last)
}

/** The words of the last paper of a kind, as this person would download it. */
async function wordsOf(who: string, id: string, kind: string): Promise<string> {
  const paper = (await sees(who, id)).papers.findLast((one) => one.kind === kind)!
  const bytes = await story.file(who, `/api/cases/${id}/papers/${paper.id}?as=pdf`)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text.replace(/\s/g, '')
}

const clocksOf = async (who: string, id: string): Promise<readonly string[]> =>
  (await story.ask(who, 'GET', '/api/today')).body.clocks
    .filter((row: { id: string }) => row.id === id)
    .map((row: { due: { id: string } }) => row.due.id)

describe('the firm refuses', () => {
  test('it ends with the notice of the right to arbitrate, and nobody can take a step of mediation any more', async () => {
    const id = await applies()
    await takes('clerk', id, 'notifyRespondent', { to: qicheng.firm.name, how: 'byPhone' })
    const ended = await takes('employer', id, 'decline', { who: '孙立峰', reason: '公司认为不欠工资' })
    expect([ended.state, ended.ended]).toEqual(['declined', true])

    const said = await wordsOf('worker', id, 'refusalNotice')
    expect(said).toContain('申请仲裁')
    expect(said).toContain('2027年6月1日')
    expect(dueIn(await sees('worker', id), 'limitationWage')).toBe('2027-06-01')

    for (const who of ['worker', 'employer', 'clerk', 'street', 'mediator', 'district']) {
      const { steps } = await sees(who, id)
      expect([who, steps.filter((one) => one.allowed).map((one) => one.id)]).toEqual([who, []])
    }
    for (const [step, input] of [
      ['accept', { ground: 'labour' }],
      ['notifyRespondent', { to: qicheng.firm.name, how: 'byPhone' }],
      ['assignMediators', { mediators: [{ ...namedOf(demoPeople.shenHongmei), tie: 'none' }] }],
    ] as const)
      expect(await refused('clerk', id, step, input)).toMatchObject({ why: 'not now' })
    expect(await refused('employer', id, 'consent', { who: '孙立峰', how: 'online' })).toMatchObject({ why: 'not now' })
    expect((await sees('worker', id)).log).toHaveLength(3)
  })
})

describe('day 15 passes', () => {
  test('on day 16, not before, the law ends it; both sides are told in writing, with the last day for arbitration', async () => {
    const id = await inMediation()
    expect(dueIn(await sees('worker', id), 'end')).toBe(addDays(start, 15))
    moveTo(addDays(start, 15))
    await works()
    expect((await sees('worker', id)).state).toBe('mediating')
    expect(await clocksOf('mediator', id)).toEqual(['end'])

    moveTo(addDays(start, 16))
    await works()
    const after = await sees('worker', id)
    expect(after.state).toBe('failed')
    expect(after.log.at(-1)).toMatchObject({ step: 'lapse', by: 'law', on: addDays(start, 16) })
    expect(dueIn(after, 'limitationWage')).toBe('2027-06-17')
    for (const who of ['worker', 'employer']) {
      const said = await wordsOf(who, id, 'lapseNotice')
      expect(said).toContain('视为调解不成')
      expect(said).toContain('2027年6月17日')
    }
  })

  test('Today has let go of the clock and tells of the change', async () => {
    const id = await inMediation()
    moveTo(addDays(start, 15))
    const before = (await story.ask('mediator', 'GET', '/api/today')).body
    expect(before.clocks.map((row: { id: string }) => row.id)).toContain(id)
    moveTo(addDays(start, 16))
    await works()
    const after = (await story.ask('mediator', 'GET', '/api/today')).body
    expect(after.clocks.map((row: { id: string }) => row.id)).not.toContain(id)
    expect(after.changes).toContainEqual(
      expect.objectContaining({ case: id, title: expect.objectContaining({ zh: '期限届满，调解不成' }) }),
    )
    const told = (await story.ask('worker', 'GET', '/api/notices')).body.items
    expect(told.map((one: { case: string }) => one.case)).toContain(id)
  })

  test('a second round of the clockwork on the same day does nothing twice', async () => {
    const id = await inMediation()
    moveTo(addDays(start, 16))
    await works()
    const once = await sees('worker', id)
    await Promise.all([works(), works()])
    expect((await sees('worker', id)).log).toEqual(once.log)
  })
})

describe('more time', () => {
  const until = addDays(start, 25)
  test('only when both have signed, only in time, only to a later day', async () => {
    const id = await inMediation()
    moveTo(addDays(start, 10))
    const on = story.today()
    expect(await refused('mediator', id, 'extend', { until, workerSignedOn: on })).toMatchObject({
      rule: 'bothSignedToExtend',
      missing: { zh: '还差企业方签字' },
      law: { article: '29' },
    })
    expect(await refused('mediator', id, 'extend', { until, firmSignedOn: on })).toMatchObject({ missing: { zh: '还差职工方签字' } })
    const both = { workerSignedOn: on, firmSignedOn: on }
    expect(await refused('mediator', id, 'extend', { until: addDays(start, 15), ...both })).toMatchObject({ rule: 'extensionIsLater' })
    expect(dueIn(await takes('mediator', id, 'extend', { until, ...both }), 'end')).toBe(until)

    moveTo(addDays(start, 16))
    await works()
    expect((await sees('worker', id)).state).toBe('mediating')
    moveTo(addDays(until, 1))
    await works()
    expect((await sees('worker', id)).state).toBe('failed')
  })

  test('after the last day it is too late, even if the clockwork has not been round', async () => {
    const id = await inMediation()
    moveTo(addDays(start, 16))
    const on = addDays(start, 15)
    expect(await refused('mediator', id, 'extend', { until, workerSignedOn: on, firmSignedOn: on })).toMatchObject({ rule: 'timeWasLeft' })
  })
})

describe('handed over between levels', () => {
  test('from the firm’s committee to the street: the clock runs on from the day of receipt', async () => {
    moveTo(start)
    const { id } = await story.opens('speaker', ruidingCommittee.id, asked({ ...ruiding, colleagues: [] }))
    await takes('union', id, 'notifyRespondent', { to: ruiding.firm.name, how: 'inPerson' })
    await takes('ruiding', id, 'consent', { who: '钱海波', how: 'online' })
    const accepted = await takes('union', id, 'accept', { ground: 'labour' })
    expect((await story.ask('clerk', 'GET', `/api/cases/${id}`)).status).toBe(404)

    moveTo(addDays(start, 4))
    const to = { name: baiyangCentre.name, organisationId: baiyangCentre.id }
    await takes('union', id, 'handOver', { to, level: 'street', reason: '涉及人数多，企业请街道调解' })
    const taken = await sees('clerk', id)
    expect(taken.owner.id).toBe(baiyangCentre.id)
    expect(taken.number).toBe(accepted.number)
    expect(taken.due.map(({ id: due, start: from, last }) => [due, from, last])).toEqual(
      accepted.due.map(({ id: due, start: from, last }) => [due, from, last]),
    )
    await takes('clerk', id, 'assignMediators', { mediators: [{ ...namedOf(demoPeople.shenHongmei), tie: 'none' }] })
    expect((await story.ask('union', 'GET', `/api/cases/${id}`)).status).toBe(404)

    moveTo(addDays(start, 16))
    await works()
    expect((await sees('speaker', id)).state).toBe('failed')
  })
})
