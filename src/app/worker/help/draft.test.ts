import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { Dispute } from '#projects/anxin/dispute-mediation/data.ts'
import { amountIn, applicationOf, type Draft, emptyDraft, fenOf, lacks, troubles } from './draft.ts'

const today = day('2026-11-22')
const who = { name: '陈国强', personId: '019a0000-0000-7000-8000-000000000001' }
const full: Draft = {
  ...emptyDraft('key'),
  what: 'wages',
  firm: '杭州启程货运有限公司',
  firmId: '019a0000-0000-7000-8000-000000000002',
  still: 'yes',
  since: '2026-09',
  want: '把 9 月、10 月工资补给我，一共 14,800 元。',
}
const sent = (draft: Draft) => applicationOf(draft, who, today, '工资没给够', '（见录音）')

test('what is sent is an application as the procedure takes it, for every trouble', () => {
  for (const what of troubles) {
    const draft: Draft = { ...full, what, part: 'pay', on: day('2026-10-01') }
    expect(Dispute.application.safeParse(sent(draft)).error).toBeUndefined()
  }
})

test('money is read from the words, and what is typed goes before it', () => {
  expect([amountIn('一共 14,800 元'), amountIn('欠我1.2万元'), amountIn('9 月工资 7400 元，共 8000 元'), amountIn('没给工资')]).toEqual([
    '14800',
    '12000',
    '8000',
    undefined,
  ])
  expect([fenOf('14,800'), fenOf('7.05'), fenOf('很多'), fenOf('')]).toEqual([1_480_000, 705, undefined, undefined])
  expect(sent(full)).toMatchObject({ amountFen: 1_480_000 })
  expect(sent({ ...full, amount: '100' })).toMatchObject({ amountFen: 10_000 })
  expect(sent({ ...full, amount: '' })).not.toHaveProperty('amountFen')
})

test('what is missing is named in the order of the questions', () => {
  expect(lacks(emptyDraft('key'), true)).toEqual(['what', 'firm', 'street', 'still', 'want'])
  expect(lacks(full, true)).toEqual([])
  expect(lacks({ ...full, still: 'no' }, true)).toEqual(['leftOn'])
  expect(lacks({ ...full, others: 'yes', heads: '1' }, true)).toEqual(['heads'])
  expect(lacks({ ...full, amount: '很多' }, true)).toEqual(['amount'])
})

test('a voice note is enough to say what is wanted', () => {
  const spoken: Draft = { ...full, want: '', materials: [{ id: 'a', kind: 'voice', name: 'v.webm', type: 'audio/webm', bytes: 1 }] }
  expect(lacks({ ...spoken, materials: [] }, true)).toEqual(['want'])
  expect(lacks(spoken, true)).toEqual([])
  expect(sent(spoken)).toMatchObject({ wants: '（见录音）' })
})

test('ten with one claim are told as such; one alone never has a common claim', () => {
  expect(sent({ ...full, others: 'yes', heads: '10', same: true })).toMatchObject({ workers: 10, commonClaim: true })
  expect(sent({ ...full, others: 'no', heads: '10', same: true })).toMatchObject({ workers: 1, commonClaim: false })
})

test('whoever has left says when, and a platform is no employer', () => {
  expect(sent({ ...full, still: 'no', leftOn: day('2026-10-20') })).toMatchObject({
    stillEmployed: false,
    employmentEndedOn: '2026-10-20',
    knewOn: '2026-09-01',
  })
  expect(sent({ ...full, what: 'platform' })).toMatchObject({ claimKind: 'platformDeduction', respondent: { kind: 'platform' } })
})
