/** Both sides' figures out of the facts, and what a form may begin with because it is known already. Pure. */
import type { CaseWire } from '#engine/wire.ts'
import { yuan } from '#kernel/money.ts'
import type { Facts } from '../data.ts'
import { overdueFen } from '../terms.ts'

export interface Figure {
  readonly item: string
  readonly worker?: number | undefined
  readonly firm?: number | undefined
  readonly agreed?: number | undefined
  readonly settled: boolean
}

type Lines = readonly { readonly item: string; readonly amountFen?: number | undefined }[]

/** One row an item, in the order in which the worker named them; the last word of each side counts. */
export function figuresOf(facts: Partial<Facts>): readonly Figure[] {
  const worker: Lines = facts.workerStatements?.at(-1)?.lines ?? facts.application?.claims ?? []
  const firm: Lines = facts.firmStatements?.at(-1)?.lines ?? []
  const agreed: Lines = facts.records?.at(-1)?.agreed ?? []
  const items = [...new Set([...worker, ...firm, ...agreed].map((line) => line.item))]
  const of = (lines: Lines, item: string) => lines.find((line) => line.item === item)
  return items.map((item) => ({
    item,
    worker: of(worker, item)?.amountFen,
    firm: of(firm, item)?.amountFen,
    agreed: of(agreed, item)?.amountFen,
    settled: of(agreed, item) !== undefined,
  }))
}

export const sum = (figures: readonly Figure[], side: 'worker' | 'firm' | 'agreed'): number =>
  figures.reduce((total, one) => total + (one[side] ?? 0), 0)

/** What of a claim an agreement settles, where the kinds of claim and of settlement bear the same name. */
const settles = new Set(['unpaidWages', 'injuryMedical', 'severance'])

/** What is known already and need not be typed again; every field stays open to change. */
/** `federation`: 杭州市钱塘区总工会; the basic court of a district bears the district's name. */
export function prefill(step: string, file: CaseWire, federation?: string): Record<string, unknown> | undefined {
  const court = federation?.endsWith('总工会') ? federation.replace(/总工会$/, '人民法院') : undefined
  const facts = file.facts as Partial<Facts>
  const { application } = facts
  const figures = figuresOf(facts)
  const agreed = figures.filter((one) => one.settled)
  const firm = application?.respondent.name
  switch (step) {
    case 'notifyRespondent':
      return { to: firm }
    case 'accept':
      return { ground: application?.respondent.kind === 'platform' ? 'newForm' : 'labour' }
    case 'schedule':
    case 'moveHearing':
      return { mode: 'onsite', open: 'closed', ...(step === 'moveHearing' ? { room: facts.hearings?.at(-1)?.room } : {}) }
    case 'stateClaim':
    case 'stateAnswer':
      return { lines: figures.map(({ item, worker }) => ({ item, ...(step === 'stateClaim' ? { amountFen: worker } : {}) })) }
    case 'recordHearing':
      return {
        present: file.parties.map((party) => party.name).join('、'),
        agreed: agreed.map(({ item, agreed: amountFen }) => ({ item, amountFen })),
        open: figures.filter((one) => !one.settled).map((one) => one.item),
      }
    case 'draftAgreement':
      return drafted(facts, agreed)
    case 'workerSigns':
      return { act: 'sign', name: application?.worker.name }
    case 'firmSigns':
      return { act: 'sign' }
    case 'sign':
      return { mediator: file.assigned[0]?.name, sealedBy: file.owner.name, copies: 3 }
    case 'issuePaymentOrder':
      return {
        ...(court ? { court } : {}),
        amountFen: overdueFen({ drafts: facts.drafts ?? [], payments: facts.payments ?? [] }, file.today),
      }
    case 'requestConfirmation':
      return court ? { court } : undefined
    default:
      return undefined
  }
}

function drafted(facts: Partial<Facts>, agreed: readonly Figure[]): Record<string, unknown> {
  const last = facts.drafts?.at(-1)
  if (last) return structuredClone(last) as Record<string, unknown>
  const total = sum(agreed, 'agreed')
  const by = facts.firmStatements?.at(-1)?.payBy ?? facts.workerStatements?.at(-1)?.payBy
  const kind = facts.application?.claimKind
  return {
    points: agreed.map(({ item, agreed: fen }) =>
      fen === undefined
        ? item
        : `${facts.application?.respondent.name ?? ''}支付${facts.application?.worker.name ?? ''}${item}${yuan(fen)}元`,
    ),
    payments: total > 0 ? [{ amountFen: total, ...(by ? { by } : {}) }] : [],
    covers: kind ? [settles.has(kind) ? kind : 'other'] : [],
  }
}
