/** What bargaining adds to the derived case page: the way to the table, what is agreed so far, and forms that begin with what is known. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import type { CaseWire } from '#engine/wire.ts'
import { valueWords } from '#law/clauses/compare.ts'
import { clauseTitle } from '#law/clauses/entry.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { GoButton } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { boardOf } from './board.ts'
import { prefill } from './prefill.ts'

const words = catalogue({
  zh: {
    title: '协商的条款',
    count: (n: number, all: number) => `${all} 条中 ${n} 条一致`,
    open: '到协商台',
    agreed: '一致',
    apart: '未一致',
    clause: '条款',
  },
  en: {
    title: 'Clauses',
    count: (n, all) => `${n} of ${all} agreed`,
    open: 'To the bargaining table',
    agreed: 'Agreed',
    apart: 'open',
    clause: 'Clause',
  },
})

function Clauses({ file }: { readonly file: CaseWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const { table } = boardOf(file)
  return (
    <>
      <h2 className="h">
        {w.title} {table.rows.length > 0 ? <small>{w.count(table.agreed, table.rows.length)}</small> : null}
      </h2>
      {table.rows.length > 0 ? (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.clause}</th>
              <th scope="col" className="r">
                {w.agreed}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                <td>{say(clauseTitle(row.clause, skillTitle))}</td>
                <td className="r num">{row.agreed ? <b>{say(valueWords(row.agreed))}</b> : <span className="faint">{w.apart}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p style={{ marginTop: 8 }}>
        <GoButton to="/desk/bargaining/$caseId" params={{ caseId: file.id }}>
          {w.open}
        </GoButton>
      </p>
    </>
  )
}

export const bargainingExtras: CaseExtras = {
  beside: (file) => <Clauses file={file} />,
  prefill: (step, file) => prefill(step, file),
  opening: (step, firm) =>
    step === 'offer'
      ? { by: 'workers', kind: 'wage', purpose: 'first', ...(firm ? { company: { organisationId: firm.id, name: firm.name } } : {}) }
      : undefined,
  ownerKind: 'union',
  place: '/desk/bargaining/$caseId',
}
