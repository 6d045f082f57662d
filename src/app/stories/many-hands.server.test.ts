/** Many hands on one case, on the whole house: ten colleagues join, and two people act at once. */
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { baiyangCentre, type Cast, qicheng, ruiding } from '#projects/anxin/dispute-mediation/demo/cast.ts'
import { application, namedOf } from '#projects/anxin/dispute-mediation/demo/scripts.ts'
import { demoPeople } from '#registry/demo.ts'
import { openTestHouse } from './open-test-house.server.ts'

const story = await openTestHouse()
const { sees, takes, refused } = story
const start = story.today()

async function inMediation(worker: string, firm: string, cast: Cast): Promise<string> {
  const input = application({ workers: 1 })({ cast, start, on: start, day: () => start })
  const { id } = await story.opens(worker, baiyangCentre.id, input)
  await takes('clerk', id, 'notifyRespondent', { to: cast.firm.name, how: 'byPhone' })
  await takes(firm, id, 'consent', { who: cast.forFirm.name, how: 'online' })
  await takes('clerk', id, 'accept', { ground: 'labour' })
  await takes('clerk', id, 'assignMediators', { mediators: [{ ...namedOf(demoPeople.shenHongmei), tie: 'none' }] })
  return id
}

describe('ten colleagues join', () => {
  const marksOf = async (id: string) => (await sees('mediator', id)).marks.map((mark) => mark.id)
  const toldTo = async (who: string, id: string) =>
    (await story.ask(who, 'GET', '/api/notices?limit=200')).body.items.filter((one: { case: string; kind: string }) => one.case === id)
  const colleague = (n: number, sameClaim: boolean) => ({ ...namedOf(ruiding.colleagues[n]!), sameClaim })

  test('nine are not collective; ten without one claim are not; ten with one claim are, and the level above is told', async () => {
    const id = await inMediation('speaker', 'ruiding', ruiding)
    for (let n = 0; n < 8; n++) await takes('speaker', id, 'join', colleague(n, true))
    expect(await marksOf(id)).toEqual([])
    await takes('speaker', id, 'join', colleague(8, false))
    expect([(await sees('mediator', id)).subject, await marksOf(id)]).toEqual(['刘志军等 10 人 与 杭州瑞鼎金属制品有限公司', []])
    const before = (await toldTo('street', id)).length
    await takes('speaker', id, 'join', colleague(9, true))
    const { marks } = await sees('mediator', id)
    expect(marks).toMatchObject([{ id: 'collective', law: { article: '7' } }])
    expect((await toldTo('street', id)).length).toBe(before + 1)

    await takes('mediator', id, 'leave', namedOf(ruiding.colleagues[0]!))
    expect(await marksOf(id)).toEqual([])
  })

  test('three to five of them are chosen, and only of them; the others agree one by one', async () => {
    const id = await inMediation('speaker', 'ruiding', ruiding)
    for (let n = 0; n < 9; n++) await takes('speaker', id, 'join', colleague(n, true))
    const crowd = [ruiding.worker, ...ruiding.colleagues].map(namedOf)
    const elects = (from: number, to: number) => ({ people: crowd.slice(from, to), voters: 10 })
    const rule = 'representativesAreThreeToFive'
    expect(await refused('speaker', id, 'electRepresentatives', elects(0, 2))).toMatchObject({ rule, missing: { zh: '还差 1 人' } })
    expect(await refused('speaker', id, 'electRepresentatives', elects(0, 6))).toMatchObject({ rule })
    expect(await refused('speaker', id, 'electRepresentatives', elects(8, 11))).toMatchObject({ rule: 'representativesAreWorkers' })
    const chosen = await takes('speaker', id, 'electRepresentatives', elects(0, 5))
    expect(chosen.parties.filter((party) => party.role === 'worker')).toHaveLength(5)

    await takes('mediator', id, 'draftAgreement', {
      points: ['补发加班工资'],
      payments: [{ amountFen: 100_000, by: addDays(start, 20) }],
      covers: ['unpaidWages'],
    })
    await takes('speaker', id, 'workerSigns', { act: 'sign', name: '刘志军' })
    await takes('ruiding', id, 'firmSigns', { act: 'sign', name: '钱海波' })
    const seal = { mediator: '沈红梅', sealedBy: baiyangCentre.name, copies: 3 }
    expect(await refused('mediator', id, 'sign', seal)).toMatchObject({ rule: 'representedAgree', missing: { zh: '还差 5 人' } })
    for (const one of crowd.slice(5, 10)) await takes('mediator', id, 'approve', one)
    expect((await takes('mediator', id, 'sign', seal)).state).toBe('agreed')
  })
})

describe('two people act at once', () => {
  const hearing = (room: string) => ({ day: addDays(start, 5), start: '14:00', room, mode: 'onsite', open: 'closed' })

  test('one is first, the other is told that it has changed; looking again, they can go on', async () => {
    const id = await inMediation('worker', 'employer', qicheng)
    const { seq } = await sees('mediator', id)
    const attempt = (who: string, room: string, seen: number) =>
      story.ask(who, 'POST', `/api/cases/${id}/steps`, { step: 'schedule', input: hearing(room), seen, key: story.nextKey() })
    const answers = await Promise.all([
      attempt('mediator', '1 号调解室', seq),
      attempt('street', '2 号调解室', seq),
      attempt('clerk', '3 号调解室', seq),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.refusal).toMatchObject({ why: 'stale' })
    const after = await sees('mediator', id)
    expect([after.seq, after.log.filter((entry) => entry.step === 'schedule').length]).toEqual([seq + 1, 1])
    expect((await attempt('street', '2 号调解室', after.seq)).status).toBe(200)
  })

  test('the same click arriving four times at once is one step, and all four are told the same', async () => {
    const id = await inMediation('worker', 'employer', qicheng)
    const { seq } = await sees('mediator', id)
    const click = { step: 'schedule', input: hearing('1 号调解室'), key: story.nextKey() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => story.ask('mediator', 'POST', `/api/cases/${id}/steps`, click)))
    expect(answers.map(({ status, body }) => [status, body.seq])).toEqual(Array.from({ length: 4 }, () => [200, seq + 1]))
    expect((await sees('mediator', id)).papers.filter((paper) => paper.kind === 'hearingNotice')).toHaveLength(1)
  })

  test('the same application sent four times at once is one case', async () => {
    const input = application()({ cast: qicheng, start, on: start, day: () => start })
    const sent = { procedure: 'dispute-mediation', owner: baiyangCentre.id, step: 'apply', input, key: story.nextKey() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => story.ask('worker', 'POST', '/api/cases', sent)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1)
  })
})
