/** The bargaining table: a row a clause, a pair of columns a round, the figures of the next round typed in the rows themselves. */
import './deal.css'
import { useId } from 'react'
import { type Clause, meaningOf } from '#law/clauses/clause.ts'
import { clauseTitle, figureText, unitWords } from '#law/clauses/entry.ts'
import type { Day } from '#kernel/day.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import type { LawPlace } from '#ui/api.ts'
import { shortDay } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import type { Side } from '../../data.ts'
import type { Row } from '../../table/table.ts'
import type { Board } from '../board.ts'
import type { Entry } from './entry.tsx'
import { EntryCell } from './entry-cell.tsx'
import { FloorCell, Sources } from './floor-cell.tsx'
import { Funnel } from './funnel.tsx'
import { dealWords } from './words.tsx'

export type Laws = Readonly<Partial<Record<'minimumWage' | 'contract', LawPlace>>>

export interface DealProps {
  readonly board: Board
  readonly today: Day
  readonly laws: Laws
  /** While figures may be put down: whose, in which round, and what was typed so far. */
  readonly entry?: (Entry & { readonly round: number }) | undefined
  /** Rows that exist only because something was typed for them. */
  readonly added: readonly Row[]
}

const sides: readonly Side[] = ['workers', 'employer']

/** The columns of figures: the offer has one side, a round has two. */
function columnsOf({ facts, table }: Board): readonly { readonly round: number; readonly sides: readonly Side[] }[] {
  return table.rounds.map((round) => ({ round, sides: round === 0 ? [facts.offer?.by ?? 'workers'] : sides }))
}

export function DealTable(props: DealProps) {
  const { board, entry, added } = props
  const w = useWords(dealWords)
  const rows = [...board.table.rows, ...added]
  if (rows.length === 0)
    return (
      <Empty title={w.noClauses}>
        <p>{w.noClausesSays}</p>
      </Empty>
    )
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="deal-scroll" aria-label={w.caption} tabIndex={0}>
        <table className="deal">
          <caption className="vh">{w.caption}</caption>
          <Head {...props} />
          <tbody>
            {rows.map((row) => (
              <DealRow key={row.key} {...props} row={row} rows={rows} />
            ))}
          </tbody>
        </table>
      </section>
      <Sources table={board.table} />
      {entry ? <p className="xs faint deal-sources">{w.keep}</p> : null}
    </>
  )
}

function Head({ board, today, entry }: DealProps) {
  const { language } = useLanguage()
  const w = useWords(dealWords)
  const { table, days, drafts } = board
  const columns = columnsOf(board)
  const when = (day: Day | undefined) => (day ? shortDay(day, language, today) : '')
  return (
    <thead>
      <tr>
        <th className="l" rowSpan={2} scope="col">
          {w.clause}
        </th>
        <th rowSpan={2} scope="col">
          {w.current}
        </th>
        <th className="l" rowSpan={2} scope="col">
          {w.floor}
        </th>
        {columns.map(({ round, sides: of }) => (
          <th key={round} className="g" colSpan={of.length} scope="colgroup">
            {w.round(round)} {when(days.get(round))}
          </th>
        ))}
        {entry ? (
          <th className="entry" scope="col">
            {w.round(entry.round)}
          </th>
        ) : null}
        {drafts.map((draft) => (
          <th key={draft.on + String(draft.again)} scope="col">
            {draft.again ? w.redraft : w.draft}
          </th>
        ))}
        <th className="fin" scope="col">
          {drafts.some(({ again }) => again) ? w.agreedAgain : w.agreed}
        </th>
        <th className="l" scope="col">
          {w.funnel}
        </th>
      </tr>
      <tr>
        {columns.flatMap(({ round, sides: of }) =>
          of.map((side) => (
            <th key={`${round}${side}`} scope="col">
              {w[side]}
            </th>
          )),
        )}
        {entry ? (
          <th className="entry" scope="col">
            {w[entry.side]} {w.enter}
          </th>
        ) : null}
        {drafts.map((draft) => (
          <th key={draft.on + String(draft.again)} scope="col">
            {when(draft.on)}
          </th>
        ))}
        <th className="fin" scope="col">
          {w.of(table.agreed, table.rows.length)}
        </th>
        <th className="l thin" scope="col">
          {w.lines}
        </th>
      </tr>
    </thead>
  )
}

function DealRow({ board, entry, laws, row, rows }: DealProps & { readonly row: Row; readonly rows: readonly Row[] }) {
  const { say } = useLanguage()
  const w = useWords(dealWords)
  const { table, drafts } = board
  const name = say(clauseTitle(row.clause, skillTitle))
  const first = drafts[0]?.clauses.get(row.key)?.value
  const fault = entry?.faults.get(row.key)
  const faultId = useId()
  const change = row.agreed?.value === undefined || first === undefined ? 0 : Math.sign(row.agreed.value - first)
  const cells = (
    <tr className={[change === 0 ? '' : 'chg', fault ? 'bad' : ''].join(' ').trim() || undefined}>
      <th scope="row">
        {name} <small>{say(unitWords[row.meaning.unit])}</small>
      </th>
      <td className="r sub">{row.current ? <Figure clause={row.current} /> : <span className="faint">{w.none}</span>}</td>
      <td className="ref">
        <FloorCell row={row} table={table} />
      </td>
      {columnsOf(board).flatMap(({ round, sides: of }) =>
        of.map((side, at) => (
          <td key={`${round}${side}`} className={`r ${side === 'workers' ? 'w' : 'e'}${at === 0 ? ' first' : ''}`}>
            <Figure clause={row.rounds.find((one) => one.round === round)?.[side]} />
          </td>
        )),
      )}
      {entry ? <EntryCell entry={entry} row={row} rows={rows} name={name} faultId={faultId} /> : null}
      {drafts.map((draft) => (
        <td key={draft.on + String(draft.again)} className="r sub">
          <Figure clause={draft.clauses.get(row.key)} />
        </td>
      ))}
      <td className="r fin">
        {row.agreed ? (
          <b>
            {change > 0 ? '↑ ' : change < 0 ? '↓ ' : ''}
            <Figure clause={row.agreed} />
          </b>
        ) : (
          <small>{row.gap ? w.gap(figureText(row.meaning.unit, row.gap)) : row.rounds.length > 0 ? w.waits : ''}</small>
        )}
      </td>
      <td className="fn">
        <Funnel row={row} rounds={table.rounds} name={name} />
      </td>
    </tr>
  )
  if (!fault) return cells
  const law = fault.against && laws[fault.against]
  return (
    <>
      {cells}
      <tr className="why">
        <td colSpan={99} id={faultId}>
          {say(fault.says)} {law ? <LawNote law={law} /> : null}
        </td>
      </tr>
    </>
  )
}

/** The figure, and under it the terms on which it was given. */
function Figure({ clause }: { readonly clause: Clause | undefined }) {
  if (!clause) return null
  const { unit } = meaningOf(clause.meaning)
  return (
    <>
      {clause.value !== undefined && unit !== 'words' ? <span className="num">{figureText(unit, clause.value)}</span> : null}
      {clause.words ? unit === 'words' ? '✓' : <small className="terms">{clause.words}</small> : null}
    </>
  )
}
