/** The columns of the list of contracts, and a contract as a card on a phone. */
import { clauseWords } from '#law/clauses/compare.ts'
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { contractKinds, contractLevels } from '../../contracts/contract.ts'
import type { ContractWire } from '../../contracts/contract-wire.ts'

const words = catalogue({
  zh: {
    title: '合同',
    minutes: '会议纪要',
    kind: '类型',
    level: '层级',
    owner: '签订工会',
    unit: '归属',
    firms: '企业',
    workers: '职工',
    signedOn: '签字',
    since: '生效',
    until: '期满',
    clauses: '条款',
    number: '编号',
    pending: '尚未生效',
    covers: (firms: string, workers: string) => `${firms} 家企业　${workers} 名职工`,
    term: (since: string, until: string) => `${since} 至 ${until}`,
  },
  en: {
    title: 'Contract',
    minutes: 'minutes',
    kind: 'Kind',
    level: 'Level',
    owner: 'Union',
    unit: 'Unit',
    firms: 'Firms',
    workers: 'Workers',
    signedOn: 'Signed',
    since: 'From',
    until: 'Until',
    clauses: 'Clauses',
    number: 'Number',
    pending: 'not in force yet',
    covers: (firms, workers) => `${firms} firms, ${workers} workers`,
    term: (since, until) => `${since} to ${until}`,
  },
})

/** The case where it may be opened; otherwise the title alone. */
export function ContractName({ row }: { readonly row: ContractWire }) {
  const w = useWords(words)
  return (
    <>
      {row.opens ? (
        <Go className="whose" to="/desk/cases/$caseId" params={{ caseId: row.id }}>
          <b>{row.title}</b>
        </Go>
      ) : (
        <b>{row.title}</b>
      )}
      {row.minutes ? (
        <>
          {' '}
          <Chip>{w.minutes}</Chip>
        </>
      ) : null}
    </>
  )
}

export function useContractColumns(): readonly Column<ContractWire>[] {
  const { say, language } = useLanguage()
  const w = useWords(words)
  const many = (n: number) => <span className="num">{n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}</span>
  const date = (text: string) => <span className="num">{text}</span>
  return [
    { id: 'title', title: w.title, width: 'minmax(180px, 3fr)', cell: (row) => <ContractName row={row} /> },
    { id: 'kind', title: w.kind, width: '186px', optional: 'shown', cell: (row) => say(contractKinds[row.kind]) },
    { id: 'level', title: w.level, width: '64px', optional: 'shown', cell: (row) => say(contractLevels[row.level]) },
    { id: 'owner', title: w.owner, width: 'minmax(120px, 2fr)', optional: 'hidden', cell: (row) => row.owner.name },
    { id: 'unit', title: w.unit, width: 'minmax(84px, 1fr)', optional: 'shown', cell: (row) => row.unitName ?? '' },
    { id: 'firms', title: w.firms, width: '52px', optional: 'shown', right: true, cell: (row) => many(row.firms) },
    { id: 'workers', title: w.workers, width: '64px', optional: 'shown', right: true, cell: (row) => many(row.workers) },
    {
      id: 'clauses',
      title: w.clauses,
      width: 'minmax(160px, 3fr)',
      optional: 'hidden',
      cell: (row) => row.clauses.map((clause) => say(clauseWords(clause))).join(language === 'zh' ? '；' : '; '),
    },
    { id: 'number', title: w.number, width: '150px', optional: 'hidden', cell: (row) => date(row.number) },
    { id: 'signedOn', title: w.signedOn, width: '92px', optional: 'hidden', cell: (row) => date(row.signedOn) },
    {
      id: 'since',
      title: w.since,
      width: '92px',
      optional: 'shown',
      cell: (row) => (row.since ? date(row.since) : <span className="faint">{w.pending}</span>),
    },
    { id: 'until', title: w.until, width: '92px', optional: 'shown', cell: (row) => date(row.until ?? '') },
  ]
}

export function ContractCard({ row }: { readonly row: ContractWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <p>
        <ContractName row={row} />
      </p>
      <p className="sub">
        {[say(contractKinds[row.kind]), say(contractLevels[row.level]), row.unitName ?? ''].filter(Boolean).join(' · ')}
      </p>
      <p className="xs sub num">
        {row.since && row.until ? w.term(row.since, row.until) : w.pending}　
        {w.covers(row.firms.toLocaleString(), row.workers.toLocaleString())}
      </p>
    </>
  )
}
