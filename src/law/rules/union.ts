/** Legal periods of the union itself: founding, terms, meetings, the fee. */
import { unionLaw, unionLawZhejiang } from '../acts/union.ts'
import { months, workingDays, years } from '../period.ts'
import { row } from './row.ts'

export const unionRules = [
  row(
    'UNION.FOUND.DUTY',
    unionLawZhejiang,
    6,
    years(1),
    'after',
    ['开业或者设立', 'the employer opened'],
    ['用人单位建立工会', 'Employer sets up a union'],
  ),
  row(
    'UNION.PREPFUND.START',
    unionLawZhejiang,
    6,
    months(1),
    'after',
    ['批准筹建，或者开业满一年', 'preparation is approved, or a year has passed'],
    ['开始收取建会筹备金', 'Preparation fund begins'],
  ),
  row(
    'UNION.TERM',
    unionLaw,
    16,
    years(3),
    'after',
    ['当选', 'the election'],
    ['基层工会委员会届满', 'Term of a grassroots committee ends'],
    {
      alternatives: [years(3), years(5)],
    },
  ),
  row(
    'UNION.DISTRICT.TERM',
    unionLaw,
    16,
    years(5),
    'after',
    ['当选', 'the election'],
    ['地方总工会、产业工会委员会届满', 'Term of a local or industry committee ends'],
  ),
  row(
    'UNION.TERM.EXTEND.MAX',
    unionLawZhejiang,
    10,
    months(6),
    'after',
    ['任期届满', 'the term ends'],
    ['延期换届最晚', 'Latest postponed election'],
  ),
  row(
    'UNION.MEETING.MIN',
    unionLawZhejiang,
    10,
    years(1),
    'after',
    ['上次会员大会', "the last members' meeting"],
    ['召开会员大会或者会员代表大会', "Hold the members' or delegates' meeting"],
  ),
  row(
    'UNION.OFFICER.TIME',
    unionLawZhejiang,
    33,
    workingDays(3),
    'within',
    ['当月', 'the month'],
    ['兼职工会干部占用工作时间', 'Paid union time of part-time officers'],
    {
      per: 'month',
    },
  ),
  row('UNION.FEE', unionLaw, 43, months(1), 'after', ['当月月末', 'the end of the month'], ['拨缴工会经费', 'Pay the union fee']),
]
