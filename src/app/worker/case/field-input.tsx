/** One field of a step's form, in the control that the phone does best. */
import type { Day } from '#kernel/day.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Choices } from '../choices.tsx'
import { DayField } from '../day-field.tsx'
import { fenOf } from '../help/draft.ts'
import { smaller } from '../help/photo.tsx'
import { Icon } from '../icon.tsx'
import type { Field, Line } from './step-forms.ts'

const words = catalogue({
  zh: { item: '什么钱', sum: '多少元', more: '再加一项', less: (n: number) => `去掉第 ${n} 项`, drop: '去掉', photo: '拍照片', voice: '选录音' },
  en: { item: 'For what', sum: 'Yuan', more: 'Add a line', less: (n: number) => `Remove line ${n}`, drop: 'Remove', photo: 'Photo', voice: 'Recording' },
})

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly today: Day
  readonly wrong: string | undefined
  readonly onChange: (value: unknown) => void
}

export function FieldInput(props: Props) {
  const { field, value, today, wrong, onChange } = props
  const { say } = useLanguage()
  const title = say(field.title)
  switch (field.kind) {
    case 'choice':
      return <Choices name={field.id} label={title} value={value as string | undefined} options={(field.options ?? []).map(([one, words]) => [one, say(words)] as const)} wrong={wrong} onChange={onChange} />
    case 'yes':
      return (
        <div className="field">
          <label className="choice">
            <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
            <span>{title}</span>
          </label>
          {wrong ? <small className="wrong">{wrong}</small> : null}
        </div>
      )
    case 'day':
      return <DayField name={field.id} label={title} value={value as Day | undefined} years={[-2, -1, 0, 1].map((by) => Number(today.slice(0, 4)) + by).sort((a, b) => Math.abs(a - Number(today.slice(0, 4))) - Math.abs(b - Number(today.slice(0, 4))))} wrong={wrong} onChange={onChange} />
    case 'lines':
      return <LinesInput title={title} value={(value as readonly Line[] | undefined) ?? [{ item: '' }]} onChange={onChange} />
    case 'files':
      return <FilesInput title={title} value={(value as readonly File[] | undefined) ?? []} onChange={onChange} />
    default:
      return <TextInput {...props} title={title} />
  }
}

const yuanOf = (fen: unknown): string => (typeof fen === 'number' ? String(fen / 100) : '')

function TextInput({ field, value, wrong, onChange, title }: Props & { readonly title: string }) {
  const { say } = useLanguage()
  const invalid = wrong ? true : undefined
  return (
    <label className="field">
      <span>{title}</span>
      {field.hint ? <small>{say(field.hint)}</small> : null}
      {field.kind === 'long' ? (
        <textarea className="input" rows={3} value={(value as string | undefined) ?? ''} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)} />
      ) : field.kind === 'money' ? (
        <input className="input" inputMode="decimal" defaultValue={yuanOf(value)} aria-invalid={invalid} onChange={(event) => onChange(fenOf(event.target.value))} />
      ) : field.kind === 'number' ? (
        <input className="input" inputMode="numeric" value={(value as number | undefined) ?? ''} aria-invalid={invalid} onChange={(event) => onChange(event.target.value ? Number(event.target.value.replace(/\D/g, '')) : undefined)} />
      ) : (
        <input className="input" type={field.kind === 'time' ? 'time' : field.kind === 'phone' ? 'tel' : 'text'} value={(value as string | undefined) ?? ''} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)} />
      )}
      {wrong ? <small className="wrong">{wrong}</small> : null}
    </label>
  )
}

function LinesInput({ title, value, onChange }: { readonly title: string; readonly value: readonly Line[]; readonly onChange: (lines: readonly Line[]) => void }) {
  const w = useWords(words)
  const put = (at: number, part: Partial<Line>) => onChange(value.map((line, n) => (n === at ? { ...line, ...part } : line)))
  return (
    <fieldset className="field">
      <legend className="label">{title}</legend>
      {value.map((line, at) => (
        <div className="line" key={at}>
          <input className="input" aria-label={`${w.item} ${at + 1}`} placeholder={w.item} value={line.item} onChange={(event) => put(at, { item: event.target.value })} />
          <input className="input sum" aria-label={`${w.sum} ${at + 1}`} placeholder={w.sum} inputMode="decimal" defaultValue={yuanOf(line.amountFen)} onChange={(event) => put(at, { amountFen: fenOf(event.target.value) })} />
          {value.length > 1 ? <button className="quiet" type="button" aria-label={w.less(at + 1)} onClick={() => onChange(value.filter((_, n) => n !== at))}>{w.drop}</button> : null}
        </div>
      ))}
      <button className="btn" type="button" onClick={() => onChange([...value, { item: '' }])}>{w.more}</button>
    </fieldset>
  )
}

function FilesInput({ title, value, onChange }: { readonly title: string; readonly value: readonly File[]; readonly onChange: (files: readonly File[]) => void }) {
  const w = useWords(words)
  const add = async (files: FileList | null, photo: boolean) => {
    const made = await Promise.all([...(files ?? [])].map(async (file) => (photo ? new File([await smaller(file)], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file)))
    onChange([...value, ...made])
  }
  return (
    <fieldset className="field">
      <legend className="label">{title}</legend>
      <div className="take">
        <label className="btn"><Icon name="cam" />{w.photo}<input className="vh" type="file" accept="image/*" multiple onChange={(event) => void add(event.target.files, true)} /></label>
        <label className="btn"><Icon name="mic" />{w.voice}<input className="vh" type="file" accept="audio/*" onChange={(event) => void add(event.target.files, false)} /></label>
      </div>
      {value.length ? (
        <ul className="got">
          {value.map((file, at) => (
            <li key={at}><span>{file.name}</span><button className="quiet" type="button" aria-label={`${w.drop} ${file.name}`} onClick={() => onChange(value.filter((_, n) => n !== at))}>{w.drop}</button></li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  )
}
