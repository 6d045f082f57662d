/** Legal periods of layoffs, work injury, minimum wage and migrant wages. */
import { contractLaw, injuryRegulations, migrantWages, minimumWageRules } from '../acts/standards.ts'
import { calendarDays, months, years } from '../period.ts'
import { row } from './row.ts'

const accident = ['事故伤害或者职业病诊断', 'the accident or diagnosis'] as const
const accepted = ['受理工伤认定申请', 'the application is accepted'] as const

export const standardsRules = [
  row(
    'LAYOFF.NOTICE',
    contractLaw,
    41,
    calendarDays(30),
    'before',
    ['裁减人员', 'the layoff'],
    ['向工会或者全体职工说明裁员', 'Explain the layoff to union or staff'],
  ),
  row(
    'LAYOFF.REHIRE',
    contractLaw,
    41,
    months(6),
    'after',
    ['裁减人员', 'the layoff'],
    ['重新招用优先被裁减人员', 'Prefer those laid off when hiring again'],
  ),
  row('INJURY.EMPLOYER', injuryRegulations, 17, calendarDays(30), 'after', accident, [
    '用人单位申请工伤认定',
    'Employer applies for recognition of a work injury',
  ]),
  row('INJURY.UNION_WORKER', injuryRegulations, 17, years(1), 'after', accident, [
    '职工、近亲属或者工会申请工伤认定',
    'Worker, relative or union applies for recognition of a work injury',
  ]),
  row('INJURY.DECIDE', injuryRegulations, 20, calendarDays(60), 'after', accepted, ['工伤认定决定', 'Decide on a work injury']),
  row('INJURY.DECIDE.CLEAR', injuryRegulations, 20, calendarDays(15), 'after', accepted, [
    '工伤认定决定（事实清楚）',
    'Decide on a clear work injury',
  ]),
  row(
    'WAGE.MINWAGE.PUBLISH',
    minimumWageRules,
    11,
    calendarDays(10),
    'after',
    ['最低工资标准发布', 'the standard is issued'],
    ['向劳动者公示最低工资标准', 'Publish the minimum wage to staff'],
  ),
  row(
    'MIGRANT.LABOURCOST.CYCLE',
    migrantWages,
    24,
    months(1),
    'after',
    ['上次拨付人工费用', 'the last payment'],
    ['拨付人工费用', 'Pay the labour cost into the special account'],
  ),
  row(
    'MIGRANT.ACCOUNT.NOTICE',
    migrantWages,
    27,
    calendarDays(30),
    'before',
    ['申请注销专用账户', 'the account is to be closed'],
    ['注销专用账户前公示', 'Public notice before the special account is closed'],
  ),
  row(
    'MIGRANT.LEDGER',
    migrantWages,
    15,
    years(3),
    'keep',
    ['编制工资支付台账', 'the ledger is made'],
    ['保存工资支付台账', 'Keep the pay ledger'],
  ),
  row(
    'MIGRANT.LEDGER.SITE',
    migrantWages,
    28,
    years(3),
    'keep',
    ['工程完工且工资全部结清', 'the project is done and all pay settled'],
    ['保存工地用工管理台账', 'Keep the site ledger'],
  ),
]
