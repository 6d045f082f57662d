/** On a firm's page: the contracts that bind it today, and of each matter the clause that stands. */
import './contracts.css'
import { useQuery } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { clauseWords } from '#law/clauses/compare.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { contractKinds, contractLevels } from '../../contracts/contract.ts'
import type { BoundWire, ContractWire } from '../../contracts/contract-wire.ts'
import { grounds } from '../../contracts/prevails.ts'
import { ContractName } from './contract-columns.tsx'
import { boundQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '有效的集体合同',
    note: '今天约束这家企业的，连同行业性、区域性的',
    none: '今天没有有效的集体合同。',
    stands: '各事项以哪一条为准',
    matter: '条款',
    from: '出自',
    why: '依据',
    besides: (said: string) => `另有：${said}`,
    others: (n: number) => `以前的和将生效的 ${n} 份`,
    pending: '已签字，尚未生效',
    term: (since: string, until: string) => `${since} 至 ${until}`,
  },
  en: {
    title: 'Contracts in force',
    note: 'those that bind this firm today, its industry’s and region’s among them',
    none: 'No collective contract is in force today.',
    stands: 'Which clause stands',
    matter: 'Clause',
    from: 'From',
    why: 'Why',
    besides: (said) => `besides: ${said}`,
    others: (n) => `Earlier ones and those to come: ${n}`,
    pending: 'signed, not in force yet',
    term: (since, until) => `${since} to ${until}`,
  },
})

export function BoundContracts({ id }: { readonly id: Id }) {
  const w = useWords(words)
  const { data } = useQuery(boundQuery(id))
  if (!data || (data.items.length === 0 && data.others.length === 0)) return null
  return (
    <section className="sheet pad">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      {data.items.length === 0 ? <p className="s sub">{w.none}</p> : <Contracts rows={data.items} />}
      {data.standing.length > 0 ? <Stands data={data} /> : null}
      {data.others.length > 0 ? (
        <details>
          <summary className="s">{w.others(data.others.length)}</summary>
          <Contracts rows={data.others} />
        </details>
      ) : null}
    </section>
  )
}

function Contracts({ rows }: { readonly rows: readonly ContractWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <ul className="contracts-bound s">
      {rows.map((row) => (
        <li key={`${row.id}${row.version}`}>
          <p>
            <ContractName row={row} />
          </p>
          <Chip>{say(contractLevels[row.level])}</Chip>
          <p className="sub num">
            {say(contractKinds[row.kind])}　{row.since && row.until ? w.term(row.since, row.until) : w.pending}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Stands({ data }: { readonly data: BoundWire }) {
  const { say, language } = useLanguage()
  const w = useWords(words)
  const titleOf = (id: string) => data.items.find((one) => one.id === id)?.title ?? ''
  return (
    <>
      <h3 className="h">{w.stands}</h3>
      <table className="rows contracts-stands">
        <thead>
          <tr>
            <th scope="col">{w.matter}</th>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {data.standing.map(({ key, clause, contract, ground, besides }) => (
            <tr key={key}>
              <td>{say(clauseWords(clause))}</td>
              <td>{titleOf(contract)}</td>
              <td>
                {say(grounds[ground])}
                {besides.length > 0 ? (
                  <p className="xs contracts-besides">
                    {w.besides(
                      besides
                        .map((one) => `${titleOf(one.contract)} ${say(clauseWords(one.clause))}`)
                        .join(language === 'zh' ? '；' : '; '),
                    )}
                  </p>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
