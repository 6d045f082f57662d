/** A contract in force, laid down as the register keeps it, for tests that need one and do not bargain for it. */
import { type Id, newId } from '#kernel/id.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { Query } from '#platform/database.server.ts'
import type { ContractKind, ContractLevel } from '#registry/contracts/contract.ts'
import { demoDistrict } from '#registry/demo.ts'

interface Wanted {
  readonly number: string
  readonly since: string
  readonly until: string
  readonly clauses: readonly Clause[]
  readonly kind?: ContractKind
  readonly level?: ContractLevel
}

export const contractFor =
  (q: Query, owner: Id, firm: Id) =>
  async ({ kind = 'skillWages', level = 'enterprise', number, since, until, clauses }: Wanted): Promise<Id> => {
    const id = newId()
    await q(
      `insert into case_file (district_id, id, procedure, version, number, state, owner_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
       values ($1, $2, 'collective-bargaining', 1, $3, 'inForce', $4, $3, $5, '{}', '[]', '[]', '[]', 1, '\\x00')`,
      [demoDistrict.id, id, number, owner, since],
    )
    await q(
      `insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, clauses, owner_id, number)
       values ($1, $2, 1, $3, $4, $5, $6, $6, $7, $8, $9, $10)`,
      [demoDistrict.id, id, kind, level, `${number}合同`, since, until, JSON.stringify(clauses), owner, number],
    )
    await q('insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, $4, $5)', [
      demoDistrict.id,
      id,
      firm,
      since,
      until,
    ])
    return id
  }
