/** A merge taken back: every row to where it came from with what changed on it since; what was added since stays with the kept one. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import type { Secrets, SensitiveField } from '../../secrets/cipher.server.ts'
import { type AuditEntry, recordAll } from '../audit.server.ts'
import { type MergeField, plainFields, type Side } from './merge-fields.ts'
import { moveBack, type Moved } from './moved.server.ts'
import { columnsOf, lockedRows, type MergedRow, type PlainRow, type Sealed, writeSealed } from './person-row.server.ts'
import { isErased, undoLaterFirst, undoneBefore, undoTooLate } from './refusals.ts'

export interface Undoing {
  readonly district: Id
  readonly merge: Id
  readonly reason: string
  readonly today: Day
  readonly at: Date
  readonly by: Pick<AuditEntry, 'by' | 'byName' | 'as'> & { readonly by: Id }
}

interface MergeRow {
  readonly kept_id: Id
  readonly gone_id: Id
  readonly choices: Readonly<Record<MergeField, Side>>
  readonly before: Readonly<Record<Side, PlainRow>>
  readonly moved: Moved
  readonly undo_until: Day
  readonly undone: boolean
  readonly later: boolean
}

export async function undoMerge(q: Query, secrets: Secrets, undoing: Undoing): Promise<{ kept: Id; gone: Id }> {
  const { district, merge, today } = undoing
  const row = await mergeRow(q, district, merge)
  const [keptId, goneId] = [row.kept_id, row.gone_id]
  const rows = await lockedRows(q, district, [keptId, goneId])
  const [kept, gone] = [rows.get(keptId)!, rows.get(goneId)!]
  // Read again behind the locks: who came second sees what the first one did.
  const now = await mergeRow(q, district, merge)
  if (now.undone) throw undoneBefore()
  if (today > now.undo_until) throw undoTooLate(now.undo_until)
  if (kept.erased || gone.erased) throw isErased()
  if (now.later || kept.merged_into) throw undoLaterFirst()

  await moveBack(q, district, now.moved, keptId, goneId)
  await q('update person set merged_into = null, updated_at = now() where district_id = $1 and id = $2', [district, goneId])
  await q('update person set merged_into = $3 where district_id = $1 and merged_into = $2 and id = any ($4::uuid[])', [
    district,
    keptId,
    goneId,
    now.moved.followers ?? [],
  ])
  await restorePlain(q, district, kept, now)
  await restoreUnits(q, district, now)
  await restoreSealed(q, secrets, merge, kept, gone)
  await q('select hexie_place_people($1, $2, $3)', [district, [keptId, goneId], today])
  await q(
    `update person_merge set undone_at = $3, undone_by = $4, undone_by_name = $5, undone_because = $6 where district_id = $1 and id = $2`,
    [district, merge, undoing.at, undoing.by.by, undoing.by.byName, undoing.reason],
  )
  const what = { merge, kept: keptId, gone: goneId, undone: true, reason: undoing.reason }
  await recordAll(
    q,
    [keptId, goneId].map((about) => ({ district, ...undoing.by, kind: 'merge', about, what })),
  )
  return { kept: keptId, gone: goneId }
}

async function mergeRow(q: Query, district: Id, merge: Id): Promise<MergeRow> {
  const [row] = await q<MergeRow>(
    `select m.kept_id, m.gone_id, m.choices, m.before, m.moved, m.undo_until, m.undone_at is not null as undone, exists (
       select 1 from person_merge l where l.district_id = m.district_id and l.kept_id = m.kept_id and l.feed > m.feed and l.undone_at is null) as later
     from person_merge m where m.district_id = $1 and m.id = $2`,
    [district, merge],
  )
  if (!row) throw notFound()
  return row
}

/** A field taken from the gone one goes back to what the kept one had, unless it was changed since. */
async function restorePlain(q: Query, district: Id, kept: MergedRow, { choices, before }: MergeRow): Promise<void> {
  const back = plainFields.filter((field) => choices[field] === 'gone' && kept[field] === before.gone[field]).flatMap(columnsOf)
  if (back.length === 0) return
  await q(
    `update person set ${back.map((column, n) => `${column} = $${n + 3}`).join(', ')}, updated_at = now() where district_id = $1 and id = $2`,
    [district, kept.id, ...back.map((column) => before.kept[column])],
  )
}

/** Where nothing holds them today a person stays with the unit they were with; an engagement written since says better. */
async function restoreUnits(q: Query, district: Id, { kept_id, gone_id, before }: MergeRow): Promise<void> {
  await q(
    `update person p set unit_id = b.unit from (values ($2::uuid, $3::uuid, $4::int), ($5::uuid, $6::uuid, $7::int)) as b (id, unit, engagements)
     where p.district_id = $1 and p.id = b.id and b.engagements >= (
       select count(*) from engagement e where e.district_id = p.district_id and e.person_id = p.id)`,
    [district, kept_id, before.kept.unit_id, before.kept.engagements, gone_id, before.gone.unit_id, before.gone.engagements],
  )
}

interface Aside {
  readonly person_id: Id
  readonly field: SensitiveField
  readonly sealed: Buffer | null
  readonly digest: Buffer | null
  readonly given: Buffer
}

async function restoreSealed(q: Query, secrets: Secrets, merge: Id, kept: MergedRow, gone: MergedRow): Promise<void> {
  const { district } = secrets
  const asides = await q<Aside>(
    'delete from person_merge_secret where district_id = $1 and merge_id = $2 returning person_id, field, sealed, digest, given',
    [district, merge],
  )
  const was = (person: Id, field: SensitiveField): Sealed | undefined => {
    const aside = asides.find((one) => one.person_id === person && one.field === field)
    return aside?.sealed ? { sealed: aside.sealed, digest: aside.digest } : undefined
  }
  for (const { field, given } of asides.filter((one) => one.person_id === gone.id)) {
    const present = kept.secrets[field]
    const same = present && secrets.digests(field, secrets.open(field, kept.id, present.sealed)).some((digest) => digest.equals(given))
    await writeSealed(q, { district, person: gone.id, field }, undefined)
    if (same) await writeSealed(q, { district, person: kept.id, field }, was(kept.id, field))
    await writeSealed(q, { district, person: gone.id, field }, was(gone.id, field))
  }
}

/** What was laid aside for an undoing that can no longer come; the name by which the other row was known stays. */
export async function forgetAsides(q: Query, district: Id, today: Day): Promise<void> {
  await q(
    `update person_merge set before = jsonb_build_object('gone', jsonb_build_object('name', before #> '{gone,name}'))
     where district_id = $1 and undo_until < $2 and before ? 'kept'`,
    [district, today],
  )
  await q(
    `delete from person_merge_secret s using person_merge m
     where s.district_id = $1 and m.district_id = s.district_id and m.id = s.merge_id and m.undo_until < $2`,
    [district, today],
  )
}
