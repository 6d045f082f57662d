import { describe, expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { campaignFaults } from '#engine/campaigns/campaign-faults.ts'
import type { Circumstances, ContractInForce, Target } from '#engine/campaigns/campaign.ts'
import { refusal } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { massOffer, meetingDay } from './campaign.ts'
import bargaining from './index.ts'

const today = day('2026-11-23')
const at: Circumstances = { on: today, region: 'CN-ZJ-HZ', calendar: nationalCalendar, issuer: '钱塘区总工会', nth: 0 }
const common = { kind: 'wage', topics: ['工资增长'], meetOn: day('2026-12-21'), meetAt: '09:30' } as const
const firm = { id: '00000000-0000-4000-8000-000000000001', name: '杭州某某有限公司', designated: true }
const target = (over: Partial<Target> = {}): Target => ({
  firm,
  owner: { id: '00000000-0000-4000-8000-000000000002', kind: 'union', name: '某某工会', how: 'own' },
  officers: [{ id: '00000000-0000-4000-8000-000000000003', name: '马春燕' }],
  contracts: [],
  open: [],
  ...over,
})
const contract = (until: Day, over: Partial<ContractInForce> = {}): ContractInForce => ({
  caseId: '00000000-0000-4000-8000-000000000004',
  kind: 'wage',
  level: 'enterprise',
  title: '工资专项集体合同',
  number: '某协〔2025〕1号',
  until,
  ...over,
})
const left = (over: Partial<Target>, said: object = common) => massOffer.mayReceive(target(over), said, at)
const input = (over: Partial<Target> = {}, said: object = common, nth = 0) =>
  massOffer.inputFor(target(over), said, { ...at, nth }) as Record<string, unknown>

describe('集中要约', () => {
  test('names nothing that the procedure does not have', async () => {
    expect(campaignFaults(bargaining)).toEqual([])
    const broken = { ...bargaining, campaign: { ...massOffer, reads: ['nothing'], phases: massOffer.phases.slice(1) } }
    expect(campaignFaults(broken)).toEqual(['the campaign reads nothing, which is no section', 'the campaign has no phase for offered'])
    expect(await faultsOf(broken, { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }, [])).toContain(
      'the campaign has no phase for offered',
    )
  })

  test('what it writes is an offer that the procedure accepts of the upper union', () => {
    const entry = { step: 'offer', by: 'upperUnion', on: today, input: { ...input(), onBehalf: true } }
    expect(refusal(bargaining.procedure, [], entry, { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar })).toBeNull()
    expect(input()).toMatchObject({ by: 'workers', purpose: 'first', place: '杭州某某有限公司会议室', delegates: ['马春燕'] })
  })

  test('省30: a contract in force is asked to be renewed in its last ninety days, not a day before', () => {
    expect(left({ contracts: [contract(addDays(today, 90))] })).toBeNull()
    expect(left({ contracts: [contract(addDays(today, 91))] })).toMatchObject({ law: { article: '30' } })
    expect(input({ contracts: [contract(addDays(today, 90))] })).toMatchObject({ purpose: 'renewal', replaces: contract(today).caseId })
  })

  test('a contract of another kind or from above does not stand in the way; one from above makes it the second bargaining', () => {
    const far = addDays(today, 300)
    expect(left({ contracts: [contract(far, { kind: 'safety' })] })).toBeNull()
    expect(left({ contracts: [contract(far, { level: 'industry' })] })).toBeNull()
    expect(input({ contracts: [contract(far, { level: 'industry' })] })).toMatchObject({ purpose: 'second' })
    expect(input({ contracts: [contract(far, { kind: 'safety', level: 'industry' })] })).toMatchObject({ purpose: 'first' })
  })

  test('who bargains about the same already is left out, with the number of the case', () => {
    const open = (state: string, kind: string) => [{ id: firm.id, number: '某协〔2026〕3号', state, known: { offer: { kind } } }]
    expect(left({ open: open('negotiating', 'wage') })?.says.zh).toContain('某协〔2026〕3号')
    expect(left({ open: open('negotiating', 'women') })).toBeNull()
    expect(left({ open: open('inForce', 'wage') })).toBeNull()
  })

  test('市24: an offer names its own delegates; where the union has none on record, those that were written', () => {
    expect(left({ officers: [] })).toMatchObject({ law: { article: '24' } })
    const written = { ...common, delegates: ['周敏'] }
    expect(left({ officers: [] }, written)).toBeNull()
    expect(input({ officers: [] }, written).delegates).toEqual(['周敏'])
    expect(input({}, written).delegates).toEqual(['马春燕'])
  })

  test('so many meetings a working day: the next ones on the next, over weekends and holidays', () => {
    const thursday = { meetOn: day('2026-12-31'), perDay: 2 }
    expect([0, 1, 2, 3, 4].map((nth) => meetingDay(thursday, nth, nationalCalendar))).toEqual([
      '2026-12-31',
      '2026-12-31',
      ...Array.from({ length: 3 }, (_, n) => meetingDay(thursday, 2 + n, nationalCalendar)),
    ])
    const second = meetingDay(thursday, 2, nationalCalendar)
    expect(second > '2027-01-01' && nationalCalendar.isWorking(second)).toBe(true)
    expect(meetingDay(thursday, 3, nationalCalendar)).toBe(second)
    expect(meetingDay(thursday, 4, nationalCalendar) > second).toBe(true)
    expect(meetingDay({ meetOn: thursday.meetOn, perDay: undefined }, 500, nationalCalendar)).toBe('2026-12-31')
  })
})
