/** A whole register from Excel or WPS: pasted or as a file, looked at line by line, then written. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { todayHere } from '#registry/screens/people/questions.ts'
import { newKey, post, upload } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { PastedWire } from '../delegates/delegate-wire.ts'
import { sexWords } from './delegate-words.ts'

const words = catalogue({
  zh: {
    title: '从 Excel、WPS 粘贴',
    paste: '把表格复制过来',
    hint: '列：姓名、选区、性别、中高层管理人员（是/否）、劳务派遣（是/否）、任期起、任期止；有标题行按标题认，没有就按这个顺序。',
    file: '或者选一个 .xlsx、.csv 文件',
    since: '任期自（表里没写的）',
    until: '任期至（表里没写的）',
    look: '先看一遍',
    write: (n: number) => `登记 ${n} 名`,
    line: (n: number) => `第 ${n} 行`,
    there: '已经在名册上，跳过',
    linked: '与“人员”对上',
    name: '姓名',
    place: '选区',
    about: '情况',
    manager: '管理人员',
    dispatched: '列席',
    nothing: '没有要登记的',
    mend: '改好这几行再看一遍：',
  },
  en: {
    title: 'Paste from Excel or WPS',
    paste: 'Paste the table here',
    hint: 'Columns: name, constituency, sex, manager (是/否), dispatched (是/否), from, until; by their titles, or in this order without any.',
    file: 'or choose an .xlsx or .csv file',
    since: 'From (where the table is silent)',
    until: 'Until (where the table is silent)',
    look: 'Look first',
    write: (n) => `Enter ${n}`,
    line: (n) => `Line ${n}`,
    there: 'already there, left out',
    linked: 'linked to People',
    name: 'Name',
    place: 'Constituency',
    about: 'About',
    manager: 'manager',
    dispatched: 'sits in',
    nothing: 'Nothing to enter',
    mend: 'Mend these lines and look again:',
  },
})

interface Props {
  readonly union: string
  /** The house's day. */
  readonly today: string | undefined
  readonly until: string | undefined
  readonly onClose: () => void
}

export default function PasteSheet({ union, today, until: end, onClose }: Props) {
  const client = useQueryClient()
  const w = useWords(words)
  const [text, setText] = useState('')
  const [key] = useState(newKey)
  const [since, setSince] = useState<string>(today ?? todayHere())
  const [until, setUntil] = useState(end ?? '')
  const [seen, setSeen] = useState<PastedWire>()
  const [trouble, setTrouble] = useState<unknown>()
  const change = (next: () => void) => {
    setSeen(undefined)
    next()
  }
  const fresh = seen && seen.faults.length === 0 ? seen.rows.filter((row) => !row.there).length : 0
  async function send(): Promise<void> {
    const write = fresh > 0
    const answer = await post<PastedWire>('/api/congress/delegates/paste', { union, key, text, since, write, ...(until ? { until } : {}) })
    setSeen(answer)
    if (!write || answer.written === 0) return
    await client.invalidateQueries({ queryKey: ['congress'] })
    onClose()
  }
  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    setTrouble(undefined)
    const form = new FormData()
    form.append('file', file)
    try {
      const read = await upload<{ text: string }>('/api/congress/delegates/sheet', form)
      change(() => setText(read.text))
    } catch (problem) {
      setTrouble(problem)
    }
  }
  return (
    <Sheet title={w.title} onClose={onClose}>
      <ActForm says={fresh > 0 ? w.write(fresh) : w.look} send={send} onCancel={onClose} ready={text.trim() !== '' && since !== ''}>
        <Labelled label={w.paste} path="text" hint={w.hint}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="box"
              rows={10}
              wrap="off"
              value={text}
              onChange={(event) => change(() => setText(event.target.value))}
            />
          )}
        </Labelled>
        <Labelled label={w.file} path="file" optional>
          {(wiring) => <input {...wiring} type="file" accept=".xlsx,.csv" onChange={(event) => void take(event.target.files?.[0])} />}
        </Labelled>
        {trouble ? <Trouble error={trouble} /> : null}
        <div className="pair">
          <Labelled label={w.since} path="since">
            {() => <DayBox label={w.since} value={since} onChange={(day) => change(() => setSince(day))} />}
          </Labelled>
          <Labelled label={w.until} path="until" optional>
            {() => <DayBox label={w.until} value={until} onChange={(day) => change(() => setUntil(day))} />}
          </Labelled>
        </div>
        {seen ? <Seen seen={seen} /> : null}
      </ActForm>
    </Sheet>
  )
}

function Seen({ seen }: { readonly seen: PastedWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  if (seen.faults.length > 0)
    return (
      <div className="said" role="alert">
        <p>{w.mend}</p>
        <ul>
          {seen.faults.map((fault) => (
            <li key={fault.line}>
              <b>{w.line(fault.line)}</b>　{say(fault.says)}
            </li>
          ))}
        </ul>
      </div>
    )
  if (seen.rows.length === 0) return <p>{w.nothing}</p>
  return (
    <table className="rows pasted">
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.place}</th>
          <th scope="col">{w.about}</th>
        </tr>
      </thead>
      <tbody>
        {seen.rows.map((row) => (
          <tr key={row.line} className={row.there ? 'faint' : undefined}>
            <td>{row.name}</td>
            <td>{row.constituency ?? ''}</td>
            <td>
              {[
                row.sex ? say(sexWords[row.sex]) : '',
                row.manager ? w.manager : '',
                row.dispatched ? w.dispatched : '',
                row.there ? w.there : row.person ? w.linked : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
