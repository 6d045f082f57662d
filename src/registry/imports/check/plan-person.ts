/** What a row would do to somebody: a new person, or the changes to one of the register, with the jobs and memberships that begin and end. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Fault } from '../values/reading.ts'
import { doubt, wrong } from '../values/reading.ts'
import type { PersonDraft } from './person-draft.ts'
import type { EngagedNow, PersonNow } from './person-now.ts'
import type { StagedRow } from './staged-row.ts'

/** The body for which the file was brought. */
export interface ImportPlace {
  readonly id: Id
  readonly kind: string
  readonly unit: Id | null
  /** Of an enterprise union, or the firm itself: where its people work when the file does not say. */
  readonly firm: Id | null
}

export interface PlanContext {
  readonly place: ImportPlace
  readonly drivers: boolean
  readonly today: Day
}

type Say = (field: string, fault: Fault) => void

/** Fills the row; what it says of the plan itself goes to `say`. `changes` stays empty where the register says the same already. */
export function planPerson(row: StagedRow, draft: PersonDraft, now: PersonNow | undefined, context: PlanContext, say: Say): void {
  row.firm_id = draft.firm?.id ?? null
  row.job = draft.job ?? null
  if (now && !now.near) {
    say('idNumber', elsewhere)
    return
  }
  const changes: string[] = []
  planWork(row, draft, now, context, changes, say)
  planMembership(row, draft, now, context, changes)
  if (!now) {
    placeNew(row, draft, context)
    return
  }
  const differs = (field: string, given: unknown, known: unknown) => {
    if (given !== undefined && given !== known) changes.push(field)
  }
  differs('name', draft.name, now.name)
  differs('sex', draft.sex, now.sex)
  differs('birth', draft.birth, now.birth)
  differs('skill', draft.skill || undefined, now.skill)
  differs('education', draft.education || undefined, now.education)
  if (draft.idNumber && !now.id_digest) changes.push('idNumber')
  if (draft.phone && !(now.phone_digest && row.phone_digest && Buffer.compare(now.phone_digest, row.phone_digest) === 0))
    changes.push('phone')
  if (changes.includes('name'))
    say(
      'name',
      doubt(
        'name.differs',
        text('姓名与登记的不同', 'The name differs from the register'),
        text(
          `登记册里这个身份证号的姓名是“${now.name}”，写入后改为表里的。`,
          `The register has “${now.name}” for this ID number; the file’s name will be written.`,
        ),
        { value: now.name, title: text(`用登记的“${now.name}”`, `Keep “${now.name}”`) },
      ),
    )
  row.changes = changes
}

export const elsewhere: Fault = wrong(
  'elsewhere',
  text('此人已在本区别处登记', 'This person is registered elsewhere in the district'),
  text(
    '不会改动其资料。写入时替您向其现在的单位递交转入申请，由对方或上级核定。',
    'Nothing of theirs is changed. On writing, a request for transfer goes to their present unit, to be decided there or above.',
  ),
).fault

function planWork(
  row: StagedRow,
  draft: PersonDraft,
  now: PersonNow | undefined,
  { place, drivers, today }: PlanContext,
  changes: string[],
  say: Say,
): void {
  const open = (now?.engaged ?? []).filter(({ kind }) => kind !== 'membership')
  const firm = draft.firm?.id
  const details = { ...(draft.plate && { plate: draft.plate }), ...(draft.street && { street: draft.street }) }
  row.details = Object.keys(details).length > 0 ? details : null
  const at = firm ?? (drivers ? place.id : undefined)
  const kind = firm && draft.firm?.kind !== 'platform' ? 'employment' : 'platform'
  const same = at ? open.find((one) => one.at === at) : open.length === 1 ? open[0] : undefined
  if (same) {
    keepWork(row, draft, same, changes)
    return
  }
  if (!at) {
    if (!now && !drivers) say('firm', noFirmSaid)
    return
  }
  const left = kind === 'employment' ? open.find((one) => one.kind === 'employment') : undefined
  if (left && !left.near) {
    say('firm', elsewhere)
    return
  }
  const since = draft.employedOn ?? (now ? today : (draft.memberOn ?? today))
  Object.assign(row, {
    works_kind: kind,
    works_at: at,
    works_since: left && since <= left.since ? today : since,
    works_id: newId(),
    works_new: true,
  })
  if (now) changes.push('firm')
  if (!left) return
  row.ends_work = left.id
  say(
    'firm',
    doubt(
      'firm.moves',
      text('与登记的单位不同', 'Another firm than in the register'),
      text(`登记在“${left.name}”，写入后按调动处理，历史保留。`, `Registered at “${left.name}”; written as a transfer, the history stays.`),
      { value: left.name, title: text(`仍在“${left.name}”`, `Still at “${left.name}”`) },
    ),
  )
}

const noFirmSaid: Fault = doubt(
  'noFirm',
  text('没有所在单位', 'No firm'),
  text('只登记本人，不算进企业。', 'The person is registered without a firm.'),
)

function keepWork(row: StagedRow, draft: PersonDraft, same: EngagedNow, changes: string[]): void {
  const before = changes.length
  if (draft.job && draft.job !== same.job) changes.push('job')
  if (draft.plate && draft.plate !== same.plate) changes.push('plate')
  if (draft.employedOn && draft.employedOn !== same.since) changes.push('employedOn')
  if (changes.length === before) return
  Object.assign(row, {
    works_kind: same.kind,
    works_at: same.at,
    works_since: draft.employedOn ?? same.since,
    works_id: same.id,
    works_new: false,
  })
}

function planMembership(
  row: StagedRow,
  draft: PersonDraft,
  now: PersonNow | undefined,
  { place, today }: PlanContext,
  changes: string[],
): void {
  if (!draft.member) return
  const federation = ['street', 'industry', 'park'].includes(place.kind)
  const at =
    place.kind === 'union' ? place.id : (draft.firm?.union ?? (federation ? place.id : (draft.firm?.unit ?? place.unit ?? place.id)))
  const all = (now?.engaged ?? []).filter(({ kind }) => kind === 'membership')
  const open = all.filter(({ approved }) => approved)
  const same = open.find((one) => one.at === at) ?? all.find((one) => one.at === at)
  if (same) {
    if (same.approved && (!draft.memberOn || draft.memberOn === same.since)) return
    changes.push('memberOn')
    Object.assign(row, { member_at: at, member_since: draft.memberOn ?? same.since, member_id: same.id, member_new: false })
    return
  }
  const other = open[0]
  // Membership goes with the job; somebody who stays where he works stays a member where he is.
  if (other && !(row.ends_work && other.near)) return
  const since = draft.memberOn ?? today
  Object.assign(row, { member_at: at, member_since: other && since <= other.since ? today : since, member_id: newId(), member_new: true })
  if (other) row.ends_member = other.id
  if (now) changes.push('memberOn')
}

/** Where a new person will be found, as hexie_place_people would say it. */
function placeNew(row: StagedRow, draft: PersonDraft, { place }: PlanContext): void {
  const unitOfWork = draft.firm ? draft.firm.unit : place.unit
  const unitOfUnion = row.member_at === draft.firm?.union ? draft.firm?.unionUnit : place.unit
  row.unit_id = (row.works_at ? unitOfWork : null) ?? (row.member_at ? unitOfUnion : null) ?? place.unit ?? null
  const employed = row.works_kind === 'employment'
  const firm = employed ? row.works_at : null
  row.union_id = row.member_at ?? (employed ? (draft.firm?.union ?? (place.kind === 'union' ? place.id : null)) : null)
  const places = [row.works_at, row.works_at && unitOfWork, row.member_at, row.member_at && unitOfUnion]
  const others = places.filter((one): one is Id => !!one && one !== firm && one !== row.union_id && one !== row.unit_id)
  row.elsewhere = others.length > 0 ? [...new Set(others)] : null
}
