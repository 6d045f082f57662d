import { describe, expect, it, test } from 'vitest'
import { isGathered, type Paper, type WritingAt } from '#engine/define.ts'
import type { Block, Body } from '#engine'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { Bargaining, kinds } from '../data.ts'
import { arithmetic, congressResolution, contractText, draftContract } from './contract.ts'
import {
  coordinationAgreement,
  coordinationApplication,
  penaltyProposalLetter,
  supervisionOpinion,
  terminationAgreement,
} from './dispute.ts'
import { filingLetter, performanceReport, publicationNotice, upperCopyLetter } from './filing.ts'
import { delegateList, employerDelegateList, meetingMinutes, suspensionAgreement } from './meetings.ts'
import { answerLetter, materialsRequest, offerLetter } from './offer.ts'
import { delegatesOf } from '../facts/sides.ts'
import { sampleFacts } from './sample-facts.ts'

const at: WritingAt = {
  on: day('2026-03-02'),
  region: 'CN-ZJ-HZ',
  calendar: nationalCalendar,
  days: { offer: day('2026-03-02'), takeEffect: day('2026-05-10'), publish: day('2026-05-12') },
  caseNumber: '协〔2026〕7号',
  issuer: '杭州金沙电子有限公司工会',
  papers: {},
  due: () => undefined,
}
const papers: readonly Paper[] = [
  offerLetter,
  answerLetter,
  materialsRequest,
  delegateList,
  employerDelegateList,
  meetingMinutes,
  suspensionAgreement,
  draftContract,
  congressResolution,
  contractText,
  filingLetter,
  publicationNotice,
  upperCopyLetter,
  performanceReport,
  supervisionOpinion,
  penaltyProposalLetter,
  coordinationApplication,
  coordinationAgreement,
  terminationAgreement,
]
const written = (paper: Paper, facts: object = sampleFacts(), where = at): Body => paper.write(facts, where)
const wordsOf = (body: Body): string => JSON.stringify(body)
const tablesOf = ({ blocks }: Body) => blocks.filter((block): block is Extract<Block, { table: unknown }> => 'table' in block)

test.each(kinds)('the sample of %s is what the facts allow', (kind) => {
  const facts = sampleFacts(kind) as Record<string, any>
  for (const [name, section] of Object.entries(Bargaining).filter(([name]) => name in facts)) {
    const items = isGathered(section) ? facts[name] : [facts[name]]
    for (const item of items) expect(section.safeParse(item).error, name).toBeUndefined()
  }
})

describe.each(kinds)('papers of %s', (kind) => {
  it.each(papers.map((paper) => [paper.id, paper] as const))('%s says all it has to', (_id, paper) => {
    const body = written(paper, sampleFacts(kind))
    expect(body.blocks.length).toBeGreaterThan(1)
    expect(wordsOf(body)).not.toMatch(/undefined|NaN|\[object|（）|，。|《》/)
  })
})

describe('the offer', () => {
  it('states time, place, contents and delegates, and what the other side must do by which day', () => {
    const said = wordsOf(written(offerLetter))
    for (const words of ['2026年3月25日 14:00', '一号楼三楼会议室', '年度增长幅度', '5 人：周雅琴、王建国', '3,150 元/月', '5.5%'])
      expect(said).toContain(words)
    expect(said).toContain('十个工作日')
    // Ten working days from 2 March 2026, received that day; sixty days for the whole, which end in the May holiday.
    expect(said).toContain('最后一日为 2026年3月16日')
    expect(said).toContain('最后一日为 2026年5月6日')
    expect(said).toContain('《浙江省集体合同条例》第七条、第八条和《杭州市企业工资集体协商条例》第二十四条')
  })

  it('does not cite the city on what is not wages, and says when it renews, changes or comes second', () => {
    expect(wordsOf(written(offerLetter, sampleFacts('safety')))).not.toContain('杭州市企业工资')
    const offered = (purpose: string) => {
      const facts = sampleFacts()
      return wordsOf(written(offerLetter, { ...facts, offer: { ...facts.offer, purpose } }))
    }
    expect(offered('renewal')).toContain('第三十条')
    expect(offered('change')).toContain('第三十九条')
    expect(offered('second')).toContain('第三十五条')
  })

  it('is a sheet of the employer when the employer offers', () => {
    const facts = sampleFacts()
    const body = written(offerLetter, { ...facts, offer: { ...facts.offer, by: 'employer' } })
    expect([body.layout, body.seal, body.addressee]).toEqual(['form', '杭州金沙电子有限公司', '杭州金沙电子有限公司工会'])
  })
})

describe('delegates', () => {
  it('are those posted, with the refill in the place of who left', () => {
    const facts = sampleFacts()
    expect(delegatesOf(facts as never, 'workers').map((one) => one.name)).toEqual(['周雅琴', '李秀英', '陈志明', '方律师', '何平'])
    expect(delegatesOf(facts as never, 'employer')).toHaveLength(5)
    expect(wordsOf(written(delegateList))).toContain('首席代表、女')
  })
})

describe('the resolution', () => {
  it('shows the arithmetic', () => {
    const facts = sampleFacts()
    expect(arithmetic(facts.votes[0]!, at)).toBe('应到 90，三分之二为 60，实到 61；全体过半数为 46，赞成 46')
    const body = written(congressResolution)
    expect(body.title).toBe('四届三次职工代表大会决议')
    expect(wordsOf(body)).toContain('杭州金沙电子有限公司四届三次职工代表大会于')
    expect(wordsOf(body)).toContain('应到 90，三分之二为 60，实到 61；全体过半数为 46，赞成 46')
    expect(wordsOf(body)).toContain('获得通过，由双方首席代表签字')
  })

  it.each([
    [90, 60, 46, true],
    [90, 59, 46, false],
    [90, 60, 45, false],
    [91, 61, 46, true],
    [91, 60, 46, false],
    [91, 61, 45, false],
  ])('of %i delegates with %i present and %i in favour: passed is %s', (all, present, yes, passes) => {
    const facts = sampleFacts()
    const said = wordsOf(written(congressResolution, { ...facts, votes: [{ ...facts.votes[0], all, present, yes }] }))
    expect(said.includes('获得通过')).toBe(passes)
    expect(said.includes('未获通过')).toBe(!passes)
  })

  it('counts what the session in this house counted', () => {
    const vote = {
      ...sampleFacts().votes[0]!,
      yes: 90,
      congress: { caseId: '', number: '职代〔2026〕3号', all: 90, present: 60, yes: 45, no: 15, abstain: 0 },
    }
    expect(arithmetic(vote, at)).toContain('赞成 45')
    expect(wordsOf(written(congressResolution, { ...sampleFacts(), votes: [vote] }))).toContain('未获通过')
  })
})

describe('the contract', () => {
  it('has every clause as a row, the term, what prevails, both chiefs and eight copies', () => {
    const body = written(contractText)
    expect(tablesOf(body)[0]!.table.rows).toContainEqual(['2', '年度增长幅度', '适用范围内全体职工', '5.5%'])
    expect(body.title).toBe('杭州金沙电子有限公司工资专项集体合同')
    expect(body.copies).toBe(8)
    expect(body.signatures!.map(({ name, on }) => [name, on])).toEqual([
      ['吴晓东', '2026-04-22'],
      ['周雅琴', '2026-04-21'],
    ])
    for (const words of ['自 2026年5月1日起至 2027年4月30日止', '以本合同为准', '企业每年重阳节慰问退休职工', '百分之九十以上', '四届三次'])
      expect(wordsOf(body)).toContain(words)
  })

  it.each([
    ['comprehensive', ['工作时间和休息休假', '裁员', '以专项集体合同为准']],
    ['safety', ['责任制', '安全操作规程', '劳动防护用品', '职业病危害防护', '经费']],
    ['women', ['禁忌从事的劳动', '哺乳期保护', '健康检查', '教育和培训']],
    ['skillWages', ['技术技能', '学历提升', '创新创造', '荣誉', '其他']],
  ] as const)('of %s has the contents the law asks for', (kind, contents) => {
    const headings = written(contractText, sampleFacts(kind)).blocks.flatMap((block) => ('heading' in block ? [block.heading] : []))
    const said = wordsOf(written(contractText, sampleFacts(kind)))
    for (const words of contents) expect(`${headings.join()}${said}`).toContain(words)
  })

  it('of skill-grade wages has a table for each class, numbered through', () => {
    const tables = tablesOf(written(contractText, sampleFacts('skillWages')))
    expect(tables.map(({ table }) => table.rows.map((row) => row[0]))).toEqual([['1', '2'], ['3'], ['4'], ['5'], ['6']])
  })

  it('may be minutes, and calls itself so', () => {
    const body = written(contractText, sampleFacts('skillWages', 'minutes'))
    expect(body.title).toContain('会议纪要')
    expect(wordsOf(body)).toContain('以本纪要为准')
    expect(wordsOf(body)).not.toContain('本合同')
  })

  it('numbers its articles through', () => {
    const articles = wordsOf(written(contractText)).match(/第[一二三四五六七八九十]+条 /g)!
    expect(articles[0]).toBe('第一条 ')
    expect(new Set(articles).size).toBe(articles.length)
  })
})

describe('letters on a breach', () => {
  it('count fifteen working days, and name the city’s articles on wages only', () => {
    const said = wordsOf(written(supervisionOpinion))
    expect(said).toContain('最后一日为 2026年4月13日')
    expect(said).toContain('一万元以上三万元以下')
    expect(wordsOf(written(supervisionOpinion, sampleFacts('women')))).not.toContain('一万元以上')
    expect(written(penaltyProposalLetter).title).toBe('工会劳动法律监督建议书')
    expect(written(penaltyProposalLetter, sampleFacts('women')).title).toBeUndefined()
  })

  it('an agreement is written only when coordination settled it, an application only when a side applied', () => {
    const facts = sampleFacts()
    expect(coordinationAgreement.when!({ ...facts, coordinationResult: { settled: false } }, at)).toBe(false)
    expect(coordinationApplication.when!({ ...facts, coordination: { by: 'office' } }, at)).toBe(false)
  })
})
