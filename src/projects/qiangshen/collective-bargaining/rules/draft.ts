/** What the law demands of figures and of a draft: agreed, above the minimum wage, not below the contracts above, for one to three years. */
import { type Rule, rule } from '#engine/define.ts'
import { addDays, addYears, type Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { type Clause, clauseKey, meaningOf } from '#law/clauses/clause.ts'
import { type ClauseFault, faultWords } from '#law/clauses/compare.ts'
import { cbTerm } from '#law/parameters.ts'
import { Bargaining, type Facts } from '../data.ts'
import { agreedClauses, faultsAt, floorOf, sameFigure } from '../table/table.ts'

const whole = (facts: unknown): Facts => facts as Facts
const list = (parts: readonly Text[]): Text => text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '))

const openClauses = (facts: Facts): readonly Clause[] => {
  const agreed = new Map(agreedClauses(facts).map((clause) => [clauseKey(clause), clause]))
  return (facts.draft?.clauses ?? []).filter((clause) => {
    const settled = agreed.get(clauseKey(clause))
    return settled === undefined || !sameFigure(settled, clause)
  })
}

export const onlyWhatIsAgreed = rule(Bargaining, {
  id: 'onlyWhatIsAgreed',
  says: '写进草案的条款，双方都已经达成一致',
  law: contractZhejiang.art(17),
  reads: ['draft'],
  holds: (facts) => openClauses(whole(facts)).length === 0,
  missing: (facts) => {
    const open = openClauses(whole(facts)).map(({ meaning, trade }) => {
      const { zh, en } = meaningOf(meaning).title
      return text(trade ? `${trade}${zh}` : zh, trade ? `${en} (${trade})` : en)
    })
    return text(
      `还有 ${open.length} 条没有达成一致：${open.map(({ zh }) => zh).join('、')}`,
      `${open.length} clause(s) not agreed: ${open.map(({ en }) => en).join(', ')}`,
    )
  },
})

/** The figures that a step brings: of the offer, of the last proposal, of the draft. */
const brought = {
  offer: ({ offer }: Facts) => ({ clauses: offer?.clauses ?? [], floor: offer?.floor }),
  proposals: (facts: Facts) => ({ clauses: facts.proposals.at(-1)?.clauses ?? [], floor: facts.proposals.at(-1)?.floor ?? floorOf(facts) }),
  draft: (facts: Facts) => ({ clauses: facts.draft?.clauses ?? [], floor: floorOf(facts) }),
} as const
type Bringing = keyof typeof brought

const faultsIn = (section: Bringing, against: ClauseFault['against'], facts: Facts): readonly ClauseFault[] => {
  const { clauses, floor } = brought[section](facts)
  return faultsAt(clauses, floor).filter((fault) => fault.against === against)
}

/** 高于: equal is not enough. A minimum wage that nobody has recorded binds nobody here. */
const payAboveMinimum = (section: Bringing): Rule =>
  rule(Bargaining, {
    id: 'payAboveMinimum',
    says: '工资标准高于当地最低工资标准',
    law: wageHangzhou.art(11),
    reads: [section],
    holds: (facts) => faultsIn(section, 'minimumWage', whole(facts)).length === 0,
    missing: (facts) => list(faultsIn(section, 'minimumWage', whole(facts)).map(faultWords)),
  })

const notBelowTheContractAbove = (section: Bringing): Rule =>
  rule(Bargaining, {
    id: 'notBelowTheContractAbove',
    says: '商定的标准不低于行业、区域集体合同的标准',
    law: wageHangzhou.art(35),
    reads: [section],
    holds: (facts) => faultsIn(section, 'contract', whole(facts)).length === 0,
    missing: (facts) => list(faultsIn(section, 'contract', whole(facts)).map(faultWords)),
  })

const attainable = 9000
const tooHigh = (section: Bringing, facts: Facts): readonly Clause[] =>
  brought[section](facts).clauses.filter(({ meaning, value }) => meaning === 'attainableQuota' && (value ?? 0) < attainable)

const quotaIsAttainable = (section: Bringing): Rule =>
  rule(Bargaining, {
    id: 'quotaIsAttainable',
    says: '劳动定额是同岗位百分之九十以上的职工能够完成的',
    law: wageHangzhou.art(10),
    reads: [section],
    holds: (facts) => tooHigh(section, whole(facts)).length === 0,
    missing: (facts) => {
      const least = Math.min(...tooHigh(section, whole(facts)).map(({ value }) => value ?? 0))
      return text(
        `能完成的 ${least / 100}%，还差 ${(attainable - least) / 100} 个百分点`,
        `${least / 100}% can; ${(attainable - least) / 100} points short`,
      )
    },
  })

/** What no figure may do, whoever writes it and wherever. */
export const lawfulFigures = (section: Bringing): readonly Rule[] => [
  payAboveMinimum(section),
  notBelowTheContractAbove(section),
  quotaIsAttainable(section),
]

const ends = (since: Day, years: number): Day => addDays(addYears(since, years), -1)

/** A year from 1 March runs until the last of February. Both days of the term belong to it. */
export const oneToThreeYears = rule(Bargaining, {
  id: 'oneToThreeYears',
  says: '集体合同期限为一至三年',
  law: contractZhejiang.art(30),
  reads: ['draft'],
  holds: ({ draft }, at) => {
    const range = cbTerm.find(draft.since, at.region)?.range
    return range
      ? draft.until >= ends(draft.since, range.least.n) && draft.until <= ends(draft.since, range.most.n)
      : draft.until > draft.since
  },
  missing: ({ draft }) => {
    const [least, most] = [ends(draft.since, 1), ends(draft.since, 3)]
    return text(`自 ${draft.since} 起，应当止于 ${least} 至 ${most} 之间`, `From ${draft.since} it must end between ${least} and ${most}`)
  },
})
