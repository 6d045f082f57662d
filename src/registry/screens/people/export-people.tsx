/** The list as a table to take away: as shown, with masked numbers, or with full ones for a reason that is kept. */
import { useState } from 'react'
import { withQuery } from '#ui/api.ts'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Labelled } from '#ui/pieces/act-form.tsx'
import type { PeopleSearch } from './questions.ts'

const words = catalogue({
  zh: {
    title: '导出人员名单',
    note: '按现在的条件、排序和显示的列导出。身份证号写成文本，不会变成科学计数。',
    as: '文件格式',
    xlsx: 'Excel / WPS 表格（.xlsx）',
    csv: '文本表格（.csv）',
    full: '要完整的身份证号和手机号',
    fullNote: '谁、什么时候、为什么导出，都会记下来，本人可以查到。',
    why: '为什么要完整号码',
    whyHint: '至少写四个字，例如：为会员统一投保',
    go: '下载',
    going: '正在生成，完成后浏览器会保存文件。可以关掉这里。',
  },
  en: {
    title: 'Export the list',
    note: 'As it is now: filters, order and shown columns. ID numbers are written as text.',
    as: 'Format',
    xlsx: 'Excel / WPS workbook (.xlsx)',
    csv: 'Plain table (.csv)',
    full: 'With full ID and mobile numbers',
    fullNote: 'Who exports, when and why is recorded, and those concerned can see it.',
    why: 'Why full numbers are needed',
    whyHint: 'At least four characters, such as: insuring all members',
    go: 'Download',
    going: 'Being made; the browser saves the file when it is ready. You may close this.',
  },
})

interface Props {
  readonly search: PeopleSearch
  readonly columns: readonly string[]
  readonly onClose: () => void
}

export default function ExportPeople({ search, columns, onClose }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [as, setAs] = useState<'xlsx' | 'csv'>('xlsx')
  const [full, setFull] = useState(false)
  const [why, setWhy] = useState('')
  const [gone, setGone] = useState(false)
  const ready = !full || why.trim().length >= 4
  const asked = { ...search, as, language, columns: columns.join(), ...(full ? { full: 'yes', reason: why.trim() } : {}) }
  return (
    <Sheet title={w.title} shape="card" note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      <div className="actform">
        <fieldset className="field">
          <legend className="label">{w.as}</legend>
          {(['xlsx', 'csv'] as const).map((one) => (
            <label key={one} className="tick">
              <input type="radio" name="as" checked={as === one} onChange={() => setAs(one)} />
              {w[one]}
            </label>
          ))}
        </fieldset>
        <div>
          <label className="tick">
            <input type="checkbox" checked={full} onChange={(event) => setFull(event.target.checked)} />
            {w.full}
          </label>
          <p className="xs faint">{w.fullNote}</p>
        </div>
        {full ? (
          <Labelled label={w.why} path="reason" hint={w.whyHint}>
            {(wiring) => (
              <textarea {...wiring} className="box" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />
            )}
          </Labelled>
        ) : null}
        <p role="status" className="s sub">
          {gone ? w.going : ''}
        </p>
        <div className="actform-foot">
          {ready ? (
            <a className="btn pri lg" href={withQuery('/api/persons/export', asked)} download onClick={() => setGone(true)}>
              {w.go}
            </a>
          ) : (
            <button type="button" className="btn pri lg" disabled>
              {w.go}
            </button>
          )}
        </div>
      </div>
    </Sheet>
  )
}
