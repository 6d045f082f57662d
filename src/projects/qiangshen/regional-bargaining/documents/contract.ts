/** The draft, the resolution with its arithmetic, the contract with the firms it binds, and its way to the office and the wall. */
import type { Block } from '#engine'
import { paper, type WritingAt } from '#engine/define.ts'
import { chineseNumber, sessionName } from '#kernel/chinese-number.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { citedAll } from '#law/acts/cited.ts'
import { contractLaw } from '#law/acts/standards.ts'
import { cbReviewSilence } from '#law/parameters.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { type Draft, type Facts, type Offer, Regional } from '../data.ts'
import { boundFirms } from '../facts/firms.ts'
import { basis } from '../facts/law.ts'
import { signedOn } from '../facts/term.ts'
import { carriedAtCongress, leastOf } from '../facts/votes.ts'
import { bothChiefs, boundWords, chiefNamed, contractWords, dated, employersOf, firmsTable, lastWords } from './phrases.ts'

type Told = Pick<Facts, 'workerSide' | 'employerSide' | 'joins' | 'leaves'> & { readonly offer: Offer; readonly draft: Draft }
const termWords = ({ since, until }: Draft): string => `自 ${dated(since)}起至 ${dated(until)}止`

function articles({ offer, draft }: Told): readonly string[] {
  const { kind, area } = offer
  return [
    `本合同依据${basis(kind, [3, 25], [3, 30])}等规定，经集体协商一致订立。`,
    `本合同适用于${area}，对附表所列企业和企业全体职工具有约束力（${basis(kind, [26])}，${citedAll([contractLaw.art(54)])}）。新到本行业、本区域的企业，经登记加入名单之日起适用。`,
    '各企业执行附表列明的标准；附表没有列明的，按法律、法规和企业的规章制度执行。',
    `劳动报酬标准高于当地人民政府规定的最低标准，其他劳动条件不低于规定的最低标准（${basis(kind, [5], [11])}）。`,
    `企业可以在本合同的标准之上开展本企业的集体协商，其商定的标准不得低于本合同的标准${kind === 'wage' || kind === 'skillWages' ? `（${basis(kind, [26], [35])}）` : ''}。企业与职工订立的劳动合同的标准不得低于本合同。`,
    ...(draft.paragraphs ?? []),
    `本合同每年至少报告一次履行情况，接受职工监督（${basis(kind, [37], [42])}）。`,
    `双方协商一致的，可以变更或者解除本合同；变更或者解除按照集体协商的程序办理（${basis(kind, [31, 32, 33], [37, 38, 39])}）。`,
    `因履行本合同发生争议的，双方协商解决；协商不成的，可以依法申请调解、提请仲裁或者提起诉讼（${basis(kind, [40])}）。`,
    `本合同期限${termWords(draft)}。期满前九十日内，任何一方可以提出重新签订或者续订的要求（${basis(kind, [30], [23])}）。`,
    `本合同经行业、区域职工代表大会全体代表半数以上，或者受约束的各企业职工代表大会全体代表、职工大会全体职工半数以上同意后，由双方首席代表签字；自签字之日起十日内报送，人力资源和社会保障主管部门自收到之日起十五日内未提出异议的，即行生效（${basis(kind, [29, 34], [33, 40])}）。`,
    `本合同自生效之日起五个工作日内向全体职工公布，并报上一级工会（${basis(kind, [35], [41])}）。`,
  ]
}

const contractBlocks = (facts: Told, at: WritingAt): readonly Block[] => [
  {
    fields: [
      ['企业方', employersOf(facts.offer)],
      ['企业方首席代表', chiefNamed(facts, 'employer')],
      ['职工方', at.issuer],
      ['职工方首席代表', chiefNamed(facts, 'workers')],
      ['适用范围', `${facts.offer.area}，${boundWords(facts)}`],
    ],
  },
  ...articles(facts).map((words, n) => ({ p: `第${chineseNumber(n + 1)}条 ${words}` })),
  { heading: '附表一 标准' },
  clauseTable(facts.draft.clauses),
  { heading: '附表二 受约束的企业' },
  firmsTable(boundFirms(facts)),
]

export const draftText = paper(Regional, {
  id: 'draftText',
  title: '区域性、行业性集体合同（草案）',
  law: contractZhejiang.art(25),
  reads: ['offer', 'workerSide', 'employerSide', 'joins', 'leaves', 'draft'],
  write: (facts, at) => ({
    layout: 'form',
    title: `${facts.draft.title}（草案）`,
    blocks: contractBlocks(facts, at),
    signatures: bothChiefs(facts),
    date: at.on,
  }),
})

/** 全体代表 90，半数为 45，同意 45 */
const congressWords = (facts: Pick<Facts, 'congressVotes'>): string => {
  const { all, present, yes } = facts.congressVotes.at(-1)!
  return `全体代表 ${all}，到会 ${present}；半数为 ${leastOf(all)}，同意 ${yes}`
}

export const resolution = paper(Regional, {
  id: 'resolution',
  title: '集体合同草案表决结果',
  series: '区协决',
  law: wageHangzhou.art(33),
  reads: ['offer', 'joins', 'leaves', 'draft', 'congressVotes', 'firmVotes'],
  write: (facts, at) => {
    const vote = facts.congressVotes.at(-1)
    return {
      layout: 'form',
      title: `《${facts.draft.title}》草案表决结果`,
      blocks:
        vote && carriedAtCongress(facts)
          ? [
              {
                p: `${facts.offer.area}${sessionName(vote.term, vote.session)}职工代表大会于 ${dated(vote.heldOn)}讨论了《${facts.draft.title}》草案。${congressWords(facts)}。`,
              },
              { p: `依据${basis(facts.offer.kind, [29], [33])}，经全体代表半数以上同意，草案通过。` },
            ]
          : [
              { p: `《${facts.draft.title}》草案由受约束的各企业职工代表大会或者职工大会分别表决，结果如下：` },
              {
                table: {
                  head: ['企业', '会议', '日期', '全体', '半数', '同意'],
                  rows: boundFirms(facts).map(({ organisationId, name }) => {
                    const one = facts.firmVotes.findLast((each) => each.organisationId === organisationId)
                    return one
                      ? [
                          name,
                          one.form === 'congress' ? '职代会' : '职工大会',
                          dated(one.heldOn),
                          `${one.all}`,
                          `${leastOf(one.all)}`,
                          `${one.yes}`,
                        ]
                      : [name, '—', '—', '—', '—', '—']
                  }),
                },
              },
              { p: `依据${basis(facts.offer.kind, [29], [33])}，各企业均有半数以上同意，草案通过。` },
            ],
      seal: at.issuer,
      date: at.on,
    }
  },
})

export const contractText = paper(Regional, {
  id: 'contractText',
  title: '区域性、行业性集体合同',
  series: '区集合',
  law: contractZhejiang.art(29),
  reads: ['offer', 'workerSide', 'employerSide', 'joins', 'leaves', 'draft', 'workerSignature', 'employerSignature'],
  when: (facts, at) => signedOn(facts, at) !== undefined,
  write: (facts, at) => ({
    layout: 'form',
    title: facts.draft.title,
    blocks: contractBlocks(facts, at),
    signatures: [
      {
        label: '企业方首席代表（签字）',
        name: facts.employerSignature.name,
        on: facts.employerSignature.signedOn ?? at.days.signEmployer ?? at.on,
      },
      {
        label: '职工方首席代表（签字）',
        name: facts.workerSignature.name,
        on: facts.workerSignature.signedOn ?? at.days.signWorkers ?? at.on,
      },
    ],
    date: at.on,
    copies: 8,
  }),
})

export const filingLetter = paper(Regional, {
  id: 'filingLetter',
  title: '集体合同报送函',
  law: contractZhejiang.art(34),
  reads: ['offer', 'workerSide', 'employerSide', 'joins', 'leaves', 'draft', 'filing'],
  write: (facts, at) => ({
    layout: 'form',
    addressee: facts.filing.to ?? facts.offer.bureau?.name ?? '人力资源和社会保障局',
    blocks: [
      {
        p: `依据${basis(facts.offer.kind, [34], [40])}，现报送《${facts.draft.title}》文本一式 ${facts.filing.copies} 份及说明，请予审查。`,
      },
      {
        fields: [
          ['合同种类', contractWords(facts.offer)],
          ['适用范围', `${facts.offer.area}，${boundWords(facts)}`],
          ['合同期限', termWords(facts.draft)],
          ['企业方', `${employersOf(facts.offer)}，首席代表 ${chiefNamed(facts, 'employer')}`],
          ['职工方', `${at.issuer}，首席代表 ${chiefNamed(facts, 'workers')}`],
        ],
      },
      ...(facts.filing.says ? [{ p: facts.filing.says }] : []),
      clauseTable(facts.draft.clauses),
      { p: `自收到之日起十五日内未提出异议的，合同即行生效；${dated(at.on)}收到的，${lastWords(cbReviewSilence, at.on, at)}。` },
    ],
    seal: employersOf(facts.offer),
    date: at.on,
    attachments: ['集体合同文本', '表决结果', '双方协商代表名单', '受约束的企业名单'],
  }),
})

export const publicationNotice = paper(Regional, {
  id: 'publicationNotice',
  title: '区域性、行业性集体合同公布通知',
  law: wageHangzhou.art(41),
  reads: ['offer', 'joins', 'leaves', 'draft', 'publication'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `${facts.offer.area}全体职工：《${facts.draft.title}》${at.days.takeEffect ? `已于 ${dated(at.days.takeEffect)}生效` : '已经生效'}，期限${termWords(facts.draft)}，于 ${dated(facts.publication.publishedOn)}以${facts.publication.how}的方式公布（${basis(facts.offer.kind, [35], [41])}）。`,
      },
      clauseTable(facts.draft.clauses),
      { p: '各企业的标准不得低于以上标准。认为企业没有按合同执行的，可以向本企业工会或者行业、区域工会反映。' },
      { heading: '受约束的企业' },
      firmsTable(boundFirms(facts)),
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

export const upperCopyForm = paper(Regional, {
  id: 'upperCopyForm',
  title: '集体合同报送上级工会备案表',
  series: '区集备',
  law: contractZhejiang.art(35),
  reads: ['offer', 'joins', 'leaves', 'draft', 'upperCopy'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: facts.upperCopy.to,
    blocks: [
      { p: `依据${basis(facts.offer.kind, [35], [41])}，现将《${facts.draft.title}》报送备案。` },
      {
        fields: [
          ['合同种类', contractWords(facts.offer)],
          ['覆盖', boundWords(facts)],
          ['合同期限', termWords(facts.draft)],
          ['合同编号', at.papers.contractText?.number ?? at.caseNumber],
          ['生效日期', at.days.takeEffect ? dated(at.days.takeEffect) : '—'],
        ],
      },
    ],
    seal: at.issuer,
    date: at.on,
    attachments: [`《${facts.draft.title}》文本`],
  }),
})
