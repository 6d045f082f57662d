/** The pages about cases, tied to the address. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CasePage } from '#engine/screens/case/case-page.tsx'
import { CaseList } from '#engine/screens/list/case-list.tsx'
import type { CaseSearch } from '#engine/screens/questions.ts'
import { useCallback } from 'react'
import { siteQuery } from '../public/site.tsx'
import { extras } from './extras.tsx'

export function CasesAt() {
  const search = useSearch({ strict: false }) as CaseSearch
  const navigate = useNavigate()
  const onSearch = useCallback((next: CaseSearch) => void navigate({ to: '/desk/cases', search: { ...next }, replace: true }), [navigate])
  return <CaseList search={search} onSearch={onSearch} />
}

export function CaseAt() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { step } = useSearch({ strict: false }) as { step?: string }
  const navigate = useNavigate()
  const onStep = useCallback(
    (next: string | undefined) =>
      void navigate({
        to: '/desk/cases/$caseId',
        params: { caseId },
        search: next ? { step: next } : {},
        replace: next === undefined,
        resetScroll: false,
      }),
    [navigate, caseId],
  )
  // Waited for: a form that opens with the page begins with the name of the district's court.
  const { federation } = useSuspenseQuery(siteQuery).data
  return <CasePage caseId={caseId} step={step} onStep={onStep} extras={extras} federation={federation?.zh} />
}
