/** A new person, and what is changed of one: numbers judged and sealed, nobody entered twice, every change written down. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Json } from '#kernel/json.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, type FieldError, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { readIdNumber } from '../id-number.ts'
import { spellPeople } from '../pinyin.server.ts'
import { isPostKind, postKinds } from '../post.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs, knows } from '../reach.ts'
import type { Secrets } from '../secrets/cipher.server.ts'
import { readPhone } from '../secrets/phone-number.ts'
import { enterEngagement, engagementFor } from './engagements.server.ts'
import type { NewPersonInput, PersonChange, SameNumberWire } from './people-wire.ts'
import type { PeopleDeps } from './person-rows.server.ts'
import { hold, rightsOver, settle, visiblePerson } from './visible-person.server.ts'

type Fields = Omit<PersonChange, 'version'>
type Column = readonly [column: string, value: unknown]

/** POST /api/persons. With an engagement, the person begins where the caller may see them. */
export async function enterPerson(deps: PeopleDeps, caller: Caller, { unit: named, engagement, ...given }: NewPersonInput): Promise<Id> {
  const unit = await unitFor(deps, caller, named)
  const begins = engagement && (await engagementFor(deps, caller, engagement))
  const { all, trees } = caller.scope
  // Who looks upon single bodies alone would enter somebody and never see them again.
  if (!begins && !all && !(unit && trees.includes(unit)))
    throw wrong('engagement', text('请同时登记此人在本单位的会籍', 'Enter the person’s membership with you in the same step'))
  const id = newId()
  const secrets = await deps.secrets.of(caller.district)
  const columns = await columnsOf(given, id, secrets, deps.today())
  await noOtherHas(deps, caller, given, undefined, secrets)
  await writing(deps, caller, async (q) => {
    const all: readonly Column[] = [['district_id', caller.district], ['id', id], ['unit_id', unit], ...columns]
    const places = all.map((_, at) => `$${at + 1}`)
    const values = all.map(([, value]) => value)
    await q(`insert into person (${all.map(([column]) => column).join(', ')}) values (${places.join(', ')})`, values)
    if (begins) await enterEngagement(q, caller, id, begins)
    await settle(q, caller.district, [id], deps.today())
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { deed: 'entered', ...told(given) } })
  })
  return id
}

/** PATCH /api/persons/:id. */
export async function changePerson(deps: PeopleDeps, caller: Caller, id: Id, { version, ...given }: PersonChange): Promise<void> {
  const person = await visiblePerson(deps, caller, id)
  const may = await rightsOver(deps, caller, person)
  if (!may.change || (given.phone !== undefined && !may.changePhone)) throw forbidden()
  const secrets = await deps.secrets.of(caller.district)
  const columns = await columnsOf(given, id, secrets, deps.today())
  await noOtherHas(deps, caller, given, id, secrets)
  await writing(deps, caller, async (q) => {
    await hold(q, caller.district, id, version)
    const sets = columns.map(([column], at) => `${column} = $${at + 3}`)
    const values = columns.map(([, value]) => value)
    await q(`update person set ${[...sets, 'updated_at = clock_timestamp()'].join(', ')} where district_id = $1 and id = $2`, [
      caller.district,
      id,
      ...values,
    ])
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { deed: 'changed', ...told(given) } })
  })
  if (given.name !== undefined) await deps.session.changed(id)
}

/** Under the house's scope, as somebody may change a person out of their own sight; who may do it was judged before. */
async function writing(deps: PeopleDeps, caller: Caller, work: (q: Query) => Promise<void>): Promise<void> {
  try {
    await deps.db.within(houseScope(caller.district), work)
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'person_id_digest') throw conflict(sameNumber({ field: 'idNumber' }))
    throw error
  }
}

/** What the log says of a change: plain values as they are, of numbers only that they were changed. */
function told({ phone, idNumber, ...plain }: Fields): Record<string, Json> {
  const numbers = [...(phone === undefined ? [] : ['phone']), ...(idNumber === undefined ? [] : ['idNumber'])]
  return { to: plain as Record<string, Json>, ...(numbers.length > 0 && { numbers }) }
}

async function columnsOf(given: Fields, id: Id, secrets: Secrets, today: Day): Promise<readonly Column[]> {
  const { name, idNumber, phone, skill, education } = given
  const spelling = name === undefined ? undefined : (await spellPeople([name]))[0]!
  const card = idNumber ? readIdNumber(idNumber, today) : undefined
  if (card && !card.ok) throw wrong('idNumber', card.why)
  const line = phone ? readPhone(phone) : undefined
  if (line && !line.ok) throw wrong('phone', line.why)
  const { sex, birth } = { ...(card && { sex: card.sex, birth: card.birth }), ...given }
  if (card) agrees(card, given)
  if (birth && (birth > today || birth < '1900-01-01')) throw wrong('birth', text('出生日期不对', 'The day of birth cannot be'))
  return [
    ...(spelling ? [['name', name] as const, ['sort_name', spelling.sortName] as const, ['initials', spelling.initials] as const] : []),
    ...(sex === undefined ? [] : [['sex', sex] as const]),
    ...(birth === undefined ? [] : [['birth', birth] as const]),
    ...(skill === undefined ? [] : [['skill', skill] as const]),
    ...(education === undefined ? [] : [['education', education] as const]),
    ...sealedColumns(secrets, id, 'idNumber', idNumber === undefined ? undefined : (card?.number ?? null)),
    ...sealedColumns(secrets, id, 'phone', phone === undefined ? undefined : (line?.number ?? null)),
  ]
}

function sealedColumns(secrets: Secrets, id: Id, field: 'idNumber' | 'phone', value: string | null | undefined): readonly Column[] {
  if (value === undefined) return []
  const [sealed, digest] = field === 'idNumber' ? ['id_number', 'id_digest'] : ['phone_sealed', 'phone_digest']
  return [
    [sealed, value === null ? null : secrets.seal(field, id, value)],
    [digest, value === null ? null : secrets.digest(field, value)],
    ...(field === 'phone' ? [['phone_plain', null] as const] : []),
  ]
}

function agrees(card: { readonly sex: string; readonly birth: string }, { sex, birth }: Fields): void {
  const errors: FieldError[] = []
  if (sex && sex !== card.sex) errors.push({ path: 'sex', says: text('与身份证号不符', 'Does not agree with the ID number') })
  if (birth && birth !== card.birth) errors.push({ path: 'birth', says: text('与身份证号不符', 'Does not agree with the ID number') })
  if (errors.length > 0) throw badInput(errors)
}

const wrong = (path: string, says: Text) => badInput([{ path, says }])

/** Nobody is entered twice: whoever is known to have this number is named, if the caller may know them, and may be merged with. */
async function noOtherHas(deps: PeopleDeps, caller: Caller, { idNumber }: Fields, self: Id | undefined, secrets: Secrets): Promise<void> {
  if (!idNumber) return
  // A number left on a row that was merged is that of the person it was merged into.
  const sql = `select k.id, k.name from person n join person k on k.district_id = $1 and k.id = coalesce(n.merged_into, n.id)
    where n.district_id = $1 and n.id_digest = any ($2::bytea[]) and n.id is distinct from $3`
  const values = [caller.district, secrets.digests('idNumber', idNumber), self ?? null]
  const [[seen], [known]] = await Promise.all([
    deps.db.ask<{ id: Id; name: string }>(caller.scope, sql, values),
    deps.db.ask<{ id: Id; name: string }>(houseScope(caller.district), sql, values),
  ])
  if (!known) return
  if (!seen) throw conflict(sameNumber({ field: 'idNumber' }))
  const may = await rightsOver(deps, caller, await visiblePerson(deps, caller, seen.id))
  throw conflict(sameNumber({ field: 'idNumber', person: seen, ...(self && may.change && { merge: '/api/persons/merges' }) }))
}

function sameNumber(same: SameNumberWire) {
  const says = same.person
    ? text(
        `${same.person.name}已登记这个身份证号。同一人只登记一次：请打开原登记，或合并两份登记`,
        `${same.person.name} is registered with this ID number. One person is one record: open it, or merge the two`,
      )
    : text(
        '这个身份证号已在本区其他单位登记。请让本人扫码申请转入，或请区总工会办理',
        'This ID number is registered with another body of the district. Let the person apply by the QR code, or ask the district',
      )
  return { why: 'broken', says, same }
}

/** The unit whose person it will be: the one named, if governed; else the one the caller administers something in. */
async function unitFor({ directory }: PeopleDeps, caller: Caller, named: Id | undefined): Promise<Id | null> {
  if (named) {
    const unit = await directory.organisationById(caller.district, named)
    if (!unit || !knows(caller.posts, unit)) throw notFound()
    if (!governs(caller.posts, unit, 'unit')) throw forbidden()
    return unit.unit ?? null
  }
  const own = caller.posts.find((post) => isPostKind(post.kind) && postKinds[post.kind].administers && post.scope !== 'self')
  if (!own) throw forbidden()
  return (await directory.organisationById(caller.district, own.organisation.id))?.unit ?? null
}
