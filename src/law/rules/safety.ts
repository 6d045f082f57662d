/** Legal periods after an accident at work. */
import { accidentRegulations, safetyLaw } from '../acts/safety.ts'
import { calendarDays, hours, years } from '../period.ts'
import { row } from './row.ts'

const accident = ['事故发生', 'the accident'] as const

export const safetyRules = [
  row(
    'ACC.REPORT',
    accidentRegulations,
    9,
    hours(1),
    'after',
    ['单位负责人接到报告', 'the head is informed'],
    ['单位负责人报告事故', 'Head reports the accident'],
  ),
  row(
    'ACC.REPORT.UP',
    accidentRegulations,
    11,
    hours(2),
    'after',
    ['监管部门接到报告', 'the authority is informed'],
    ['逐级上报事故', 'Report the accident up a level'],
    {
      per: 'level',
    },
  ),
  row('ACC.UPDATE', accidentRegulations, 13, calendarDays(30), 'after', accident, ['补报事故伤亡人数', 'Update the casualties']),
  row('ACC.UPDATE.TRAFFIC_FIRE', accidentRegulations, 13, calendarDays(7), 'after', accident, [
    '补报事故伤亡人数（道路交通、火灾）',
    'Update the casualties (traffic, fire)',
  ]),
  row('ACC.INQUIRY', accidentRegulations, 29, calendarDays(60), 'after', accident, ['提交事故调查报告', 'Submit the inquiry report']),
  row(
    'ACC.REPLY',
    accidentRegulations,
    32,
    calendarDays(15),
    'after',
    ['收到事故调查报告', 'the inquiry report is received'],
    ['批复事故调查报告', 'Government replies to the inquiry report'],
  ),
  row(
    'ACC.REMEDY.EVAL',
    safetyLaw,
    86,
    years(1),
    'after',
    ['批复事故调查报告', 'the reply is issued'],
    ['评估事故整改', 'Evaluate the remedies'],
  ),
]
