/** A pasted table of delegates: looked at beside the registers, and written where nothing is wrong with it. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { houseScope } from '#platform/row-scope.ts'
import { type Deps, governedUnion } from './delegate-rows.server.ts'
import type { PastedWire, Pasting } from './delegate-wire.ts'
import { readPasted } from './pasted.ts'
import { insert, termFault, type Written } from './store.server.ts'

/** Who works at the firm, is a member of its union or holds a post there, where the name is borne by one person only. */
const byNameSql = `select p.name, (array_agg(distinct p.id))[1] as id from (
    select e.person_id from engagement e where e.district_id = $1 and e.organisation_id = any ($2::uuid[]) and e.since <= $4
      and (e.until is null or e.until >= $4)
    union select h.person_id from post h where h.district_id = $1 and h.organisation_id = any ($2::uuid[]) and h.since <= $4
      and (h.until is null or h.until >= $4)) w
  join person p on p.district_id = $1 and p.id = w.person_id and p.merged_into is null
  where p.name = any ($3::text[]) group by p.name having count(distinct p.id) = 1`

/** Looks at a pasted table, and writes it where nothing is wrong with it. Lines already there are left out, so it may be sent again. */
export async function pasteDelegates(
  deps: Deps,
  caller: Caller,
  { union: id, key, text: pasted, since, until, write }: Pasting,
): Promise<PastedWire> {
  const union = await governedUnion(deps, caller, id)
  termFault(since, until)
  const { rows, faults } = readPasted(pasted, { since, until })
  return await deps.db.within(houseScope(caller.district), async (q) => {
    const names = rows.map((row) => row.name)
    const places = union.firm ? [union.id, union.firm] : [union.id]
    const [people, there] = await Promise.all([
      q<{ name: string; id: Id }>(byNameSql, [caller.district, places, names, since]),
      q<{ name: string; constituency: string | null; since: Day; until: Day | null; person_id: Id | null }>(
        'select name, constituency, since, until, person_id from congress_delegate where district_id = $1 and union_id = $2 and name = any ($3::text[])',
        [caller.district, id, names],
      ),
    ])
    const personOf = new Map(people.map((one) => [one.name, one.id]))
    const shown = rows.map((row) => {
      const person = personOf.get(row.name)
      const known = there.some(
        (one) =>
          one.name === row.name &&
          ((one.constituency ?? undefined) === row.constituency || (person !== undefined && one.person_id === person)) &&
          one.since <= (row.until ?? '9999-12-31') &&
          (one.until ?? '9999-12-31') >= row.since,
      )
      return { ...row, ...(person ? { person } : {}), there: known }
    })
    const fresh = shown.filter((row) => !row.there)
    if (!write || faults.length > 0 || fresh.length === 0) return { rows: shown, faults: [...faults], written: 0 }
    const once = new Set<Id>()
    const ready = fresh.map(({ line, there: _, person, ...row }): Written => {
      // Two of the same name in two constituencies are two people: neither is taken for the one the register knows.
      const mine = person && !once.has(person) && fresh.filter((other) => other.person === person).length === 1 ? person : undefined
      if (mine) once.add(mine)
      return { ...row, union: id, ...(mine ? { person: mine } : {}), source: 'pasted', key: `${caller.person}:${key}:${line}` }
    })
    const written = await insert(q, caller, id, ready)
    return { rows: shown, faults: [], written: written.length }
  })
}
