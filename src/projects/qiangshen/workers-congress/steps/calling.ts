/** How a session comes about: called, or called in between, made known, put off, called off. */
import type { Step } from '#engine/define.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { callingRecord, meetingNotice } from '../documents/calling.ts'
import { assemblyIsSmall, extraIsProposed } from '../rules.ts'

export const desk = ['convener', 'upperUnion'] as const

export const calling = {
  call: {
    title: '召开职工代表大会',
    hint: '定下届次、日期、地点和议程',
    to: 'called',
    by: desk,
    law: democracyZhejiang.art(15),
    fills: 'call',
    needs: [assemblyIsSmall],
  },
  callExtra: {
    title: '临时召开',
    hint: '企业、工会或者三分之一以上的代表提议',
    to: 'called',
    by: desk,
    law: democracyZhejiang.art(15),
    fills: 'call',
    needs: [extraIsProposed, assemblyIsSmall],
    papers: [callingRecord],
  },
  notify: {
    title: '发会议通知',
    hint: '时间、地点、议程，发给每位代表',
    from: 'called',
    by: desk,
    law: democracyZhejiang.art(15),
    gathers: 'notices',
    papers: [meetingNotice],
    tells: [],
  },
  postpone: {
    title: '改期',
    from: 'called',
    by: desk,
    law: democracyZhejiang.art(15),
    gathers: 'postponements',
  },
  cancel: {
    title: '不开了',
    from: 'called',
    to: 'cancelled',
    by: desk,
    law: democracyZhejiang.art(15),
    fills: 'cancellation',
  },
} as const satisfies Readonly<Record<string, Step>>
