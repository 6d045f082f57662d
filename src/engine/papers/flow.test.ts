/** The order of a paper's parts, and how tables, titles and signatures are measured. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnSide, flow, paired, sharesOf, titleLines } from './flow.ts'
import { ems, type PrintedPaper } from './printed-paper.ts'
import { agreement, letter } from './sample-bodies.ts'

const marks = { issuer: '白杨街道劳动争议调解中心', code: '0000000001', hash: '0', verifyUrl: 'https://h.example/verify/0000000001' }
const notice: PrintedPaper = { ...marks, title: '受理通知书', number: '白杨调[2026]18号', body: letter, on: letter.date }
const deed: PrintedPaper = { ...marks, title: '调解协议书', body: agreement, on: agreement.date }

describe('the flow of a paper', () => {
  it('follows the standard: head, number, title, addressee, body, attachments, seal, note', () => {
    const kinds = flow(notice).map((part) => part.kind)
    expect(kinds.slice(0, 4)).toEqual(['mark', 'number', 'title', 'addressee'])
    expect(kinds.slice(-3)).toEqual(['attachments', 'seal', 'note'])
  })

  it('puts the seal of a form under its signatures, and counts the copies', () => {
    const parts = flow(deed)
    expect(parts.slice(-3).map((part) => part.kind)).toEqual(['signatures', 'seal', 'note'])
    expect(parts.at(-1)).toMatchObject({ text: '（本文书一式三份）' })
    expect(parts.find((part) => part.kind === 'signatures')).toMatchObject({
      rows: [{ name: '陈国强', date: '2026年3月12日' }, { label: '被申请人（签名或盖章）：', name: '', date: '　　年　　月　　日' }, {}],
    })
  })

  it('stands the date four characters from the right under a short organ, and further left under a long one', () => {
    const at = (organ: string) => flow({ ...notice, body: { ...letter, seal: organ } }).find((part) => part.kind === 'seal')
    expect(at('区总工会')).toMatchObject({ dateRight: 4 })
    const long = at('杭州市钱塘区白杨街道劳动人事争议调解中心')
    expect(long?.dateRight).toBeGreaterThan(6)
    expect(long?.organRight).toBeCloseTo(2)
  })

  it('keeps out what neither Word nor PDF can hold', () => {
    const parts = flow({ ...notice, body: { ...letter, blocks: [{ p: 'a\u0000b\u000bc\ud800d\te' }] } })
    expect(parts.find((part) => part.kind === 'paragraph')).toMatchObject({ text: 'abc\ufffdd e' })
  })
})

describe('measuring', () => {
  it('sets short pairs side by side and leaves a long one its row', () => {
    const rows = paired([
      ['申请人', '陈国强'],
      ['性别', '男'],
      ['住所', '杭州市钱塘区白杨街道学源街258号'],
      ['职业', '机械操作工'],
    ])
    expect(rows.map((row) => row.length)).toEqual([2, 1, 1])
  })

  it('shares the width so that it adds up and no column starves', () => {
    const words = fc.string({ maxLength: 60 })
    const grid = fc
      .integer({ min: 1, max: 8 })
      .chain((n) => fc.tuple(fc.array(words, { minLength: n, maxLength: n }), fc.array(fc.array(words, { maxLength: n }))))
    fc.assert(
      fc.property(grid, ([head, rows]) => {
        const shares = sharesOf(head, rows)
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
        expect(Math.min(...shares) * 17 * shares.length).toBeGreaterThanOrEqual(3.4)
      }),
    )
  })

  it('cuts a long title into lines of like length between words', () => {
    expect(titleLines('劳动争议调解协议书')).toEqual(['劳动争议调解协议书'])
    const title = '关于陈国强与杭州启程货运有限公司劳动报酬争议的调解笔录'
    const lines = titleLines(title)
    expect(lines.join('')).toBe(title)
    expect(lines).toHaveLength(2)
    expect(lines.some((line) => /^(限|公司|酬|议|解)/u.test(line))).toBe(false)
    expect(Math.abs(ems(lines[0]!) - ems(lines[1]!))).toBeLessThanOrEqual(5)
  })

  it('stands figures to the right, short words in the middle, sentences to the left', () => {
    expect(columnSide(['10,200.00', '', '20,400.00'])).toBe('right')
    expect(columnSide(['第一期', '第二期'])).toBe('center')
    expect(columnSide(['银行转账至申请人本人工资账户'])).toBe('left')
  })
})
