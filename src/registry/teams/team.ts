/** The five teams: what each asks of its members, and whether somebody counts as one on a day. */
import { addDays, type Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Citation } from '#law'
import { supervisionZhejiang } from '#law/acts/supervision.ts'

/** What must be on record before somebody counts: `registration` is a lawyer's or legal worker's. */
export type Need = 'training' | 'exam' | 'card' | 'registration'

interface TeamSpec {
  readonly title: Text
  readonly needs: readonly Need[]
  readonly law?: Citation
}

export type Team = 'mediator' | 'supervisor' | 'instructor' | 'informant' | 'volunteer'
export const teams: Readonly<Record<Team, TeamSpec>> = {
  mediator: { title: text('劳动争议调解员', 'Dispute mediators'), needs: [] },
  supervisor: {
    title: text('劳动法律监督员', 'Labour-law supervisors'),
    needs: ['training', 'exam', 'card'],
    law: supervisionZhejiang.art(12),
  },
  instructor: { title: text('集体协商指导员', 'Bargaining instructors'), needs: [] },
  informant: { title: text('劳动关系监测信息员', 'Labour-relations informants'), needs: [] },
  volunteer: { title: text('工会法律志愿者', 'Legal volunteers'), needs: ['registration'] },
}
export const teamNames = Object.keys(teams) as readonly Team[]

/** Days before the end of a term from which it is warned of. A practice of the district, not a period of the law. */
export const warnDays = 60

export interface Qualification {
  readonly team: Team
  readonly trainedOn?: Day | undefined
  readonly examinedOn?: Day | undefined
  readonly examPassed?: boolean | undefined
  readonly cardNumber?: string | undefined
  readonly registration?: string | undefined
  readonly since: Day
  readonly until: Day
}

export const standings = ['counting', 'expiring', 'incomplete', 'lapsed', 'future'] as const
export type Standing = (typeof standings)[number]
export const standingTitles: Readonly<Record<Standing, Text>> = {
  counting: text('有效', 'Valid'),
  expiring: text('即将到期', 'Expiring'),
  incomplete: text('材料不全', 'Incomplete'),
  lapsed: text('已到期', 'Lapsed'),
  future: text('尚未开始', 'Not begun'),
}

const needWords: Readonly<Record<Need, Text>> = {
  training: text('没有培训记录', 'No training on record'),
  exam: text('没有考核合格记录', 'No passed examination on record'),
  card: text('没有证号', 'No card number'),
  registration: text('没有执业证号', 'No registration number'),
}

/** What is missing on that day, in the words it is told in. */
export function missing(member: Qualification, on: Day): readonly Text[] {
  const has: Readonly<Record<Need, boolean>> = {
    training: member.trainedOn !== undefined && member.trainedOn <= on,
    exam: member.examPassed === true && member.examinedOn !== undefined && member.examinedOn <= on,
    card: member.cardNumber !== undefined,
    registration: member.registration !== undefined,
  }
  return teams[member.team].needs.filter((need) => !has[need]).map((need) => needWords[need])
}

/** Where somebody stands in a team on a day; both ends of a term belong to it. */
export function standingOn(member: Qualification, on: Day): Standing {
  if (on > member.until) return 'lapsed'
  if (on < member.since) return 'future'
  if (missing(member, on).length > 0) return 'incomplete'
  return member.until <= addDays(on, warnDays) ? 'expiring' : 'counting'
}

export const counts = (standing: Standing): boolean => standing === 'counting' || standing === 'expiring'

/** The same line as `standingOn` for the database. `m` is the member's row; `on` an SQL expression of the day. */
export function standingSql(on: string): string {
  const incomplete = teamNames
    .filter((team) => teams[team].needs.length > 0)
    .map((team) => `m.team = '${team}' and not (${teams[team].needs.map((need) => needSql(need, on)).join(' and ')})`)
    .join(' or ')
  return `case when ${on} > m.until then 'lapsed' when ${on} < m.since then 'future' when ${incomplete} then 'incomplete'
    when m.until <= ${on} + ${warnDays} then 'expiring' else 'counting' end`
}

function needSql(need: Need, on: string): string {
  if (need === 'training') return `coalesce(m.trained_on <= ${on}, false)`
  if (need === 'exam') return `coalesce(m.exam_passed and m.examined_on <= ${on}, false)`
  return need === 'card' ? 'm.card_number is not null' : 'm.registration is not null'
}

/**
 * Whether a member must stand back from a firm for an interest of theirs or of somebody near. For supervisors the article binds those of
 * local, industry and federated unions; one of an enterprise's own union works for that very firm (浙江 13).
 */
export const recusalBinds = (team: Team, engagedBy: string): boolean => team !== 'supervisor' || engagedBy !== 'union'
export const recusalLaw: Citation = supervisionZhejiang.art(13)
