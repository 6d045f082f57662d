/** To which of the three levels a dispute goes: by place, firm, trade and what the worker wants; each proposal says why. Pure. */
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { atLeast } from '#law/count.ts'
import type { Level } from '../data.ts'

/** A body that may mediate this dispute: the registry has already left out those of other places, firms and trades. */
export interface Candidate {
  readonly id: Id
  readonly name: string
  readonly level: Level
}

export interface Situation {
  readonly bodies: readonly Candidate[]
  /** The worker is content to go to the firm's own committee. */
  readonly agreesToFirm?: boolean
  readonly platform?: boolean
  readonly workers?: number
  readonly commonClaim?: boolean
  /** Mediations against this firm in the last twelve months. */
  readonly before?: number
}

export interface Proposal<B extends Candidate = Candidate> {
  readonly body: B
  readonly why: Text
}

/** From this many earlier cases on, a firm's disputes go to the street: a setting of the district, not of the law. */
export const repeated = 3

const reasons = {
  enterprise: text(
    '单位有调解委员会，您也同意在单位里谈，离得最近、最快。',
    'The firm has its own committee and you are content to talk there: nearest and quickest.',
  ),
  street: text(
    '街道调解中心是调解的核心，就在单位所在的街道。',
    "The street's centre is the core of mediation, in the street where the firm is.",
  ),
  collective: text('十人以上、请求相同，由街道调解中心牵头。', 'Ten workers or more with one claim: the street leads.'),
  repeated: text(
    '这家单位一年里已有多起争议，由街道调解中心直接调解。',
    'This firm has had several disputes in a year: the street mediates itself.',
  ),
  platform: text('没有用人单位也可以调解，由平台所在街道受理。', 'Mediation needs no employer: the street where the platform is takes it.'),
  industry: text('行业调解委员会懂这一行的规矩，可以补充。', 'The industry committee knows the trade; it supplements.'),
  regional: text('园区、区域调解委员会就在附近，可以补充。', 'The park or regional committee is near; it supplements.'),
  other: text('单位有调解委员会；您同意的话，也可以在单位里谈。', 'The firm has its own committee; if you agree, you may talk there.'),
  nearest: text('单位所在的街道没有调解中心，由这里调解。', 'The street of the firm has no centre: this body mediates.'),
} as const

/** Proposals in order: the first is where it goes unless the worker chooses another (调解仲裁法 10 leaves the choice to the parties). */
export function proposalsFor<B extends Candidate>(
  situation: Omit<Situation, 'bodies'> & { readonly bodies: readonly B[] },
): readonly Proposal<B>[] {
  const { bodies, agreesToFirm, platform, workers = 1, commonClaim, before = 0 } = situation
  const at = (level: Level) => bodies.filter((body) => body.level === level)
  const collective = atLeast(workers, 10) && commonClaim === true
  const often = before >= repeated
  const insideFirst = agreesToFirm === true && !collective && !often && !platform
  const streetWhy = collective ? reasons.collective : often ? reasons.repeated : platform ? reasons.platform : reasons.street
  const own = platform ? [] : at('enterprise').map((body) => ({ body, why: insideFirst ? reasons.enterprise : reasons.other }))
  const street = at('street').map((body) => ({ body, why: streetWhy }))
  const beside = [
    ...at('industry').map((body) => ({ body, why: reasons.industry })),
    ...at('regional').map((body) => ({ body, why: reasons.regional })),
  ]
  if (insideFirst) return [...own, ...street, ...beside]
  if (street.length > 0) return [...street, ...beside, ...own]
  const [near, ...rest] = beside
  return near ? [{ ...near, why: reasons.nearest }, ...rest, ...own] : own
}
