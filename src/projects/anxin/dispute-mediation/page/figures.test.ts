/** Both sides' figures beside each other, and forms that begin with what is known. */
import { expect, it } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { figuresOf, prefill } from './figures.ts'

const claims = [
  { item: '8 月工资', amountFen: 7_860_000 },
  { item: '加班工资', amountFen: 2_640_000 },
]
const firmStatements = [
  {
    says: '',
    lines: [
      { item: '8 月工资', amountFen: 7_860_000 },
      { item: '加班工资', amountFen: 1_290_000 },
    ],
  },
]
const records = [{ present: '', summary: '', agreed: [{ item: '8 月工资', amountFen: 7_860_000 }], open: ['加班工资'] }]
const application = { claims, claimKind: 'unpaidWages', worker: { name: '刘志军' }, respondent: { name: '瑞鼎', kind: 'employer' } }
const facts = { application, firmStatements, records } as never

it('puts the last word of each side in one row an item', () => {
  expect(figuresOf(facts)).toEqual([
    { item: '8 月工资', worker: 7_860_000, firm: 7_860_000, agreed: 7_860_000, settled: true },
    { item: '加班工资', worker: 2_640_000, firm: 1_290_000, agreed: undefined, settled: false },
  ])
})

it('lets a later statement replace the application', () => {
  const later = { ...(facts as object), workerStatements: [{ says: '', lines: [{ item: '8 月工资', amountFen: 7_000_000 }] }] } as never
  expect(figuresOf(later)[0]).toMatchObject({ item: '8 月工资', worker: 7_000_000 })
})

it('drafts the agreement from what is agreed, and nothing from what is open', () => {
  const draft = prefill('draftAgreement', { facts } as unknown as CaseWire)
  expect(draft).toEqual({ points: ['瑞鼎支付刘志军8 月工资78,600元'], payments: [{ amountFen: 7_860_000 }], covers: ['unpaidWages'] })
})

it('asks in a payment order for what is overdue and not yet paid, of the district’s court', () => {
  const payments = [
    { amountFen: 500_00, by: '2026-12-01' },
    { amountFen: 900_00, by: '2027-01-01' },
  ]
  const drafts = [{ points: ['付清'], payments, covers: ['unpaidWages'] }]
  const file = { facts: { drafts, payments: [{ amountFen: 200_00, saidBy: 'worker' }] }, today: '2026-12-02' } as unknown as CaseWire
  expect(prefill('issuePaymentOrder', file, '杭州市钱塘区总工会')).toEqual({ court: '杭州市钱塘区人民法院', amountFen: 300_00 })
  expect(prefill('issuePaymentOrder', { ...file, today: '2026-12-01' } as CaseWire)).toEqual({ amountFen: 0 })
})
