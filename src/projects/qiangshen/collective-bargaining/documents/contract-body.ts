/** The body of a collective contract: sides, purpose, contents by kind, figures as a table, term, what prevails, how it is kept and ended. */
import type { Block } from '#engine'
import { contractLaw } from '#law/acts/standards.ts'
import { citedAll } from '#law/acts/cited.ts'
import { type SkillClass, meaningOf, skillClasses } from '#law/clauses/clause.ts'
import { chineseNumber } from '#kernel/chinese-number.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { isSpecial } from '#registry/contracts/contract.ts'
import type { Draft, Facts, Kind, Offer } from '../data.ts'
import { type Chapter, chaptersOf } from './contract-chapters.ts'
import { isWage } from '../facts/law.ts'
import { basis, kindTitle, partiesBlock, termWords } from './phrases.ts'

/** The sections of a bargaining that a contract is written from. */
export type ContractFacts = Pick<Facts, 'workerSide' | 'employerSide' | 'vacancies' | 'refills'> & {
  readonly offer: Offer
  readonly draft: Draft
}

const opening = ({ offer: { kind, company, purpose }, draft }: ContractFacts): Chapter => ({
  title: '总则',
  articles: [
    `为了维护劳动关系双方的合法权益，发展和谐劳动关系，双方依据${basis(kind, [3, 18], [3])}等规定，遵循合法、平等、诚信和兼顾双方合法利益的原则，经集体协商一致，${purpose === 'change' ? '变更' : '订立'}本${draft.form === 'minutes' ? '会议纪要' : '合同'}。`,
    `本${wordFor(draft)}对${company.name}和企业全体职工具有约束力。`,
  ],
})
const wordFor = ({ form }: Pick<Draft, 'form'>): string => (form === 'minutes' ? '纪要' : '合同')

function prevailing({ kind }: Offer, draft: Draft): Chapter {
  const it = `本${wordFor(draft)}`
  return {
    title: '标准的适用',
    articles: [
      `${it}约定的劳动条件等标准不低于国家和当地人民政府规定的最低标准，劳动报酬标准高于当地人民政府规定的最低标准（${basis(kind, [5], [11])}）。规定的标准提高，${it}的标准不再高于它的，按新的规定执行并及时协商调整。`,
      `企业与职工订立的劳动合同中的劳动条件和劳动报酬等标准，不得低于${it}；低于的，按${it}执行。`,
      isSpecial(kind)
        ? `${it}与综合性集体合同不一致的，以${it}为准（${basis(kind, [18])}）。`
        : `专项集体合同与${it}不一致的，以专项集体合同为准（${basis(kind, [18])}）。`,
      `企业属于行业性、区域性集体合同适用范围的，${it}的标准不得低于行业性、区域性集体合同的标准${isWage(kind) ? `（${basis(kind, [26], [35])}）` : `（${basis(kind, [26])}）`}。`,
    ],
  }
}

function keeping({ kind }: Offer, draft: Draft): readonly Chapter[] {
  const it = `本${wordFor(draft)}`
  return [
    {
      title: '协商代表和履行监督',
      articles: [
        `协商代表的任期与${it}期限相同。企业保证协商代表履行职责必要的工作时间，其工资和其他待遇不受影响；任期内对职工方协商代表依法予以保护（${basis(kind, [13, 14], [20, 22])}）。`,
        `双方组成人数相等的监督小组，检查${it}的履行；发现的问题以书面形式提交双方首席代表，双方应当认真研究处理（${basis(kind, [36])}）。`,
        `双方首席代表每年至少一次向职工代表大会或者职工大会报告${it}的履行情况（${basis(kind, [37], [42])}）。`,
      ],
    },
    {
      title: '变更、解除和终止',
      articles: [
        `双方协商一致的，可以变更或者解除${it}。订立时所依据的法律、法规被修改或者废止，因不可抗力不能履行，企业发生破产、兼并、解散等重大变化致使无法履行，或者约定的条件出现的，可以变更或者解除；提出的一方应当提供证明材料并说明理由（${basis(kind, [31, 32], [37, 38])}）。`,
        `变更或者解除按照集体协商的程序办理。解除的，企业自解除之日起五个工作日内报人力资源和社会保障主管部门备案（${basis(kind, [33], [39])}）。双方首席代表变更，企业变更名称、法定代表人、主要负责人或者投资人的，不影响${it}的效力。`,
        `${it}期满或者双方约定的终止条件出现，即行终止。期满前九十日内，任何一方可以提出重新签订或者续订的要求（${basis(kind, [30], [23])}）。`,
      ],
    },
    {
      title: '争议和责任',
      articles: [
        `因履行${it}发生争议的，双方协商解决；协商不成的，可以依法申请调解、提请仲裁或者提起诉讼，工会也可以依法提请仲裁、提起诉讼（${basis(kind, [40])}）。`,
        `企业违反${it}、侵犯职工劳动权益的，工会依法要求企业承担责任；拒不承担的，由地方工会和人力资源和社会保障主管部门依法处理（${basis(kind, [41, 42], [43, 46])}）。`,
      ],
    },
  ]
}

function closing({ kind }: Offer, draft: Draft): Chapter {
  const it = `本${wordFor(draft)}`
  return {
    title: '期限和生效',
    articles: [
      `${it}期限${termWords(draft)}。`,
      `${it}草案经职工代表大会或者职工大会通过后，由双方首席代表签字。企业自签字之日起十日内报送人力资源和社会保障主管部门；自收到之日起十五日内未提出异议的，即行生效（${basis(kind, [24, 34], [28, 40])}，${citedAll([contractLaw.art(54)])}）。`,
      `企业自生效之日起五个工作日内向全体职工公布；工会报上一级工会备案（${basis(kind, [35], [41])}）。`,
      `${it}一式八份：报送人力资源和社会保障主管部门五份，企业、工会各执一份，报上一级工会一份。`,
    ],
  }
}

/** Skill-grade wages stand in four tables, one a class; every other contract has one. */
function figures(kind: Kind, { clauses }: Draft): readonly Block[] {
  if (clauses.length === 0) return []
  if (kind !== 'skillWages') return [{ heading: '附表 双方一致的标准' }, clauseTable(clauses)]
  let from = 1
  const classes = [...(Object.keys(skillClasses) as SkillClass[]), undefined].flatMap((one): Block[] => {
    const mine = clauses.filter(({ meaning }) => meaningOf(meaning).skill === one)
    if (mine.length === 0) return []
    const table = clauseTable(mine, from)
    from += mine.length
    return [{ heading: `附表 ${one ? skillClasses[one].zh : '其他'}` }, table]
  })
  return classes
}

/** The words of the contract, articles numbered through, and its figures after them. */
export function contractBlocks(facts: ContractFacts, issuer: string): readonly Block[] {
  const { offer, draft } = facts
  const added: readonly Chapter[] = draft.paragraphs?.length ? [{ title: '双方约定的其他事项', articles: draft.paragraphs }] : []
  const chapters = [
    opening(facts),
    ...chaptersOf[offer.kind],
    ...added,
    prevailing(offer, draft),
    ...keeping(offer, draft),
    closing(offer, draft),
  ]
  let article = 0
  return [
    partiesBlock(facts, issuer),
    ...chapters.flatMap(({ title, articles }, at): Block[] => [
      { heading: `${chineseNumber(at + 1)}、${title}` },
      ...articles.map((words) => ({ p: `第${chineseNumber(++article)}条 ${words}` })),
    ]),
    ...figures(offer.kind, draft),
  ]
}

/** The printed title: what the two sides called it. */
export const contractTitle = ({ offer, draft }: Pick<ContractFacts, 'offer' | 'draft'>): string =>
  draft.title || (draft.form === 'minutes' ? '能级工资集体协商会议纪要' : kindTitle(offer.kind))
