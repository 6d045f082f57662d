/** Legal periods of collective bargaining: nation, Zhejiang, Hangzhou on wages. */
import { contractRules, contractZhejiang, wageHangzhou, wageTrialRules } from '../acts/bargaining.ts'
import { contractLaw } from '../acts/standards.ts'
import { democracyZhejiang } from '../acts/supervision.ts'
import { calendarDays, months, workingDays, years } from '../period.ts'
import { row } from './row.ts'

const offer = ['收到协商要约', 'the offer is received'] as const
const meeting = ['协商会议', 'the meeting'] as const
const agreed = ['协商达成一致', 'the sides agree'] as const
const signed = ['双方首席代表签字', 'both chief representatives sign'] as const
const effective = ['合同生效', 'the contract takes effect'] as const
const expiry = ['合同期满', 'the contract ends'] as const
const suspended = ['协商中止', 'the talks are suspended'] as const
const partly = { source: 'P' } as const

const reply = ['答复协商要约', 'Answer a bargaining offer'] as const
const replyWage = ['答复工资协商要约', 'Answer a wage-bargaining offer'] as const
const data = ['提供工资协商资料', 'Supply data for wage bargaining'] as const
const file = ['报送集体合同', 'File the contract'] as const
const fileWage = ['报送工资合同', 'File the wage contract'] as const
const publish = ['向职工公布集体合同', 'Publish the contract to staff'] as const
const publishWage = ['向职工公布工资合同', 'Publish the wage contract to staff'] as const
const renew = ['要求重新签订或者续订', 'Ask to renew the contract'] as const

export const bargainingRules = [
  row('CB.REPLY.CN', contractRules, 32, calendarDays(20), 'after', offer, reply, partly),
  row('CB.REPLY.WAGE.CN', wageTrialRules, 17, calendarDays(20), 'after', offer, replyWage),
  row('CB.REPLY.ZJ', contractZhejiang, 7, workingDays(10), 'after', offer, reply),
  row('CB.REPLY.WAGE.HZ', wageHangzhou, 24, workingDays(10), 'after', offer, replyWage),
  row('CB.AGENDA', contractZhejiang, 16, calendarDays(7), 'before', meeting, [
    '送交协商议题、代表名单和资料',
    'Send agenda, representatives and data',
  ]),
  row('CB.DATA.WAGE.HZ', wageHangzhou, 25, workingDays(7), 'before', meeting, data),
  row('CB.DATA.WAGE.CN', wageTrialRules, 18, calendarDays(5), 'before', meeting, data),
  row(
    'CB.SUSPEND.WAGE.HZ',
    wageHangzhou,
    27,
    calendarDays(30),
    'within',
    suspended,
    ['工资协商中止（累计）', 'Suspension of wage talks (in total)'],
    { total: true },
  ),
  row('CB.SUSPEND.EQUAL.ZJ', democracyZhejiang, 29, calendarDays(60), 'within', suspended, [
    '平等协商中止',
    'Suspension of equal consultation',
  ]),
  row(
    'CB.COMPLETE.WAGE.HZ',
    wageHangzhou,
    29,
    calendarDays(60),
    'after',
    ['发出协商要约', 'the offer is sent'],
    ['完成工资协商', 'Complete wage bargaining'],
  ),
  row('CB.TO_CONGRESS', contractZhejiang, 24, workingDays(15), 'after', agreed, [
    '草案提交职代会',
    "Put the draft to the workers' congress",
  ]),
  row('CB.TO_CONGRESS.WAGE.HZ', wageHangzhou, 28, workingDays(15), 'after', agreed, [
    '工资合同草案提交职代会',
    "Put the wage draft to the workers' congress",
  ]),
  row(
    'CB.REVOTE',
    contractZhejiang,
    24,
    workingDays(5),
    'after',
    ['重新协商达成一致', 'the sides agree again'],
    ['草案再次提交表决', 'Put the new draft to the vote'],
  ),
  row(
    'CB.REP.REFILL',
    contractRules,
    31,
    calendarDays(15),
    'after',
    ['协商代表空缺', 'a representative is missing'],
    ['补齐协商代表', 'Fill the vacancy'],
    partly,
  ),
  row('CB.FILE.CN', contractRules, 42, calendarDays(10), 'after', signed, file, partly),
  row('CB.FILE.WAGE.CN', wageTrialRules, 21, calendarDays(7), 'after', signed, fileWage),
  row('CB.FILE.ZJ', contractZhejiang, 34, calendarDays(10), 'after', signed, file),
  row('CB.FILE.WAGE.HZ', wageHangzhou, 40, calendarDays(10), 'after', signed, fileWage),
  row(
    'CB.REVIEW.SILENCE',
    contractLaw,
    54,
    calendarDays(15),
    'after',
    ['人社部门收到合同文本', 'the labour authority receives the text'],
    ['集体合同生效', 'The contract takes effect by silence'],
  ),
  row('CB.PUBLISH.ZJ', contractZhejiang, 35, workingDays(5), 'after', effective, publish),
  row('CB.PUBLISH.WAGE.HZ', wageHangzhou, 41, workingDays(5), 'after', effective, publishWage),
  row('CB.PUBLISH.WAGE.CN', wageTrialRules, 23, calendarDays(5), 'after', effective, publishWage),
  row(
    'CB.REPORT',
    contractZhejiang,
    37,
    years(1),
    'after',
    ['上次报告', 'the last report'],
    ['报告集体合同履行情况', 'Report how the contract is kept'],
  ),
  row('CB.TERM', contractZhejiang, 30, years(3), 'after', effective, ['集体合同期满', 'The contract ends'], {
    range: { least: years(1), most: years(3) },
  }),
  row('CB.RENEW.ZJ', contractZhejiang, 30, calendarDays(90), 'window', expiry, renew),
  row('CB.RENEW.CN', contractRules, 38, months(3), 'window', expiry, renew, partly),
  row('CB.RENEW.WAGE.CN', wageTrialRules, 24, calendarDays(60), 'window', expiry, ['提出下一轮工资协商', 'Ask for the next wage round']),
  row(
    'CB.TERMINATE.FILE',
    contractZhejiang,
    33,
    workingDays(5),
    'after',
    ['解除集体合同', 'the contract is terminated'],
    ['解除集体合同备案', 'Report the termination'],
  ),
  row(
    'CB.DISPUTE.COORD',
    contractZhejiang,
    39,
    calendarDays(30),
    'after',
    ['人社部门受理', 'the labour authority accepts'],
    ['签订集体合同争议协调处理', 'Coordinate a dispute over concluding a contract'],
  ),
  row(
    'CB.DISPUTE.COORD.EXT',
    contractZhejiang,
    39,
    calendarDays(15),
    'after',
    ['协调处理期限届满', 'the time for coordination runs out'],
    ['签订集体合同争议协调处理（延期）', 'Coordinate a dispute (extended)'],
  ),
]
