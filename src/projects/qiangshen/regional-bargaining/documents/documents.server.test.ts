/** Every paper that the stories leave, as Word and PDF, and what the decisive ones say. */
import { describe, expect, it } from 'vitest'
import type { WritingAt } from '#engine/define.ts'
import { renderDocx } from '#engine/papers/docx/render-docx.server.ts'
import { seal } from '#engine/papers/paper-hash.server.ts'
import { missingCharacters, renderPdf } from '#engine/papers/pdf/render-pdf.server.ts'
import { papersOf } from '#engine/present.ts'
import { atOf, factsOf } from '#engine/run.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Told } from '../demo/cast.ts'
import { freightByCongress, parkFirmByFirm } from '../demo/stories.ts'
import regional from '../index.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const issuer = '钱塘区货运物流行业工会联合会'

/** The papers of a story in the order in which they were left. */
const papersIn = (story: readonly Told[]) =>
  story.flatMap((entry, n) => {
    const log = story.slice(0, n + 1)
    const at: WritingAt = { ...atOf(log, entry.on, now), caseNumber: '货运物流集〔2025〕1号', issuer, papers: {}, due: () => undefined }
    return papersOf(regional, log, { ...now, today: entry.on }).map((paper) => {
      const body = paper.write(factsOf(regional.procedure, log), at)
      return {
        id: paper.id,
        body,
        sheet: seal({ title: body.title ?? paper.title, issuer, body, on: entry.on }, 'https://hexie.example/v'),
      }
    })
  })

const freight = papersIn(freightByCongress)
const park = papersIn(parkFirmByFirm)
const wordsOf = (papers: typeof freight, id: string): string => JSON.stringify(papers.findLast((one) => one.id === id)!.body)

/** One of each, and those that differ where firms vote one by one. */
const sheets = [...new Map([...park, ...freight].map((one) => [one.id, one])).values(), park.find(({ id }) => id === 'resolution')!]

it.each(sheets.map(({ id, sheet }) => [id, sheet] as const))('%s opens in Word and prints with every character', async (_id, sheet) => {
  expect((await renderDocx(sheet)).subarray(0, 2).toString()).toBe('PK')
  expect(await missingCharacters(sheet)).toEqual([])
  expect((await renderPdf(sheet)).subarray(0, 5).toString()).toBe('%PDF-')
})

describe('what they say', () => {
  it('the offer names time, place, contents, firms, and the last day of the answer', () => {
    for (const words of [
      '2025年3月24日 14:00',
      '行业最低工资',
      '2,900 元/月',
      '杭州启程货运有限公司',
      '最后一日为 2025年3月17日',
      '第九条',
    ])
      expect(wordsOf(freight, 'offerLetter')).toContain(words)
  })

  it('half of the congress, with the arithmetic', () => {
    expect(wordsOf(freight, 'resolution')).toContain('全体代表 80，到会 70；半数为 40，同意 40')
  })

  it('or each firm with its own count', () => {
    expect(wordsOf(park, 'resolution')).toContain('各企业均有半数以上同意')
    expect(wordsOf(park, 'resolution')).toContain('职工大会')
    expect(wordsOf(park, 'resolution')).not.toContain('"—"')
  })

  it('the contract lists its figures and whom it binds, and is left once, when both have signed', () => {
    expect(freight.filter(({ id }) => id === 'contractText')).toHaveLength(1)
    expect(park.filter(({ id }) => id === 'contractText')).toHaveLength(2)
    for (const words of ['2,750 元/月', '4.5%', '4 家企业、职工 480 人', '第三十五条', '半数以上'])
      expect(wordsOf(freight, 'contractText')).toContain(words)
  })

  it('cites the city’s ordinance on wages only', () => {
    expect(wordsOf(park, 'contractText')).not.toContain('杭州市企业工资')
    expect(wordsOf(park, 'contractText')).toContain('体检安排在每年九月')
  })

  it('without an association the firms are the other side', () => {
    expect(wordsOf(park, 'offerLetter')).toContain('当地没有建立企业代表组织')
    expect(wordsOf(park, 'filingLetter')).toContain('江湾智造产业园各企业')
  })
})
