/** A full number, shown for a reason and written down in the same transaction: who cannot be named in the log sees nothing. */
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { conflict, forbidden } from '#platform/problem.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { requireUsable } from '../privacy/consent/consent.server.ts'
import type { RevealInput } from './people-wire.ts'
import type { PeopleDeps } from './person-rows.server.ts'
import { rightsOver, visiblePerson } from './visible-person.server.ts'

const columns = { idNumber: 'p.id_number', phone: 'p.phone_sealed', bankCard: 's.sealed' } as const

export async function reveal(deps: PeopleDeps, caller: Caller, id: Id, { field, reason }: RevealInput): Promise<{ value: string }> {
  const person = await visiblePerson(deps, caller, id)
  const { reveal: may } = await rightsOver(deps, caller, person)
  if (!may)
    throw forbidden(text('只有管理此人的工会岗位可以查看完整号码', 'Only a union post that looks after this person may see full numbers'))
  const sealed = await deps.db.within(caller.scope, async (q) => {
    const [row] = await q<{ sealed: Buffer | null }>(
      `select ${columns[field]} as sealed from person p
       left join person_secret s on s.district_id = p.district_id and s.person_id = p.id and s.field = 'bankCard'
       where p.district_id = $1 and p.id = $2`,
      [caller.district, id],
    )
    if (!row?.sealed) throw conflict({ why: 'not now', says: text('没有登记这个号码', 'No such number is on record') })
    await requireUsable(q, caller.district, id, field)
    await record(q, { ...actor(caller), kind: 'sight', about: id, what: { field, because: reason.kind, reason: reason.text } })
    return row.sealed
  })
  return { value: await deps.secrets.use(caller.district, (secrets) => secrets.open(field, id, sealed)) }
}
