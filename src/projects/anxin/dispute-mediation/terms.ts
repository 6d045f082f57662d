/** What was agreed, what of it is paid, and what comes due next. Pure; money in fen. */
import type { Day } from '#kernel/day.ts'
import type { Fen } from '#kernel/money.ts'
import type { ClaimKind, Facts } from './data.ts'

type Agreed = Pick<Facts, 'drafts' | 'payments'>

/** The text on the table: the draft made last. */
export const termsOf = ({ drafts }: Pick<Facts, 'drafts'>) => drafts.at(-1)

const sum = (items: readonly { readonly amountFen?: number | undefined }[]): Fen =>
  items.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0)

export const agreedFen = (facts: Pick<Facts, 'drafts'>): Fen => sum(termsOf(facts)?.payments ?? [])
/** A debtor's own word pays no debt: what the firm says it has paid counts once the worker or the desk has recorded it. */
export const paidFen = ({ payments }: Pick<Facts, 'payments'>): Fen => sum(payments.filter((one) => one.saidBy !== 'firm'))
export const unpaidFen = (facts: Agreed): Fen => Math.max(0, agreedFen(facts) - paidFen(facts))

/** The instalment that comes due next: the first, by day, that what was paid so far does not cover. */
export function nextPayment(facts: Agreed): { readonly by: Day; readonly amountFen: Fen } | undefined {
  let left = paidFen(facts)
  for (const one of instalments(facts)) {
    if (left < one.amountFen) return { by: one.by, amountFen: one.amountFen - left }
    left -= one.amountFen
  }
  return undefined
}

/** What should have been paid before this day and was not. The agreed day itself is still in time. */
export function overdueFen(facts: Agreed, on: Day): Fen {
  const due = sum(instalments(facts).filter((one) => one.by < on))
  return Math.max(0, due - paidFen(facts))
}

const instalments = (facts: Agreed) => [...(termsOf(facts)?.payments ?? [])].sort((a, b) => (a.by < b.by ? -1 : 1))

/** 劳动报酬 in the sense of 调解仲裁法 27 IV; overtime pay is part of the wage. */
export const isWageClaim = (kind: ClaimKind): boolean => kind === 'unpaidWages' || kind === 'overtime'

/** 调解仲裁法 16: the four things of which a payment order may be asked. */
export const payable = ['unpaidWages', 'injuryMedical', 'severance', 'damages'] as const
export const allowsPaymentOrder = (covers: readonly string[]): boolean => covers.some((one) => (payable as readonly string[]).includes(one))

/** What the claim comes to: the total given, or the sum of its items. */
export function claimedFen({
  amountFen,
  claims,
}: {
  readonly amountFen?: number | undefined
  readonly claims?: readonly { amountFen?: number | undefined }[] | undefined
}): Fen | undefined {
  if (amountFen !== undefined) return amountFen
  return claims?.some((one) => one.amountFen !== undefined) ? sum(claims) : undefined
}

export interface FigureRow {
  readonly item: string
  readonly workerFen?: Fen | undefined
  readonly firmFen?: Fen | undefined
  readonly agreedFen?: Fen | undefined
}

/** Both sides' last figures and what was agreed, item by item, in the order in which the items came up. */
export function figures(
  facts: Pick<Facts, 'workerStatements' | 'firmStatements' | 'records'> & { readonly application?: Facts['application'] },
): readonly FigureRow[] {
  const worker = facts.workerStatements.at(-1)?.lines ?? facts.application?.claims ?? []
  const firm = facts.firmStatements.at(-1)?.lines ?? []
  const agreed = facts.records.flatMap((record) => record.agreed)
  const items = [...new Set([...worker, ...firm, ...agreed].map((one) => one.item))]
  return items.map((item) => ({
    item,
    workerFen: worker.find((one) => one.item === item)?.amountFen,
    firmFen: firm.find((one) => one.item === item)?.amountFen,
    agreedFen: agreed.findLast((one) => one.item === item)?.amountFen,
  }))
}
