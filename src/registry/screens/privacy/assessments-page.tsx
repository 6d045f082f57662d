/** 影响评估: the register of assessments with their reports; none goes before its time. */
import '../people/people.css'
import './privacy.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { ProblemError, upload } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { AssessmentsPageWire, AssessmentWire } from '../../privacy/assessments/assessments-wire.ts'
import { assessmentsPage } from './questions.ts'

const words = catalogue({
  zh: {
    total: (n: number) => `${n} 份`,
    choose: '选一个文件：PDF、Word 或照片',
    title: '个人信息影响评估',
    add: '登记评估',
    name: '名称',
    nameHint: '例如：会员实名登记',
    purpose: '处理目的和方式',
    fields: '涉及的信息',
    fieldsHint: '用顿号隔开，例如：身份证号、病情',
    on: '评估日期',
    until: '保存到',
    untilHint: '不填就是三年；不能更短',
    file: '评估报告',
    save: '登记',
    remove: '删除',
    noneTitle: '还没有评估',
    none: '处理敏感个人信息、委托或公开之前要先评估，报告至少保存三年（个人信息保护法第55、56条）。',
    by: '登记人',
    more: '再看一些',
  },
  en: {
    total: (n) => String(n),
    choose: 'Choose a file: PDF, Word or a photograph',
    title: 'Impact assessments',
    add: 'Record one',
    name: 'Name',
    nameHint: 'For example: register of members with ID numbers',
    purpose: 'What is done with the data, and why',
    fields: 'Which data',
    fieldsHint: 'With commas between: ID number, illness',
    on: 'Assessed on',
    until: 'Kept until',
    untilHint: 'Three years when left empty; never less',
    file: 'The report',
    save: 'Record it',
    remove: 'Remove',
    noneTitle: 'None yet',
    none: 'Before sensitive data are handled, entrusted or published an assessment is made and kept three years (Personal Information Law 55, 56).',
    by: 'Recorded by',
    more: 'Show more',
  },
})

export function AssessmentsPage() {
  const w = useWords(words)
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>()
  const { first, rows, list } = usePages<AssessmentWire, AssessmentsPageWire>(['assessments'], assessmentsPage)
  const again = () => client.resetQueries({ queryKey: ['assessments'] })
  const remove = (id: string) => void removed(id).then(again, setError)
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(first.total) : ''}</small>
        </h1>
        <div className="register-acts">
          <Button onClick={() => setOpen(true)}>{w.add}</Button>
        </div>
      </header>
      {error ? <Trouble error={error} /> : null}
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : !first ? <Waiting /> : null}
      {first && rows.length === 0 ? (
        <Empty title={w.noneTitle}>
          <p>{w.none}</p>
        </Empty>
      ) : null}
      {rows.length > 0 ? <Table rows={rows} onRemove={remove} /> : null}
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{w.more}</Button> : null}
      {open ? (
        <Add
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            again()
          }}
        />
      ) : null}
    </div>
  )
}

async function removed(id: string): Promise<void> {
  const answer = await fetch(`/api/assessments/${id}`, { method: 'DELETE', credentials: 'same-origin' })
  if (!answer.ok) throw new ProblemError({ title: 'failed', ...(await answer.json().catch(() => ({}))), status: answer.status })
}

function Table({ rows, onRemove }: { readonly rows: readonly AssessmentWire[]; readonly onRemove: (id: string) => void }) {
  const w = useWords(words)
  return (
    <div className="sheet pad privacy-table">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.fields}</th>
            <th scope="col">{w.on}</th>
            <th scope="col">{w.until}</th>
            <th scope="col">{w.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/api/assessments/${row.id}/file`} download>
                  {row.title}
                </a>
                <br />
                <span className="sub">{row.purpose}</span>
              </td>
              <td>{row.fields.join('、')}</td>
              <td className="num nb">{row.assessedOn}</td>
              <td className="num nb">
                {row.keepUntil}{' '}
                {row.mayRemove ? (
                  <Button size="sm" aria-label={`${w.remove}：${row.title}`} onClick={() => onRemove(row.id)}>
                    {w.remove}
                  </Button>
                ) : null}
              </td>
              <td>{row.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const texts = ['title', 'purpose', 'fields', 'assessedOn', 'keepUntil'] as const
type Draft = Record<(typeof texts)[number], string>

function Add({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const w = useWords(words)
  const [draft, setDraft] = useState<Draft>({ title: '', purpose: '', fields: '', assessedOn: dayOf(new Date()), keepUntil: '' })
  const [file, setFile] = useState<File>()
  const put = (name: keyof Draft) => (event: { readonly target: { readonly value: string } }) =>
    setDraft({ ...draft, [name]: event.target.value })
  const setDay = (name: keyof Draft) => (day: string) => setDraft({ ...draft, [name]: day })
  const send = () => {
    const form = new FormData()
    for (const name of texts) if (draft[name] !== '') form.append(name, draft[name])
    if (file) form.append('file', file)
    return upload<AssessmentWire>('/api/assessments', form)
  }
  return (
    <Sheet title={w.add} onClose={onClose}>
      <ActForm says={w.save} send={send} onDone={onDone} onCancel={onClose}>
        <Labelled label={w.name} path="title" hint={w.nameHint}>
          {(wiring) => <input {...wiring} className="box" value={draft.title} maxLength={120} onChange={put('title')} />}
        </Labelled>
        <Labelled label={w.purpose} path="purpose">
          {(wiring) => <textarea {...wiring} className="box" rows={3} value={draft.purpose} maxLength={500} onChange={put('purpose')} />}
        </Labelled>
        <Labelled label={w.fields} path="fields" hint={w.fieldsHint}>
          {(wiring) => <input {...wiring} className="box" value={draft.fields} maxLength={200} onChange={put('fields')} />}
        </Labelled>
        <Labelled label={w.on} path="assessedOn">
          {(wiring) => <DayBox label={w.on} value={draft.assessedOn} onChange={setDay('assessedOn')} invalid={wiring['aria-invalid']} />}
        </Labelled>
        <Labelled label={w.until} path="keepUntil" hint={w.untilHint} optional>
          {(wiring) => <DayBox label={w.until} value={draft.keepUntil} onChange={setDay('keepUntil')} invalid={wiring['aria-invalid']} />}
        </Labelled>
        <Labelled label={w.file} path="file">
          {(wiring) => (
            <label className="box upload">
              <input {...wiring} type="file" accept=".pdf,.docx,.doc,image/*" onChange={(event) => setFile(event.target.files?.[0])} />
              {file ? file.name : <span className="sub">{w.choose}</span>}
            </label>
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}
