/** The stories of skill awards: an allowance over two contracts, a prize, and five ways in which it goes otherwise. */
import { day } from '#kernel/day.ts'
import { asked, certificate, confirmed, degree, found, paid, prize, reported, step, type Told, verified } from './told.ts'

/** 刘志军 becomes a senior worker: 300 yuan more from April; the contract ends, the next one gives 350, and he retires. */
export const seniorWorker: readonly Told[] = [
  ...asked,
  confirmed(),
  { step: 'lapse', by: 'law', on: day('2027-01-01') },
  step('carryOver', 'union', '2027-01-08', { entitlement: found(certificate, '2027-01-08', { succeeds: true }) }),
  step('confirmPayment', 'employer', '2027-01-15', { ...paid, monthlyFen: 35_000, fromMonth: '2027-01' }),
  step('end', 'union', '2027-06-30', { reason: 'retired' }),
]

/** 张秀兰 tells it at the union’s office; the prize is paid once, and the matter is closed. */
export const districtPrize: readonly Told[] = [
  step('reportAtDesk', 'worker', '2026-05-25', { ...prize, rank: 'first' }, 'union'),
  step('correct', 'worker', '2026-05-26', prize, 'union'),
  step('verify', 'union', '2026-05-27', { how: 'ceremony', entitlement: found(prize, '2026-05-27') }),
  step('confirmPayment', 'employer', '2026-06-01', { onceFen: 80_000, paidOn: '2026-06-15' }, 'union'),
  step('close', 'union', '2026-06-16'),
]

export const notInTheContract: readonly Told[] = [
  step('reportAtDesk', 'worker', '2026-07-01', degree, 'union'),
  step('noEntitlement', 'union', '2026-07-03', { entitlement: found(degree, '2026-07-03'), says: '下一轮协商把学历奖励提出来。' }),
]

export const notFoundAtTheIssuer: readonly Told[] = [
  reported(),
  step('refuse', 'union', '2026-03-12', { reason: 'notGenuine', says: '证书编号在发证单位网站查不到。' }),
]

export const reportedByMistake: readonly Told[] = [reported(), step('withdraw', 'worker', '2026-03-10', { reason: '证书还没发下来' })]

/** The firm says that he changed posts; the union looks into it, the firm still does not pay. */
export const firmDoesNotPay: readonly Told[] = [
  ...asked,
  step('object', 'employer', '2026-03-18', { says: '他三月调到包装班，不做冲压了。' }),
  step('uphold', 'union', '2026-03-20', { says: '调岗从四月起，合同按证书等级发，不看岗位。' }),
  step('demand', 'upperUnion', '2026-04-10', { by: '2026-04-20' }),
  step('dispute', 'worker', '2026-05-06', { what: 'notPaid', says: '四月工资条上没有' }),
  step('advise', 'union', '2026-05-15', { where: 'committee' }),
]

export const paidAfterAWord: readonly Told[] = [
  reported(),
  verified(),
  confirmed(),
  step('dispute', 'worker', '2026-05-16', { what: 'tooLittle', says: '只发了 200 元' }),
  step('confirmPayment', 'employer', '2026-05-20', { ...paid, says: '四月少发的 100 元五月补上。' }),
]
