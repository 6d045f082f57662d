/** How long the union and the firm take by the district's own arrangement: no law sets these days, and the quotes say so. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { calendarDays, type LegalRule, parameter, workingDays } from '#law'
import { act } from '#law/act.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'

export const districtPractice = act(
  {
    id: 'practice-skill-wage',
    title: text(
      '区总工会能级工资兑现工作约定（非法定期限，可以调整）',
      'The district federation’s arrangement on skill-grade wages (no law; may be changed)',
    ),
    short: text('区总工会约定（非法定）', 'District arrangement (no law)'),
    region: 'CN',
    from: day('2020-01-01'),
  },
  {
    1: '工会收到报告后五个工作日内核验',
    2: '企业收到兑现确认函后十个工作日内书面确认',
  },
)

const practice = (id: string, days: number, article: 1 | 2, start: LegalRule['start'], title: LegalRule['title']) =>
  parameter(id, title, [
    {
      id,
      region: 'CN',
      from: day('2020-01-01'),
      period: workingDays(days),
      direction: 'after',
      start,
      title,
      law: districtPractice.art(article),
      source: 'P',
    },
  ])

export const verifyPractice = practice('SKILL.VERIFY', 5, 1, text('工会收到报告', 'The union received the report'), text('核验', 'Verify'))
export const confirmPractice = practice(
  'SKILL.CONFIRM',
  10,
  2,
  text('企业收到兑现确认函', 'The firm was asked to confirm'),
  text('确认兑现', 'Confirm payment'),
)

const until = text('合同期限最后一日', 'The last day of the contract')
/** An allowance runs as long as the contract that gives it. */
export const contractEnd = parameter('SKILL.CONTRACT_END', until, [
  {
    id: 'SKILL.CONTRACT_END',
    region: 'CN',
    from: day('2011-01-01'),
    period: calendarDays(0),
    direction: 'after',
    start: until,
    title: text('合同期满', 'The contract ends'),
    law: contractZhejiang.art(30),
    source: 'R',
  },
])
