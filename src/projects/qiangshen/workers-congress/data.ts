/** The facts of one session of a workers' congress, from the call to the minutes. The forms on the screens follow from this file. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { count, day, id, long, many, recorded, time, words, yes } from '#engine/fields.ts'
import { text } from '#kernel/text.ts'

export const forms = ['congress', 'assembly'] as const
export type Form = (typeof forms)[number]
export const itemKinds = ['contract', 'report', 'election', 'rules', 'other'] as const
export const ways = ['people', 'phones', 'both'] as const
export const choices = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** As many as the largest firm elects, and some. */
const most = 5000

const agendaItem = z.object({
  id: words('议题编号'),
  title: words('议题'),
  kind: z.enum(itemKinds).meta({ title: '哪一类' }),
})
const noDoubles = { params: { says: text('两个议题不能用同一个编号', 'Two items cannot bear the same number') } }

const elector = z.object({
  id: id('名册编号'),
  name: words('姓名'),
  personId: id('人员').optional(),
  constituency: words('选区').optional(),
  woman: yes('女').optional(),
  manager: yes('是管理人员'),
})
export type Elector = z.infer<typeof elector>

/** The register of delegates (of all staff, for an assembly) as it stands on the day, in figures. */
const figures = {
  on: day('名册日期'),
  all: count('应到人数'),
  employees: count('职工人数').optional(),
  managers: count('中高层管理人员'),
}
/** Too many names for a page: the session's own screen shows them. */
const delegates = z.array(elector).max(most).meta({ title: '名册', widget: 'hidden' })
const roster = z.object({ ...figures, delegates }).meta({ title: '名册' })
export type Roster = z.infer<typeof roster>

const numbers = { yes: count('赞成'), no: count('反对'), abstain: count('弃权') }
const presence = {
  present: count('实到人数'),
  attending: z.array(id('到会的人')).max(most).meta({ title: '到会名单', widget: 'hidden' }).optional(),
}

export const Congress = facts({
  call: z.object({
    term: count('第几届', 1),
    session: count('第几次', 1),
    onDay: day('会议日期'),
    at: time('时间').optional(),
    place: words('地点'),
    form: z.enum(forms).meta({ title: '职工代表大会还是职工大会' }),
    agenda: many(agendaItem)
      .min(1)
      .refine((items) => new Set(items.map((one) => one.id)).size === items.length, noDoubles)
      .meta({ title: '议程' }),
    extra: z
      .object({
        by: z.enum(['employer', 'union', 'delegates']).meta({ title: '谁提议' }),
        proposers: count('提议的代表人数', 1).optional(),
        reason: long('提议的事由'),
      })
      .meta({ title: '临时召开' })
      .optional(),
    roster: recorded('figures', z.object(figures).meta({ title: '名册' })),
  }),
  notices: gathered(
    z.object({
      sentOn: day('发出日期'),
      how: z.enum(['inWriting', 'posted', 'online']).meta({ title: '通知方式' }),
      says: long('补充说明').optional(),
    }),
  ),
  postponements: gathered(
    z.object({ onDay: day('改到哪一天'), at: time('时间').optional(), place: words('地点'), reason: long('为什么改期') }),
  ),
  cancellation: z.object({ reason: long('为什么不开了') }),
  opening: z.object({
    chair: words('主持人'),
    recorder: words('记录人').optional(),
    ...presence,
    /** Asked only where the register of delegates is empty. */
    entitled: count('应到人数（名册没有登记时填）', 1).optional(),
    roster: recorded('roster', roster),
    heldOn: recorded('heldOn', day('开会日期')),
  }),
  presences: gathered(z.object({ ...presence, says: long('说明').optional() })),
  ballots: gathered(
    z.object({
      item: words('议题编号'),
      how: z.enum(ways).meta({ title: '怎样投票' }),
      secret: yes('无记名投票'),
    }),
  ),
  voids: gathered(z.object({ item: words('议题编号'), reason: long('为什么作废') })),
  results: gathered(
    z.object({
      id: words('议题编号'),
      passed: yes('宣布通过'),
      kind: recorded('kind', z.enum(itemKinds).meta({ title: '哪一类' })),
      /** What the tellers counted on paper. */
      hand: z
        .object({ ...numbers, invalid: count('废票'), tellers: many(words('计票人、监票人')).min(2).meta({ title: '计票人、监票人' }) })
        .meta({ title: '纸票' })
        .optional(),
      /** What was cast on phones. */
      box: recorded('box', z.object({ ...numbers, eligible: count('可以用手机投票的人数') }).meta({ title: '手机票' })),
      all: recorded('all', count('应到人数')),
      present: recorded('present', count('实到人数')),
      yes: recorded('yes', count('赞成')),
      no: recorded('no', count('反对')),
      abstain: recorded('abstain', count('弃权')),
    }),
  ),
  minutes: z.object({ summary: long('会议经过'), signedBy: words('签字的主持人'), recorder: words('记录人') }),
  nextMeeting: z.object({ heldOn: day('下一次开会日期') }),
})

export type Facts = Known<typeof Congress>
export type Call = NonNullable<Facts['call']>
export type Opening = NonNullable<Facts['opening']>
export type Result = Facts['results'][number]
export type AgendaItem = z.infer<typeof agendaItem>
