/** Campaigns, the latest first; where there is none, the page says what one is. */
import '#registry/screens/people/people.css'
import './campaigns.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { dayOf } from '#kernel/day.ts'
import { GoButton } from '#ui/controls/button.tsx'
import { moment } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { CampaignRowWire, CampaignsPageWire } from '../../campaigns/campaign-wire.ts'
import { campaignsPage, kindsQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '集中行动',
    add: '新发一批',
    table: '各批集中行动',
    name: '名称',
    by: '谁发的',
    state: '到哪一步',
    sent: '发出 / 企业',
    when: '何时',
    draft: '草稿',
    issuing: '正在发出',
    issued: '已发出',
    emptyTitle: '还没有发过',
    empty:
      '先按街道、行业、规模、有没有合同挑出企业，写一份共同的内容，逐家看过文书，再一次发出。每家各立一案，各有编号和时限；谁答复了、谁拒绝了、谁逾期没答复，都在一张表上。',
  },
  en: {
    title: 'Campaigns',
    add: 'New one',
    table: 'Campaigns',
    name: 'Name',
    by: 'Issued by',
    state: 'Stands at',
    sent: 'Sent / firms',
    when: 'When',
    draft: 'Draft',
    issuing: 'Being issued',
    issued: 'Issued',
    emptyTitle: 'None yet',
    empty:
      'Choose firms by street, trade, size or contract, write once what all have in common, read the paper for any of them, and issue all in one act. Each is a case with its own number and clock; one board shows who answered, who refused and who is silent past the day.',
  },
})

export function CampaignsAt() {
  const { say } = useLanguage()
  const w = useWords(words)
  const navigate = useNavigate()
  const { data: kinds = [] } = useQuery(kindsQuery)
  const title = kinds.length === 1 ? say(kinds[0]!.title) : w.title
  const columns = useColumns()
  const pages = usePages<CampaignRowWire, CampaignsPageWire>(['campaigns'], campaignsPage)
  const card = useCallback((row: CampaignRowWire) => <Card row={row} />, [])
  return (
    <div className="register">
      <title>{title}</title>
      <header className="register-head">
        <h1 className="big">{title}</h1>
        <div className="register-acts">
          {kinds.length > 0 ? (
            <GoButton to="/desk/campaigns/new" look="pri">
              {w.add}
            </GoButton>
          ) : null}
        </div>
      </header>
      <BigTable
        label={w.table}
        columns={columns}
        pages={pages}
        open={({ id }) => void navigate({ to: '/desk/campaigns/$campaignId', params: { campaignId: id } })}
        card={card}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
          {kinds[0] ? <LawNote law={kinds[0].law} /> : null}
        </Empty>
      </BigTable>
    </div>
  )
}

const tones = { draft: undefined, issuing: 'run', issued: 'ok' } as const

export function StateChip({ state }: { readonly state: CampaignRowWire['state'] }) {
  const w = useWords(words)
  const tone = tones[state]
  return <Chip {...(tone ? { tone } : {})}>{w[state]}</Chip>
}

function useColumns(): readonly Column<CampaignRowWire>[] {
  const { language } = useLanguage()
  const w = useWords(words)
  return useMemo(
    () => [
      { id: 'title', title: w.name, width: 'minmax(200px, 2fr)', cell: (row) => <b>{row.title}</b> },
      { id: 'state', title: w.state, width: '110px', cell: (row) => <StateChip state={row.state} /> },
      {
        id: 'sent',
        title: w.sent,
        width: '120px',
        right: true,
        cell: (row) => <span className="num">{`${row.opened} / ${row.firms}`}</span>,
      },
      { id: 'by', title: w.by, width: 'minmax(160px, 1fr)', cell: (row) => `${row.issuer.name}　${row.draftedBy}` },
      {
        id: 'when',
        title: w.when,
        width: '130px',
        cell: (row) => <span className="num">{row.issuedOn ?? moment(row.draftedAt, dayOf(new Date()), language)}</span>,
      },
    ],
    [w, language],
  )
}

const Card = ({ row }: { readonly row: CampaignRowWire }) => (
  <>
    <p>
      <b>{row.title}</b>
      <StateChip state={row.state} />
    </p>
    <p className="s sub num">
      {row.opened} / {row.firms}　{row.issuer.name}
    </p>
  </>
)
