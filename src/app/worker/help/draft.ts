/** What a person has told us so far when asking for help: kept on the phone, and turned into an application when it is sent. */
import type { Day } from '#kernel/day.ts'

export const troubles = ['wages', 'dismissed', 'injury', 'hours', 'insurance', 'platform', 'hardship', 'other'] as const
export type Trouble = (typeof troubles)[number]

export interface Material {
  readonly id: string
  readonly kind: 'photo' | 'voice'
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly seconds?: number
}

export interface Draft {
  /** Sent with every try, so that trying again never files a second case. */
  readonly key: string
  readonly what?: Trouble
  /** Of hours and leave: pay that was not given, or rest that was not given. */
  readonly part?: 'pay' | 'rest'
  readonly firm: string
  readonly firmId?: string
  readonly street?: string | undefined
  readonly streetName?: string | undefined
  readonly still?: 'yes' | 'no'
  readonly leftOn?: Day
  readonly since?: string
  readonly on?: Day
  readonly want: string
  /** Yuan, as typed; undefined while it is read from the words. */
  readonly amount?: string
  readonly others?: 'no' | 'yes'
  readonly heads: string
  readonly same?: boolean
  readonly phone: string
  /** The body the person chose, where it is not the first proposed. */
  readonly bodyId?: string | undefined
  readonly materials: readonly Material[]
  readonly savedAt?: string
  /** Submitted by the person, not yet by the network. */
  readonly waiting?: boolean
  readonly sent?: { readonly id: string; readonly number: string; readonly done: readonly string[] }
}

export const emptyDraft = (key: string): Draft => ({ key, firm: '', want: '', heads: '', phone: '', materials: [] })

export const isStarted = (draft: Draft): boolean => Boolean(draft.what || draft.firm || draft.want || draft.materials.length)

/** What the question of time is, for each trouble: since which month, on which day, or nothing. */
export const timeOfTrouble = (what: Trouble | undefined): 'month' | 'day' | 'none' =>
  what === 'wages' || what === 'insurance' || what === 'hours' || what === 'platform'
    ? 'month'
    : what === 'dismissed' || what === 'injury' || what === 'other'
      ? 'day'
      : 'none'

export const claimKindOf = ({ what, part }: Pick<Draft, 'what' | 'part'>): string => {
  const kinds: Readonly<Record<Trouble, string>> = {
    wages: 'unpaidWages',
    dismissed: 'dismissal',
    injury: 'injuryMedical',
    hours: part === 'rest' ? 'hoursLeave' : 'overtime',
    insurance: 'socialInsurance',
    platform: 'platformDeduction',
    hardship: 'other',
    other: 'other',
  }
  return kinds[what ?? 'other']
}

/** The last amount of money in the words, in yuan: 一共 14,800 元, 1.2 万元. */
export function amountIn(words: string): string | undefined {
  const found = [...words.matchAll(/(\d[\d,，]*(?:\.\d+)?)\s*(万)?\s*(?:元|块|yuan|RMB)/gi)].at(-1)
  if (!found) return undefined
  const n = Number(found[1]!.replace(/[,，]/g, '')) * (found[2] ? 10_000 : 1)
  return Number.isFinite(n) && n > 0 ? String(Math.round(n * 100) / 100) : undefined
}

export const amountOf = (draft: Draft): string => draft.amount ?? amountIn(draft.want) ?? ''

export function fenOf(yuan: string): number | undefined {
  const n = Number(yuan.replace(/[,，\s]/g, ''))
  return yuan.trim() && Number.isFinite(n) && n >= 0 ? Math.round(n * 100) : undefined
}

export type Lack = 'what' | 'part' | 'firm' | 'street' | 'still' | 'leftOn' | 'since' | 'on' | 'want' | 'heads' | 'amount'

/** What is still missing before it can be sent, in the order of the questions. */
export function lacks(draft: Draft, needsStreet: boolean): readonly Lack[] {
  const time = timeOfTrouble(draft.what)
  const said = draft.want.trim() || draft.materials.some((one) => one.kind === 'voice')
  const missing: readonly (readonly [Lack, unknown])[] = [
    ['what', draft.what],
    ['part', draft.what !== 'hours' || draft.part],
    ['firm', draft.firm.trim()],
    ['street', !needsStreet || draft.firmId || draft.street],
    ['still', draft.still],
    ['leftOn', draft.still !== 'no' || draft.leftOn],
    ['since', time !== 'month' || draft.since],
    ['on', time !== 'day' || draft.on || draft.still === 'no'],
    ['want', said],
    ['amount', !amountOf(draft) || fenOf(amountOf(draft)) !== undefined],
    ['heads', draft.others !== 'yes' || Number(draft.heads) >= 2],
  ]
  return missing.filter(([, there]) => !there).map(([name]) => name)
}

/** The day on which the person knew: the month's first day is the earliest it can have been. */
const knewOn = (draft: Draft, today: Day): Day =>
  draft.since && timeOfTrouble(draft.what) === 'month' ? (`${draft.since}-01` as Day) : (draft.on ?? draft.leftOn ?? today)

export interface Applicant {
  readonly name: string
  readonly personId: string
}

/** The application as the mediation procedure takes it. */
export function applicationOf(draft: Draft, who: Applicant, today: Day, title: string, byVoice: string): Readonly<Record<string, unknown>> {
  const amountFen = fenOf(amountOf(draft))
  const workers = draft.others === 'yes' ? Number(draft.heads) : 1
  const wants = draft.want.trim() || byVoice
  return {
    by: 'worker',
    channel: 'online',
    claimKind: claimKindOf(draft),
    happened: `${title}。${wants}`,
    wants,
    ...(amountFen ? { amountFen, claims: [{ item: title, amountFen }] } : {}),
    ...(draft.since && timeOfTrouble(draft.what) === 'month' ? { sinceMonth: draft.since } : {}),
    worker: { ...who, ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}) },
    respondent: {
      name: draft.firm.trim(),
      ...(draft.firmId ? { organisationId: draft.firmId } : {}),
      kind: draft.what === 'platform' ? 'platform' : 'employer',
    },
    stillEmployed: draft.still === 'yes',
    ...(draft.still === 'no' && draft.leftOn ? { employmentEndedOn: draft.leftOn } : {}),
    knewOn: knewOn(draft, today),
    workers,
    commonClaim: workers > 1 && draft.same === true,
    ...(draft.streetName ? { street: draft.streetName } : {}),
  }
}
