/** A step's small form on the phone: native fields, one button, the refusal said in words. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { Day } from '#kernel/day.ts'
import type { CaseWire, ProcedureWire } from '#engine/wire.ts'
import { get, ProblemError, upload } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { LawQuote } from '../../parts/law-quote.tsx'
import type { Me } from '../../me.tsx'
import { DraftTerms } from './draft-terms.tsx'
import { FieldInput } from './field-input.tsx'
import { formFromSchema } from './schema-form.ts'
import { formOf, type StepForm, type Values } from './step-forms.ts'
import { useTake } from '../use-case.tsx'
import { newKey } from '../../parts/new-key.tsx'

const words = catalogue({
  zh: {
    missing: '这一项要填',
    sending: '正在交…',
    stop: '先不办',
    files: (n: number) => `传材料 ${n}%`,
    loading: '正在打开…',
    none: '请到调解中心当面办，或打 12351。',
    kept: '没有传上去，填的还在，请再试一次。',
  },
  en: {
    missing: 'This is needed',
    sending: 'Sending…',
    stop: 'Not now',
    files: (n: number) => `Sending files ${n} %`,
    loading: 'Opening…',
    none: 'Please do this at the centre, or ring 12351.',
    kept: 'Not sent. What you typed is still here; please try again.',
  },
})

interface Props {
  readonly one: CaseWire
  readonly step: string
  readonly me: Me
  readonly begin?: Values
  readonly close: () => void
}

export function StepSheet(props: Props) {
  const w = useWords(words)
  const made = formOf(props.step, props.one, props.me)
  const procedures = useQuery({
    queryKey: ['procedures'],
    queryFn: () => get<readonly ProcedureWire[]>('/api/procedures'),
    enabled: !made,
    staleTime: 3_600_000,
  })
  const form =
    made ??
    formFromSchema(
      procedures.data?.find((one) => one.id === props.one.procedure),
      props.step,
    )
  if (!form)
    return (
      <p className="sheet" role="status">
        {procedures.isPending && !made ? w.loading : w.none}
      </p>
    )
  return <Sheet {...props} form={form} />
}

function Sheet({ one, step, me: _, begin, close, form }: Props & { readonly form: StepForm }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const take = useTake(one)
  const key = useRef(newKey())
  const sentFiles = useRef(new Map<File, string>())
  const [values, setValues] = useState<Values>(() => ({
    ...Object.fromEntries(form.fields.flatMap((field) => (field.begin === undefined ? [] : [[field.id, field.begin]]))),
    ...begin,
  }))
  const [asked, setAsked] = useState(false)
  const [part, setPart] = useState<number>()
  const [lost, setLost] = useState(false)
  const empty = (id: string) => values[id] === undefined || values[id] === '' || values[id] === false
  const lacking = form.fields.filter((field) => field.needed && empty(field.id) && !(field.id === 'says' && filesOf(values).length))
  const error = take.error instanceof ProblemError ? take.error : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setLost(false)
    if (lacking.length) return
    try {
      await sendFiles(one.id, filesOf(values), sentFiles.current, setPart)
      const input = form.input(
        filesOf(values).length && empty('says')
          ? {
              ...values,
              says: filesOf(values)
                .map((file) => file.name)
                .join('、'),
            }
          : values,
      )
      await take.mutateAsync({ step, input, key: key.current })
      close()
    } catch {
      setPart(undefined)
      setLost(true)
    }
  }
  return (
    <form className="sheet stack" noValidate onSubmit={(event) => void submit(event)}>
      {form.show === 'draft' ? <DraftTerms one={one} /> : null}
      {form.fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={values[field.id]}
          today={one.today as Day}
          wrong={asked && lacking.includes(field) ? w.missing : undefined}
          onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
        />
      ))}
      {form.warns ? (
        <p className="note">
          <Icon name="scale" />
          <span>{say(form.warns)}</span>
        </p>
      ) : null}
      <div role="alert" className="stack">
        {error ? (
          <>
            <p className="note bad">
              <Icon name="alert" />
              <span>
                {say(error.says)}
                {error.errors.map((one) => (
                  <span key={one.path}>
                    <br />
                    {say(one.says)}
                  </span>
                ))}
                {error.refusal?.missing ? (
                  <>
                    <br />
                    {say(error.refusal.missing)}
                  </>
                ) : null}
              </span>
            </p>
            {error.refusal?.law ? <LawQuote laws={[error.refusal.law]} /> : null}
          </>
        ) : lost ? (
          <p className="note bad">
            <Icon name="alert" />
            <span>{w.kept}</span>
          </p>
        ) : null}
      </div>
      <div className="acts">
        <button className="btn main" type="submit" disabled={take.isPending || part !== undefined}>
          {part !== undefined ? w.files(Math.round(part * 100)) : take.isPending ? w.sending : say(form.act)}
        </button>
        <button className="btn" type="button" onClick={close}>
          {w.stop}
        </button>
      </div>
    </form>
  )
}

const filesOf = (values: Values): readonly File[] => (Array.isArray(values.files) ? (values.files as readonly File[]) : [])

/** Each file under a key of its own, so that trying again brings none twice. */
async function sendFiles(id: string, files: readonly File[], keys: Map<File, string>, progress: (part: number) => void): Promise<void> {
  for (const [at, file] of files.entries()) {
    const form = new FormData()
    form.set('kind', file.type.startsWith('audio/') ? 'voice' : file.type.startsWith('image/') ? 'photo' : 'file')
    form.set('file', file, file.name)
    if (!keys.has(file)) keys.set(file, newKey())
    await upload(`/api/cases/${id}/attachments?key=${keys.get(file)}`, form, (part) => progress((at + part) / files.length))
  }
}
