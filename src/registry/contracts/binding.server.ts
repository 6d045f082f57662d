/** The contracts that bind one firm on a day: its own, its region's, its industry's; and what lies beneath every figure it bargains. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { figuresOn } from '#law/figures/figures.server.ts'
import type { Query } from '#platform/database.server.ts'
import type { ContractKind, ContractLevel } from './contract.ts'

/** A contract as it stood in one stretch of days. */
export interface KnownContract {
  /** The case that made it. */
  readonly id: Id
  readonly version: number
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly title: string
  readonly number: string
  readonly minutes: boolean
  readonly signedOn: Day
  /** Null while it is signed and not in force yet. */
  readonly since: Day | null
  readonly until: Day | null
  readonly deemed: boolean
  readonly clauses: readonly Clause[]
  readonly owner: { readonly id: Id; readonly name: string }
}

export const contractColumns = `c.case_id as id, c.version, c.kind, c.level, c.title, c.number, c.minutes, c.signed_on as "signedOn",
  nullif(c.since, 'infinity') as since, nullif(c.until, 'infinity') as until, c.deemed, c.clauses, jsonb_build_object('id', c.owner_id, 'name', (
    select o.name from organisation o where o.district_id = c.district_id and o.id = c.owner_id)) as owner`

/** The firm is bound by the contract on some day, and the contract is then in force; its own before those above. */
const binding = (when: string): string => `
  select distinct ${contractColumns}, array_position(array['enterprise', 'industry', 'regional'], c.level) as nearness
  from contract_cover v join contract c on c.district_id = v.district_id and c.case_id = v.case_id and c.since <= v.until and c.until >= v.since
  where v.district_id = $1 and v.firm_id = $2 ${when} order by nearness, "signedOn" desc, id`

/** Contracts in force for the firm on the day, its own first. */
export async function contractsOf(q: Query, district: Id, firm: Id, on: Day): Promise<readonly KnownContract[]> {
  const rows = await q<KnownContract & { nearness?: number }>(
    binding('and v.since <= $3 and v.until >= $3 and c.since <= $3 and c.until >= $3'),
    [district, firm, on],
  )
  return rows.map(({ nearness: _, ...row }) => row)
}

/** Every contract that ever bound the firm, or is to. */
export async function allContractsOf(q: Query, district: Id, firm: Id): Promise<readonly KnownContract[]> {
  const rows = await q<KnownContract & { nearness?: number }>(binding(''), [district, firm])
  return rows.map(({ nearness: _, ...row }) => row)
}

export interface Guideline {
  readonly lower: number
  readonly base: number
  readonly upper: number
  readonly source: string
}

/** What no figure of the firm may lie under on the day, and the guideline for growth. What is not recorded is absent, never guessed. */
export interface FirmFloor {
  readonly minimumWageFen?: number
  readonly minimumWageSource?: string
  readonly guideline?: Guideline
  readonly contracts: readonly {
    readonly caseId: Id
    readonly title: string
    readonly number: string
    readonly level: ContractLevel
    readonly clauses: readonly Clause[]
  }[]
}

/** The floor beneath a firm's figures on a day: the local minimum wage, the guideline, and the contracts above that bind it. */
export async function floorOf(q: Query, district: Id, firm: Id | undefined, on: Day, region: Region): Promise<FirmFloor> {
  const [figures, contracts] = await Promise.all([
    figuresOn(q, district, on, region),
    firm ? contractsOf(q, district, firm, on) : Promise.resolve([]),
  ])
  const { minimumWageFen, guidelineLower, guidelineBase, guidelineUpper } = figures
  return {
    ...(minimumWageFen && {
      minimumWageFen: minimumWageFen.value,
      minimumWageSource: `${minimumWageFen.source}（${minimumWageFen.since}起）`,
    }),
    ...(guidelineLower &&
      guidelineBase &&
      guidelineUpper && {
        guideline: {
          lower: guidelineLower.value,
          base: guidelineBase.value,
          upper: guidelineUpper.value,
          source: guidelineBase.source,
        },
      }),
    contracts: contracts
      .filter(({ level }) => level !== 'enterprise')
      .map(({ id, title, number, level, clauses }) => ({ caseId: id, title, number, level, clauses })),
  }
}
