/** The rows that a bargaining leaves in the register of contracts: what is in force, from which day to which, and whom it binds. Pure. */
import type { KeptFile } from '#engine/mechanism.ts'
import { addDays, type Day, earlierOf, laterOf } from '#kernel/day.ts'
import { type ContractRow, type CoverRow, notInForceYet } from '#registry/contracts/contract.ts'
import type { Facts } from './data.ts'

type BargainingFile = KeptFile<Facts>

interface Force {
  readonly since: Day
  readonly until: Day
  readonly deemed: boolean
}

/** Signed, and with the office or on the way there. */
const awaiting: readonly string[] = ['carried', 'filed', 'objected']

/** From the fifteenth day of silence, or the first day of its term if that is later; the day on which it is terminated is its last, and the new contract's first day is no longer its own. */
function forceOf(file: BargainingFile): Force | undefined {
  const { log, state } = file
  const { draft, termination, replacement } = file.known
  const effect = log.findLast(({ step }) => step === 'takeEffect')
  if (!draft) return undefined
  if (!effect) return awaiting.includes(state) && signedOn(file) ? { since: notInForceYet, until: notInForceYet, deemed: false } : undefined
  const early = state === 'terminated' ? termination?.on : state === 'replaced' && replacement ? addDays(replacement.on, -1) : undefined
  const [since, until] = [laterOf(effect.on, draft.since), early ? earlierOf(early, draft.until) : draft.until]
  return until < since ? undefined : { since, until, deemed: effect.by === 'law' }
}

/** 双方首席代表签字之日: the later of the two. A text changed since is signed by nobody: its step clears what stood under the old one. */
function signedOn({ known: { workerSignature, employerSignature }, log }: BargainingFile): Day | undefined {
  const taken = (step: string): Day | undefined => log.findLast((entry) => entry.step === step)?.on
  const workers = workerSignature && (workerSignature.signedOn ?? taken('signWorkers'))
  const employer = employerSignature && (employerSignature.signedOn ?? taken('signEmployer'))
  return workers && employer && laterOf(workers, employer)
}

export function contractRowsOf(file: BargainingFile): readonly ContractRow[] {
  const { offer, draft } = file.known
  const force = forceOf(file)
  const signed = signedOn(file)
  if (!offer || !draft || !force || !signed) return []
  return [
    {
      version: offer.purpose === 'change' ? 2 : 1,
      kind: offer.kind,
      level: 'enterprise',
      title: draft.title,
      minutes: draft.form === 'minutes',
      signed_on: signed,
      ...force,
      clauses: draft.clauses,
      owner_id: file.owner.id,
      unit_id: file.owner.unit,
      number: file.number,
    },
  ]
}

export function coverRowsOf(file: BargainingFile): readonly CoverRow[] {
  const { offer } = file.known
  const force = forceOf(file)
  if (!offer || !force || contractRowsOf(file).length === 0) return []
  return [{ firm_id: offer.company.organisationId, since: force.since, until: force.until }]
}
