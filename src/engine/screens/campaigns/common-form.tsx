/** What all have in common: the name of the campaign and the form that the mechanism declares. Kept in this browser until it is drafted. */
import '../form/form.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { FormProvider, type Resolver, useForm } from 'react-hook-form'
import { newKey, post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { CampaignKindWire, CampaignWire } from '../../campaigns/campaign-wire.ts'
import { dropDraft, keepDraft, readDraft } from '../form/draft.ts'
import { faultsOf, nested, type Values } from '../form/faults.ts'
import { Fields } from '../form/field.tsx'
import { cleaned, type Schema } from '../form/schema.ts'
import { FormScopeContext } from '../form/words.tsx'
import { proceduresQuery } from '../questions.ts'
import type { Chosen } from './choose-firms.tsx'

const words = catalogue({
  zh: {
    name: '这一批叫什么',
    nameHint: '例如：2027 年春季集中要约',
    nameNeeded: '请起个名字，以后好找',
    back: '回去选企业',
    next: (n: number) => `看 ${n} 家的预览`,
    busy: '正在逐家拟写…',
  },
  en: {
    name: 'Name of this round',
    nameHint: 'for example: Spring 2027',
    nameNeeded: 'Give it a name, to find it again',
    back: 'Back to the firms',
    next: (n) => `Preview for ${n} firms`,
    busy: 'Being written, firm by firm…',
  },
})

const resolverOf =
  (schema: Schema): Resolver<Values> =>
  (values) => {
    const input = cleaned(values, schema) ?? {}
    const faults = faultsOf(schema, input)
    return faults.size === 0 ? { values: input as Values, errors: {} } : { values: {}, errors: nested(faults) as never }
  }

interface Props {
  readonly kind: CampaignKindWire
  readonly chosen: Chosen
  readonly onBack: () => void
  readonly onDrafted: (campaign: CampaignWire) => void
}

export function CommonForm({ kind, chosen, onBack, onDrafted }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const schema = kind.schema as Schema
  const draftId = `campaign.${kind.procedure}`
  const [kept] = useState(() => readDraft(draftId)?.values as { title?: string; common?: Values } | undefined)
  const [title, setTitle] = useState(kept?.title ?? '')
  const [tried, setTried] = useState(false)
  const [key] = useState(newKey)
  const [problem, setProblem] = useState<ProblemError>()
  const [busy, setBusy] = useState(false)
  const resolver = useMemo(() => resolverOf(schema), [schema])
  const form = useForm<Values>({ resolver, defaultValues: kept?.common ?? {}, reValidateMode: 'onChange' })
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  const scope = useMemo(() => {
    const procedure = procedures.find((one) => one.id === kind.procedure)!
    return {
      procedure: { ...procedure, fields: { campaign: kind.fields }, words: { ...procedure.words, ...kind.words } },
      section: 'campaign',
    }
  }, [procedures, kind])
  useEffect(() => {
    const { unsubscribe } = form.watch((values) => keepDraft(draftId, { values: { title, common: values }, savedAt: Date.now() }))
    return unsubscribe
  }, [form, draftId, title])
  async function send(common: Values): Promise<void> {
    if (!title.trim()) return
    setBusy(true)
    setProblem(undefined)
    try {
      const meant = 'firms' in chosen ? { firms: chosen.firms } : { choose: chosen.choose }
      const drafted = await post<CampaignWire>('/api/campaigns', { procedure: kind.procedure, title: title.trim(), common, ...meant, key })
      dropDraft(draftId)
      onDrafted(drafted)
    } catch (error) {
      const said = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
      setProblem(said)
      for (const { path, says } of said.errors)
        if (path.startsWith('common.'))
          form.setError(path.slice(7), { type: 'server', message: JSON.stringify(says) }, { shouldFocus: true })
    } finally {
      setBusy(false)
    }
  }
  const count = 'firms' in chosen ? chosen.firms.length : chosen.count
  const nameless = tried && !title.trim()
  return (
    <FormScopeContext value={scope}>
      <FormProvider {...form}>
        <form
          className="form sheet pad cg-form"
          noValidate
          onSubmit={(event) => {
            setTried(true)
            void form.handleSubmit(send)(event)
          }}
        >
          <div className="step-note s sub">
            <p>{say(kind.hint)}</p>
            <LawNote law={kind.law} />
          </div>
          <div className="field">
            <label className="label" htmlFor="campaign-title">
              {w.name}
            </label>
            <input
              id="campaign-title"
              className="box"
              maxLength={120}
              placeholder={w.nameHint}
              value={title}
              aria-invalid={nameless}
              aria-describedby="campaign-title-says"
              onChange={(event) => setTitle(event.target.value)}
            />
            <p className="fault" id="campaign-title-says">
              {nameless ? w.nameNeeded : ''}
            </p>
          </div>
          <Fields schema={schema} path="" />
          {problem ? (
            <Trouble error={problem}>
              <ul>
                {problem.errors.map((one) => (
                  <li key={one.path}>{say(one.says)}</li>
                ))}
              </ul>
            </Trouble>
          ) : null}
          <div className="form-foot">
            <Button type="submit" look="pri" size="lg" busy={busy}>
              {w.next(count)}
            </Button>
            <Button look="txt" onClick={onBack}>
              {w.back}
            </Button>
            <p role="status" className="s sub">
              {busy ? w.busy : ''}
            </p>
          </div>
        </form>
      </FormProvider>
    </FormScopeContext>
  )
}
