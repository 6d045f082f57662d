import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clause, clauseKey, meaningIds, meaningOf } from './clause.ts'
import { allTrades, clausesOf, ladderFaults, matrixOf, skillMeanings, withCell } from './matrix.ts'
import { matrixModels } from './matrix-models.ts'
import { cellsOf, fenIn, pasteInto } from './matrix-paste.ts'

const words = fc.constantFrom('数控车工', '冲压工', '焊工', 'a/b')
const clause: fc.Arbitrary<Clause> = fc.record(
  {
    meaning: fc.constantFrom(...meaningIds),
    value: fc.nat(1_000_000),
    trade: words,
    grade: fc.integer({ min: 1, max: 8 }),
    level: fc.constantFrom('市级一等奖', '本科'),
  },
  { requiredKeys: ['meaning', 'value'] },
)
const distinct = fc.uniqueArray(clause, { selector: clauseKey, maxLength: 40 })
const sorted = (clauses: readonly Clause[]) => clauses.toSorted((a, b) => (clauseKey(a) < clauseKey(b) ? -1 : 1))

describe('the same clauses as a list and as a grid', () => {
  test('nothing is lost or added on the way there and back', () => {
    fc.assert(
      fc.property(distinct, (clauses) => {
        expect(sorted(clausesOf(matrixOf(clauses)))).toEqual(sorted(clauses))
      }),
    )
  })
  test('a grid comes back as it was, whatever the order of its clauses', () => {
    fc.assert(
      fc.property(distinct, (clauses) => {
        const matrix = matrixOf(clauses)
        expect(matrixOf(clausesOf(matrix))).toEqual(matrix)
        const skilled = clauses.filter((one) => meaningOf(one.meaning).skill !== undefined)
        expect(matrixOf(skilled.toReversed())).toEqual(matrixOf(skilled))
      }),
    )
  })
  test('a cell emptied is no clause, its row stays to be filled', () => {
    const matrix = matrixOf([{ meaning: 'skillAllowance', grade: 4, value: 30_000 }])
    const emptied = withCell(matrix, matrix.rows[0]!, allTrades, undefined)
    expect(clausesOf(emptied)).toEqual([])
    expect(emptied.rows).toHaveLength(1)
    expect(clausesOf(withCell(emptied, emptied.rows[0]!, '焊工', { value: 1 }))).toEqual([
      { meaning: 'skillAllowance', grade: 4, trade: '焊工', value: 1 },
    ])
  })
})

test('levels stand as people rank them', () => {
  const levels = ['区级', '三等奖', '市级二等奖', '自定', '市级一等奖', '市级', '一等奖', '国家级']
  const rows = matrixOf(levels.map((level) => ({ meaning: 'contestPrize', level, value: 1 }))).rows
  expect(rows.map((row) => row.level)).toEqual(['国家级', '市级', '市级一等奖', '市级二等奖', '区级', '一等奖', '三等奖', '自定'])
})

describe('a higher grade paid less', () => {
  const ladder = (...values: readonly number[]) =>
    matrixOf(values.map((value, at) => ({ meaning: 'skillAllowance' as const, grade: at + 2, trade: '焊工', value })))
  test('is named with both grades', () => {
    expect(ladderFaults(ladder(10_000, 30_000, 29_999))).toEqual([
      { meaning: 'skillAllowance', trade: '焊工', lower: { grade: 3, value: 30_000 }, higher: { grade: 4, value: 29_999 } },
    ])
  })
  test('the same is no less, and trades are not compared with each other', () => {
    expect(ladderFaults(ladder(10_000, 30_000, 30_000))).toEqual([])
    expect(
      ladderFaults(
        matrixOf([
          { meaning: 'skillAllowance', grade: 3, trade: '焊工', value: 500 },
          { meaning: 'skillAllowance', grade: 4, trade: '冲压工', value: 100 },
        ]),
      ),
    ).toEqual([])
  })
})

test('the models say that they are samples, are in order, and stay within what is public', () => {
  for (const { title, clauses } of matrixModels) {
    expect(title.zh).toContain('示范样本')
    expect(ladderFaults(matrixOf(clauses))).toEqual([])
    expect(new Set(clauses.map(clauseKey)).size).toBe(clauses.length)
    for (const one of clauses.filter(({ meaning }) => meaning === 'skillAllowance')) {
      expect(one.value).toBeGreaterThanOrEqual(10_000)
      expect(one.value).toBeLessThanOrEqual(100_000)
    }
    expect(clauses.every(({ meaning }) => skillMeanings.includes(meaning))).toBe(true)
  }
})

describe('cells from Excel and WPS', () => {
  test('amounts as people write them', () => {
    expect(['300', '1,200', '￥300.5', '３００ 元/月', '', '—', '三百', '3e2', '-5'].map(fenIn)).toEqual([
      30_000,
      120_000,
      30_050,
      30_000,
      null,
      null,
      undefined,
      undefined,
      undefined,
    ])
  })
  test('a clipboard with line ends and quotes', () => {
    expect(cellsOf('a\t"b\nc"\r\n1\t\r\n')).toEqual([
      ['a', 'b\nc'],
      ['1', ''],
    ])
    expect(cellsOf('300')).toEqual([['300']])
  })

  const matrix = matrixOf([
    { meaning: 'skillAllowance', grade: 3, value: 1 },
    { meaning: 'skillAllowance', grade: 4, value: 2 },
    { meaning: 'skillAllowance', grade: 4, trade: '焊工', value: 3 },
  ])
  const names: Readonly<Record<number, string>> = { 3: '中级工', 4: '高级工' }
  const at = {
    rows: matrix.rows,
    trades: matrix.trades,
    row: 0,
    column: 0,
    titles: ({ grade }: { readonly grade?: number | undefined }) => [names[grade!]!],
    all: ['全部工种'],
  }
  test('fall by place, and what has no place is told', () => {
    const { matrix: next, filled, left } = pasteInto(matrix, '100\t200\t300\n400\t\n500', at)
    expect({ filled, left }).toEqual({ filled: 3, left: ['300', '500'] })
    expect(clausesOf(next)).toEqual([
      { meaning: 'skillAllowance', grade: 3, value: 10_000 },
      { meaning: 'skillAllowance', grade: 3, trade: '焊工', value: 20_000 },
      { meaning: 'skillAllowance', grade: 4, value: 40_000 },
    ])
  })
  test('or by their own heads, with new trades', () => {
    const { matrix: next, left } = pasteInto(matrix, '等级\t全部工种\t钳工\n高级工\t350\t约四百\n技师\t1\t2\n中级工\t250\t260', {
      ...at,
      row: 1,
      column: 1,
    })
    expect(left).toEqual(['约四百', '1', '2'])
    expect(next.trades).toEqual(['', '焊工', '钳工'])
    expect(clausesOf(next).map(({ grade, trade, value }) => [grade, trade, value])).toEqual([
      [3, undefined, 25_000],
      [3, '钳工', 26_000],
      [4, undefined, 35_000],
      [4, '焊工', 3],
    ])
  })
})
