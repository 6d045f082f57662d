/** 集中要约: one offer in the same words to many firms, each from its own union, each a bargaining of its own. */
import { z } from 'zod'
import { campaign, type ContractInForce, type Target } from '#engine/campaigns/campaign.ts'
import { clause, count, day, long, many, time, words } from '#engine/fields.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { WorkCalendar } from '#law'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { contractKinds } from '#registry/contracts/contract.ts'
import { type Kind, kinds, type Offer } from './data.ts'
import { renewalWindow } from './facts/windows.ts'

const common = z.object({
  kind: z.enum(kinds).meta({ title: '协商什么合同' }),
  topics: many(words('事项')).min(1).meta({ title: '协商内容' }),
  clauses: many(clause).meta({ title: '提出的条款' }).optional(),
  meetOn: day('建议协商日期'),
  meetAt: time('时间'),
  perDay: count('每天最多安排几家（不填：都在这一天）', 1).optional(),
  place: words('地点（不填：各企业会议室）').optional(),
  delegates: many(words('姓名')).max(9).meta({ title: '工会没有登记主席、委员的，由谁当代表' }).optional(),
  reason: long('理由').optional(),
})
type Common = z.infer<typeof common>

/** So many firms a working day, from the first day on; without a number all on the first. */
export function meetingDay({ meetOn, perDay }: Pick<Common, 'meetOn' | 'perDay'>, nth: number, calendar: WorkCalendar): Day {
  let on = meetOn
  for (let left = perDay ? Math.floor(nth / perDay) : 0; left > 0; ) {
    on = addDays(on, 1)
    if (calendar.isWorking(on)) left--
  }
  return on
}

const ownOf = (kind: Kind, contracts: readonly ContractInForce[]): ContractInForce | undefined =>
  contracts.find((one) => one.kind === kind && one.level === 'enterprise')

const openOf = (kind: Kind, { open }: Pick<Target, 'open'>) =>
  open.find(({ state, known }) => state !== 'inForce' && (known.offer as Offer | undefined)?.kind === kind)

export const massOffer = campaign({
  title: text('集中要约', 'Mass offer'),
  hint: text(
    '选定企业，一次发出要约书；每家各立一案、各有编号，各自的时限从送达那天起算。',
    'Choose firms and send the offer in one act. Each is a case of its own with its own number; its clock starts on the day it is served.',
  ),
  step: 'offer',
  law: wageHangzhou.art(24),
  common,
  en: {
    kind: 'Which contract is bargained for',
    topics: 'What is to be bargained about',
    clauses: 'Clauses proposed',
    meaning: 'Clause',
    value: 'Figure',
    trade: 'Trade',
    grade: 'Skill grade',
    level: 'Level',
    words: 'Words',
    meetOn: 'Proposed day of the meeting',
    meetAt: 'Time',
    perDay: 'At most so many firms a day (empty: all on that day)',
    place: 'Place (empty: the meeting room of each firm)',
    delegates: 'Where the union has no officers on record: who represents the workers',
    reason: 'Reasons',
  },
  reads: ['offer'],
  mayReceive(target, { kind, delegates = [] }, at) {
    const open = openOf(kind, target)
    if (open) return { says: text(`已在协商中：${open.number}`, `Bargaining is under way: ${open.number}`) }
    const own = ownOf(kind, target.contracts)
    const window = own && renewalWindow(kind, own.until, at)
    if (own && window && at.on < window.opens)
      return {
        says: text(
          `${contractKinds[kind].zh}有效到 ${own.until}，${window.opens} 起才可以要求续订`,
          `${contractKinds[kind].en} in force until ${own.until}; renewal may be asked for from ${window.opens}`,
        ),
        law: contractZhejiang.art(30),
      }
    if (target.officers.length === 0 && delegates.length === 0)
      return {
        says: text(
          `要约书要写明本方代表：${target.owner.name}没有登记主席、委员`,
          `The offer names who represents the workers: ${target.owner.name} has no officers on record`,
        ),
        law: wageHangzhou.art(24),
      }
    return null
  },
  inputFor(
    { firm, officers, contracts },
    { kind, topics, clauses, meetAt, meetOn, perDay, place, delegates = [], reason },
    at,
  ): Omit<Offer, 'firm' | 'bureau' | 'floor' | 'former'> {
    const own = ownOf(kind, contracts)
    const above = contracts.some((one) => one.kind === kind && one.level !== 'enterprise')
    return {
      by: 'workers',
      kind,
      purpose: own ? 'renewal' : above ? 'second' : 'first',
      company: { name: firm.name, organisationId: firm.id },
      topics,
      ...(clauses && clauses.length > 0 ? { clauses } : {}),
      meetOn: meetingDay({ meetOn, perDay }, at.nth, at.calendar),
      meetAt,
      place: place ?? `${firm.name}会议室`,
      delegates: officers.length > 0 ? officers.map(({ name }) => name) : delegates,
      ...(reason ? { reason } : {}),
      ...(own ? { replaces: own.caseId } : {}),
    }
  },
  brief(input) {
    const { meetOn, meetAt, delegates } = input as Offer
    return text(`${meetOn} ${meetAt}　代表：${delegates.join('、')}`, `${meetOn} ${meetAt}, represented by ${delegates.join(', ')}`)
  },
  phases: [
    { id: 'unserved', title: text('未送达', 'Not served'), states: ['offered'] },
    { id: 'silent', title: text('逾期未答复', 'Silent past the day'), states: ['served'], overdue: ['answerWage', 'answer'] },
    { id: 'waiting', title: text('等待答复', 'Waiting for an answer'), states: ['served'] },
    { id: 'answered', title: text('已答复', 'Answered'), states: ['preparing'] },
    {
      id: 'talks',
      title: text('协商中', 'In talks'),
      states: ['negotiating', 'suspended', 'drafted', 'atCongress', 'rejected', 'carried', 'filed', 'objected'],
    },
    { id: 'inForce', title: text('已生效', 'In force'), states: ['inForce'] },
    { id: 'refused', title: text('拒绝、拖延', 'Refused or delayed'), states: ['refused', 'coordinating'] },
    { id: 'over', title: text('已结束', 'Ended'), states: ['expired', 'terminated', 'replaced', 'notConcluded', 'withdrawn'] },
  ],
  remind: {
    phase: 'silent',
    says: (last, law) =>
      text(
        `催告：收到集体协商要约后，应在 ${last} 前书面答复，至今没有答复，请尽快书面答复（${law.short.zh}第${law.article}条）`,
        `Reminder: a written answer to the offer was due by ${last} and has not come. Please answer in writing (${law.short.en}, art. ${law.article})`,
      ),
  },
})
