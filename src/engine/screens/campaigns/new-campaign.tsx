/** A new campaign: first whom it is for, then what it says; the draft is previewed and issued on its own page. */
import '#registry/screens/people/people.css'
import '#ui/controls/field.css'
import './campaigns.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useCallback, useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { ChooseFirms, type Chosen } from './choose-firms.tsx'
import { CommonForm } from './common-form.tsx'
import { type Choosing, kindsQuery } from './questions.ts'
import { Steps } from './steps.tsx'

const words = catalogue({
  zh: { none: '您的岗位不能集中发出', why: '由街道、行业、园区和区总工会的干部，对自己范围里的企业办理。' },
  en: {
    none: 'Your post cannot issue to many',
    why: 'Officers of a street, trade, park or the district do it, for the firms in their reach.',
  },
})

export function NewCampaignAt() {
  const { say } = useLanguage()
  const w = useWords(words)
  const { procedure, ...search } = useSearch({ strict: false }) as Choosing & { readonly procedure?: string }
  const navigate = useNavigate()
  const { data: kinds, error, refetch } = useQuery(kindsQuery)
  const [chosen, setChosen] = useState<Chosen>()
  const onSearch = useCallback(
    (next: Choosing) =>
      void navigate({
        to: '/desk/campaigns/new',
        search: { ...(procedure ? { procedure } : {}), ...next },
        replace: true,
        resetScroll: false,
      }),
    [navigate, procedure],
  )
  if (!kinds) return error ? <Trouble error={error} onAgain={() => void refetch()} /> : <Waiting />
  const kind = kinds.find((one) => one.procedure === procedure) ?? kinds[0]
  if (!kind)
    return (
      <div className="register">
        <div className="sheet">
          <Empty title={w.none}>
            <p>{w.why}</p>
          </Empty>
        </div>
      </div>
    )
  return (
    <div className="register">
      <title>{say(kind.title)}</title>
      <header className="register-head">
        <h1 className="big">{say(kind.title)}</h1>
        <Steps now={chosen ? 'write' : 'choose'} />
      </header>
      {chosen ? (
        <Suspense fallback={<Waiting />}>
          <CommonForm
            kind={kind}
            chosen={chosen}
            onBack={() => setChosen(undefined)}
            onDrafted={({ id }) => void navigate({ to: '/desk/campaigns/$campaignId', params: { campaignId: id } })}
          />
        </Suspense>
      ) : (
        <ChooseFirms procedure={kind.procedure} search={search} onSearch={onSearch} onChosen={setChosen} />
      )}
    </div>
  )
}
