/** Everybody of the register whom the reader may see: found, narrowed, sorted, exported, and several moved at once. */
import './people.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { ColumnChoice } from '#ui/pieces/table/column-choice.tsx'
import { shownColumns } from '#ui/pieces/table/columns.ts'
import { having } from '#ui/pieces/table/filters.tsx'
import { useKept } from '#ui/pieces/table/kept.tsx'
import { Letters } from '#ui/pieces/table/letters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { nothing } from '#ui/pieces/table/selection.ts'
import type { PeoplePageWire, PersonRowWire } from '../../people/people-wire.ts'
import { PersonCard, usePeopleColumns } from './people-columns.tsx'
import { holding, PeopleFilters } from './people-filters.tsx'
import { waitingQuery } from '../reminders/questions.ts'
import { administers, peoplePage, type PeopleSearch, readerQuery } from './questions.ts'

const AddPerson = lazy(() => import('./add-person.tsx'))
const ExportPeople = lazy(() => import('./export-people.tsx'))
const MoveMany = lazy(() => import('./move-many.tsx'))

const words = catalogue({
  zh: {
    title: '人员',
    total: (n: string, capped: boolean) => (capped ? `超过 ${n} 人` : `${n} 人`),
    table: '人员名单',
    export: '导出',
    import: '导入花名册',
    add: '新增一人',
    chosen: (n: number) => `已选 ${n} 人`,
    move: '一起调动',
    drop: '不选了',
    waiting: (n: number) => `${n} 人等待批准入会`,
    noneTitle: '没有符合的人',
    none: '换个写法试试：姓名前几个字、拼音首字母（zs 找张三），或整个身份证号、手机号。',
    all: '看全部',
    emptyTitle: '还没有人员',
    empty: '把单位的花名册（Excel）放进导入页，认列、查错、确认之后就都在这里；也可以先登记一个人。',
  },
  en: {
    title: 'People',
    total: (n, capped) => (capped ? `more than ${n}` : n),
    table: 'People',
    export: 'Export',
    import: 'Import a roster',
    add: 'Add a person',
    chosen: (n) => `${n} chosen`,
    move: 'Transfer them',
    drop: 'Choose none',
    waiting: (n) => `${n} waiting to be approved`,
    noneTitle: 'Nobody fits',
    none: 'Try the beginning of the name, pinyin initials (zs finds 张三), or a whole ID or mobile number.',
    all: 'Show all',
    emptyTitle: 'Nobody yet',
    empty:
      'Bring a firm’s roster (Excel) to the import page: columns are recognised, faults shown, and once confirmed everybody is here. Or enter one person first.',
  },
})

const pageSize = 100

interface PeopleListProps {
  readonly search: PeopleSearch
  readonly onSearch: (search: PeopleSearch) => void
  readonly onOpen: (id: string) => void
}

/** The list, tied to the address. */
export function PeopleAt() {
  const search = useSearch({ strict: false }) as PeopleSearch
  const navigate = useNavigate()
  const onSearch = useCallback(
    (next: PeopleSearch) => void navigate({ to: '/desk/people', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const onOpen = useCallback((personId: string) => void navigate({ to: '/desk/people/$personId', params: { personId } }), [navigate])
  return <PeopleList search={search} onSearch={onSearch} onOpen={onOpen} />
}

type Open = 'add' | 'export' | 'move' | undefined

function PeopleList({ search, onSearch, onOpen }: PeopleListProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const { data: reader } = useQuery(readerQuery)
  const mayEnter = administers(reader)
  const waiting = useQuery({ ...waitingQuery, enabled: mayEnter }).data ?? 0
  const [open, setOpen] = useState<Open>()
  const [selection, setSelection] = useState(nothing)
  const [kept, setKept] = useKept(`people.${reader?.person.id ?? ''}`)
  const columns = usePeopleColumns()
  const pages = usePages<PersonRowWire, PeoplePageWire>(['people', search], (after, signal) => peoplePage(search, after, pageSize, signal))
  const { first, rows } = pages
  const shown = shownColumns(columns, kept.columns)
  const said = first?.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB') ?? ''
  const narrowed = holding(search) > 0 || search.q !== undefined
  const card = useCallback((row: PersonRowWire) => <PersonCard row={row} />, [])
  const shut = () => setOpen(undefined)
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(said, first.capped ?? false) : ''}</small>
        </h1>
        <div className="register-acts">
          {waiting > 0 ? (
            <Go className="btn pri" to="/desk/memberships">
              {w.waiting(waiting)}
            </Go>
          ) : null}
          <ColumnChoice columns={columns} kept={kept} onKept={setKept} />
          <Button look="txt" onClick={() => setOpen('export')}>
            {w.export}
          </Button>
          {mayEnter ? (
            <>
              <Go className="btn" to="/desk/imports">
                {w.import}
              </Go>
              <Button onClick={() => setOpen('add')}>{w.add}</Button>
            </>
          ) : null}
        </div>
      </header>
      <PeopleFilters search={search} onSearch={onSearch} />
      {search.q ? null : <Letters at={search.letter} onLetter={(letter) => onSearch(having(search, 'letter', letter))} />}
      <BigTable
        label={w.table}
        columns={shown}
        pages={pages}
        open={(row) => onOpen(row.id)}
        card={card}
        dense={kept.dense ?? false}
        sort={search.sort ?? 'name'}
        onSort={(sort) => onSearch(having(search, 'sort', sort === 'name' ? undefined : sort))}
        {...(mayEnter ? { selection, onSelection: setSelection } : {})}
      >
        <Empty title={narrowed ? w.noneTitle : w.emptyTitle}>
          <p>{narrowed ? w.none : w.empty}</p>
          {narrowed ? <Button onClick={() => onSearch({})}>{w.all}</Button> : null}
        </Empty>
      </BigTable>
      <div role="status">
        {selection.ids.size > 0 ? (
          <p className="batch">
            <b>{w.chosen(selection.ids.size)}</b>
            <Button onClick={() => setOpen('move')}>{w.move}</Button>
            <Button look="txt" onClick={() => setSelection(nothing)}>
              {w.drop}
            </Button>
          </p>
        ) : null}
      </div>
      <Suspense>
        {open === 'add' ? <AddPerson onClose={shut} onAdded={onOpen} /> : null}
        {open === 'export' ? <ExportPeople search={search} columns={shown.map((column) => column.id)} onClose={shut} /> : null}
        {open === 'move' ? (
          <MoveMany people={rows.filter((row) => selection.ids.has(row.id))} onClose={shut} onMoved={() => setSelection(nothing)} />
        ) : null}
      </Suspense>
    </div>
  )
}
