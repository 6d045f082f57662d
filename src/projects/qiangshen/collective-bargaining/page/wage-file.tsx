/** The firm's wage table out of a file: read by the house, shown with what is wrong, then put into the form of the materials. */
import { useId, useState } from 'react'
import { dropDraft } from '#engine/screens/form/draft.ts'
import type { Text } from '#kernel/text.ts'
import { upload } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { WageRow } from '../data.ts'

interface Answer {
  readonly rows: readonly WageRow[]
  readonly faults: readonly { readonly row: number; readonly column?: string; readonly says: Text }[]
}

const words = catalogue({
  zh: {
    label: '从 Excel、WPS 表里读工资表',
    another: '换一张工资表',
    hint: '一行一个工种和等级：工种、技能等级、人数、月人均工资、夜班。只要汇总，不要姓名和证件号码。',
    template: '下载模板',
    reading: '正在读…',
    faults: (n: number) => `有 ${n} 处要改，改好再传：`,
    row: (n: number, column: string) => `第 ${n} 行${column ? `“${column}”` : ''}：`,
  },
  en: {
    label: 'Read the wage table from an Excel or WPS file',
    another: 'Another wage table',
    hint: 'A row for each trade and grade: trade, grade, people, average month’s pay, night shifts. Sums only: no names, no ID numbers.',
    template: 'Download the template',
    reading: 'Reading…',
    faults: (n) => `${n} to correct, then send it again:`,
    row: (n, column) => `Row ${n}${column ? `, “${column}”` : ''}: `,
  },
})

/** What the rows already say of the form: how many people, and what they are paid in a year. */
const sumsOf = (wages: readonly WageRow[]): Record<string, unknown> => ({
  wages,
  workers: wages.reduce((sum, row) => sum + row.people, 0),
  payrollFen: wages.reduce((sum, row) => sum + row.people * row.monthlyFen * 12, 0),
})

interface WageFileProps {
  readonly id: string
  /** There are wages already: another table is the exception and lies folded. */
  readonly again: boolean
  readonly onRows: (values: Record<string, unknown>) => void
}

export function WageFile(props: WageFileProps) {
  const w = useWords(words)
  if (!props.again) return <Reading {...props} />
  return (
    <details className="s wage-again">
      <summary>{w.another}</summary>
      <Reading {...props} />
    </details>
  )
}

function Reading({ id, onRows }: WageFileProps) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const field = useId()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [faults, setFaults] = useState<Answer['faults']>([])
  async function send(file: File): Promise<void> {
    setBusy(true)
    setError(undefined)
    setFaults([])
    try {
      const form = new FormData()
      form.append('file', file)
      const answer = await upload<Answer>('/api/bargaining/wage-table', form)
      setFaults(answer.faults)
      if (answer.faults.length > 0) return
      dropDraft(`${id}.supplyMaterials`)
      onRows(sumsOf(answer.rows))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="wage-file">
      <label className="s" htmlFor={field}>
        <b>{w.label}</b>
      </label>
      <p className="xs faint" id={`${field}-hint`}>
        {w.hint}
      </p>
      <input
        id={field}
        className="s"
        type="file"
        accept=".xlsx,.csv"
        aria-describedby={`${field}-hint`}
        disabled={busy}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void send(file)
          target.value = ''
        }}
      />
      <a className="xs" href={`/api/bargaining/wage-table/template?language=${language}`} download>
        {w.template}
      </a>
      <div role="status">
        {busy ? <p className="s">{w.reading}</p> : null}
        {faults.length > 0 ? (
          <>
            <p className="s red">
              <b>{w.faults(faults.length)}</b>
            </p>
            <ul>
              {faults.slice(0, 20).map((fault) => (
                <li key={`${fault.row}/${fault.column ?? ''}`}>
                  {w.row(fault.row, fault.column ?? '')}
                  {say(fault.says)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {error ? <Trouble error={error} /> : null}
    </div>
  )
}
