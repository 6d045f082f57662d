/** What the registers say of a skill award on the day of a step: the contracts that bind the firm, whether the worker works there, what was recognised before. */
import type { Lookup, LookupAsk } from '#engine/lookup.ts'
import { addYears, type Day, earlierOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Facts, Found } from './data.ts'
import { type Binding, entitledBy, eventKey, gradeNumber, plain } from './entitled.ts'

/** Contracts that bound the firm within the year before either day; what is longer past is not looked at. Both ends belong to a contract. */
const contractsSql = `
select c.case_id as "caseId", c.number, c.title, c.kind, c.level, greatest(c.since, v.since) as since, least(c.until, v.until) as until, c.clauses
from contract_cover v join contract c on c.district_id = v.district_id and c.case_id = v.case_id and c.since <= v.until and c.until >= v.since
where v.district_id = $1 and v.firm_id = $2 and v.until >= $3 order by c.until desc, c.number limit 50`

const employedSql = `
select 1 as employed from engagement where district_id = $1 and person_id = $2 and organisation_id = $3 and kind = 'employment'
  and since <= $4 and (until is null or until >= $4) limit 1`

/** The same by its key; or the one told with its number and the other without, alike in all else. */
const earlierSql = `
select number from entitlement where district_id = $1 and person_id = $4 and case_id is distinct from $3 and (event_key = $2
  or event = $5 and event_on = $6 and regexp_replace(normalize(event_title, NFKC), '\\s', '', 'g') = $7 and grade is not distinct from $8
    and (event_key like '%/' || event_on) <> $9) limit 1`

const contractsOf = ({ q, district }: Pick<LookupAsk, 'q' | 'district'>, firm: Id, since: Day): Promise<Binding[]> =>
  q<Binding>(contractsSql, [district, firm, since])

const entitlement: Lookup = async (ask): Promise<Found | undefined> => {
  const { q, district, on, caseId } = ask
  const { event, verification } = ask.known as Partial<Facts>
  const person = event?.worker.personId
  if (!event || !person) return undefined
  const firm = event.firm.organisationId
  const [contracts, [employed], [earlier]] = await Promise.all([
    contractsOf(ask, firm, addYears(earlierOf(event.on, on), -1)),
    q<{ employed: number }>(employedSql, [district, person, firm, on]),
    q<{ number: string }>(earlierSql, [
      district,
      eventKey(person, event),
      caseId ?? null,
      person,
      event.kind,
      event.on,
      plain(event.title),
      gradeNumber(event) ?? null,
      event.number === undefined,
    ]),
  ])
  return entitledBy(event, contracts, on, {
    employed: employed !== undefined,
    ...(earlier ? { earlier: earlier.number } : {}),
    ...(verification ? { succeeds: true } : {}),
  })
}

export const skillAwardLookups: Readonly<Record<string, Lookup>> = { entitlement }
