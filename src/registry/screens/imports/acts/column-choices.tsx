/** What each column of the sheet is read as, chosen by hand where the house was not sure or did not know. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { ActForm } from '#ui/pieces/act-form.tsx'
import type { ColumnWire, ImportWire } from '../../../imports/import-wire.ts'
import { chooseColumns, importQuery } from '../questions.ts'

const words = catalogue({
  zh: {
    sheet: '表里的列',
    read: '读作',
    none: '不导入',
    confirm: '请确认',
    column: (letter: string) => `${letter} 列`,
    blank: '（没有列名）',
    reads: (heading: string) => `“${heading}”读作`,
    twice: (field: string) => `“${field}”选了两列，只能留一列`,
    missing: (fields: string) => `还缺：${fields}`,
    again: '整份表会按这样检查一遍；在格里改过的会保留。',
    send: '按这样检查',
    required: '必有',
  },
  en: {
    sheet: 'Column of the sheet',
    read: 'Read as',
    none: 'Not imported',
    confirm: 'Please confirm',
    column: (letter) => `Column ${letter}`,
    blank: '(no heading)',
    reads: (heading) => `“${heading}” is read as`,
    twice: (field) => `“${field}” is chosen for two columns; keep one`,
    missing: (fields) => `Still missing: ${fields}`,
    again: 'The whole sheet is checked like this; what you mended in cells is kept.',
    send: 'Check it like this',
    required: 'needed',
  },
})

type Chosen = Readonly<Record<number, string>>

interface Props {
  readonly one: ImportWire
  readonly onDone: () => void
  readonly onCancel?: () => void
}

export function ColumnChoices({ one, onDone, onCancel }: Props) {
  const { say, language } = useLanguage()
  const w = useWords(words)
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>(() => Object.fromEntries(one.columns.map(({ at, field }) => [at, field ?? ''])))
  const titleOf = (field: string) => say(one.fields.find((spec) => spec.field === field)?.title ?? { zh: field, en: field })
  const read = Object.values(chosen).filter(Boolean)
  const twice = read.find((field, at) => read.indexOf(field) !== at)
  const missing = one.fields.filter(({ field, required }) => required && !read.includes(field))
  const fault = twice
    ? w.twice(titleOf(twice))
    : missing.length > 0
      ? w.missing(missing.map(({ title }) => say(title)).join(language === 'zh' ? '、' : ', '))
      : undefined
  const send = () => chooseColumns(one.id, { columns: one.columns.flatMap(({ at }) => (chosen[at] ? [{ at, field: chosen[at] }] : [])) })
  const done = () => {
    void client.invalidateQueries({ queryKey: importQuery(one.id).queryKey })
    void client.invalidateQueries({ queryKey: ['import-rows', one.id] })
    onDone()
  }
  return (
    <ActForm says={w.send} send={send} onDone={done} ready={fault === undefined} {...(onCancel ? { onCancel } : {})}>
      <table className="rows choose">
        <thead>
          <tr>
            <th scope="col">{w.sheet}</th>
            <th scope="col">{w.read}</th>
          </tr>
        </thead>
        <tbody>
          {one.columns.map((column) => (
            <tr key={column.at}>
              <th scope="row">
                <small className="faint">{w.column(column.letter)}</small> {column.heading || w.blank}
              </th>
              <td>
                <Reading
                  one={one}
                  column={column}
                  value={chosen[column.at] ?? ''}
                  onValue={(field) => setChosen({ ...chosen, [column.at]: field })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className={fault ? 'red s' : 's sub'}>
        {fault ?? w.again}
      </p>
    </ActForm>
  )
}

interface ReadingProps {
  readonly one: ImportWire
  readonly column: ColumnWire
  readonly value: string
  readonly onValue: (field: string) => void
}

function Reading({ one, column, value, onValue }: ReadingProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <select
        className="box"
        aria-label={w.reads(column.heading || w.column(column.letter))}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      >
        <option value="">{w.none}</option>
        {one.fields.map(({ field, title, required }) => (
          <option key={field} value={field}>
            {say(title)}
            {required ? ` · ${w.required}` : ''}
          </option>
        ))}
      </select>{' '}
      {column.confirm && value === column.field ? <Chip tone="run">{w.confirm}</Chip> : null}
    </>
  )
}
