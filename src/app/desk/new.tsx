/** Opening a case, tied to the address. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { NewCase } from '#engine/screens/case/new-case.tsx'
import { extras } from './extras.tsx'
import { meQuery } from './me.tsx'

const placeOf = (procedure: string | undefined): string => (procedure && extras[procedure]?.place) || '/desk/cases/$caseId'

export function NewAt() {
  const chosen = useSearch({ strict: false }) as { procedure?: string; step?: string }
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const holding = (procedure: string) => {
    const { ownerKind: kind, opening: prefill } = extras[procedure] ?? {}
    const post = me.posts.find((one) => one.organisation.kind === kind)
    return { kind, prefill: prefill && ((step: string) => prefill(step, post?.firm)), own: post?.organisation }
  }
  return (
    <NewCase
      chosen={chosen}
      holding={holding}
      onOpened={(caseId) => void navigate({ to: placeOf(chosen.procedure) as never, params: { caseId } as never })}
    />
  )
}
