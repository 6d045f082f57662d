/** The form of a step, drawn and checked from the schema of its section. What is typed is kept until it is accepted. */
import './form.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type FieldErrors, FormProvider, type Resolver, type UseFormReturn, useForm } from 'react-hook-form'
import type { Day } from '#kernel/day.ts'
import { newKey, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { ProcedureWire } from '../../wire.ts'
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts'
import { faultsOf, nested, type Values } from './faults.ts'
import { Fields } from './field.tsx'
import { cleaned, type Schema, type StepDefinition, schemaOf } from './schema.ts'
import { FormScopeContext, formWords } from './words.tsx'

export interface Sending {
  readonly input: unknown
  readonly on: Day
  /** The same for the same attempt, so that sending twice acts once. */
  readonly key: string
}

export interface StepFormProps {
  readonly procedure: ProcedureWire
  readonly step: StepDefinition
  readonly draftId: string
  readonly today: Day
  /** What is known already and need not be typed again. */
  readonly prefill?: Values
  readonly send: (what: Sending) => Promise<void>
}

const resolverOf =
  (schema: Schema | undefined): Resolver<Values> =>
  (values) => {
    const input = schema ? cleaned(values, schema) : undefined
    const faults = schema ? faultsOf(schema, input ?? {}) : new Map()
    return faults.size === 0 ? { values: (input ?? {}) as Values, errors: {} } : { values: {}, errors: nested(faults) as never }
  }

export function StepForm({ procedure, step, draftId, today, prefill, send }: StepFormProps) {
  const schema = schemaOf(step)
  const [draft] = useState(() => readDraft(draftId))
  const [on, setOn] = useState<Day>((draft?.on as Day | undefined) ?? today)
  const resolver = useMemo(() => resolverOf(schema), [schema])
  const form = useForm<Values>({
    resolver,
    defaultValues: draft?.values ?? prefill ?? {},
    reValidateMode: 'onChange',
    shouldFocusError: true,
  })
  const { submit, busy, problem } = useSubmit(form, send, draftId)
  useDraft(draftId, form.watch, form.getValues, on)
  const scope = useMemo(() => ({ procedure, section: step.section ?? '' }), [procedure, step.section])
  const clear = () => {
    form.reset(prefill ?? {})
    dropDraft(draftId)
  }
  return (
    <FormScopeContext value={scope}>
      <FormProvider {...form}>
        <form className="form" noValidate onSubmit={form.handleSubmit((values) => submit(schema ? values : undefined, on))}>
          {draft ? <Restored onClear={clear} /> : null}
          {schema ? <Fields schema={schema} path="" /> : null}
          <OnDay on={on} today={today} onChange={setOn} />
          {problem ? <Trouble error={problem} /> : null}
          <Count errors={form.formState.errors} tried={form.formState.submitCount > 0} />
          <Foot step={step} busy={busy} />
        </form>
      </FormProvider>
    </FormScopeContext>
  )
}

/** Sends, keeps what the server finds wrong at its field, and drops the draft once it is accepted. */
function useSubmit(form: UseFormReturn<Values>, send: StepFormProps['send'], draftId: string) {
  const [problem, setProblem] = useState<ProblemError>()
  const [busy, setBusy] = useState(false)
  const sendOnce = useSendOnce(send)
  async function submit(input: unknown, on: Day): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    try {
      await sendOnce(input, on)
      dropDraft(draftId)
    } catch (error) {
      const said = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
      setProblem(said)
      for (const { path, says } of said.errors)
        form.setError(path.replace(/^input\.?/, '') || 'root', { type: 'server', message: JSON.stringify(says) }, { shouldFocus: true })
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, problem }
}

function Restored({ onClear }: { readonly onClear: () => void }) {
  const w = useWords(formWords)
  const [shown, show] = useState(true)
  if (!shown) return null
  return (
    <div className="said mild">
      <p>{w.restored}</p>
      <Button
        size="sm"
        onClick={() => {
          onClear()
          show(false)
        }}
      >
        {w.clear}
      </Button>
    </div>
  )
}

function Foot({ step, busy }: { readonly step: StepDefinition; readonly busy: boolean }) {
  const { say } = useLanguage()
  const w = useWords(formWords)
  return (
    <div className="form-foot">
      <button type="submit" className="btn pri lg" {...(busy ? { 'aria-busy': true, disabled: true } : {})}>
        {w.send(say(step.title))}
      </button>
      {step.papers.length > 0 ? (
        <p className="s sub">
          {w.leaves} {step.papers.map(say).join(' · ')}
        </p>
      ) : null}
    </div>
  )
}

/** After an attempt that the server never answered, the same key is sent again: what it did is then not done twice. */
function useSendOnce(send: StepFormProps['send']): (input: unknown, on: Day) => Promise<void> {
  const key = useRef<string>(undefined)
  return async (input, on) => {
    key.current ??= newKey()
    try {
      await send({ input, on, key: key.current })
      key.current = undefined
    } catch (error) {
      if (error instanceof ProblemError && error.status !== 0) key.current = undefined
      throw error
    }
  }
}

function useDraft(
  id: string,
  watch: (callback: (values: unknown) => void) => { unsubscribe(): void },
  values: () => Values,
  on: Day,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => keepDraft(id, { values: values(), on, savedAt: Date.now() } satisfies Draft)
    const { unsubscribe } = watch(() => {
      clearTimeout(timer)
      timer = setTimeout(keep, 300)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [id, watch, values, on])
}

function OnDay({ on, today, onChange }: { readonly on: Day; readonly today: Day; readonly onChange: (day: Day) => void }) {
  const w = useWords(formWords)
  return (
    <div className="field">
      <span className="label">{w.on}</span>
      <DayBox label={w.on} max={today} value={on} onChange={(day) => day && onChange(day)} />
    </div>
  )
}

const counted = (errors: unknown): number => {
  if (typeof errors !== 'object' || errors === null) return 0
  if ('type' in errors && typeof (errors as { type: unknown }).type === 'string') return 1
  return Object.values(errors).reduce<number>((sum, one) => sum + counted(one), 0)
}

function Count({ errors, tried }: { readonly errors: FieldErrors<Values>; readonly tried: boolean }) {
  const w = useWords(formWords)
  const n = counted(errors)
  return (
    <p role="status" className="s red">
      {tried && n > 0 ? <b>{w.fix(n)}</b> : null}
    </p>
  )
}
