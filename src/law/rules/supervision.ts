/** Legal periods of labour inspection, union supervision and democratic management. */
import {
  democracyZhejiang,
  inspectionRegulations,
  inspectionZhejiang,
  supervisionHangzhou,
  supervisionZhejiang,
} from '../acts/supervision.ts'
import { calendarDays, workingDays, years } from '../period.ts'
import { row } from './row.ts'

const opinionReceived = ['收到监督意见书', 'the opinion letter is received'] as const
const replyOpinion = ['答复监督意见书', 'Answer the opinion letter'] as const

export const supervisionRules = [
  row(
    'INSP.ACCEPT',
    inspectionZhejiang,
    23,
    workingDays(5),
    'after',
    ['收到举报投诉', 'the complaint is received'],
    ['劳动监察决定是否受理', 'Inspectorate decides on a complaint'],
  ),
  row(
    'INSP.INVESTIGATE',
    inspectionRegulations,
    17,
    workingDays(60),
    'after',
    ['立案', 'the case is opened'],
    ['劳动监察调查完成', 'Finish the inspection'],
  ),
  row(
    'INSP.INVESTIGATE.EXT',
    inspectionRegulations,
    17,
    workingDays(30),
    'after',
    ['调查期限届满', 'the time for inspection runs out'],
    ['劳动监察调查完成（延长）', 'Finish the inspection (extended)'],
  ),
  row(
    'INSP.TIMEBAR',
    inspectionRegulations,
    20,
    years(2),
    'after',
    ['违法行为发生或者终了', 'the act was done or ended'],
    ['举报投诉、查处违法行为', 'Complain of or pursue a violation'],
  ),
  row(
    'SUP.NOTACCEPT',
    supervisionZhejiang,
    17,
    workingDays(5),
    'after',
    ['收到投诉', 'the complaint is received'],
    ['书面告知不予受理', 'Tell the worker in writing of non-acceptance'],
  ),
  row(
    'SUP.FINDING.HZ',
    supervisionHangzhou,
    15,
    calendarDays(20),
    'after',
    ['开始调查（条文未写明起算点）', 'the inquiry begins (the text names no start)'],
    ['形成书面调查意见', 'Write the finding'],
  ),
  row(
    'SUP.OPINION.HZ',
    supervisionHangzhou,
    16,
    calendarDays(7),
    'after',
    ['确认用人单位违法', 'the violation is confirmed'],
    ['发出监督意见书', 'Send the opinion letter'],
  ),
  row('SUP.REPLY.ZJ', supervisionZhejiang, 22, workingDays(15), 'after', opinionReceived, replyOpinion),
  row('SUP.REPLY.HZ', supervisionHangzhou, 16, calendarDays(15), 'after', opinionReceived, replyOpinion),
  row(
    'DEM.SUGGEST.REPLY',
    democracyZhejiang,
    23,
    calendarDays(30),
    'after',
    ['提出意见建议', 'the suggestion is made'],
    ['答复职工意见建议', 'Answer a suggestion'],
  ),
  row(
    'DEM.MEETING',
    democracyZhejiang,
    15,
    years(1),
    'after',
    ['上次职工代表大会', "the last workers' congress"],
    ['召开职工代表大会', "Hold the workers' congress"],
  ),
]
