/** What an instructor of the demonstration wrote of a firm: visits along the road of its bargaining, each on its day. Pure. */
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type CoachingState, coachingStateIds } from '../coaching.ts'

export interface SeedFirm {
  readonly firm: Id
  readonly employees: number
  /** When its bargaining began. */
  readonly opened: Day
  /** The steps that moved the case on, in their order. */
  readonly road: readonly { readonly step: string; readonly on: Day }[]
  /** Who is to look after it, and since when they are in the team. */
  readonly member: Id
  readonly memberSince: Day
}

export interface Visit {
  readonly on: Day
  readonly what: string
  readonly halfHours: number
  readonly template: string | null
  readonly state: CoachingState
  readonly suggested: CoachingState | null
  readonly next: Day | null
}
export interface Coached {
  readonly firm: Id
  readonly member: Id
  readonly since: Day
  readonly task: string
  readonly visits: readonly Visit[]
}

/** Which state each step of a bargaining leads to; others leave it where it was. */
const after: Readonly<Record<string, CoachingState>> = {
  offer: 'wish',
  serve: 'wish',
  refuse: 'wish',
  answer: 'prepare',
  answerEmployer: 'prepare',
  setMeeting: 'talk',
  resume: 'talk',
  suspend: 'talk',
  draft: 'pass',
  reviseDraft: 'pass',
  convene: 'pass',
  carry: 'pass',
  reject: 'pass',
  file: 'pass',
  takeEffect: 'perform',
}
export const movingSteps: readonly string[] = Object.keys(after)

const said: Readonly<Record<CoachingState, readonly string[]>> = {
  wish: ['走访企业和工会，讲解工资集体协商的程序和好处，企业愿意谈，建议先听职工意见', '与工会主席商量要约内容，帮助拟定职工意见征集表'],
  prepare: ['帮助双方推选协商代表，核对人数和条件；列出需要企业提供的资料', '一起看企业上年度工资和经营数据，测算可以谈的工资增长幅度'],
  talk: ['列席协商会议，就增长幅度和技能津贴给双方提出参考方案', '会后与双方首席代表分别沟通，缩小夜班津贴上的分歧'],
  pass: ['指导草案提交职代会表决，核对到会人数和无记名投票的做法', '核对合同文本和报送材料，提醒按期报人社部门审查'],
  perform: ['查看工资表，约定的增长已经兑现；建议公布到各车间', '参加履行检查，津贴按月发放；提醒年底前向职代会报告'],
}
const brought: Readonly<Record<CoachingState, readonly (string | null)[]>> = {
  wish: ['offer', null],
  prepare: ['wageBasic', 'wageFull'],
  talk: ['wageFull', 'benefits'],
  pass: [null, null],
  perform: [null, 'skill'],
}

/** The firm's case on a day, as its steps say; nothing before it began. */
export function stateOn(road: SeedFirm['road'], on: Day): CoachingState | undefined {
  const last = road.findLast((one) => one.on <= on && after[one.step] !== undefined)
  return last && after[last.step]
}

/** Days of visits along the road: before the offer, while it is answered, at the table, at the vote, under the contract. */
const along = [-21, -7, 13, 30, 48, 80, 115, 160, 215] as const

/** Between two and five visits of the year before today; the next one planned, or, where it is `late`, past its day. */
export function courseOf(
  { firm, member, memberSince, opened, road, employees }: SeedFirm,
  nth: number,
  late: boolean,
  today: Day,
  workingDay: (on: Day) => Day,
): Coached {
  const first = laterOf(laterOf(addDays(today, -350), memberSince), addDays(opened, -25 - (nth % 3) * 4))
  const ended = late ? addDays(today, -12) : addDays(today, -1)
  const days = [
    ...new Set(
      along.map((offset, at) => workingDay(addDays(opened, offset + ((nth + at) % 4)))).filter((on) => on >= first && on <= ended),
    ),
  ]
  const many = 2 + (nth % 4)
  // Evenly along the road, the first and the last among them.
  const chosen =
    days.length <= many ? days : Array.from({ length: many }, (_, at) => days[Math.round((at * (days.length - 1)) / (many - 1))]!)
  const seen = { ...(Object.fromEntries(coachingStateIds.map((id) => [id, 0])) as Record<CoachingState, number>) }
  return {
    firm,
    member,
    since: first,
    task: road.some(({ step }) => step === 'takeEffect') ? '协商全程指导，合同履行跟踪' : '协商全程指导',
    visits: chosen.map((on, at): Visit => {
      const suggested = stateOn(road, on)
      const state = suggested ?? 'wish'
      const time = seen[state]++ + (state === 'wish' ? 0 : nth % 2)
      const planned = chosen[at + 1] ?? (late ? addDays(today, -3) : addDays(today, 4 + ((nth * 7) % 26)))
      return {
        on,
        what: said[state][time % 2]!,
        halfHours: 2 + ((nth + at) % 4),
        template: state === 'prepare' ? brought.prepare[employees >= 300 ? 1 : 0]! : brought[state][time % 2]!,
        state,
        suggested: suggested ?? null,
        next: planned > on ? planned : null,
      }
    }),
  }
}
