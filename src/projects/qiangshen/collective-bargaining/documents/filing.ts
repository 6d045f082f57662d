/** From signature to the wall: filed with the labour office, published to all staff, copied to the upper union, reported every year. */
import { paper } from '#engine/define.ts'
import { sessionName } from '#kernel/chinese-number.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { cbReviewSilence } from '#law/parameters.ts'
import { Bargaining } from '../data.ts'
import { contractTitle } from './contract-body.ts'
import { arithmetic, figuresBlock } from './contract.ts'
import { delegatesOf } from '../facts/sides.ts'
import { basis, chiefNamed, dated, kindTitle, lastWords, termWords, unionOf } from './phrases.ts'

export const filingLetter = paper(Bargaining, {
  id: 'filingLetter',
  title: '集体合同报送函',
  law: contractZhejiang.art(34),
  reads: [
    'offer',
    'workerSide',
    'employerSide',
    'vacancies',
    'refills',
    'draft',
    'votes',
    'workerSignature',
    'employerSignature',
    'filing',
  ],
  write: (facts, at) => {
    const { offer, draft, filing } = facts
    const vote = facts.votes.at(-1)
    return {
      layout: 'form',
      addressee: filing.to ?? offer.bureau?.name ?? '人力资源和社会保障局',
      blocks: [
        {
          p: `依据${basis(offer.kind, [34], [40])}，现报送《${contractTitle(facts)}》文本一式 ${filing.copies} 份及说明，请予审查。`,
        },
        { heading: '说明' },
        {
          fields: [
            ['合同名称', contractTitle(facts)],
            ['合同种类', kindTitle(offer.kind)],
            ['合同期限', termWords(draft)],
            ['企业', offer.company.name],
            ...(offer.firm?.employees === undefined ? [] : ([['职工人数', `${offer.firm.employees} 人`]] as const)),
            ['工会', unionOf(offer, at.issuer)],
            ['职工方', `代表 ${delegatesOf(facts, 'workers').length} 人，首席代表 ${chiefNamed(facts, 'workers')}`],
            ['企业方', `代表 ${delegatesOf(facts, 'employer').length} 人，首席代表 ${chiefNamed(facts, 'employer')}`],
            ['要约日期', at.days.offer ? dated(at.days.offer) : '—'],
            ...(vote
              ? ([['职代会', `${sessionName(vote.term, vote.session)}，${dated(vote.heldOn)}；${arithmetic(vote, at)}`]] as const)
              : []),
            ['签字日期', dated(facts.employerSignature.signedOn ?? at.days.signEmployer ?? at.on)],
          ],
        },
        ...(filing.says ? [{ p: filing.says }] : []),
        ...figuresBlock(draft.clauses),
        {
          p: `自收到集体合同文本之日起十五日内未提出异议的，集体合同即行生效。${dated(at.on)}收到的，${lastWords(cbReviewSilence, at.on, at)}。`,
        },
      ],
      seal: offer.company.name,
      date: at.on,
      attachments: [
        `《${contractTitle(facts)}》文本 ${filing.copies} 份`,
        '职工代表大会（职工大会）决议',
        '双方协商代表名单',
        '集体协商会议记录',
      ],
    }
  },
})

export const publicationNotice = paper(Bargaining, {
  id: 'publicationNotice',
  title: '集体合同公布通知',
  law: contractZhejiang.art(35),
  reads: ['offer', 'draft', 'publication'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `全体职工：《${contractTitle(facts)}》${at.days.takeEffect ? `已于 ${dated(at.days.takeEffect)}生效` : '已经生效'}，依据${basis(facts.offer.kind, [35], [41])}，于 ${dated(facts.publication.publishedOn)}以${facts.publication.how}的方式公布。`,
      },
      { fields: [['合同期限', termWords(facts.draft)]] },
      ...figuresBlock(facts.draft.clauses),
      {
        p: '合同全文可以向工会和人力资源部门查阅。企业与职工订立的劳动合同的标准不得低于集体合同；认为企业没有按合同执行的，可以向工会反映。',
      },
    ],
    seal: facts.offer.company.name,
    date: at.on,
  }),
})

export const upperCopyLetter = paper(Bargaining, {
  id: 'upperCopyLetter',
  title: '集体合同报送上级工会备案表',
  series: '集备',
  law: contractZhejiang.art(35),
  reads: ['offer', 'draft', 'upperCopy'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: facts.upperCopy.to,
    blocks: [
      {
        p: `依据${basis(facts.offer.kind, [35], [41])}，现将《${contractTitle(facts)}》文本报送备案。`,
      },
      {
        fields: [
          ['企业', facts.offer.company.name],
          ['合同种类', kindTitle(facts.offer.kind)],
          ['合同期限', termWords(facts.draft)],
          ['合同编号', at.papers.contractText?.number ?? at.caseNumber],
          ['生效日期', at.days.takeEffect ? dated(at.days.takeEffect) : '—'],
          ['公布日期', at.days.publish ? dated(at.days.publish) : '—'],
          ...(facts.offer.firm?.employees === undefined ? [] : ([['覆盖职工', `${facts.offer.firm.employees} 人`]] as const)),
        ],
      },
      ...(facts.upperCopy.says ? [{ p: facts.upperCopy.says }] : []),
    ],
    seal: unionOf(facts.offer, at.issuer),
    date: at.on,
    attachments: [`《${contractTitle(facts)}》文本`],
  }),
})

export const performanceReport = paper(Bargaining, {
  id: 'performanceReport',
  title: '集体合同履行情况报告',
  law: contractZhejiang.art(37),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'draft', 'reports'],
  write: (facts, at) => {
    const report = facts.reports.at(-1)!
    return {
      layout: 'form',
      blocks: [
        {
          p: `依据${basis(facts.offer.kind, [37], [42])}，双方首席代表于 ${dated(report.heldOn)}向职工代表大会（职工大会）报告《${contractTitle(facts)}》${report.year} 年度的履行情况：`,
        },
        {
          fields: [
            ['合同条款', `${report.kept + report.notKept} 项`],
            ['已经履行', `${report.kept} 项`],
            ['没有履行', `${report.notKept} 项`],
          ],
        },
        { p: report.says },
        ...(report.notKept > 0
          ? [
              {
                p: `没有履行的条款，由监督小组书面提交双方首席代表研究处理；企业拒不履行的，工会依法要求其承担责任（${basis(facts.offer.kind, [36, 41], [36, 43])}）。`,
              },
            ]
          : []),
      ],
      signatures: [
        { label: '企业方首席代表（签字）', name: chiefNamed(facts, 'employer') },
        { label: '职工方首席代表（签字）', name: chiefNamed(facts, 'workers') },
      ],
      date: at.on,
    }
  },
})
