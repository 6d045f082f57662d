/** Logs whose last step is refused, one at least for every rule. */
import { asked, certificate, confirmed, degree, found, nextYear, paid, prize, reported, step, type Told, verified } from './told.ts'

type Story = readonly Told[]
const { grade: _grade, ...noGrade } = certificate
const verify = (entitlement: unknown): Story => [reported(), step('verify', 'union', '2026-03-12', { how: 'original', entitlement })]

export const noGradeGiven: Story = [reported(noGrade)]
export const strangerReported: Story = [reported({ ...certificate, worker: { name: '路人' } })]
export const notYetAwarded: Story = [reported(certificate, '2026-03-05')]
export const leftTheFirm: Story = verify(found(certificate, '2026-03-12', { employed: false }))
export const nobodyLookedUp: Story = [reported(), step('verify', 'union', '2026-03-12', { how: 'original' })]
export const twice: Story = verify(found(certificate, '2026-03-12', { earlier: '瑞鼎能〔2026〕1号' }))
export const contractNotInForce: Story = verify(found(certificate, '2026-03-12', {}, [nextYear]))
export const clauseSpeaksAfterAll: Story = [
  reported(),
  step('noEntitlement', 'union', '2026-03-12', { entitlement: found(certificate, '2026-03-12') }),
]
export const contractsNotLookedUp: Story = [
  step('reportAtDesk', 'worker', '2026-07-01', degree, 'union'),
  step('noEntitlement', 'union', '2026-07-03', {}),
]
export const tooLittle: Story = [...asked, step('confirmPayment', 'employer', '2026-03-20', { ...paid, monthlyFen: 29_999 })]
export const rewardTooLittle: Story = [...asked, step('confirmPayment', 'employer', '2026-03-20', { ...paid, onceFen: 99_999 })]
export const aMonthLate: Story = [...asked, step('confirmPayment', 'employer', '2026-03-20', { ...paid, fromMonth: '2026-05' })]
export const noDayForTheReward: Story = [
  ...asked,
  step('confirmPayment', 'employer', '2026-03-20', { monthlyFen: 30_000, fromMonth: '2026-04', onceFen: 100_000 }),
]
export const allowanceRunsOn: Story = [...asked, confirmed(), step('close', 'union', '2026-05-01')]
export const rewardNotYetPaid: Story = [
  step('reportAtDesk', 'worker', '2026-05-25', prize, 'union'),
  verified(prize, '2026-05-27'),
  step('confirmPayment', 'employer', '2026-06-01', { onceFen: 80_000, paidOn: '2026-06-15' }),
  step('close', 'union', '2026-06-14'),
]
export const sameContractAgain: Story = [
  ...asked,
  confirmed(),
  step('carryOver', 'union', '2026-06-01', { entitlement: found(certificate, '2026-06-01', { succeeds: true }) }),
]
export const noNewContract: Story = [
  ...asked,
  confirmed(),
  step('carryOver', 'union', '2026-06-01', { entitlement: found(certificate, '2026-06-01', { succeeds: true }, []) }),
]
export const leftBeforeTheNext: Story = [
  ...asked,
  confirmed(),
  step('carryOver', 'union', '2026-06-01', { entitlement: found(certificate, '2026-06-01', { succeeds: true, employed: false }) }),
]
export const firmStillHasTime: Story = [...asked, step('demand', 'union', '2026-03-26', { by: '2026-04-10' })]
