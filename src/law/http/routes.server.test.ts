/** The law's routes on a real database: the clock of the contract, bad questions refused at their place, the form for a year's notice. */
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import type { Caller } from '#platform/caller.ts'
import { openCalendars } from '../holiday-notices.server.ts'
import { statutoryNotice } from '../national-days.ts'
import { lawRoutes } from '../routes.server.ts'

const db = await testDatabase()
const calendars = await openCalendars(db)
const otherServer = await openCalendars(db)
const [district, elsewhere] = [newId(), newId()]

const caller = (kind: string, at: string): Caller => ({
  person: newId(),
  name: '吴建芳',
  district: at,
  region: 'CN-ZJ-HZ',
  posts: [
    {
      id: newId(),
      kind,
      organisation: { id: at, name: '区总工会', kind: 'district', path: [at] },
      scope: 'below',
      since: day('2024-01-01'),
    },
  ],
  scope: { district: at, all: true, trees: [], units: [], readers: [] },
})

const changed: string[] = []
const app = await testHttp({
  callers: {
    officer: caller('districtOfficer', district),
    mediator: caller('mediator', district),
    elsewhere: caller('districtOfficer', elsewhere),
  },
})
lawRoutes(app, {
  db,
  calendars,
  clockDay: () => day('2026-11-22'),
  publicDistrict: () => district,
  calendarChanged: (at, year) => void changed.push(`${at} ${year}`),
})

beforeAll(async () => {
  for (const [id, name] of [
    [district, '钱塘区'],
    [elsewhere, '别处'],
  ] as const)
    await db.owner('insert into district (id, name, short_name, region) values ($1, $2, $2, $3)', [id, name, 'CN-ZJ-HZ'])
  await app.ready()
})

const get = async (path: string, as = '') => {
  const answer = await app.inject({ url: path, headers: { 'x-test-caller': as } })
  return { status: answer.statusCode, body: answer.json() }
}
const put = async (year: number | string, body: object, as: string) => {
  const answer = await app.inject({ method: 'PUT', url: `/api/law/calendar/${year}`, payload: body, headers: { 'x-test-caller': as } })
  return { status: answer.statusCode, body: answer.json() }
}
const clock = (query: Record<string, string>, as?: string) => get(`/api/law/clock?${new URLSearchParams(query)}`, as)
const hz = { region: 'CN-ZJ-HZ' }
const errorPaths = (body: { errors: { path: string; says: { zh: string; en: string } }[] }) => body.errors.map((one) => one.path)

describe('GET /api/law/clock', () => {
  it('answers the contract’s example, without sign-in', async () => {
    const { status, body } = await clock({ rule: 'MED.ACCEPT', start: '2026-09-28', ...hz, days: 'true' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      rule: 'MED.ACCEPT',
      region: 'CN-ZJ-HZ',
      n: 3,
      unit: 'workingDay',
      start: '2026-09-28',
      last: '2026-10-08',
      provisional: false,
    })
    expect(body.law).toMatchObject({ article: '22', short: { zh: '企业劳动争议协商调解规定' } })
    expect(body.counted.zh).toContain('国庆节 7 天不算')
    expect(body.days.at(-1)).toEqual({ day: '2026-10-08', kind: 'last', nth: 3 })
    expect(body.governing.rule).toBe('MED.ACCEPT')
  })

  it('by its stem gives the row that governs, and the others beside', async () => {
    const { body } = await clock({ rule: 'CB.REPLY', start: '2026-09-28', ...hz })
    expect(body).toMatchObject({ rule: 'CB.REPLY.ZJ', last: '2026-10-16' })
    expect(body.also).toMatchObject([{ rule: 'CB.REPLY.CN', last: '2026-10-19', sameEvent: true }])
    expect((await clock({ rule: 'CB.REPLY', start: '2026-09-28', region: 'CN' })).body).toMatchObject({
      rule: 'CB.REPLY.CN',
      moved: { from: '2026-10-18' },
    })
  })

  it('by the id of a row that does not govern says what does', async () => {
    const { body } = await clock({ rule: 'CB.REPLY.CN', start: '2026-09-28', ...hz })
    expect(body).toMatchObject({ rule: 'CB.REPLY.CN', last: '2026-10-19', governing: { rule: 'CB.REPLY.ZJ', last: '2026-10-16' } })
    const supervision = await clock({ rule: 'SUP.REPLY.HZ', start: '2026-09-28', ...hz })
    expect(supervision.body.governing.rule).toBe('SUP.REPLY.ZJ')
  })

  it('gives no last day for a row that counts from another event', async () => {
    const { body } = await clock({ rule: 'MED.END', start: '2026-11-11', ...hz })
    expect(body).toMatchObject({ rule: 'MED.END.ZJ', last: '2026-11-26' })
    expect(body.also.map((one: { rule: string; last?: string; sameEvent: boolean }) => [one.rule, one.last, one.sameEvent])).toEqual([
      ['MED.END.LAW', '2026-11-26', true],
      ['MED.END.RULE17', undefined, false],
    ])
  })

  it('counts suspensions, windows, choices and hours', async () => {
    expect(
      (await clock({ rule: 'CB.COMPLETE.WAGE.HZ', start: '2026-09-28', ...hz, suspended: '2026-10-08..2026-10-12,2026-10-10..2026-10-17' }))
        .body,
    ).toMatchObject({ suspendedDays: 10, last: '2026-12-07' })
    expect(
      (await clock({ rule: 'CB.COMPLETE.WAGE.HZ', start: '2026-09-28', ...hz, suspended: '2026-10-08..2026-11-20', cap: '30' })).body
        .suspendedDays,
    ).toBe(30)
    expect((await clock({ rule: 'CB.RENEW', start: '2026-12-31', ...hz })).body).toMatchObject({ opens: '2026-10-02', last: '2026-12-31' })
    expect((await clock({ rule: 'UNION.TERM', start: '2023-11-20', ...hz })).body.alternatives).toEqual([
      { n: 3, unit: 'year', last: '2026-11-20' },
      { n: 5, unit: 'year', last: '2028-11-20' },
    ])
    expect((await clock({ rule: 'ACC.REPORT', start: '2026-11-22T15:45:00Z', ...hz })).body).toMatchObject({
      start: '2026-11-22',
      startTime: '23:45',
      last: '2026-11-23',
      lastTime: '00:45',
    })
  })

  it.each([
    [{ rule: 'NO.SUCH', start: '2026-09-28', ...hz }, 'query.rule'],
    [{ rule: 'HONOUR.PUBLICITY', start: '2026-09-28', ...hz }, 'query.rule'],
    [{ rule: 'MED.ACCEPT', start: '2026-02-30', ...hz }, 'query.start'],
    [{ rule: 'MED.ACCEPT', start: 'soon', ...hz }, 'query.start'],
    [{ rule: 'MED.ACCEPT', start: '2011-12-31', ...hz }, 'query.start'],
    [{ rule: 'CB.REPLY.WAGE.HZ', start: '2012-06-01', ...hz }, 'query.start'],
    [{ rule: 'CB.REPLY', start: '2003-06-01', region: 'CN' }, 'query.region'],
    [{ rule: 'MED.ACCEPT', ...hz }, 'query.start'],
    [{ rule: 'MED.ACCEPT', start: '2026-09-28' }, 'query.region'],
    [{ rule: 'MED.ACCEPT', start: '2026-09-28', region: 'Hangzhou' }, 'query.region'],
    [{ rule: 'CB.REPLY.ZJ', start: '2026-09-28', region: 'CN-JS' }, 'query.region'],
    [{ rule: 'UNION.FOUND.DUTY', start: '2026-09-28', region: 'CN' }, 'query.region'],
    [{ rule: 'UNION.OFFICER.TIME', start: '2026-09-28', ...hz }, 'query.rule'],
    [{ rule: 'MED.ACCEPT', start: '2026-09-28', ...hz, suspended: '2026-10-09..2026-10-01' }, 'query.suspended'],
    [{ rule: 'MED.ACCEPT', start: '2026-09-28', ...hz, cap: '-1' }, 'query.cap'],
  ])('refuses %o at %s', async (query, place) => {
    const { status, body } = await clock(query as unknown as Record<string, string>)
    expect([status, errorPaths(body)]).toEqual([400, [place]])
    expect(body.errors[0].says.zh).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('GET /api/law/rules', () => {
  it('lists what was read, with lengths in words', async () => {
    const { body } = await get('/api/law/rules')
    expect([body.items.length, body.total]).toEqual([98, 98])
    const term = body.items.find((one: { id: string }) => one.id === 'UNION.TERM')
    expect(term).toMatchObject({ says: { zh: '3 年 或者 5 年', en: '3 years or 5 years' }, region: 'CN', law: { article: '16' } })
  })

  it('finds by words and by region', async () => {
    const found = await get(`/api/law/rules?q=${encodeURIComponent('仲裁审查')}`)
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual(['MED.ARBREVIEW', 'MED.ARBREVIEW.DECIDE'])
    const nation = await get('/api/law/rules?region=CN')
    expect(nation.body.items.every((one: { region: string }) => one.region === 'CN')).toBe(true)
  })
})

describe('the year’s notice', () => {
  const notice = {
    source: '国务院办公厅关于2027年部分节假日安排的通知',
    daysOff: [...statutoryNotice(2027).daysOff, { day: '2027-10-04', holiday: 'nationalDay' }],
    makeUpDays: ['2027-10-09'],
  }

  it('is not known before it is entered', async () => {
    expect((await get('/api/law/calendar?year=2027')).body).toMatchObject({ year: 2027, known: false, entered: false })
    expect((await get('/api/law/calendar')).body).toMatchObject({ year: 2026, known: true, entered: false })
  })

  it('is entered by the district officer only', async () => {
    expect((await put(2027, notice, '')).status).toBe(401)
    expect((await put(2027, notice, 'mediator')).status).toBe(403)
  })

  it.each([
    ['a day of another year', { daysOff: [...notice.daysOff, { day: '2028-01-01', holiday: 'newYear' }] }, ['daysOff.14.day']],
    ['a make-up day in the week', { makeUpDays: ['2027-10-12'] }, ['makeUpDays.0']],
    ['a day twice', { makeUpDays: ['2027-10-02'] }, ['makeUpDays.0']],
    ['a missing statutory day', { daysOff: notice.daysOff.filter((one) => one.day !== '2027-05-01') }, ['daysOff']],
    ['a day that is none', { makeUpDays: ['2027-02-30'] }, ['makeUpDays.0']],
    ['no source', { source: '' }, ['source']],
  ])('is refused with %s', async (_, wrong, places) => {
    const { status, body } = await put(2027, { ...notice, ...wrong }, 'officer')
    expect([status, errorPaths(body)]).toEqual([400, places])
  })

  it('changes the clock of its own district, on every server', async () => {
    const asked = { rule: 'CB.REPLY.ZJ', start: '2027-09-30', ...hz }
    expect((await clock(asked, 'officer')).body).toMatchObject({ last: '2027-10-15', provisional: true })
    await otherServer.of(district)

    const { status, body } = await put(2027, notice, 'officer')
    expect(status).toBe(200)
    expect(body).toMatchObject({ year: 2027, known: true, entered: true, source: notice.source, makeUpDays: ['2027-10-09'] })
    expect(changed).toEqual([`${district} 2027`])

    expect((await clock(asked, 'officer')).body).toMatchObject({
      last: '2027-10-15',
      provisional: false,
      days: expect.arrayContaining([expect.objectContaining({ day: '2027-10-09', makeUp: true })]),
    })
    expect((await clock(asked)).body.provisional).toBe(false)
    expect((await clock(asked, 'elsewhere')).body.provisional).toBe(true)
    await expect.poll(async () => (await otherServer.of(district)).isProvisional(day('2027-06-01'))).toBe(false)
  })

  it('entered again, the later one holds', async () => {
    const corrected = { ...notice, source: '更正的通知', makeUpDays: [] }
    await put(2027, corrected, 'officer')
    expect((await get('/api/law/calendar?year=2027', 'officer')).body).toMatchObject({ source: '更正的通知', makeUpDays: [] })
  })
})

it('describes itself in OpenAPI', async () => {
  const { body } = await get('/api/openapi.json')
  const clockQueries = body.paths['/api/law/clock'].get.parameters.map((one: { name: string }) => one.name)
  expect(clockQueries).toEqual(expect.arrayContaining(['rule', 'start', 'region', 'suspended', 'cap']))
})
