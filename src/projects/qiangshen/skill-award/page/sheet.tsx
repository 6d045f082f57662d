/** The check sheet of one firm and month: what is due to whom by which clause, out to Excel, and a payroll in to compare. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { yuan } from '#kernel/money.ts'
import { meaningOf } from '#law/clauses/clause.ts'
import { get, withQuery } from '#ui/api.ts'
import { moment } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { todayHere } from '#registry/screens/people/questions.ts'
import { gradeOf, standingWords } from '../payroll/export.ts'
import type { CheckWire, SheetWire } from '../payroll/wire.ts'
import { PayrollIn } from './payroll-in.tsx'
import { words } from './words.tsx'

export function CheckSheet({ firm, month }: { readonly firm: string; readonly month: string }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const client = useQueryClient()
  const sheet = useQuery({
    queryKey: ['payroll-check', firm, month],
    queryFn: ({ signal }) => get<SheetWire>('/api/skill-award/payroll', { firm, month }, signal),
  })
  if (sheet.isError) return <Trouble error={sheet.error} onAgain={() => void sheet.refetch()} />
  if (!sheet.data) return <Waiting />
  const { data } = sheet
  const checked = () => void client.invalidateQueries({ queryKey: ['payroll-check'] })
  return (
    <>
      <section className="sheet pay-head">
        <h2>{data.firm.name}</h2>
        <p>
          {w.sum(data.people, yuan(data.dueFen))}　
          {data.lines.length === 0 ? null : data.shortFen > 0 ? (
            <Chip tone="late">{w.shortOf(yuan(data.shortFen))}</Chip>
          ) : (
            <Chip tone="ok">{w.allSaid}</Chip>
          )}
        </p>
        <Checks checks={data.checks} />
        {data.lines.length > 0 ? (
          <p className="pay-acts">
            <a className="btn" href={withQuery('/api/skill-award/payroll/export', { firm, month, language })} download>
              {w.export}
            </a>
            <span className="s sub">{w.exportSays}</span>
          </p>
        ) : null}
      </section>
      {data.lines.length > 0 ? (
        <>
          <Lines sheet={data} />
          <PayrollIn firm={firm} month={month} onChecked={checked} />
        </>
      ) : (
        <Empty title={w.none}>
          <p>{w.noneSays}</p>
        </Empty>
      )}
    </>
  )
}

function Checks({ checks }: { readonly checks: readonly CheckWire[] }) {
  const w = useWords(words)
  const { language } = useLanguage()
  if (checks.length === 0) return <p className="s sub">{w.never}</p>
  return (
    <ul className="s">
      {checks.map((check) => (
        <li key={check.side}>
          {(check.side === 'firm' ? w.byFirm : w.byUnion)(moment(check.at, todayHere(), language))}　{w.matched(check.matched)}
          {check.tooLittle > 0 ? ` · ${w.tooLittle(check.tooLittle)}` : ''}
          {check.missing > 0 ? ` · ${w.missing(check.missing)}` : ''}
          {check.unclear > 0 ? ` · ${w.unclear(check.unclear)}` : ''}
          {check.owedFen > 0 ? `　${w.owed(yuan(check.owedFen))}` : ''}
        </li>
      ))}
    </ul>
  )
}

function Lines({ sheet }: { readonly sheet: SheetWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <div className="pay-scroll">
      <table className="pay">
        <caption className="vh">{w.title}</caption>
        <thead>
          <tr>
            {[w.name, w.grade, w.what, w.due, w.confirmed, w.state, w.basis].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={`${line.caseId}/${line.meaning}/${line.since}`} className={line.shortFen > 0 ? 'pay-short' : undefined}>
              <th scope="row">
                <b>{line.name}</b>
                {sheet.side === 'union' ? (
                  <small>
                    <Link to="/desk/cases/$caseId" params={{ caseId: line.caseId }} search={{}}>
                      {line.number}
                    </Link>
                  </small>
                ) : (
                  <small>{line.number}</small>
                )}
              </th>
              <td>{[line.trade, say(gradeOf(line))].filter(Boolean).join(' · ')}</td>
              <td>{say(meaningOf(line.meaning).title)}</td>
              <td className="num">{(line.monthly ? w.perMonth : w.yuan)(yuan(line.fen))}</td>
              <td className="num">{line.confirmedFen > 0 ? yuan(line.confirmedFen) : '—'}</td>
              <td>{say(standingWords[line.standing])}</td>
              <td>
                《{line.contractTitle}》<small>{[line.contract, w.item(line.clause)].join(' ')}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
