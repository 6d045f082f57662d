/** The plan of the whole district: as many as the article counts, on every day that is asked; numbers that are written rightly and are nobody's. */
import { describe, expect, test } from 'vitest'
import { addYears, day } from '#kernel/day.ts'
import { readIdNumber } from '../../id-number.ts'
import { demoFirms, demoRegistry } from '../../demo.ts'
import { districtPlan } from './plan.ts'

const today = day('2026-11-22')
const named = demoRegistry(today)
const designated = named.organisations.filter((one) => one.designated).map(({ since }) => ({ since }))
const plan = districtPlan(today, designated)
const { organisations, facts, terms, covers, places } = plan.organisations()
const people = plan.people.some(0, plan.people.many)
const of = (kind: string) => organisations.filter((one) => one.kind === kind)
const listedOn = (on: string): number =>
  [...facts.filter(({ fact }) => fact === 'designated'), ...designated.map(({ since }) => ({ since, until: undefined }))].filter(
    ({ since, until }) => since <= on && (!until || until >= on),
  ).length

describe('organisations', () => {
  test('three thousand firms, 677 in the lists of 2022 and of today, other numbers in other years', () => {
    expect(of('firm').length + Object.keys(demoFirms).length).toBe(3_000)
    expect([listedOn('2022-12-01'), listedOn(today)]).toEqual([677, 677])
    expect(new Set(['2020-12-01', '2021-12-01', '2023-12-01', '2024-12-01'].map(listedOn)).size).toBe(4)
    expect(of('firm').filter((one) => one.designated).length + designated.length).toBe(677)
    expect(facts.find(({ fact, since }) => fact === 'designated' && since === '2022-01-01')!.source).toBe('2022年规上工业企业名单.xlsx')
  })
  test('no name and no id twice, none of the named ones among them', () => {
    const all = [...organisations, ...named.organisations]
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const rows of [facts, terms, covers, places, people, people.flatMap(({ engagements }) => engagements)])
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
  test('credit codes have both check digits and are of no county', () => {
    const codes = of('firm').map(({ creditCode }) => creditCode!)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      expect(code.startsWith('91339999')).toBe(true)
      expect(bodyFits(code.slice(8, 17)) && codeFits(code), code).toBe(true)
    }
  })
  test('308 unions in three years, 900 freight firms taken in, terms that end within six months', () => {
    const lately = [...of('union'), ...of('jointUnion')].filter(({ since }) => since > addYears(today, -3))
    expect(lately).toHaveLength(308)
    expect(covers.filter((one) => one.union === covers[0]!.union)).toHaveLength(900)
    const soon = terms.filter(({ endsOn }) => endsOn >= today && endsOn <= '2027-05-22')
    expect(soon.length).toBeGreaterThan(100)
    const known = new Map([...organisations, ...named.organisations].map((one) => [one.id, one]))
    for (const term of terms) expect(term.beganOn >= known.get(term.organisation)!.since).toBe(true)
    for (const { union, firm, since } of covers) expect(since >= known.get(union)!.since && since >= known.get(firm)!.since).toBe(true)
    for (const { firm, since } of of('union')) expect(since > known.get(firm!)!.since).toBe(true)
  })
})

describe('people', () => {
  const jobs = people.flatMap(({ engagements }) => engagements.filter(({ until }) => !until))
  test('308,000 work in firms, each firm has as many as it says', () => {
    const at = new Map<string, number>()
    for (const post of named.posts) if (post.kind === 'employee') at.set(post.organisation, (at.get(post.organisation) ?? 0) + 1)
    for (const job of jobs) if (job.kind === 'employment') at.set(job.at, (at.get(job.at) ?? 0) + 1)
    expect([...at.values()].reduce((sum, many) => sum + many, 0)).toBe(308_000)
    for (const { id, name, employees } of [...of('firm'), ...named.organisations.filter(({ kind }) => kind === 'firm')])
      expect(at.get(id), name).toBe(employees)
  })
  test('6,000 drivers in the freight federation, 2,200 of them without an employer; most people are members', () => {
    const union = of('jointUnion').find(({ name }) => name.includes('货车司机'))!.id
    const drivers = people.filter((one) => one.union === union)
    expect([drivers.length, drivers.filter(({ firm }) => !firm).length]).toEqual([6_000, 2_200])
    const share = people.filter((one) => one.memberSince && one.firm).length / 308_000
    expect(share > 0.85 && share < 0.9).toBe(true)
  })
  test('everybody has a number of their own that says their birth and sex, and a telephone nobody can ring', () => {
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length)
    expect(new Set([...people, ...named.people].map(({ phone }) => phone)).size).toBe(people.length + named.people.length)
    for (const { idNumber, birth, sex, phone } of people.filter((_, n) => n % 97 === 0)) {
      expect(readIdNumber(idNumber, today)).toMatchObject({ ok: true, birth, sex })
      expect(idNumber.startsWith('339999') && /^100\d{8}$/.test(phone)).toBe(true)
    }
  })
  test('nobody worked before sixteen, nothing begins tomorrow or ends before it begins', () => {
    for (const { birth, engagements } of people)
      for (const { since, until } of engagements)
        if (since > today || (until && (until < since || until >= today)) || Number(since.slice(0, 4)) - Number(birth.slice(0, 4)) < 16)
          expect({ birth, since, until }).toBe('possible')
  })
  test('any part of it can be made by itself', () => {
    expect(districtPlan(today, designated).people.some(123_456, 3)).toEqual(people.slice(123_456, 123_459))
  })
})

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 11714: nine places, the last makes the sum right. */
function bodyFits(body: string): boolean {
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, at) => total + weight * Number.parseInt(body[at]!, 36), 0)
  const last = body[8] === 'X' ? 10 : Number(body[8])
  return (sum + last) % 11 === 0
}

/** GB 32100: powers of three, modulo thirty-one. */
function codeFits(code: string): boolean {
  const sum = [...code].reduce((total, letter, at) => total + letters.indexOf(letter) * (at < 17 ? 3 ** at % 31 : 1), 0)
  return sum % 31 === 0
}
