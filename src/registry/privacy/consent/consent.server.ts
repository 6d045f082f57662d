/** Consents given and withdrawn, and what follows: whether a sensitive field may be written down, and whether it may still be used. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { personalInformationLaw } from '#law/acts/records.ts'
import type { Query } from '#platform/database.server.ts'
import { conflict, type Problem } from '#platform/problem.ts'
import type { SensitiveField } from '../../secrets/cipher.server.ts'
import type { StoredPaper } from '../paper.ts'
import { type ConsentChannel, type ConsentPurpose, consentPurposes, currentText, type Purpose, purposes } from './consent-texts.ts'

export interface Given {
  readonly district: Id
  readonly person: Id
  readonly purpose: Purpose
  readonly channel: ConsentChannel
  readonly on: Day
  /** Of a firm's roster: who declared that the firm holds it. */
  readonly declaredBy?: string
  /** Of paper: the signed sheet. */
  readonly file?: StoredPaper
  readonly by?: Id
  readonly import?: Id
}

/** To the text of now; nothing is written twice for who has agreed to it already. Any number at once. */
export async function giveConsents(q: Query, given: readonly Given[]): Promise<void> {
  if (given.length === 0) return
  const rows = given.map((one) => ({ ...one, id: newId(), version: currentText(one.purpose).version }))
  await q(
    `insert into consent (district_id, id, person_id, purpose, version, channel, given_on, declared_by, file, recorded_by, source_import)
     select g.district, g.id, g.person, g.purpose, g.version, g.channel, g."on", g."declaredBy", g.file, g.by, g.import
     from jsonb_to_recordset($1::jsonb) as g (district uuid, id uuid, person uuid, purpose text, version smallint, channel text, "on" date,
       "declaredBy" text, file jsonb, by uuid, import uuid)
     where not exists (select 1 from consent c where c.district_id = g.district and c.person_id = g.person and c.purpose = g.purpose
       and c.version = g.version and c.withdrawn_on is null)`,
    [JSON.stringify(rows)],
  )
  const members = given.filter((one) => one.purpose === 'membership')
  if (members.length > 0)
    await q(
      'update person set restricted_at = null where district_id = $1 and id = any ($2::uuid[]) and restricted_at is not null and erased_at is null',
      [members[0]!.district, members.map((one) => one.person)],
    )
}

export interface Withdrawn {
  readonly district: Id
  readonly person: Id
  readonly purpose: Purpose
  readonly channel: 'phone' | 'paper'
  readonly on: Day
  readonly by: Id
}

/** True if there was one. From then on the fields of the purpose are only stored; nothing that law requires kept is deleted. */
export async function withdrawConsent(q: Query, { district, person, purpose, channel, on, by }: Withdrawn): Promise<boolean> {
  const done = await q(
    `update consent set withdrawn_on = greatest($4::date, given_on), withdrawn_channel = $5, withdrawn_by = $6
     where district_id = $1 and person_id = $2 and purpose = $3 and withdrawn_on is null returning 1`,
    [district, person, purpose, on, channel, by],
  )
  if (done.length > 0 && purpose === 'membership')
    await q('update person set restricted_at = now() where district_id = $1 and id = $2 and restricted_at is null', [district, person])
  return done.length > 0
}

export const purposeOf = (field: SensitiveField): Purpose =>
  purposes.find((purpose) => (consentPurposes[purpose] as ConsentPurpose).fields.includes(field))!

interface Standing {
  readonly given: boolean
  readonly withdrawn: boolean
  readonly restricted: boolean
}

async function standing(q: Query, district: Id, person: Id, purpose: Purpose): Promise<Standing> {
  const [row] = await q<Standing>(
    `select coalesce(bool_or(withdrawn_on is null), false) as given, coalesce(bool_or(withdrawn_on is not null), false) as withdrawn,
       exists (select 1 from person where district_id = $1 and id = $2 and restricted_at is not null) as restricted
     from consent where district_id = $1 and person_id = $2 and purpose = $3`,
    [district, person, purpose],
  )
  return row!
}

/** Before a sensitive field is written down: throws the refusal of law where a consent of its own is asked for and none stands. */
export async function requireConsent(q: Query, district: Id, person: Id, field: SensitiveField): Promise<void> {
  const purpose = purposeOf(field)
  if (!consentPurposes[purpose].separate) return
  if (!(await standing(q, district, person, purpose)).given) throw noConsent(purpose)
}

/** Before a stored field is shown in full or used: throws where the consent was withdrawn, or all use of the person's data stopped. */
export async function requireUsable(q: Query, district: Id, person: Id, field: SensitiveField): Promise<void> {
  const purpose = purposeOf(field)
  const { given, withdrawn, restricted } = await standing(q, district, person, purpose)
  if (restricted || (withdrawn && !given)) throw onlyStored(purpose)
}

const refusal = (article: 29 | 47, says: Text): Problem =>
  conflict(Object.assign({ why: 'incomplete' as const, says }, { law: personalInformationLaw.art(article) }))

export function noConsent(purpose: Purpose): Problem {
  const { zh, en } = consentPurposes[purpose].title
  return refusal(
    29,
    text(
      `还没有本人对“${zh}”的单独同意。请本人在手机上同意，或在窗口签书面同意后登记`,
      `The person has not agreed to “${en}” separately yet: let them agree on their phone, or record the signed sheet first`,
    ),
  )
}

function onlyStored(purpose: Purpose): Problem {
  const { zh, en } = consentPurposes[purpose].title
  return refusal(
    47,
    text(
      `本人已撤回对“${zh}”的同意，这项信息只封存，不再使用`,
      `The person withdrew the consent to “${en}”; this is only stored, no longer used`,
    ),
  )
}
