/** Every organisation the reader may know of: the tree at the left, the list at the right, on today or any day before. */
import '../people/people.css'
import './organisations.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { isDay } from '#kernel/day.ts'
import { withQuery } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { MenuButton } from '#ui/controls/menu.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { ColumnChoice } from '#ui/pieces/table/column-choice.tsx'
import { shownColumns } from '#ui/pieces/table/columns.ts'
import { useKept } from '#ui/pieces/table/kept.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { OrganisationWire } from '../../organisations/organisation-wire.ts'
import { readerQuery } from '../people/questions.ts'
import { AsOf } from './as-of.tsx'
import { OrganisationCard, useOrganisationColumns } from './organisation-columns.tsx'
import { narrowing, OrganisationFilters } from './organisation-filters.tsx'
import { type OrganisationPage, type OrganisationSearch, organisationsPage } from './questions.ts'
import { UnitTree } from './unit-tree.tsx'

const Register = lazy(() => import('./register-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '组织',
    total: (n: string, capped: boolean) => (capped ? `超过 ${n} 个` : `${n} 个`),
    table: '组织名单',
    export: '导出',
    xlsx: 'Excel / WPS 表格（.xlsx）',
    csv: '文本表格（.csv）',
    add: '登记一个组织',
    noneTitle: '没有符合的组织',
    none: '换个条件，或者换一天看看。',
    all: '看全部',
    emptyTitle: '还没有组织',
    empty: '先登记街道、行业和园区工会，再把企业名录（Excel）放进导入页。',
  },
  en: {
    title: 'Organisations',
    total: (n, capped) => (capped ? `more than ${n}` : n),
    table: 'Organisations',
    export: 'Export',
    xlsx: 'Excel / WPS workbook (.xlsx)',
    csv: 'Plain table (.csv)',
    add: 'Register one',
    noneTitle: 'No organisation fits',
    none: 'Try other filters, or another day.',
    all: 'Show all',
    emptyTitle: 'No organisations yet',
    empty: 'Register streets, trades and parks first, then bring the list of firms (Excel) to the import page.',
  },
})

const pageSize = 100

/** The list, tied to the address. */
export function OrganisationsAt() {
  const search = useSearch({ strict: false }) as OrganisationSearch
  const navigate = useNavigate()
  const onSearch = useCallback(
    (next: OrganisationSearch) => void navigate({ to: '/desk/organisations', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const onOpen = useCallback(
    (organisationId: string) => void navigate({ to: '/desk/organisations/$organisationId', params: { organisationId } }),
    [navigate],
  )
  return <OrganisationList search={search} onSearch={onSearch} onOpen={onOpen} />
}

interface ListProps {
  readonly search: OrganisationSearch
  readonly onSearch: (search: OrganisationSearch) => void
  readonly onOpen: (id: string) => void
}

function OrganisationList({ search: said, onSearch, onOpen }: ListProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const { data: reader } = useQuery(readerQuery)
  const [adding, setAdding] = useState(false)
  const [kept, setKept] = useKept(`organisations.${reader?.person.id ?? ''}`)
  const { on, ...rest } = said
  const search: OrganisationSearch = on && isDay(on) ? said : rest
  const columns = useOrganisationColumns()
  const shown = shownColumns(columns, kept.columns)
  const pages = usePages<OrganisationWire, OrganisationPage>(['organisations', search], (after, signal) =>
    organisationsPage(search, after, pageSize, signal),
  )
  const { first } = pages
  const total = first?.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB') ?? ''
  const narrowed = narrowing(search) > 0 || search.q !== undefined || search.on !== undefined || search.unit !== undefined
  const card = useCallback((row: OrganisationWire) => <OrganisationCard row={row} />, [])
  const fetchAs = (as: string) => () =>
    location.assign(withQuery('/api/organisations/export', { ...search, as, language, columns: shown.map((one) => one.id).join() }))
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(total, first.capped ?? false) : ''}</small>
        </h1>
        <div className="register-acts">
          <ColumnChoice columns={columns} kept={kept} onKept={setKept} />
          <MenuButton
            label={w.export}
            className="btn txt"
            choices={[
              { id: 'xlsx', says: w.xlsx, act: fetchAs('xlsx') },
              { id: 'csv', says: w.csv, act: fetchAs('csv') },
            ]}
          >
            {w.export}
          </MenuButton>
          <Button onClick={() => setAdding(true)}>{w.add}</Button>
        </div>
      </header>
      <AsOf search={search} onSearch={onSearch} />
      <div className="beside-tree">
        <UnitTree search={search} onSearch={onSearch} />
        <div className="register-list">
          <OrganisationFilters search={search} onSearch={onSearch} />
          <BigTable label={w.table} columns={shown} pages={pages} open={(row) => onOpen(row.id)} card={card} dense={kept.dense ?? false}>
            <Empty title={narrowed ? w.noneTitle : w.emptyTitle}>
              <p>{narrowed ? w.none : w.empty}</p>
              {narrowed ? <Button onClick={() => onSearch({})}>{w.all}</Button> : null}
            </Empty>
          </BigTable>
        </div>
      </div>
      <Suspense>{adding ? <Register onClose={() => setAdding(false)} onMade={onOpen} /> : null}</Suspense>
    </div>
  )
}
