/** Skill-grade wages as a grid: trades across, grades and levels down; what is typed beside what the other side offers and what is agreed. */
import '#ui/controls/field.css'
import './matrix/matrix.css'
import { type ClipboardEvent, Fragment, useState } from 'react'
import type { Text } from '#kernel/text.ts'
import { type Clause, meaningOf, type SkillClass, skillClasses } from '#law/clauses/clause.ts'
import {
  allTrades,
  clausesOf,
  inOrder,
  ladderFaults,
  type MatrixRow,
  matrixOf,
  rowKey,
  type SkillMatrix,
  skillClassIds,
  withCell,
} from '#law/clauses/matrix.ts'
import { pasteInto } from '#law/clauses/matrix-paste.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { Button } from '#ui/controls/button.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { AddRow, AddTrade, Models } from './matrix/add.tsx'
import { Cell } from './matrix/cell.tsx'
import { isMonthly, rowNames, rowTitle, tradeTitle, words } from './matrix/words.ts'

export interface ClauseMatrixProps {
  /** What this side says; clauses of no class of skill pass through untouched. */
  readonly clauses: readonly Clause[]
  readonly counter?: readonly Clause[] | undefined
  readonly agreed?: readonly Clause[] | undefined
  readonly current?: readonly Clause[] | undefined
  /** Without it the grid is only read. */
  readonly onChange?: ((clauses: readonly Clause[]) => void) | undefined
}

/** Rows and trades of all that is shown, in order. A row or column just added is kept while it is still empty. */
function useGrid(props: ClauseMatrixProps) {
  const [added, setAdded] = useState<{ readonly rows: readonly MatrixRow[]; readonly trades: readonly string[] }>({ rows: [], trades: [] })
  const matrix = matrixOf(props.clauses)
  const others = [props.counter, props.agreed, props.current].map((clauses) => matrixOf(clauses ?? []))
  const byKey = new Map<string, MatrixRow>()
  for (const row of [...added.rows, ...others.flatMap((one) => one.rows), ...matrix.rows]) byKey.set(rowKey(row), row)
  const rows = [...byKey.values()].map((row) => matrix.rows.find((one) => rowKey(one) === rowKey(row)) ?? { ...row, cells: {} })
  const trades = new Set([allTrades, ...matrix.trades, ...others.flatMap((one) => one.trades), ...added.trades])
  return {
    matrix,
    others,
    rows: rows.sort(inOrder),
    trades: [...trades].sort((a, b) => (a < b ? -1 : 1)),
    addRow: (row: MatrixRow) => setAdded(({ rows: before, trades: kept }) => ({ rows: [...before, row], trades: kept })),
    addTrade: (trade: string) => setAdded(({ rows: kept, trades: before }) => ({ rows: kept, trades: [...before, trade] })),
    dropRow: (row: MatrixRow) =>
      setAdded(({ rows: before, trades: kept }) => ({ rows: before.filter((one) => rowKey(one) !== rowKey(row)), trades: kept })),
  }
}
type Grid = ReturnType<typeof useGrid>

export function ClauseMatrix(props: ClauseMatrixProps) {
  const w = useWords(words)
  const grid = useGrid(props)
  const [said, say] = useState('')
  const { onChange } = props
  const change = onChange && ((matrix: SkillMatrix) => onChange(clausesOf(matrix)))
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    const box = event.target as HTMLElement
    if (!change || !/[\t\n]/.test(pasted.trim()) || box.dataset.row === undefined) return
    event.preventDefault()
    const at = { row: Number(box.dataset.row), column: Number(box.dataset.column) }
    const result = pasteInto(grid.matrix, pasted, {
      ...at,
      rows: grid.rows,
      trades: grid.trades,
      titles: rowNames,
      all: ['全部工种', 'All trades'],
    })
    change(result.matrix)
    say([w.pasted(result.filled), ...(result.left.length ? [w.left(result.left.slice(0, 8).join('、'))] : [])].join('　'))
  }
  return (
    <section className="mx">
      {change && props.clauses.length === 0 ? <Models onChoose={onChange} /> : null}
      {grid.rows.length === 0 ? <p className="s sub">{w.none}</p> : <Rows grid={grid} change={change} onPaste={paste} />}
      {said ? (
        <p role="status" className="s">
          {said}
        </p>
      ) : null}
      <Ladder matrix={grid.matrix} />
      {change ? (
        <>
          <AddRow onAdd={grid.addRow} />
          <AddTrade onAdd={grid.addTrade} />
          <p className="s sub">{w.hint}</p>
        </>
      ) : null}
    </section>
  )
}

function Rows({
  grid,
  change,
  onPaste,
}: {
  readonly grid: Grid
  readonly change: ((matrix: SkillMatrix) => void) | undefined
  readonly onPaste: (event: ClipboardEvent<HTMLTableElement>) => void
}) {
  const w = useWords(words)
  const { say } = useLanguage()
  const classes = skillClassIds.filter((skill) => grid.rows.some((row) => row.skill === skill))
  return (
    <div className="mx-scroll">
      <table onPaste={onPaste}>
        <caption>{w.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            {grid.trades.map((trade) => (
              <th key={trade} scope="col">
                {tradeTitle(trade, w.all)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((skill) => (
            <Fragment key={skill}>
              <ClassHead skill={skill} width={grid.trades.length + 1} say={say} />
              {grid.rows.map((row, at) =>
                row.skill === skill ? <Row key={rowKey(row)} grid={grid} row={row} at={at} change={change} /> : null,
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ClassHead = ({ skill, width, say }: { readonly skill: SkillClass; readonly width: number; readonly say: (text: Text) => string }) => (
  <tr className="mx-class">
    <th scope="colgroup" colSpan={width}>
      {say(skillClasses[skill])}
    </th>
  </tr>
)

function Row({
  grid,
  row,
  at,
  change,
}: {
  readonly grid: Grid
  readonly row: MatrixRow
  readonly at: number
  readonly change: ((matrix: SkillMatrix) => void) | undefined
}) {
  const w = useWords(words)
  const { say } = useLanguage()
  const title = rowTitle(row, say)
  const [counter, agreed, current] = grid.others.map((one) => one.rows.find((other) => rowKey(other) === rowKey(row))?.cells)
  const remove = () => {
    grid.dropRow(row)
    change?.({ ...grid.matrix, rows: grid.matrix.rows.filter((one) => rowKey(one) !== rowKey(row)) })
  }
  return (
    <tr>
      <th scope="row">
        {title} <small className="faint">{isMonthly(row.meaning) ? w.month : w.once}</small>
        {change && !counter && !agreed && !current ? (
          <Button look="txt" size="sm" aria-label={`${w.remove}: ${title}`} onClick={remove}>
            ×
          </Button>
        ) : null}
      </th>
      {grid.trades.map((trade, column) => (
        <Cell
          key={trade}
          label={`${title} · ${tradeTitle(trade, w.all)}`}
          cell={row.cells[trade]}
          beside={{ counter: counter?.[trade], agreed: agreed?.[trade], current: current?.[trade] }}
          at={[at, column]}
          onChange={change && ((cell) => change(withCell(grid.matrix, row, trade, cell)))}
        />
      ))}
    </tr>
  )
}

function Ladder({ matrix }: { readonly matrix: SkillMatrix }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const faults = ladderFaults(matrix)
  if (faults.length === 0) return null
  return (
    <ul className="mx-ladder" role="status">
      {faults.map(({ meaning, trade, higher, lower }) => (
        <li key={`${meaning}/${trade}/${higher.grade}`}>
          {w.ladder(tradeTitle(trade, w.all), say(meaningOf(meaning).title), say(skillTitle(higher.grade)), say(skillTitle(lower.grade)))}
        </li>
      ))}
    </ul>
  )
}
