/** What somebody who asks for help is told at once: which path it takes, what the law gives and by when, and until when arbitration is open. Pure. */
import type { Now } from '#engine/run.ts'
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import { type Citation, count, type Counted, type Parameter } from '#law'
import { mediationLaw } from '#law/acts/dispute.ts'
import { medAccept, medEnd } from '#law/parameters.ts'
import type { Application } from '../data.ts'
import { limitationStart } from '../facts/windows.ts'
import { isWageClaim } from '../terms.ts'

export type Asked = Pick<Application, 'claimKind' | 'stillEmployed' | 'employmentEndedOn' | 'knewOn'> & { readonly platform?: boolean }

export interface Line {
  readonly id: 'number' | 'accept' | 'end'
  readonly by: Day
  readonly title: Text
  readonly law?: Citation
  readonly counted?: Text
}

export interface Promised {
  readonly path: Text
  readonly lines: readonly Line[]
  readonly limitation: { readonly says: Text; readonly until?: Day; readonly law: Citation; readonly counted?: Text }
}

/** If it is handed in today. */
export function promiseFor(asked: Asked, now: Now): Promised {
  const accept = counted(medAccept, now.today, now)
  const end = counted(medEnd, now.today, now)
  const other = asked.platform ? text('平台', 'platform') : text('公司', 'firm')
  return {
    path: asked.platform
      ? text(
          '没有劳动合同也能办。走调解，不收费，15 天到期。',
          'No labour contract is needed. It goes to mediation: free, and it ends within 15 days.',
        )
      : text('这类事走调解，不收费，15 天到期。', 'This goes to mediation: free, and it ends within 15 days.'),
    lines: [
      { id: 'number', by: now.today, title: text('马上得到编号，能查到哪一步', 'You get a number at once and can see every step') },
      {
        id: 'accept',
        by: accept.last,
        title: text(
          `告诉您收不收；${other.zh}不愿调，也书面告诉您`,
          `You are told whether it is accepted; if the ${other.en} will not talk, you are told in writing`,
        ),
        law: medAccept.on(now.today, now.region).law,
        counted: accept.says,
      },
      {
        id: 'end',
        by: end.last,
        title: text(
          '到期。谈成就签协议；谈不成，您可以去仲裁，也不收费',
          'It ends. Agreed: you sign. Not agreed: you may go to arbitration, also free',
        ),
        law: medEnd.on(now.today, now.region).law,
        counted: end.says,
      },
    ],
    limitation: limitationFor(asked, now),
  }
}

function limitationFor(asked: Asked, now: Now): Promised['limitation'] {
  const running = limitationStart(asked)
  if (!running) {
    return {
      says: text(
        '您还在上班，讨工资的一年期限还没开始算；离职那天才开始。',
        'You still work there, so the year for claiming wages has not begun; it begins on the day you leave.',
      ),
      law: mediationLaw.art(27),
    }
  }
  const { last, says } = counted(running.rule, running.start, now)
  const wage = isWageClaim(asked.claimKind) && asked.employmentEndedOn !== undefined
  return {
    says: wage
      ? text(`申请仲裁，最晚 ${last}：从离开那天起一年。`, `Arbitration may be asked for until ${last}: one year from leaving.`)
      : text(`申请仲裁，最晚 ${last}：从知道那天起一年。`, `Arbitration may be asked for until ${last}: one year from knowing.`),
    until: last,
    law: mediationLaw.art(27),
    counted: says,
  }
}

function counted(parameter: Parameter, start: Day, { region, calendar }: Now): Counted {
  const { period, direction } = parameter.on(start, region)
  return count({ start, period, direction, calendar })
}
