/** A payroll is sent to be compared; what comes back is who got what was due. */
import { useId, useState } from 'react'
import { yuan } from '#kernel/money.ts'
import { upload, withQuery } from '#ui/api.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import { ProblemError } from '#ui/api.ts'
import type { ComparisonWire } from '../payroll/wire.ts'
import { words } from './words.tsx'

export function PayrollIn({ firm, month, onChecked }: { readonly firm: string; readonly month: string; readonly onChecked: () => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [result, setResult] = useState<ComparisonWire>()
  const send = async (file: File) => {
    const form = new FormData()
    form.append('file', file, file.name)
    setBusy(true)
    setProblem(undefined)
    try {
      setResult(await upload<ComparisonWire>(withQuery('/api/skill-award/payroll/check', { firm, month }), form))
      onChecked()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="sheet pay-in">
      <h2>
        <label htmlFor={id}>{w.upload}</label>
      </h2>
      <p className="s sub">{w.uploadSays}</p>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, mended, is to be sent again.
          event.target.value = ''
          if (file) void send(file)
        }}
      />
      {busy ? <p role="status">{w.checking}</p> : null}
      {problem ? (
        <Trouble error={problem}>
          {problem instanceof ProblemError ? (
            <ul>
              {problem.errors.map((one) => (
                <li key={one.path}>{say(one.says)}</li>
              ))}
            </ul>
          ) : null}
        </Trouble>
      ) : null}
      {result ? <Result result={result} /> : null}
    </section>
  )
}

function Result({ result }: { readonly result: ComparisonWire }) {
  const w = useWords(words)
  const { counts } = result
  const said = [
    w.matched(counts.matched),
    counts.tooLittle ? w.tooLittle(counts.tooLittle) : '',
    counts.missing ? w.missing(counts.missing) : '',
    counts.unclear ? w.unclear(counts.unclear) : '',
  ].filter(Boolean)
  return (
    <div role="status">
      <h3>{w.result}</h3>
      <p>
        <b>{said.join(' · ')}</b>
        {result.owedFen > 0 ? `　${w.owed(yuan(result.owedFen))}` : ''}
      </p>
      <table className="pay">
        <thead>
          <tr>
            {[w.name, w.due, w.paid, w.verdict].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.people.map((one) => (
            <tr key={one.person} className={one.verdict === 'matched' ? undefined : 'pay-short'}>
              <th scope="row">
                <b>{one.name}</b>
                <small>{one.rows.length > 0 ? w.rows(one.rows.join('、')) : ''}</small>
              </th>
              <td className="num">{yuan(one.dueFen)}</td>
              <td className="num">{yuan(one.paidFen)}</td>
              <td>{one.verdict === 'matched' ? w.verdictOf(one.verdict) : <Chip tone="late">{w.verdictOf(one.verdict)}</Chip>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.others > 0 ? <p className="s sub">{w.others(result.others)}</p> : null}
    </div>
  )
}
