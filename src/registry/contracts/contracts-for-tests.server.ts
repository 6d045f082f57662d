/** Contracts put into the register for a test, each with a bare case to stand on, as the engine would have kept them. */
import { day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { ContractKind, ContractLevel } from './contract.ts'

type Owner = (sql: string, params?: readonly unknown[]) => Promise<unknown>

export interface PutContract {
  readonly owner: Id
  readonly unit: Id
  readonly firms: readonly Id[]
  readonly kind?: ContractKind
  readonly level?: ContractLevel
  readonly title?: string
  readonly minutes?: boolean
  readonly signedOn?: string
  /** `notInForceYet` for both where it is only signed. */
  readonly since: string
  readonly until: string
  readonly clauses?: readonly Clause[]
  /** A further stretch of the same case: its change. */
  readonly changes?: { readonly id: Id; readonly version: number }
}

let numbers = 0

/** Writes past the application's role, as only a test may. Answers the case. */
export async function putContract(owner: Owner, district: Id, wanted: PutContract): Promise<Id> {
  const id = wanted.changes?.id ?? newId()
  const number = `HT-${String(++numbers).padStart(4, '0')}`
  const { since, until } = wanted
  const signedOn = day(wanted.signedOn ?? since)
  if (!wanted.changes)
    await owner(
      `insert into case_file (district_id, id, procedure, version, number, state, owner_id, unit_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
       values ($1, $2, 'collective-bargaining', 1, $3, 'inForce', $4, $5, $6, $7, '{}', '{}', '{}', '[]', 1, '')`,
      [district, id, number, wanted.owner, wanted.unit, wanted.title ?? number, signedOn],
    )
  await owner(
    `insert into contract (district_id, case_id, version, kind, level, title, minutes, signed_on, since, until, clauses, owner_id, unit_id, number)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      district,
      id,
      wanted.changes?.version ?? 1,
      wanted.kind ?? 'wage',
      wanted.level ?? 'enterprise',
      wanted.title ?? number,
      wanted.minutes ?? false,
      signedOn,
      since,
      until,
      JSON.stringify(wanted.clauses ?? []),
      wanted.owner,
      wanted.unit,
      number,
    ],
  )
  if (!wanted.changes)
    for (const firm of wanted.firms)
      await owner('insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, $4, $5)', [
        district,
        id,
        firm,
        since,
        until,
      ])
  return id
}
