/** The papers of a vote: the ballot to be filled by hand, the tellers' sheet, the resolution. */
import { paper } from '#engine/define.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { Congress } from '../data.ts'
import { itemOf, sessionName, tallyOf } from '../votes.ts'
import { caseLine, dated, sumsOf, votesTable } from './phrases.ts'

const law = democracyZhejiang.art(15)

export const ballotPaper = paper(Congress, {
  id: 'ballotPaper',
  title: '表决票',
  law,
  reads: ['call', 'ballots'],
  when: ({ ballots }) => ballots.at(-1)?.how !== 'phones',
  write: ({ call, ballots }, { on, issuer }) => ({
    layout: 'form',
    blocks: [
      { p: `${sessionName(call)}　${dated(on)}` },
      { heading: itemOf({ call }, ballots.at(-1)!.item)?.title ?? '' },
      { table: { head: ['赞成', '反对', '弃权'], rows: [['', '', '']] } },
      { p: '在一格内画“○”。不写姓名，不做记号；画两格以上、没有画或者写了别的，是废票。' },
    ],
    seal: issuer,
    date: on,
  }),
})

export const tallySheet = paper(Congress, {
  id: 'tallySheet',
  title: '表决结果报告单',
  law,
  reads: ['call', 'results'],
  write: ({ call, results }, at) => {
    const result = results.at(-1)!
    const { hand, box } = result
    const phones = tallyOf({ box })
    return {
      layout: 'form',
      blocks: [
        caseLine(at, call),
        votesTable(call, [result]),
        ...sumsOf(call, result),
        ...(hand
          ? [
              {
                p: `其中纸票赞成 ${hand.yes}、反对 ${hand.no}、弃权 ${hand.abstain}、废票 ${hand.invalid}，由${hand.tellers.join('、')}清点。`,
              },
            ]
          : []),
        ...(box
          ? [
              {
                p: `其中手机票赞成 ${phones.yes}、反对 ${phones.no}、弃权 ${phones.abstain}；封票后全部选票连同回执号公开，投票人可以逐张核对。`,
              },
            ]
          : []),
      ],
      signatures: [...(hand?.tellers.map((name) => ({ label: '计票人、监票人（签名）', name })) ?? []), { label: '会议主持人（签名）' }],
      date: at.on,
    }
  },
})

export const resolution = paper(Congress, {
  id: 'resolution',
  title: '决议',
  series: '职决',
  law,
  reads: ['call', 'results'],
  when: ({ results }) => results.at(-1)?.passed === true,
  write: ({ call, results }, { on, issuer }) => {
    const result = results.at(-1)!
    return {
      layout: 'form',
      blocks: [
        { p: `（${dated(on)}${sessionName(call)}通过）` },
        { p: `${sessionName(call)}听取、审议了“${itemOf({ call }, result.id)?.title ?? result.id}”，以无记名投票方式进行了表决。` },
        ...sumsOf(call, result),
        { p: `会议决定：${itemOf({ call }, result.id)?.title ?? result.id}，予以通过。` },
        { p: `本决议的变更，须经同样的程序表决。` },
      ],
      seal: issuer,
      date: on,
    }
  },
})
