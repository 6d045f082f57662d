/** What the congress adds to the derived case page: the session at hand, and forms that begin with what is known. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import type { CaseWire } from '#engine/wire.ts'
import type { Facts } from '../data.ts'
import { resultOf } from '../votes.ts'
import { Session } from './session.tsx'

const factsOf = (file: CaseWire) => file.facts as Partial<Facts>
const openItem = ({ call, results = [] }: Partial<Facts>) =>
  call?.agenda.find((one) => one.kind !== 'report' && !resultOf({ results }, one.id))

function prefill(step: string, file: CaseWire): Record<string, unknown> | undefined {
  const facts = factsOf(file)
  if (step === 'openSession') return { present: facts.opening?.present ?? 0 }
  if (step === 'openBallot') return { item: openItem(facts)?.id ?? '', how: 'people', secret: true }
  if (step === 'count' || step === 'voidBallot') {
    const item = facts.ballots?.at(-1)?.item
    return step === 'count' ? { id: item } : { item }
  }
  if (step === 'recordMinutes') return { signedBy: facts.opening?.chair ?? '', recorder: facts.opening?.recorder ?? '' }
  return undefined
}

export const congressExtras: CaseExtras = {
  beside: (file) => <Session key={file.state} file={file} />,
  prefill,
  opening: () => ({ form: 'congress', agenda: [{ id: '1', kind: 'contract' }] }),
  ownerKind: 'union',
}
