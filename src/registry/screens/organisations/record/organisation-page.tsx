/** One organisation: everything about it in one place, what may be done, and what happened in order of time. */
import '../../people/people.css'
import '../organisations.css'
import './record.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import type { FactKind } from '../../../organisation.ts'
import { BoundContracts } from '../../contracts/bound-section.tsx'
import { organisationQuery } from '../questions.ts'
import { Beside } from './beside.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { RecordActs } from './record-acts.tsx'
import { RecordHead } from './record-head.tsx'

const FactSheet = lazy(() => import('./fact-sheet.tsx'))
const UnionSheet = lazy(() => import('./union-sheet.tsx'))
const CoverSheet = lazy(() => import('./cover-sheet.tsx'))
const MoveSheet = lazy(() => import('./move-sheet.tsx'))
const RegisterSheet = lazy(() => import('../register-sheet.tsx'))

export type Act =
  | { readonly what: 'fact'; readonly fact?: FactKind }
  | { readonly what: 'approve' | 'term' | 'extend' | 'end' }
  | { readonly what: 'move' | 'cover' }
  | { readonly what: 'below' | 'union' }

/** The page, tied to the address. */
export function OrganisationAt() {
  const { organisationId } = useParams({ strict: false }) as { organisationId: Id }
  return <OrganisationPage key={organisationId} id={organisationId} />
}

function OrganisationPage({ id }: { readonly id: Id }) {
  const { data: body } = useSuspenseQuery(organisationQuery(id))
  const client = useQueryClient()
  const navigate = useNavigate()
  const [act, setAct] = useState<Act>()
  const shut = () => setAct(undefined)
  const done = () => {
    shut()
    client.invalidateQueries({ queryKey: ['organisation', id] })
    for (const key of ['organisations', 'units', 'directory']) client.resetQueries({ queryKey: [key] })
  }
  const open = (organisationId: string) => void navigate({ to: '/desk/organisations/$organisationId', params: { organisationId } })
  const props = { body, onClose: shut, onDone: done }
  const last = body.above.at(-1)
  return (
    <>
      <title>{body.name}</title>
      <article className="body-page">
        <RecordHead body={body} />
        <div className="body-main">
          <RecordActs body={body} onAct={setAct} />
          <Facts body={body} onAct={setAct} />
          {body.kind === 'firm' || body.kind === 'union' ? <BoundContracts id={id} /> : null}
          <History id={id} />
        </div>
        <Beside body={body} />
      </article>
      <Suspense>
        {act?.what === 'fact' ? <FactSheet {...props} fact={act.fact} /> : null}
        {act?.what === 'approve' || act?.what === 'term' || act?.what === 'extend' || act?.what === 'end' ? (
          <UnionSheet {...props} act={act.what} />
        ) : null}
        {act?.what === 'cover' ? <CoverSheet {...props} /> : null}
        {act?.what === 'move' ? <MoveSheet {...props} /> : null}
        {act?.what === 'below' ? <RegisterSheet above={body} onClose={shut} onMade={open} /> : null}
        {act?.what === 'union' && last ? <RegisterSheet above={last} firm={body} first="union" onClose={shut} onMade={open} /> : null}
      </Suspense>
    </>
  )
}
