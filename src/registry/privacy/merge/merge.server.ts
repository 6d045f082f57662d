/** Two rows become one person: what hangs on the gone one moves to the kept one, field by field as chosen, with all that undoing needs. */
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import type { Secrets, SensitiveField } from '../../secrets/cipher.server.ts'
import { type AuditEntry, recordAll } from '../audit.server.ts'
import { type Choices, decided, plainFields, sealedFields } from './merge-fields.ts'
import { moveAll } from './moved.server.ts'
import { columnsOf, filledOf, lockedRows, type MergedRow, plainOf, writeSealed } from './person-row.server.ts'
import { alreadyMerged, isErased } from './refusals.ts'

export const undoDays = 30

export interface Merging {
  readonly district: Id
  readonly kept: Id
  readonly gone: Id
  readonly choices: Choices
  readonly reason: string
  readonly today: Day
  readonly at: Date
  readonly by: Pick<AuditEntry, 'by' | 'byName' | 'as'> & { readonly by: Id }
}

/** In one transaction of the house (`houseScope`): the caller has made sure that both are governed. Answers the merge's id. */
export async function mergePeople(q: Query, secrets: Secrets, merging: Merging): Promise<Id> {
  const { district } = merging
  const rows = await lockedRows(q, district, [merging.kept, merging.gone])
  const [kept, gone] = [rows.get(merging.kept), rows.get(merging.gone)]
  if (!kept || !gone) throw notFound()
  for (const row of [kept, gone]) {
    if (row.merged_into) throw alreadyMerged(row.name)
    if (row.erased) throw isErased()
  }
  const choices = decided(merging.choices, filledOf(kept), filledOf(gone))
  const id = newId()
  const followers = await q<{ id: Id }>('update person set merged_into = $3 where district_id = $1 and merged_into = $2 returning id', [
    district,
    gone.id,
    kept.id,
  ])
  await q('update person set merged_into = $3, updated_at = now() where district_id = $1 and id = $2', [district, gone.id, kept.id])
  const moved = { ...(await moveAll(q, district, gone.id, kept.id)), followers: followers.map((row) => row.id) }
  await q(
    `insert into person_merge (district_id, id, kept_id, gone_id, choices, before, moved, reason, merged_by, merged_by_name, merged_at, undo_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      district,
      id,
      kept.id,
      gone.id,
      JSON.stringify(choices),
      JSON.stringify({ kept: plainOf(kept), gone: plainOf(gone) }),
      JSON.stringify(moved),
      merging.reason,
      merging.by.by,
      merging.by.byName,
      merging.at,
      addDays(merging.today, undoDays),
    ],
  )
  const taken = plainFields.filter((field) => choices[field] === 'gone').flatMap(columnsOf)
  if (taken.length > 0)
    await q(
      `update person set ${taken.map((column, n) => `${column} = $${n + 3}`).join(', ')}, updated_at = now() where district_id = $1 and id = $2`,
      [district, kept.id, ...taken.map((column) => gone[column])],
    )
  for (const field of sealedFields) if (choices[field] === 'gone') await swapSealed(q, secrets, { merge: id, field, kept, gone })
  await q('select hexie_place_people($1, $2, $3)', [district, [kept.id, gone.id], merging.today])
  await recordAll(q, entries(merging, id, choices))
  return id
}

interface Swap {
  readonly merge: Id
  readonly field: SensitiveField
  readonly kept: MergedRow
  readonly gone: MergedRow
}

/** Each value is opened with its old owner and sealed for the new one; what both had is laid aside as it was, until undoing is over. */
async function swapSealed(q: Query, secrets: Secrets, { merge, field, kept, gone }: Swap): Promise<void> {
  const { district } = secrets
  const [its, theirs] = [kept.secrets[field], gone.secrets[field]!]
  const value = secrets.open(field, gone.id, theirs.sealed)
  const given = secrets.digest(field, value)
  for (const [person, was] of [[kept.id, its] as const, [gone.id, theirs] as const])
    await q(
      `insert into person_merge_secret (district_id, merge_id, person_id, field, sealed, digest, given) values ($1, $2, $3, $4, $5, $6, $7)`,
      [district, merge, person, field, was?.sealed ?? null, was?.digest ?? null, given],
    )
  const sealedFor = (person: Id, from: Id, was: typeof its) =>
    was && { sealed: secrets.seal(field, person, secrets.open(field, from, was.sealed)), digest: was.digest }
  // A digest stands once in a district: the gone one lets go of it first.
  await writeSealed(q, { district, person: gone.id, field }, undefined)
  await writeSealed(q, { district, person: kept.id, field }, sealedFor(kept.id, gone.id, theirs))
  await writeSealed(q, { district, person: gone.id, field }, sealedFor(gone.id, kept.id, its))
}

function entries({ district, by, kept, gone, reason }: Merging, merge: Id, choices: Choices): readonly AuditEntry[] {
  const what = { merge, kept, gone, reason, choices }
  return [kept, gone].map((about) => ({ district, ...by, kind: 'merge', about, what }))
}
