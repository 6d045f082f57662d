/** An evaluation over the API, with the people of the demonstration: questionnaires without names, the sum made again, a model firm in the register. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { addDays } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { ruiding, scoresBut, scoresLess } from '../demo/script.ts'
import { defaultRubric } from '../rubric/default.ts'
import type { EvaluationWire } from './wire.ts'

import {
  answers,
  app,
  call,
  clock,
  codesOf,
  db,
  evaluatedAt,
  opens,
  refusesTo,
  sheet,
  start,
  street,
  takes,
  type Who,
} from './town.server.ts'

describe('who', () => {
  test('a firm elsewhere is not ours; its own union may evaluate its own firm and no other', async () => {
    const elsewhere = await opens('otherStreet', organisationId('xiasha'))
    expect(elsewhere).toMatchObject({ status: 409, body: { refusal: { rule: 'firmIsOurs' } } })
    expect((await opens('union', street)).status).toBeGreaterThanOrEqual(403)
    const own = await opens('union', organisationId('ruidingUnion'), { round: '自查' })
    expect(own.status).toBe(201)
    expect(own.body.facts.opening.firm.union).toBeUndefined()
    const qicheng = { name: '杭州启程货运有限公司', organisationId: organisationId('qicheng') }
    expect((await opens('union', organisationId('ruidingUnion'), { company: qicheng })).status).toBe(400)
  })

  test('what is recorded is looked up, whatever was sent', async () => {
    const { body } = await opens('street', street, { rubricVersion: 7, firm: { name: '别家' } })
    expect(body.facts.opening).toMatchObject({
      rubricVersion: 1,
      firm: { name: ruiding.name, union: { name: demoPeople.maChunyan.name, personId: demoPeople.maChunyan.id } },
    })
    expect(body.parties.map((one: { role: string }) => one.role)).toEqual(['employer', 'union'])
  })
})

describe('questionnaires', () => {
  test('one sheet a person, as many as were asked, none after the end; nothing leads from a sheet to a person', async () => {
    const { id } = (await opens('street', street, { round: '问卷' })).body as CaseWire
    expect((await call('employer', 'POST', `/api/bargaining-evaluations/${id}/codes`)).status).toBe(403)
    expect((await call('otherStreet', 'POST', `/api/bargaining-evaluations/${id}/codes`)).status).toBe(404)
    const codes = await codesOf(id)
    expect(await codesOf(id)).toEqual(codes)
    expect(Object.keys(codes)).toEqual(['union', 'workers'])
    const form = (await call('nobody', 'GET', `/api/evaluation-forms/${codes.workers!.toUpperCase()}`)).body
    expect(form).toMatchObject({ firm: ruiding.name, role: 'workers', open: true, invited: 3, taken: 0 })
    expect(form.answered).toBeUndefined()
    expect(form.questions).toHaveLength(8)

    const first = sheet('workers')
    expect(await answers('worker', codes.workers!, first)).toEqual({ status: 201, body: { taken: 1 } })
    expect(await answers('worker', codes.workers!, first)).toEqual({ status: 200, body: { taken: 1 } })
    expect((await answers('worker', codes.workers!, sheet('workers'))).status).toBe(409)
    expect((await answers('worker', codes.union!, sheet('union'))).status).toBe(409)
    const { q1: _, ...less } = first.answers
    expect((await answers('nobody', codes.workers!, { key: newId(), answers: less })).body.errors[0].path).toMatch('q1')
    expect((await answers('nobody', codes.workers!, { key: newId(), answers: { ...first.answers, q5: 0 } })).status).toBe(400)
    expect((await answers('nobody', codes.workers!, { key: newId(), answers: { ...first.answers, zz: 1 } })).status).toBe(400)
    await answers('nobody', codes.workers!, sheet('workers', false))
    const last = await Promise.all([1, 2, 3].map(() => answers('nobody', codes.workers!, sheet('workers'))))
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect((await call('nobody', 'GET', '/api/evaluation-forms/zzzzzzzzzz')).status).toBe(404)

    const kept = await db.owner<Record<string, unknown>>(`select * from evaluation_answer where case_id = $1`, [id])
    expect(kept).toHaveLength(3)
    expect(JSON.stringify(kept)).not.toContain(demoPeople.liuZhijun.id)
    expect(await db.owner(`select * from evaluation_answered where case_id = $1`, [id])).toEqual([
      { district_id: demoDistrict.id, case_id: id, attempt: 1, person_id: demoPeople.liuZhijun.id },
    ])

    await takes('union', id, 'selfScore', { scores: scoresBut({}) })
    const party = (await call('employer', 'GET', `/api/bargaining-evaluations/${id}`)).body as EvaluationWire
    expect([party.desk, party.rubric.version]).toEqual([undefined, 1])
    const closed = await takes('street', id, 'closeAnswers', {})
    expect((closed.facts.closings as any[])[0].tally[0]).toMatchObject({ role: 'workers', invited: 3, answered: 3, aware: 8, awareOf: 12 })
    expect((await answers('nobody', codes.workers!, sheet('workers'))).body.refusal.says.zh).toBe('问卷已经结束')
    expect((await call('employer', 'GET', `/api/cases/${id}`)).body.facts.closings).toBeUndefined()
  })

  test('nobody changes a sheet or takes one back', async () => {
    await expect(db.ask(houseScope(demoDistrict.id), `update evaluation_answer set role = 'union'`)).rejects.toThrow('append-only')
    await expect(db.ask(houseScope(demoDistrict.id), 'delete from evaluation_answer')).rejects.toThrow('permission denied')
  })
})

test('below 80: a plan, improvement, evaluated anew on a questionnaire of its own; the first result stays', async () => {
  const { id, concluded } = await evaluatedAt(scoresLess(30), '改进')
  expect((concluded.facts.conclusions as any[])[0].result).toMatchObject({ total: 7_000, participation: 10_000 })
  expect((await refusesTo('street', id, 'close')).rule).toBe('resultPasses')
  const measures = [{ what: '公布合同', who: '人事部', by: addDays(clock.today, 20) }]
  const planned = await takes('street', id, 'plan', { measures, until: addDays(clock.today, 30) })
  expect(planned.due.map((due) => [due.id, due.last])).toEqual([['improve', '2026-07-01']])
  expect(planned.papers.map((paper) => paper.kind)).toEqual(['evaluationReport', 'improvementPlan'])
  await takes('street', id, 'planDone', { done: '已公布' })
  expect((await refusesTo('street', id, 'closeAnswers', {})).rule).toBe('selfScoreIsIn')
  await takes('employer', id, 'selfScore', { scores: scoresBut({}) })
  expect((await refusesTo('street', id, 'closeAnswers', {})).rule).toBe('workersHaveAnswered')
  const codes = await codesOf(id)
  expect((await answers('worker', codes.workers!, sheet('workers'))).status).toBe(201)
  await takes('street', id, 'closeAnswers', {})
  await takes('street', id, 'score', { scores: scoresLess(5) })
  const again = await takes('street', id, 'conclude', { says: '有明显改进' })
  expect((again.facts.conclusions as any[]).map((one) => one.result.total > 8_000)).toEqual([false, true])
  await takes('street', id, 'close')
  const rows = await db.owner(`select attempt, passes, latest from evaluation_result where case_id = $1 order by attempt`, [id])
  expect(rows).toEqual([
    { attempt: 1, passes: false, latest: false },
    { attempt: 2, passes: true, latest: true },
  ])
})

test('the sum is made again from what is on record, and a row that was tampered with shows', async () => {
  const { id } = await evaluatedAt(scoresLess(12), '复算')
  const read = async () => ((await call('street', 'GET', `/api/bargaining-evaluations/${id}`)).body as EvaluationWire).check!
  const check = await read()
  expect([check.same, check.recounted, check.items.length]).toEqual([true, true, 54])
  expect(check.items.reduce((sum, one) => sum + one.got, 0)).toBe(check.recorded.total)
  await db.owner(`delete from evaluation_answer where case_id = $1 and role = 'union'`, [id])
  expect((await read()).recounted).toBe(false)
})

test('above 90 with a contract in force, confirmed by the district: the register says model firm from that day', async () => {
  const { id } = await evaluatedAt(scoresLess(3), '示范')
  expect((await refusesTo('street', id, 'proposeModel', { reasons: '规范' })).rule).toBe('contractIsInForce')
  const ids = [demoDistrict.id, id]
  await db.owner(
    `insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, owner_id, number)
     values ($1, $2, 1, 'wage', 'enterprise', '工资专项集体合同', '2026-01-01', '2026-01-05', '2026-06-01', $3, 'HT-1')`,
    [...ids, organisationId('ruidingUnion')],
  )
  await db.owner(
    `insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, '2026-01-05', '2026-06-01')`,
    [...ids, ruiding.organisationId],
  )
  clock.today = addDays(start, 1)
  expect((await refusesTo('street', id, 'proposeModel', { reasons: '规范' })).rule).toBe('contractIsInForce')
  clock.today = start
  await takes('street', id, 'proposeModel', { reasons: '技能与工资挂钩' })
  expect((await refusesTo('street', id, 'confirmModel', { says: '同意' })).why).toBe('not you')
  clock.today = addDays(start, 3)
  await takes('district', id, 'confirmModel', { says: '同意' })
  const facts = `select value, since, until, source from organisation_fact where organisation_id = $1 and fact = 'modelFirm'`
  const [fact, ...more] = await db.owner<{ value: string; since: string; source: string }>(facts, [ruiding.organisationId])
  expect([fact, more]).toMatchObject([{ value: '技能与工资挂钩', since: '2026-06-04', source: expect.stringContaining('质〔2026〕') }, []])
  const second = await evaluatedAt(scoresLess(3), '示范二')
  expect((await refusesTo('street', second.id, 'proposeModel', { reasons: '再来' })).rule).toMatch(/contractIsInForce|firmIsNoModelYet/)
  clock.today = start
})

describe('the list', () => {
  test('by round and band, within what the caller may see, a page at a time, and the same in the workbook', async () => {
    const list = async (who: Who, query = '') => (await call(who, 'GET', `/api/bargaining-evaluations?${query}`)).body
    const all = await list('district', 'limit=200')
    expect(all.total).toBeGreaterThan(5)
    expect((await list('otherStreet')).total).toBe(0)
    expect((await list('worker')).total).toBe(0)
    expect((await list('employer')).total).toBe(all.total)
    const paged: string[] = []
    for (let after = ''; ; ) {
      const page = await list('street', `limit=2${after}`)
      paged.push(...page.items.map((one: { id: string }) => one.id))
      if (!page.next) break
      after = `&after=${page.next}`
    }
    expect(paged).toEqual((await list('street', 'limit=200')).items.map((one: { id: string }) => one.id))
    expect(new Set(paged).size).toBe(paged.length)
    const models = await list('street', 'band=model')
    expect(models.items.map((one: { round: string }) => one.round)).toEqual(['示范'])
    expect((await list('street', `round=${encodeURIComponent('改进')}`)).items).toMatchObject([
      { attempt: 2, passes: true, state: 'closed' },
    ])
    expect((await call('street', 'GET', '/api/bargaining-evaluations?after=AAAA')).status).toBe(400)

    const file = await app.inject({ url: '/api/bargaining-evaluations/export', headers: { 'x-test-caller': 'street' } })
    const path = join(await mkdtemp(join(tmpdir(), 'hexie-book-')), 'evaluations.xlsx')
    await writeFile(path, file.rawPayload)
    const book = await openWorkbook(path)
    const lines = []
    for await (const batch of book.rows()) lines.push(...batch)
    expect(lines).toHaveLength(paged.length + 1)
  })

  test('a round at a glance: averages by dimension and the share that passes, by street', async () => {
    const { body } = await call('district', 'GET', `/api/bargaining-evaluations/summary?round=${encodeURIComponent('复算')}`)
    expect(body.all).toMatchObject({ evaluations: 1, concluded: 1, passing: 1, models: 0, total: 8_800 })
    expect(body.units.map((one: { unit: { name: string } }) => one.unit.name)).toEqual([expect.stringContaining('白杨')])
    expect(body.share).toBe(6_000)
    expect(body.rounds).toContain('示范')
  })
})

describe('the rubric', () => {
  const { version: _, ...body } = defaultRubric
  const gentler = { ...body, pass: 60, model: 85 }
  const save = (who: Who, more = {}) =>
    call(who, 'POST', '/api/bargaining-evaluations/rubrics', {
      body: gentler,
      since: clock.today,
      why: '试行一年后调整',
      after: 1,
      ...more,
    })

  test('only the district sets it, from today on, with points that come to 100, and nobody twice the same version', async () => {
    expect((await save('street')).status).toBe(403)
    expect((await save('district', { since: addDays(clock.today, -1) })).body.errors[0].path).toBe('since')
    const items = body.items.slice(1)
    expect((await save('district', { body: { ...body, items } })).body.errors[0].says.zh).toContain('98 分')
    const before = (await evaluatedAt(scoresLess(30), '旧标准')).id
    const two = await Promise.all([save('district'), save('district')])
    expect(two.map(({ status }) => status).toSorted()).toEqual([201, 409])

    const { body: kept } = await call('street', 'GET', '/api/bargaining-evaluations/rubrics')
    expect([kept.inForce, kept.mayChange, kept.versions.map((one: any) => one.rubric.version)]).toEqual([2, false, [2, 1]])
    const told = async (who: Who) => (await call(who, 'GET', '/api/bargaining-evaluations/rubrics')).body.versions[1].cases
    expect([(await told('district')) > 3, await told('otherStreet'), await told('worker')]).toEqual([true, 0, 0])
    expect((await refusesTo('street', before, 'close')).rule).toBe('resultPasses')
    const after = await evaluatedAt(scoresLess(30), '新标准')
    expect(after.concluded.facts.opening).toMatchObject({ rubricVersion: 2 })
    expect((await takes('street', after.id, 'close')).state).toBe('closed')
    expect(((await call('street', 'GET', `/api/bargaining-evaluations/${before}`)).body as EvaluationWire).rubric.pass).toBe(80)
  })
})
