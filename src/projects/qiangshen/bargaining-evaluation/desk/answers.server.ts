/** Questionnaires: the codes behind which they lie, the form, one answer, and the count. No answer can be led back to a person. */
import { randomInt } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Facts } from '../data.ts'
import { type Respondent, respondentIds, type Rubric } from '../rubric/rubric.ts'
import { type Answers, mayAnswer, questionsFor, type Tally, tallySide } from '../rubric/score.ts'
import { type Ask, rubricOf } from './rubrics.server.ts'
import type { FormWire } from './wire.ts'

type Opening = NonNullable<Facts['opening']>

export const invitedOf = (opening: Opening): Readonly<Record<Respondent, number>> => ({
  workers: opening.invitedWorkers,
  union: opening.invitedUnion,
  management: opening.invitedManagement,
})

/** The answer sheets of an attempt, counted by side; sides nobody was asked of are left out. */
export async function tallyOf(q: Ask, district: Id, caseId: Id, attempt: number, opening: Opening, rubric: Rubric): Promise<Tally> {
  const rows = await q<{ role: Respondent; answers: Answers }>(
    'select role, answers from evaluation_answer where district_id = $1 and case_id = $2 and attempt = $3',
    [district, caseId, attempt],
  )
  const invited = invitedOf(opening)
  return respondentIds
    .filter((role) => invited[role] > 0)
    .map((role) =>
      tallySide(
        rubric,
        role,
        invited[role],
        rows.flatMap((row) => (row.role === role ? [row.answers] : [])),
      ),
    )
}

/** Without letters and figures that look alike on paper. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')

export const codesOf = (q: Ask, district: Id, caseId: Id): Promise<{ role: Respondent; code: string }[]> =>
  q('select role, code from evaluation_code where district_id = $1 and case_id = $2 order by role', [district, caseId])

/** A code for each side that is asked; those there already stay. */
export async function writeCodes(q: Query, district: Id, caseId: Id, opening: Opening): Promise<void> {
  const invited = invitedOf(opening)
  const rows = respondentIds.filter((role) => invited[role] > 0).map((role) => ({ role, code: newCode() }))
  await q(
    `insert into evaluation_code (district_id, case_id, role, code)
     select $1, $2, r ->> 'role', r ->> 'code' from jsonb_array_elements($3::jsonb) r on conflict (district_id, case_id, role) do nothing`,
    [district, caseId, JSON.stringify(rows)],
  )
}

export const giveCodes = (db: Database, district: Id, caseId: Id, opening: Opening): Promise<void> =>
  db.within(houseScope(district), (q) => writeCodes(q, district, caseId, opening))

interface Place {
  readonly case_id: Id
  readonly role: Respondent
  readonly state: string
  readonly opening: Opening
  readonly attempt: number
  readonly taken: number
  readonly answered: boolean
}

const placeSql = `
  select k.case_id, k.role, c.state, c.facts -> 'opening' as opening, jsonb_array_length(c.facts -> 'planResults') + 1 as attempt,
    (select count(*)::int from evaluation_answer a where a.district_id = k.district_id and a.case_id = k.case_id and a.role = k.role
      and a.attempt = jsonb_array_length(c.facts -> 'planResults') + 1) as taken,
    exists (select 1 from evaluation_answered d where d.district_id = k.district_id and d.case_id = k.case_id and d.person_id = $3
      and d.attempt = jsonb_array_length(c.facts -> 'planResults') + 1) as answered
  from evaluation_code k join case_file c on c.district_id = k.district_id and c.id = k.case_id
  where k.district_id = $1 and k.code = $2`

async function placeOf(q: Ask, district: Id, code: string, person: Id | undefined): Promise<{ place: Place; rubric: Rubric }> {
  const [place] = await q<Place>(placeSql, [district, code.toLowerCase(), person ?? null])
  if (!place) throw notFound()
  return { place, rubric: await rubricOf(q, district, place.opening.rubricVersion!) }
}

const wireOf = ({ place, rubric }: { place: Place; rubric: Rubric }, person: Id | undefined): FormWire => ({
  firm: place.opening.company.name,
  round: place.opening.round,
  role: place.role,
  questions: questionsFor(rubric, place.role).map(({ id, words, wordsEn, measure }) => ({
    id,
    words,
    ...(wordsEn && { wordsEn }),
    measure,
  })),
  open: place.state === 'gathering',
  invited: invitedOf(place.opening)[place.role],
  taken: place.taken,
  ...(person === undefined ? {} : { answered: place.answered }),
})

export const formOf = (db: Database, district: Id, code: string, person: Id | undefined): Promise<FormWire> =>
  db.within(houseScope(district), async (q) => wireOf(await placeOf(q as Ask, district, code, person), person))

const refused = (zh: string, en: string) => conflict({ why: 'not now', says: text(zh, en) })

/** All codes of the case: somebody may hold two of them. */
const holdCodes = `
  select 1 from evaluation_code where district_id = $1 and case_id = (select case_id from evaluation_code where district_id = $1 and code = $2)
  order by role for update`

/** Written anew with every sheet, also of somebody unknown: one transaction for all and an order of its own, so no row leads to a sheet. */
async function noteAnswered(q: Ask, district: Id, { case_id, attempt }: Place, person: Id | undefined): Promise<void> {
  const before = await q<{ person_id: Id }>(
    'delete from evaluation_answered where district_id = $1 and case_id = $2 and attempt = $3 returning person_id',
    [district, case_id, attempt],
  )
  const people = [...before.map(({ person_id }) => person_id), ...(person ? [person] : [])].toSorted()
  await q('insert into evaluation_answered (district_id, case_id, attempt, person_id) select $1, $2, $3, unnest($4::uuid[])', [
    district,
    case_id,
    attempt,
    people,
  ])
}

/**
 * Takes one sheet. The codes of the case are held, so that no side gives more sheets than people were asked. Who is signed in is noted as having
 * answered in another table, without the sheet, its side or the time.
 */
export async function takeAnswer(
  db: Database,
  district: Id,
  code: string,
  sheet: { readonly key: string; readonly answers: Answers },
  person: Id | undefined,
): Promise<{ readonly taken: number; readonly fresh: boolean }> {
  return await db.within(houseScope(district), async (q) => {
    await q(holdCodes, [district, code.toLowerCase()])
    const { place, rubric } = await placeOf(q as Ask, district, code, person)
    const asked = questionsFor(rubric, place.role)
    const faults = [
      ...asked
        .filter((one) => sheet.answers[one.id] === undefined || !mayAnswer(one, sheet.answers[one.id]!))
        .map((one) => ({ path: `answers.${one.id}`, says: text('请选一个', 'Please choose one') })),
      ...Object.keys(sheet.answers)
        .filter((id) => !asked.some((one) => one.id === id))
        .map((id) => ({ path: `answers.${id}`, says: text('没有这个问题', 'There is no such question') })),
    ]
    if (faults.length > 0) throw badInput(faults)
    const [known] = await q('select 1 from evaluation_answer where district_id = $1 and id = $2', [district, sheet.key])
    if (known) return { taken: place.taken, fresh: false }
    if (place.state !== 'gathering') throw refused('问卷已经结束', 'The questionnaire is closed')
    if (place.answered) throw refused('您已经答过了，每人一份', 'You have answered; one sheet a person')
    if (place.taken >= invitedOf(place.opening)[place.role])
      throw refused('答卷已经收满，请告诉发码的人', 'All sheets have been given; please tell whoever sent the code')
    await q('insert into evaluation_answer (district_id, id, case_id, attempt, role, answers) values ($1, $2, $3, $4, $5, $6)', [
      district,
      sheet.key,
      place.case_id,
      place.attempt,
      place.role,
      JSON.stringify(sheet.answers),
    ])
    await noteAnswered(q as Ask, district, place, person)
    return { taken: place.taken + 1, fresh: true }
  })
}
