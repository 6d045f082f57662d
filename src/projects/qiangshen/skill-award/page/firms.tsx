/** The firms with skill-grade wages due in a month: how many people, how much, what the firm said, what its payroll came to. */
import '#registry/screens/people/people.css'
import { useCallback, useMemo } from 'react'
import { yuan } from '#kernel/money.ts'
import { get } from '#ui/api.ts'
import { useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { CheckWire, FirmLineWire, FirmsWire } from '../payroll/wire.ts'
import { words } from './words.tsx'

/** The firm's own check stands above the union's. */
function Checked({ checks }: { readonly checks: readonly CheckWire[] }) {
  const w = useWords(words)
  const [check] = checks
  if (!check) return <span className="sub">{w.never}</span>
  const bad = [check.tooLittle ? w.tooLittle(check.tooLittle) : '', check.missing ? w.missing(check.missing) : ''].filter(Boolean)
  return bad.length > 0 ? <Chip tone="late">{bad.join(' · ')}</Chip> : <span>{w.matched(check.matched)}</span>
}

export function Firms({ month, q, onFirm }: { readonly month: string; readonly q: string; readonly onFirm: (firm: string) => void }) {
  const w = useWords(words)
  const pages = usePages<FirmLineWire, FirmsWire>(['payroll-check', 'firms', month, q], (after, signal) =>
    get<FirmsWire>('/api/skill-award/firms', { month, q, after, limit: 100 }, signal),
  )
  const columns = useMemo(
    (): readonly Column<FirmLineWire>[] => [
      { id: 'firm', title: w.firm, width: 'minmax(200px, 3fr)', cell: (row) => <b>{row.name}</b> },
      { id: 'people', title: w.people, width: '80px', right: true, cell: (row) => row.people },
      { id: 'due', title: w.due, width: '120px', right: true, cell: (row) => yuan(row.dueFen) },
      { id: 'confirmed', title: w.confirmed, width: '120px', right: true, cell: (row) => yuan(row.confirmedFen) },
      { id: 'short', title: w.short, width: '120px', right: true, cell: (row) => (row.shortFen > 0 ? <b>{yuan(row.shortFen)}</b> : '—') },
      { id: 'check', title: w.check, width: 'minmax(150px, 2fr)', cell: (row) => <Checked checks={row.checks} /> },
    ],
    [w],
  )
  const card = useCallback(
    (row: FirmLineWire) => (
      <>
        <p>
          <b>{row.name}</b>
        </p>
        <p>
          {w.sum(row.people, yuan(row.dueFen))} <Checked checks={row.checks} />
        </p>
      </>
    ),
    [w],
  )
  return (
    <BigTable label={w.table} columns={columns} pages={pages} open={({ id }) => onFirm(id)} card={card}>
      <Empty title={w.none}>
        <p>{w.noneSays}</p>
      </Empty>
    </BigTable>
  )
}
