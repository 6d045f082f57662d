/** The minutes of a session, with the arithmetic of every vote. */
import { paper } from '#engine/define.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { quorumAt } from '#ui/pieces/vote-count.ts'
import { Congress } from '../data.ts'
import { allOf, presentOf, sessionName } from '../votes.ts'
import { agendaBlock, caseLine, dated, peopleOf, sumsOf, votesTable } from './phrases.ts'

export const sessionMinutes = paper(Congress, {
  id: 'sessionMinutes',
  title: '会议纪要',
  series: '职纪',
  law: democracyZhejiang.art(15),
  reads: ['call', 'opening', 'presences', 'voids', 'results', 'minutes'],
  write: (facts, at) => {
    const { call, opening, results, minutes, voids } = facts
    const all = allOf(facts) ?? 0
    const present = presentOf(facts) ?? 0
    return {
      layout: 'form',
      blocks: [
        caseLine(at, call),
        {
          fields: [
            ['时间', dated(opening.heldOn ?? at.days.openSession ?? at.on)],
            ['地点', call.place],
            ['主持人', opening.chair],
            ['记录人', minutes.recorder],
            [`应到${peopleOf(call)}`, `${all} 人${opening.roster?.all ? `（${dated(opening.roster.on)}名册）` : ''}`],
            ['实到', `${present} 人；${all} 的三分之二是 ${quorumAt(all)}，${present >= quorumAt(all) ? '符合' : '不符合'}法定人数`],
          ],
        },
        { heading: '议程' },
        agendaBlock(call),
        { heading: '会议经过' },
        { p: minutes.summary },
        { heading: '表决结果' },
        ...(results.length > 0
          ? [votesTable(call, results), ...results.flatMap((one) => sumsOf(call, one))]
          : [{ p: '本次会议没有表决事项。' }]),
        ...voids.map((one) => ({ p: `议题 ${one.item} 有一次投票作废：${one.reason}` })),
        { p: `以上为${sessionName(call)}的记录。` },
      ],
      signatures: [
        { label: '会议主持人（签名）', name: minutes.signedBy },
        { label: '记录人（签名）', name: minutes.recorder },
      ],
      seal: at.issuer,
      date: at.on,
    }
  },
})
