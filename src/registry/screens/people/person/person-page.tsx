/** One person: who, where, since when, and what may be done; numbers masked until somebody says why. */
import '../people.css'
import './person.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import type { EngagementWire } from '../../../people/people-wire.ts'
import { personQuery } from '../questions.ts'
import { Beside } from './beside.tsx'
import { Engagements } from './engagements.tsx'
import { PersonHead } from './person-head.tsx'

const TransferSheet = lazy(() => import('./transfer-sheet.tsx'))
const EditPerson = lazy(() => import('./edit-person.tsx'))
const EngagementSheet = lazy(() => import('./engagement-sheet.tsx'))

export type Act =
  | { readonly what: 'edit' | 'engage' }
  | { readonly what: 'transfer'; readonly engagement?: EngagementWire }
  | { readonly what: 'end' | 'approve'; readonly engagement: EngagementWire }

/** The page, tied to the address. */
export function PersonAt() {
  const { personId } = useParams({ strict: false }) as { personId: Id }
  return <PersonPage key={personId} personId={personId} />
}

function PersonPage({ personId }: { readonly personId: Id }) {
  const { data: person } = useSuspenseQuery(personQuery(personId))
  const client = useQueryClient()
  const [act, setAct] = useState<Act>()
  const shut = () => setAct(undefined)
  const changed = () => {
    shut()
    client.invalidateQueries({ queryKey: ['person', personId] })
    client.resetQueries({ queryKey: ['people'] })
  }
  const props = { person, onClose: shut, onDone: changed }
  return (
    <>
      <title>{person.name}</title>
      <article className="person-page">
        <PersonHead person={person} onAct={setAct} />
        <Engagements person={person} onAct={setAct} />
        <Beside person={person} />
      </article>
      <Suspense>
        {act?.what === 'edit' ? <EditPerson {...props} /> : null}
        {act?.what === 'transfer' ? <TransferSheet {...props} from={act.engagement?.id} /> : null}
        {act?.what === 'engage' ? <EngagementSheet {...props} act="engage" /> : null}
        {act?.what === 'end' || act?.what === 'approve' ? <EngagementSheet {...props} act={act.what} engagement={act.engagement} /> : null}
      </Suspense>
    </>
  )
}
