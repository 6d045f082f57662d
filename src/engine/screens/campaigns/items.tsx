/** The firms of a campaign: what each would be sent or why not, later where its case stands. */
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { stateTitles } from '../../campaigns/board/state-titles.ts'
import type { CampaignItemsPageWire, CampaignItemWire, CampaignWire } from '../../campaigns/campaign-wire.ts'
import { itemsPage, type Showing } from './questions.ts'

const PreviewSheet = lazy(() => import('./preview-sheet.tsx'))

const words = catalogue({
  zh: {
    table: '各企业',
    q: '找企业',
    hint: '名称、拼音首字母',
    firm: '企业',
    of: '所属',
    owner: '工会',
    stands: '走到哪里',
    next: '下一时限',
    says: '说明',
    emptyTitle: '这里没有企业',
    empty: '换一格看看。',
    reminded: (n: number) => `已催 ${n} 次`,
  },
  en: {
    table: 'Firms',
    q: 'Find a firm',
    hint: 'Name or pinyin initials',
    firm: 'Firm',
    of: 'Unit',
    owner: 'Union',
    stands: 'Where it stands',
    next: 'Next date',
    says: 'Note',
    emptyTitle: 'No firms here',
    empty: 'Try another count.',
    reminded: (n) => `reminded ${n}×`,
  },
})

interface Props {
  readonly one: CampaignWire
  readonly show: Showing
  readonly onShow: (show: Showing) => void
}

export function Items({ one, show, onShow }: Props) {
  const w = useWords(words)
  const navigate = useNavigate()
  const [seen, setSeen] = useState<CampaignItemWire>()
  const columns = useItemColumns(one)
  const pages = usePages<CampaignItemWire, CampaignItemsPageWire>(['campaign', one.id, 'items', show], (after, signal) =>
    itemsPage(one.id, show, after, signal),
  )
  const open = (row: CampaignItemWire) =>
    row.case ? void navigate({ to: '/desk/cases/$caseId', params: { caseId: row.case.id } }) : setSeen(row)
  const card = useCallback((row: CampaignItemWire) => <ItemCard one={one} row={row} />, [one])
  const seek = useCallback((q: string) => onShow(having(show, 'q', q)), [show, onShow])
  return (
    <>
      <div className="no-print">
        <FilterBar
          search={<SearchBox label={w.q} hint={w.hint} value={show.q ?? ''} onValue={seek} />}
          holding={0}
          onClear={() => undefined}
        >
          {null}
        </FilterBar>
      </div>
      <BigTable label={w.table} columns={columns} pages={pages} open={open} card={card}>
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <Suspense>{seen ? <PreviewSheet one={one} item={seen} onClose={() => setSeen(undefined)} /> : null}</Suspense>
    </>
  )
}

function useItemColumns(one: CampaignWire): readonly Column<CampaignItemWire>[] {
  const { language } = useLanguage()
  const w = useWords(words)
  return useMemo(() => {
    const draft = one.state === 'draft'
    return [
      { id: 'firm', title: w.firm, width: 'minmax(200px, 1.6fr)', cell: (row) => <b>{row.firm}</b> },
      { id: 'unit', title: w.of, width: '110px', cell: (row) => row.unit },
      { id: 'owner', title: w.owner, width: 'minmax(160px, 1.3fr)', cell: (row) => row.owner },
      { id: 'stands', title: w.stands, width: '120px', cell: (row) => <Standing one={one} row={row} /> },
      ...(draft
        ? []
        : [
            {
              id: 'next',
              title: w.next,
              width: 'minmax(150px, 1fr)',
              cell: (row: CampaignItemWire) => <Next row={row} today={one.today} language={language} />,
            },
          ]),
      { id: 'says', title: w.says, width: draft ? 'minmax(240px, 2fr)' : 'minmax(180px, 1.3fr)', cell: (row) => <Says row={row} /> },
    ]
  }, [w, one, language])
}

function Standing({ one, row }: { readonly one: CampaignWire; readonly row: CampaignItemWire }) {
  const { say } = useLanguage()
  const phase = one.phases.find(({ id }) => id === row.phase)
  const late = row.phase !== undefined && row.phase === one.remind?.phase
  const tone = late ? 'late' : row.state === 'ready' ? 'ok' : row.state === 'opened' ? 'run' : undefined
  return <Chip {...(tone ? { tone } : {})}>{say(phase?.title ?? stateTitles[row.state])}</Chip>
}

function Next({
  row: { due },
  today,
  language,
}: {
  readonly row: CampaignItemWire
  readonly today: CampaignWire['today']
  readonly language: 'zh' | 'en'
}) {
  const { say } = useLanguage()
  if (!due) return null
  return (
    <span className={due.overdue ? 'red' : undefined}>
      <span className="num">{shortDay(due.last, language, today)}</span>　{say(due.title)}
    </span>
  )
}

function Says({ row }: { readonly row: CampaignItemWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  if (row.says)
    return (
      <>
        {say(row.says)} {row.law ? <LawNote law={row.law} /> : null}
      </>
    )
  if (row.brief) return <span className="num">{say(row.brief)}</span>
  return (
    <span className="num">
      {row.case?.number} {row.reminders > 0 ? w.reminded(row.reminders) : ''}
    </span>
  )
}

const ItemCard = ({ one, row }: { readonly one: CampaignWire; readonly row: CampaignItemWire }) => (
  <>
    <p>
      <b>{row.firm}</b>
      <Standing one={one} row={row} />
    </p>
    <p className="s sub">{row.owner}</p>
    <p className="s sub">
      <Says row={row} />
    </p>
  </>
)
