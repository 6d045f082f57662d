/** What the law demands of meetings, materials and suspensions. */
import { type At, rule } from '#engine/define.ts'
import { daysBetween } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { cbSuspendEqual, cbSuspendWage } from '#law/parameters.ts'
import { Bargaining, type Facts } from '../data.ts'
import { byWageOrdinance, inZhejiang } from '../facts/law.ts'
import { delegatesOf, sideName, sides } from '../facts/sides.ts'
import { spellsOf, suspendedDays } from '../facts/suspension.ts'
import { agendaDue } from '../facts/windows.ts'
import { latePackage } from '../facts/package.ts'

const whole = (facts: unknown): Facts => facts as Facts

/** The notice goes out with the meeting; a shorter one needs the yes of both. */
export const agendaInTime = rule(Bargaining, {
  id: 'agendaInTime',
  says: '议题和代表名单在会议七日前通知对方，或者双方同意照开',
  law: contractZhejiang.art(16),
  reads: ['meetings'],
  holds: ({ meetings }, at) => {
    const next = meetings.at(-1)!
    const due = agendaDue(next.day, at)
    return next.day >= at.on && (next.late === 'keptByAgreement' || due === undefined || at.on <= due)
  },
  missing: ({ meetings }, at) => {
    const due = agendaDue(meetings.at(-1)!.day, at)
    const late = due ? daysBetween(due, at.on) : 0
    return text(
      `最晚 ${due} 通知，晚了 ${late} 天；推迟 ${late} 天，或者双方同意照开`,
      `Notice by ${due}: ${late} day(s) late; move it by ${late} day(s), or both agree to keep it`,
    )
  },
})

/** A meeting set anew for the same round keeps its chair. */
export const chiefsChairInTurn = rule(Bargaining, {
  id: 'chiefsChairInTurn',
  says: '双方首席代表轮流召集主持',
  law: wageHangzhou.art(26),
  reads: ['meetings', 'minutes'],
  holds: ({ meetings, minutes }) => meetings.at(-1)?.chairedBy === turnOf({ meetings, minutes }),
  missing: ({ meetings, minutes }) => {
    const { zh, en } = sideName[turnOf({ meetings, minutes })]
    return text(`这一次轮到${zh}`, `It is the ${en}' turn`)
  },
})
function turnOf({ meetings, minutes }: Pick<Facts, 'meetings' | 'minutes'>) {
  const first = meetings[0]!.chairedBy
  return minutes.length % 2 === 0 ? first : sides.find((side) => side !== first)!
}

export const meetingWasHeld = rule(Bargaining, {
  id: 'meetingWasHeld',
  says: '协商会议已经举行',
  law: contractZhejiang.art(16),
  reads: ['meetings'],
  holds: ({ meetings }, { on }) => meetings.length > 0 && meetings.at(-1)!.day <= on,
  missing: ({ meetings }) =>
    text(`会议是 ${meetings.at(-1)?.day ?? '（未定）'}`, `The meeting is on ${meetings.at(-1)?.day ?? '(not set)'}`),
})

export const materialsInTime = rule(Bargaining, {
  id: 'materialsInTime',
  says: '要求的资料在会议以前按期提供；迟了的，改期或者双方同意照开',
  law: wageHangzhou.art(25),
  reads: ['offer', 'meetings'],
  holds: (facts, at) => facts.meetings.at(-1)?.late === 'keptByAgreement' || latePackage(whole(facts), at) === undefined,
  missing: (facts, at) => {
    const late = latePackage(whole(facts), at)
    return (
      late &&
      text(
        `最晚 ${late.due} 提供，${late.on ? `实际 ${late.on}` : '还没有提供'}`,
        `Due ${late.due}, ${late.on ? `came ${late.on}` : 'not yet supplied'}`,
      )
    )
  },
})

export const recorderIsNoDelegate = rule(Bargaining, {
  id: 'recorderIsNoDelegate',
  says: '记录员不是协商代表',
  law: wageHangzhou.art(26),
  reads: ['minutes'],
  holds: ({ minutes, ...facts }) => {
    const { recorder, recorderIsDelegate } = minutes.at(-1)!
    const all = whole({ minutes, ...facts })
    return !recorderIsDelegate && !sides.some((side) => delegatesOf(all, side).some(({ name }) => name === recorder))
  },
})

export const minutesAreSigned = rule(Bargaining, {
  id: 'minutesAreSigned',
  says: '会议记录经双方首席代表签字',
  law: wageHangzhou.art(26),
  reads: ['minutes'],
  holds: ({ minutes }) => Boolean(minutes.at(-1)?.signedByWorkers && minutes.at(-1)?.signedByEmployer),
  missing: ({ minutes }) => {
    const { signedByWorkers, signedByEmployer } = minutes.at(-1)!
    const open = [...(signedByWorkers ? [] : [sideName.workers]), ...(signedByEmployer ? [] : [sideName.employer])]
    return text(`还差${open.map(({ zh }) => zh).join('、')}签字`, `Not signed: ${open.map(({ en }) => en).join(', ')}`)
  },
})

export const proposalHasASide = rule(Bargaining, {
  id: 'proposalHasASide',
  says: '写明是哪一方提出',
  law: contractZhejiang.art(15),
  reads: ['proposals'],
  holds: ({ proposals }) => proposals.at(-1)?.side !== undefined,
})

export const workersChiefConsents = rule(Bargaining, {
  id: 'workersChiefConsents',
  says: '职工方首席代表同意中止',
  law: wageHangzhou.art(27),
  reads: ['suspensions'],
  holds: ({ suspensions }) => suspensions.at(-1)?.workersChiefConsents === true,
})

/** Zhejiang asks for both in all equal consultation; its wage rule in Hangzhou only for the workers. */
export const bothConsent = rule(Bargaining, {
  id: 'bothConsent',
  says: '工资以外的协商，双方都同意中止',
  law: democracyZhejiang.art(29),
  reads: ['offer', 'suspensions'],
  holds: ({ offer, suspensions }, at) =>
    byWageOrdinance(offer.kind, at) || !inZhejiang(at) || suspensions.at(-1)?.employerConsents === true,
})

const last = (facts: Facts, at: At) => {
  const spells = spellsOf(facts)
  const [total, spell] = [suspendedDays(facts), spells.at(-1)!]
  const wage = byWageOrdinance(facts.offer!.kind, at)
  const most = (wage ? cbSuspendWage : cbSuspendEqual).find(spell.from, at.region)?.period.n
  return { wage, most, total, now: spell.days, before: total - spell.days, runs: facts.suspensions.at(-1)!.until > spell.from }
}

/** Calendar days over all spells; who resumed early gave days back. */
export const thirtyDaysInAll = rule(Bargaining, {
  id: 'thirtyDaysInAll',
  says: '工资协商中止的期限累计不超过三十日',
  law: wageHangzhou.art(27),
  reads: ['offer', 'suspensions', 'resumptions'],
  holds: (facts, at) => {
    const { wage, most, total, runs } = last(whole(facts), at)
    return !wage || most === undefined || (runs && total <= most)
  },
  missing: (facts, at) => {
    const { most = 0, total, now, before } = last(whole(facts), at)
    return text(
      `以前中止 ${before} 天，这次 ${now} 天，合计 ${total} 天，最多 ${most} 天，超出 ${Math.max(0, total - most)} 天`,
      `${before} day(s) before, ${now} now, ${total} in all; at most ${most}: ${Math.max(0, total - most)} too many`,
    )
  },
})

export const sixtyDaysAtMost = rule(Bargaining, {
  id: 'sixtyDaysAtMost',
  says: '工资以外的协商，中止的期限不超过六十日',
  law: democracyZhejiang.art(29),
  reads: ['offer', 'suspensions', 'resumptions'],
  holds: (facts, at) => {
    const { wage, most, now, runs } = last(whole(facts), at)
    return wage || most === undefined || (runs && now <= most)
  },
  missing: (facts, at) => {
    const { most = 0, now } = last(whole(facts), at)
    return text(
      `这次 ${now} 天，最多 ${most} 天，超出 ${Math.max(0, now - most)} 天`,
      `${now} days; at most ${most}: ${Math.max(0, now - most)} too many`,
    )
  },
})
