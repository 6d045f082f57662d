/** One case: the next date, what may be done, where it stands, who and what, and what happened. */
import './case.css'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { Id } from '#kernel/id.ts'
import { post } from '#ui/api.ts'
import { Waiting } from '#ui/pieces/notice.tsx'
import type { CaseWire, ProcedureWire } from '../../wire.ts'
import { caseQuery, proceduresQuery, todayQuery } from '../questions.ts'
import { CaseHead } from './case-head.tsx'
import { CaseSteps } from './case-steps.tsx'
import { Facts, Parties } from './facts.tsx'
import { Attachments, Papers } from './papers.tsx'
import { Related } from './related.tsx'
import { StatePicture } from './state-picture.tsx'
import { Timeline } from './timeline.tsx'

const StepSheet = lazy(() => import('./step-sheet.tsx'))

/** What a mechanism adds to the derived page: a piece beside the facts, and what its forms may begin with. */
export interface CaseExtras {
  readonly beside?: (file: CaseWire) => ReactNode
  readonly prefill?: (step: string, file: CaseWire, federation: string | undefined) => Record<string, unknown> | undefined
  /** What the form of an opening step begins with; `firm` is that of the reader's own union. */
  readonly opening?: (step: string, firm: { readonly id: Id; readonly name: string } | undefined) => Record<string, unknown> | undefined
  /** The kind of organisation that may hold such a case. */
  readonly ownerKind?: string
  /** Where its work is done, if not on the case page: `/desk/bargaining/$caseId`. */
  readonly place?: string
}

export interface CasePageProps {
  readonly caseId: Id
  /** The step whose form is open. */
  readonly step: string | undefined
  readonly onStep: (step: string | undefined) => void
  readonly extras?: Readonly<Record<string, CaseExtras>>
  /** The name of the district's federation. */
  readonly federation?: string | undefined
}

export function CasePage({ caseId, step, onStep, extras = {}, federation }: CasePageProps) {
  const client = useQueryClient()
  const { data: file } = useSuspenseQuery(caseQuery(caseId))
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  useRead(caseId)
  const procedure = procedures.find((one) => one.id === file.procedure)
  if (!procedure) return null
  const extra = extras[file.procedure]
  const taken = (after: CaseWire) => {
    client.setQueryData(caseQuery(caseId).queryKey, after)
    client.invalidateQueries({ queryKey: ['today'] })
    client.invalidateQueries({ queryKey: ['cases'] })
    onStep(undefined)
  }
  return (
    <>
      <title>{`${file.subject} · ${file.number}`}</title>
      <article className="case">
        <CaseHead file={file} />
        <StatePicture procedure={procedure} file={file} />
        <CaseSteps procedure={procedure} file={file} onOpen={onStep} />
        <Beside procedure={procedure} procedures={procedures} file={file} extra={extra?.beside?.(file)} />
        <Timeline file={file} />
      </article>
      {step ? (
        <Suspense fallback={<Waiting />}>
          <StepSheet
            key={step}
            procedure={procedure}
            file={file}
            stepId={step}
            prefill={extra?.prefill?.(step, file, federation)}
            onTaken={taken}
            onClose={() => onStep(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** Who opens the case has seen what waited there. */
function useRead(caseId: Id): void {
  const client = useQueryClient()
  const waits = useQuery({ ...todayQuery, select: (today) => today.waiting.some((one) => one.case === caseId) }).data ?? false
  useEffect(() => {
    if (!waits) return
    post('/api/notices/read', { case: caseId })
      .then(() => client.invalidateQueries({ queryKey: ['today'] }))
      .catch(() => undefined)
  }, [waits, caseId, client])
}

interface BesideProps {
  readonly procedure: ProcedureWire
  readonly procedures: readonly ProcedureWire[]
  readonly file: CaseWire
  readonly extra: ReactNode
}

const Beside = ({ procedure, procedures, file, extra }: BesideProps) => (
  <aside className="sheet pad facts">
    <Parties file={file} />
    {extra ? <section>{extra}</section> : null}
    <Papers file={file} />
    <Attachments file={file} />
    <Related file={file} procedures={procedures} />
    <Facts procedure={procedure} file={file} />
  </aside>
)
