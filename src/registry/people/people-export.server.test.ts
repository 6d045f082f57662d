/** The export of people: the list as shown, in its order and columns, its numbers masked or asked for, nothing of others, and logged. */
import { beforeAll, describe, expect, test } from 'vitest'
import { organisationId } from '../demo.ts'
import { idNumberOf, testPeople, type Who } from './people-for-tests.server.ts'

const { db, get, post, names, district } = await testPeople()
const ruiding = organisationId('ruiding')
const idNumber = idNumberOf('1990-01-01', 221)

beforeAll(async () => {
  const engagement = { organisation: ruiding, kind: 'employment', job: '=1+1', since: '2024-03-01' }
  const person = { name: '张三', idNumber, phone: '13812345678', skill: 4, education: 3, engagement }
  expect((await post('street', '/api/persons', person)).statusCode).toBe(201)
})

const csv = async (who: Who, query: string): Promise<readonly (readonly string[])[]> => {
  const answer = await get(who, `/api/persons/export?as=csv&${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-disposition']).toContain('.csv')
  return answer.body
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}
const logged = () =>
  db.owner<{ what: Record<string, unknown> }>(`select what from audit_entry where district_id = $1 and kind = 'export' order by at, seq`, [
    district,
  ])

describe('csv', () => {
  test('has the people of the list in its order and the columns asked for', async () => {
    for (const query of [`firm=${ruiding}`, 'q=zhang', 'sort=-name', `skill=4&firm=${ruiding}`]) {
      const [head, ...rows] = await csv('street', `${query}&columns=name,firm`)
      expect(head).toEqual(['姓名', '工作单位'])
      expect(rows.map(([name]) => name)).toEqual(await names('street', query))
    }
  })
  test('masks numbers, neutralises formulas, and speaks English when asked', async () => {
    const [head, row] = await csv('street', 'q=zhangsan&language=en&columns=name,idNumber,phone,job,skill,active')
    expect(head).toEqual(['Name', 'ID number', 'Mobile', 'Job', 'Skill', 'On the register'])
    expect(row!.join()).toContain(`330***********${idNumber.slice(-4)}`)
    expect(row!.join()).not.toContain(idNumber)
    expect(row![3]).not.toMatch(/^"?=1/)
    expect(row!.slice(-2)).toEqual(['Senior worker', 'yes'])
  })
  test('gives full numbers to who administers, for a reason, as text', async () => {
    expect((await get('street', '/api/persons/export?full=yes')).statusCode).toBe(400)
    expect((await get('mediator', '/api/persons/export?full=yes&reason=核对名单')).statusCode).toBe(403)
    expect((await get('worker', '/api/persons/export?full=yes&reason=核对名单')).statusCode).toBe(403)
    const rows = await csv('street', `q=${idNumber}&full=yes&reason=${encodeURIComponent('发放保险')}&columns=name,idNumber,phone`)
    expect(rows[1]!.join()).toContain(idNumber)
    expect(rows[1]!.join()).toContain('13812345678')
    const last = (await logged()).at(-1)!.what
    expect(last).toMatchObject({ full: true, reason: '发放保险', people: 1, filter: { q: '(number)' } })
    expect(JSON.stringify(last)).not.toContain(idNumber)
  })
  test('has nobody of another street, and is logged with filter and count', async () => {
    const rows = await csv('otherStreet', 'columns=name')
    const others = await names('otherStreet', '')
    expect(rows.slice(1).map(([name]) => name)).toEqual(others)
    expect(rows.flat()).not.toContain('张三')
    expect((await logged()).at(-1)!.what).toMatchObject({ list: 'people', as: 'csv', people: others.length, full: false })
    expect((await csv('otherStreet', `firm=${ruiding}&columns=name`)).slice(1)).toEqual([])
  })
})

test('a workbook', async () => {
  const answer = await get('street', `/api/persons/export?firm=${ruiding}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
