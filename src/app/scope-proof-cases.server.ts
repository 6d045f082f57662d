/** The cases the proof of access asks about: told by the mechanism's own scripts, in two streets, at a firm, and one shared with a bureau. */
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import type { Id } from '#kernel/id.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { FileStore } from '#platform/files.server.ts'
import type { TestDatabase } from '#platform/testing/database-for-tests.server.ts'
import { type Cast, qicheng, ruiding, ruidingCommittee, someone } from '#projects/anxin/dispute-mediation/demo/cast.ts'
import { play, type Script } from '#projects/anxin/dispute-mediation/demo/play.ts'
import { act, agreed, applied, begun, completed, paid } from '#projects/anxin/dispute-mediation/demo/scripts.ts'
import { collectiveScript } from '#projects/anxin/dispute-mediation/demo/courses.ts'
import mediation from '#projects/anxin/dispute-mediation/index.ts'
import { demoDistrict, demoFirms, demoHolders, demoPeople, demoRegistry, type OrganisationKey, organisationId } from '#registry/demo.ts'
import { Readable } from 'node:stream'
import type { Thing, Who } from './scope-rows/row.ts'

interface ToldCase {
  readonly what: string
  readonly owner: OrganisationKey
  readonly cast: Cast
  readonly script: Script
  readonly daysAgo: number
  readonly seenBy: readonly Who[]
}

const inXiasha: Cast = {
  ...qicheng,
  worker: demoPeople.tangShaojun,
  firm: { id: organisationId('landa'), name: demoFirms.landa.name, kind: 'employer' },
  forFirm: someone(demoHolders('landa', 'firmRepresentative')[0]!),
  body: { id: organisationId('xiashaCentre'), name: '下沙街道劳动争议调解中心' },
  clerk: someone(demoHolders('xiashaCentre', 'mediationClerk')[0]!),
  mediator: demoPeople.panLiqun,
  street: '下沙',
}
const inTheFirm: Cast = {
  ...ruiding,
  colleagues: [],
  body: ruidingCommittee,
  clerk: demoPeople.maChunyan,
  mediator: demoPeople.maChunyan,
  upper: demoPeople.zhouMin,
}

const told: readonly ToldCase[] = [
  {
    what: 'a case of 白杨, performed',
    owner: 'baiyangCentre',
    cast: qicheng,
    script: [...begun(), ...agreed([20]), paid(20), completed(21)],
    daysAgo: 60,
    seenBy: ['worker', 'firm', 'mediator', 'street', 'district'],
  },
  {
    what: 'a case of 下沙, under way',
    owner: 'xiashaCentre',
    cast: inXiasha,
    script: begun(),
    daysAgo: 6,
    seenBy: ['otherWorker', 'otherFirm', 'otherMediator', 'otherStreet', 'district'],
  },
  {
    what: 'a case of 白杨 shared with the bureau',
    owner: 'baiyangCentre',
    cast: ruiding,
    script: collectiveScript,
    daysAgo: 40,
    seenBy: ['mediator', 'street', 'district', 'bureau'],
  },
  {
    what: 'a case inside a firm of 白杨',
    owner: 'ruidingCommittee',
    cast: inTheFirm,
    script: begun(),
    daysAgo: 6,
    seenBy: ['union', 'street', 'district'],
  },
  {
    what: 'an application of 白杨 not accepted, of which the firm was never told',
    owner: 'baiyangCentre',
    cast: qicheng,
    script: [
      ...applied({ claimKind: 'other', happened: '租房押金没有退。', wants: '退押金。' }),
      act(1, 'refuseToAccept', 'clerk', () => ({
        reason: 'outOfScope',
        says: '房屋租赁纠纷不是劳动争议。',
        goTo: '白杨街道人民调解委员会',
      })),
    ],
    daysAgo: 20,
    seenBy: ['worker', 'mediator', 'street', 'district'],
  },
]

/** Writes the cases and gives them as things, with papers and attachments of the first. */
export async function caseThings(db: TestDatabase, files: FileStore, today: Day): Promise<readonly Thing[]> {
  const now = { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
  const owners = new Map(demoRegistry(today).organisations.map((one) => [one.id, one]))
  await writeMany(
    { db, district: demoDistrict.id, m: mediation, now, ownerOf: (id) => owners.get(id) },
    told.map(({ owner, cast, script, daysAgo }) => ({
      owner: owners.get(organisationId(owner))!,
      log: play(script, cast, addDays(today, -daysAgo), now),
    })),
  )
  // Identifiers grow with time, so this is the order in which they were written.
  const rows = await db.owner<{ id: Id }>('select id from case_file order by id')
  const cases = told.map(({ what, seenBy }, n): Thing => ({ kind: 'case', what, seenBy, params: { id: rows[n]!.id } }))
  return [
    ...cases,
    ...(await paperThings(db, cases[0]!, 'a paper for both sides', cases[0]!.seenBy)),
    ...(await paperThings(db, cases[4]!, 'a paper for the worker alone', ['worker', 'mediator', 'street', 'district'])),
    ...(await attachmentThings(db, files, cases[0]!)),
  ]
}

/** The first paper of each case: the performed one's is for both sides, the refusal's for the worker and those at the desk. */
async function paperThings(db: TestDatabase, of: Thing, what: string, seenBy: readonly Who[]): Promise<readonly Thing[]> {
  const papers = await db.owner<{ id: Id }>('select id from case_paper where case_id = $1 order by seq, id limit 1', [of.params.id])
  if (papers.length === 0) throw new Error(`${of.what} has no paper`)
  return papers.map(({ id }) => ({ kind: 'paper', what, seenBy, params: { id: of.params.id!, paper: id } }))
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** Two photographs the worker brought: one kept from the other side, one shown to it. */
async function attachmentThings(db: TestDatabase, files: FileStore, of: Thing): Promise<readonly Thing[]> {
  const { sha256, bytes } = await files.put(Readable.from([png]), { kind: 'photo', limitBytes: 10_000 })
  const write = async (name: string, shared: boolean): Promise<Id> => {
    const [row] = await db.owner<{ id: Id }>(
      `insert into attachment (district_id, id, case_id, name, kind, type, bytes, sha256, person_id, person_name, role, shared)
       values ($1, gen_random_uuid(), $2, $3, 'photo', 'image/png', $4, $5, $6, '陈国强', 'worker', $7) returning id`,
      [demoDistrict.id, of.params.id, name, bytes, sha256, demoPeople.chenGuoqiang.id, shared],
    )
    return row!.id
  }
  const thing = (kind: 'attachment' | 'sharedAttachment', what: string, attachment: Id, seenBy: readonly Who[]): Thing => ({
    kind,
    what,
    seenBy,
    governedBy: ['worker', 'mediator', 'street', 'district'],
    params: { id: of.params.id!, attachment },
  })
  return [
    thing('attachment', 'a photograph kept from the firm', await write('kept.png', false), ['worker', 'mediator', 'street', 'district']),
    thing('sharedAttachment', 'a photograph the firm was shown', await write('shown.png', true), of.seenBy),
  ]
}
