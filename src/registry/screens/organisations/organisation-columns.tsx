/** The columns of the list of organisations, and an organisation as a card on a phone. */
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { organisationKinds, ownerships, sectors, sizes, standings } from '../../organisation.ts'
import type { OrganisationWire } from '../../organisations/organisation-wire.ts'

const words = catalogue({
  zh: {
    name: '名称',
    kind: '类别',
    unit: '归属',
    sector: '行业',
    size: '规模',
    ownership: '性质',
    employees: '职工',
    people: (n: string) => `${n} 人`,
    designated: '规上',
    union: '工会',
    noUnion: '未建会',
    creditCode: '信用代码',
    legalRepresentative: '法定代表人',
    since: '成立',
    standing: '状态',
  },
  en: {
    name: 'Name',
    kind: 'Kind',
    unit: 'Belongs to',
    sector: 'Trade',
    size: 'Size',
    ownership: 'Ownership',
    employees: 'Workers',
    people: (n) => `${n} workers`,
    designated: 'Designated',
    union: 'Union',
    noUnion: 'no union yet',
    creditCode: 'Credit code',
    legalRepresentative: 'Legal representative',
    since: 'Since',
    standing: 'Standing',
  },
})

const Name = ({ row }: { readonly row: OrganisationWire }) => {
  const { say } = useLanguage()
  return (
    <>
      <Go className="whose" to="/desk/organisations/$organisationId" params={{ organisationId: row.id }}>
        <b>{row.name}</b>
      </Go>
      {row.standing === 'standing' ? null : (
        <>
          {' '}
          <Chip>{say(standings[row.standing])}</Chip>
        </>
      )}
    </>
  )
}

const mayHaveUnion = (row: OrganisationWire): boolean => row.kind === 'firm' || row.kind === 'platform'

export function useOrganisationColumns(): readonly Column<OrganisationWire>[] {
  const { say, language } = useLanguage()
  const w = useWords(words)
  const number = (text: string | undefined) => <span className="num">{text ?? ''}</span>
  const many = (n: number | undefined) => number(n?.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))
  return [
    { id: 'name', title: w.name, width: 'minmax(180px, 3fr)', cell: (row) => <Name row={row} /> },
    { id: 'kind', title: w.kind, width: '118px', optional: 'shown', cell: (row) => say(organisationKinds[row.kind]) },
    { id: 'unit', title: w.unit, width: 'minmax(84px, 1fr)', optional: 'shown', cell: (row) => row.unitName ?? row.streetName ?? '' },
    { id: 'sector', title: w.sector, width: '84px', optional: 'shown', cell: (row) => (row.sector ? say(sectors[row.sector]) : '') },
    { id: 'size', title: w.size, width: '52px', optional: 'shown', cell: (row) => (row.size ? say(sizes[row.size]) : '') },
    {
      id: 'ownership',
      title: w.ownership,
      width: '110px',
      optional: 'hidden',
      cell: (row) => (row.ownership ? say(ownerships[row.ownership]) : ''),
    },
    { id: 'employees', title: w.employees, width: '56px', optional: 'shown', right: true, cell: (row) => many(row.employees) },
    {
      id: 'designated',
      title: w.designated,
      width: '88px',
      optional: 'shown',
      cell: (row) => (row.designated ? <Chip tone="run">{w.designated}</Chip> : ''),
    },
    {
      id: 'union',
      title: w.union,
      width: 'minmax(120px, 2fr)',
      optional: 'shown',
      cell: (row) => row.union?.name ?? (mayHaveUnion(row) ? <span className="faint">{w.noUnion}</span> : ''),
    },
    { id: 'creditCode', title: w.creditCode, width: '158px', optional: 'hidden', cell: (row) => number(row.creditCode) },
    {
      id: 'legalRepresentative',
      title: w.legalRepresentative,
      width: '96px',
      optional: 'hidden',
      cell: (row) => row.legalRepresentative ?? '',
    },
    { id: 'since', title: w.since, width: '88px', optional: 'hidden', cell: (row) => number(row.since) },
  ]
}

export function OrganisationCard({ row }: { readonly row: OrganisationWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <p>
        <Name row={row} />
        {row.designated ? <Chip tone="run">{w.designated}</Chip> : null}
      </p>
      <p className="sub">
        {[
          say(organisationKinds[row.kind]),
          row.unitName ?? '',
          row.sector ? say(sectors[row.sector]) : '',
          row.employees ? w.people(String(row.employees)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="xs sub">{row.union?.name ?? (mayHaveUnion(row) ? w.noUnion : '')}</p>
    </>
  )
}
