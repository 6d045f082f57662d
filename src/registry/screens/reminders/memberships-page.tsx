/** 入会审批: those who asked to join a union in the reader's reach, approved one by one or many at once. */
import '../people/people.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, Sought } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { nothing } from '#ui/pieces/table/selection.ts'
import type { WaitingWire } from '../../people/people-wire.ts'
import { askBodies, bodyQuery } from '../people/questions.ts'
import { type WaitingPage, waitingPage } from './questions.ts'

const ApproveSheet = lazy(() => import('./approve-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '入会审批',
    total: (n: string) => `${n} 人等批准`,
    table: '等批准的入会申请，最早的在前',
    union: '只看一家工会',
    chosen: (n: number) => `已选 ${n} 人`,
    approve: '一起批准',
    drop: '不选了',
    name: '姓名',
    phone: '手机',
    firm: '所在单位',
    none: '无单位',
    to: '申请加入',
    job: '工作',
    asked: '申请日期',
    how: '方式',
    moves: '转会',
    joins: '入会',
    emptyTitle: '没有等批准的申请',
    empty: '职工扫了工会的二维码交申请，就排在这里。二维码在“组织”里那家工会的页面上，打印出来贴在门口、食堂、驿站。',
  },
  en: {
    title: 'Applications to join',
    total: (n) => `${n} waiting`,
    table: 'Applications that wait for approval, oldest first',
    union: 'One union only',
    chosen: (n) => `${n} chosen`,
    approve: 'Approve them',
    drop: 'Choose none',
    name: 'Name',
    phone: 'Mobile',
    firm: 'Firm',
    none: 'none',
    to: 'To join',
    job: 'Work',
    asked: 'Applied on',
    how: 'How',
    moves: 'moves',
    joins: 'joins',
    emptyTitle: 'No application waits',
    empty:
      'Who scans a union’s code and applies stands here. The code is on the union’s page under Organisations: print it for the gate, canteen or station.',
  },
})

interface Search {
  readonly union?: string
}
const askUnions = askBodies('union', 'jointUnion', 'industry', 'park')

export function MembershipsAt() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const { language } = useLanguage()
  const w = useWords(words)
  const [selection, setSelection] = useState(nothing)
  const [open, setOpen] = useState<readonly WaitingWire[]>()
  const { union } = search
  const { data: body } = useQuery(bodyQuery(union))
  const pages = usePages<WaitingWire, WaitingPage>(['memberships', union], (after, signal) => waitingPage(union, after, 100, signal))
  const columns = useWaitingColumns()
  const card = useCallback((row: WaitingWire) => <WaitingCard row={row} />, [])
  const total = pages.first?.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  const onSearch = (next: Search) => void navigate({ to: '/desk/memberships', search: { ...next }, replace: true, resetScroll: false })
  const shut = () => {
    setOpen(undefined)
    setSelection(nothing)
  }
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{total ? w.total(total) : ''}</small>
        </h1>
      </header>
      <FilterBar search={null} holding={union ? 1 : 0} onClear={() => onSearch({})}>
        <Sought
          label={w.union}
          kind="unions"
          value={union}
          name={body?.name}
          ask={askUnions}
          onValue={(id) => onSearch(having(search, 'union', id))}
        />
      </FilterBar>
      <BigTable
        label={w.table}
        columns={columns}
        pages={pages}
        open={(row) => setOpen([row])}
        card={card}
        selection={selection}
        onSelection={setSelection}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <div role="status">
        {selection.ids.size > 0 && !open ? (
          <p className="batch">
            <b>{w.chosen(selection.ids.size)}</b>
            <Button onClick={() => setOpen(pages.rows.filter(({ id }) => selection.ids.has(id)))}>{w.approve}</Button>
            <Button look="txt" onClick={() => setSelection(nothing)}>
              {w.drop}
            </Button>
          </p>
        ) : null}
      </div>
      <Suspense>{open ? <ApproveSheet rows={open} onClose={shut} /> : null}</Suspense>
    </div>
  )
}

function useWaitingColumns(): readonly Column<WaitingWire>[] {
  const w = useWords(words)
  return useMemo(
    () => [
      { id: 'name', title: w.name, width: 'minmax(80px, 1fr)', cell: (row) => <b>{row.person.name}</b> },
      { id: 'phone', title: w.phone, width: '124px', cell: (row) => <span className="num">{row.person.phone ?? ''}</span> },
      {
        id: 'firm',
        title: w.firm,
        width: 'minmax(130px, 2fr)',
        cell: (row) => row.person.firm?.name ?? <span className="sub">{w.none}</span>,
      },
      { id: 'to', title: w.to, width: 'minmax(150px, 2fr)', cell: (row) => row.organisation.name },
      { id: 'job', title: w.job, width: 'minmax(80px, 1fr)', cell: (row) => row.job ?? '' },
      { id: 'how', title: w.how, width: '84px', cell: (row) => (row.transfers ? <Chip tone="run">{w.moves}</Chip> : w.joins) },
      { id: 'asked', title: w.asked, width: '104px', cell: (row) => <span className="num">{row.asked}</span> },
    ],
    [w],
  )
}

function WaitingCard({ row }: { readonly row: WaitingWire }) {
  const w = useWords(words)
  return (
    <>
      <p>
        <b>{row.person.name}</b> {row.transfers ? <Chip tone="run">{w.moves}</Chip> : null} <span className="num sub">{row.asked}</span>
      </p>
      <p>{row.organisation.name}</p>
      <p className="xs sub">{[row.person.firm?.name ?? w.none, row.job].filter(Boolean).join(' · ')}</p>
    </>
  )
}
