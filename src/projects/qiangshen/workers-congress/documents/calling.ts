/** The papers before a session: why it was called in between, and the notice. */
import { paper } from '#engine/define.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { Congress } from '../data.ts'
import { sessionName } from '../votes.ts'
import { agendaBlock, caseLine, dated, peopleOf } from './phrases.ts'

const proposers = { employer: '企业', union: '工会', delegates: '职工代表' } as const

export const callingRecord = paper(Congress, {
  id: 'callingRecord',
  title: '临时召开提议记录',
  law: democracyZhejiang.art(15),
  reads: ['call'],
  when: ({ call }) => call.extra !== undefined,
  write: ({ call }, at) => {
    const { by, proposers: n, reason } = call.extra!
    return {
      layout: 'form',
      blocks: [
        caseLine(at, call),
        {
          fields: [
            ['提议人', by === 'delegates' ? `${proposers[by]} ${n ?? 0} 人（全体 ${call.roster?.all ?? '—'} 人）` : proposers[by]],
            ['事由', reason],
            ['开会时间', dated(call.onDay)],
            ['地点', call.place],
          ],
        },
        agendaBlock(call),
      ],
      signatures: [{ label: '提议人（签名）' }, { label: '工会主席（签名）' }],
      date: at.on,
    }
  },
})

export const meetingNotice = paper(Congress, {
  id: 'meetingNotice',
  title: '会议通知',
  series: '职会',
  law: democracyZhejiang.art(15),
  reads: ['call', 'postponements', 'notices'],
  write: ({ call, postponements, notices }, { on, issuer }) => {
    const moved = postponements.at(-1)
    const says = notices.at(-1)?.says
    return {
      layout: 'letter',
      addressee: `各位${peopleOf(call)}`,
      blocks: [
        { p: `${moved ? '会议改期。' : ''}现定于下列时间、地点召开${sessionName(call)}：` },
        {
          fields: [
            ['时间', `${dated((moved ?? call).onDay)} ${moved?.at ?? call.at ?? ''}`.trim()],
            ['地点', (moved ?? call).place],
          ],
        },
        { heading: '议程' },
        agendaBlock(call),
        { p: '到会满应到人数的三分之二才能开会；表决事项采用无记名投票，须经全体应到人数过半数同意。不能到会的，请提前告知。' },
        ...(says ? [{ p: says }] : []),
      ],
      seal: issuer,
      date: on,
    }
  },
})
