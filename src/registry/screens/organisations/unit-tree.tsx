/** The federations on the left: streets, trades, parks, and what lies in each; choosing one narrows the list. */
import { useQuery } from '@tanstack/react-query'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { organisationKinds } from '../../organisation.ts'
import type { TreeNodeWire } from '../../organisations/organisation-wire.ts'
import { unitsQuery } from '../people/questions.ts'
import type { OrganisationSearch } from './questions.ts'

const words = catalogue({
  zh: {
    label: '街道、行业、园区',
    all: '全部',
    firms: '企业',
    unions: '工会',
    designated: '规上',
    open: (name: string) => `展开 ${name}`,
  },
  en: {
    label: 'Streets, trades, parks',
    all: 'All',
    firms: 'Firms',
    unions: 'Unions',
    designated: 'Designated',
    open: (name) => `Unfold ${name}`,
  },
})

interface Props {
  readonly search: OrganisationSearch
  readonly onSearch: (search: OrganisationSearch) => void
}

const groups = ['district', 'street', 'industry', 'park', 'regional'] as const

export function UnitTree({ search, onSearch }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const units = data?.items ?? []
  if (units.length < 2) return null
  const { unit: _unit, kind: _kind, ...others } = search
  return (
    <nav className="units" aria-label={w.label}>
      <button type="button" className="unit" aria-pressed={!search.unit && !search.kind} onClick={() => onSearch(others)}>
        {w.all}
      </button>
      {groups.map((kind) => {
        const here = units.filter((one) => one.kind === kind)
        return here.length === 0 ? null : (
          <section key={kind}>
            <h2>{say(organisationKinds[kind])}</h2>
            <ul>
              {here.map((one) => (
                <Unit key={one.id} unit={one} search={search} onSearch={onSearch} />
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function Unit({ unit, search, onSearch }: Props & { readonly unit: TreeNodeWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const chosen = search.unit === unit.id
  // The counts are today's: beside the list of a day gone by they would mislead.
  const many = (n: number) => (search.on ? '' : n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))
  const { kind: _kind, designated: _designated, ...others } = search
  const to = (more: Partial<OrganisationSearch>) => onSearch({ ...others, unit: unit.id, ...more })
  const part = (says: string, n: number, more: Partial<OrganisationSearch>, here: boolean) => (
    <li>
      <button type="button" className="unit" aria-pressed={here} onClick={() => to(more)}>
        {says} <span className="num">{many(n)}</span>
      </button>
    </li>
  )
  return (
    <li>
      <button type="button" className="unit" aria-pressed={chosen && !search.kind} onClick={() => to({})}>
        {unit.shortName} <span className="num">{many(unit.firms)}</span>
      </button>
      {chosen ? (
        <ul>
          {part(w.firms, unit.firms, { kind: 'firm' }, search.kind === 'firm' && !search.designated)}
          {part(w.designated, unit.designated, { kind: 'firm', designated: 'yes' }, search.designated === 'yes')}
          {part(w.unions, unit.unions, { kind: 'union' }, search.kind === 'union')}
          {unit.units > 0 ? <Deeper unit={unit} search={search} onSearch={onSearch} /> : null}
        </ul>
      ) : null}
    </li>
  )
}

/** Units within this one, asked for when it is chosen. */
function Deeper({ unit, search, onSearch }: Props & { readonly unit: TreeNodeWire }) {
  const { data } = useQuery(unitsQuery(unit.id))
  return (data?.items ?? []).map((one) => <Unit key={one.id} unit={one} search={search} onSearch={onSearch} />)
}
