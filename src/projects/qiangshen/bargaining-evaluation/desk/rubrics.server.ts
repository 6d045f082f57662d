/** The versions of a district's rubric: which is in force on a day, the list of all, and a new one. */
import type { LookupAsk } from '#engine/lookup.ts'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { badInput, conflict } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { defaultRubric } from '../rubric/default.ts'
import { type Rubric, type RubricBody, rubricFaults } from '../rubric/rubric.ts'
import type { NewRubric, Rubrics } from './wire.ts'

export type Ask = LookupAsk['q']

interface Row {
  readonly version: number
  readonly body: RubricBody
}

/** The newest that had begun; before the first of the district's own, the one with which the house begins. */
export async function rubricOn(q: Ask, district: Id, on: Day): Promise<Rubric> {
  const [row] = await q<Row>(
    'select version, body from evaluation_rubric where district_id = $1 and since <= $2 order by since desc, version desc limit 1',
    [district, on],
  )
  return row ? { ...row.body, version: row.version } : defaultRubric
}

export async function rubricOf(q: Ask, district: Id, version: number): Promise<Rubric> {
  if (version === defaultRubric.version) return defaultRubric
  const [row] = await q<Row>('select version, body from evaluation_rubric where district_id = $1 and version = $2', [district, version])
  if (!row) throw new RangeError(`no rubric ${version}`)
  return { ...row.body, version }
}

interface Kept extends Row {
  readonly since: Day
  readonly why: string
  readonly by: string | null
}

/** The rubric is everybody's; of the evaluations by it each is told of those they may see. */
export async function rubrics(db: Database, caller: Caller, today: Day): Promise<Rubrics> {
  const { district } = caller
  const [rows, used, now] = await db.within(caller.scope, (q) =>
    Promise.all([
      q<Kept>(
        `select r.version, r.body, r.since, r.why, p.name as by from evaluation_rubric r
         left join person p on p.district_id = r.district_id and p.id = r.recorded_by where r.district_id = $1 order by r.version desc`,
        [district],
      ),
      q<{ rubric: number; cases: number }>(
        `select r.rubric, count(distinct r.case_id)::int as cases from evaluation_result r
         join case_file c on c.district_id = r.district_id and c.id = r.case_id where r.district_id = $1 group by 1`,
        [district],
      ),
      rubricOn(q as Ask, district, today),
    ]),
  )
  const cases = (version: number) => used.find((one) => one.rubric === version)?.cases ?? 0
  return {
    versions: [
      ...rows.map(({ version, body, since, why, by }) => ({
        rubric: { ...body, version },
        since,
        why,
        ...(by === null ? {} : { by }),
        cases: cases(version),
      })),
      { rubric: defaultRubric, cases: cases(defaultRubric.version) },
    ],
    inForce: now.version,
    mayChange: caller.posts.some(({ kind }) => kind === 'districtOfficer'),
  }
}

/** A version begins today or later: an evaluation that has begun never changes its rubric. */
export async function addRubric(db: Database, caller: Caller, today: Day, input: NewRubric): Promise<number> {
  const faults = rubricFaults(input.body)
  if (faults.length > 0) throw badInput(faults.map(({ path, says }) => ({ path: `body.${path}`, says })))
  if (input.since < today) throw badInput([{ path: 'since', says: text(`不能早于今天 ${today}`, `Not before today, ${today}`) }])
  const version = input.after + 1
  await db.within(houseScope(caller.district), async (q) => {
    const written = await q(
      `insert into evaluation_rubric (district_id, version, since, body, why, recorded_by)
       select $1::uuid, $2::smallint, $3::date, $4::jsonb, $5::text, $6::uuid
       where $2 = 1 + coalesce((select max(version) from evaluation_rubric where district_id = $1), 1)
       on conflict do nothing returning version`,
      [caller.district, version, input.since, JSON.stringify(input.body), input.why, caller.person],
    )
    if (written.length === 0)
      throw conflict({
        why: 'stale',
        says: text('刚才有人保存了新的一版，请看过再改', 'Somebody saved a new version just now. Look at it, then change it.'),
      })
    await record(q, { ...actor(caller), kind: 'change', about: caller.district, what: { evaluationRubric: version, since: input.since } })
  })
  return version
}
