/** What indicators count from: sets as of a day and within what the caller asks for and may see, read once a question however many share them. */
import type { Id } from '#kernel/id.ts'

/** How a question narrows the sets. `$1` is the district and `$2` the day everywhere; what else is asked stands behind `value`. */
export interface Asking {
  /** Everything of the district; otherwise what lies in these units, and these bodies. */
  readonly reach: 'all' | { readonly trees: readonly Id[]; readonly bodies: readonly Id[] }
  /** Only what lies in this unit, or this firm alone, or the firms of this joint union. */
  readonly within?: { readonly kind: 'unit' | 'firm' | 'jointUnion'; readonly id: Id }
}

export interface Base {
  readonly name: string
  readonly needs: readonly Base[]
  readonly sql: (asking: Asking, value: (one: unknown) => string) => string
}

const held = (row: string): string => `${row}.since <= $2::date and (${row}.until is null or ${row}.until >= $2::date)`

/** Whether the question takes in everything of the district. */
export const unbounded = ({ reach, within }: Asking): boolean => reach === 'all' && !within

const inUnits = (units: string): string =>
  `select p.organisation_id from organisation_place p where p.district_id = $1 and ${held('p')} and p.unit_id = any (${units}::uuid[])`

/**
 * One set among another, looked up by hash whatever the planner expects of their sizes: it knows little of sets made in the statement,
 * and reading one anew for every row of the other would take minutes where it guesses wrong.
 */
export const among = (id: string, set: string): string => `(${id} in (${set})) is true`

const stood = (row: string): string => `${row}.kind = 'firm' and ${row}.standing <> 'proposed' and ${held(row)}`

/** Firms that stood that day, where they lay that day. */
export const firms: Base = {
  name: 'firms',
  needs: [],
  sql({ reach, within }, value) {
    const and: string[] = []
    if (reach !== 'all') {
      const bodies = `${value(reach.bodies)}::uuid[]`
      and.push(`(o.id in (${inUnits(value(reach.trees))}) or o.id = any (${bodies})
        or o.id in (select u.firm_id from organisation u where u.district_id = $1 and u.id = any (${bodies}) and u.firm_id is not null)
        or o.id in (select c.firm_id from union_cover c where c.district_id = $1 and c.union_id = any (${bodies}) and ${held('c')}))`)
    }
    if (within?.kind === 'unit') and.push(`o.id in (${inUnits(value([within.id]))})`)
    if (within?.kind === 'firm') and.push(`o.id = ${value(within.id)}::uuid`)
    if (within?.kind === 'jointUnion')
      and.push(
        `o.id in (select c.firm_id from union_cover c where c.district_id = $1 and c.union_id = ${value(within.id)}::uuid and ${held('c')})`,
      )
    return `select o.id from organisation o where o.district_id = $1 and ${stood('o')} ${and.map((one) => `and ${one}`).join(' ')}`
  },
}

/** Firms of which something was on record that day. A value is asked for by what it is not: of that the planner knows how common it is. */
const firmsWith = (name: string, kind: string, columns: string, unless: string, and = ''): Base => ({
  name,
  needs: [firms],
  sql: (asking) => `select o.id${columns} from organisation_fact f
      join organisation o on o.district_id = f.district_id and o.id = f.organisation_id and ${stood('o')}
    where f.district_id = $1 and f.fact = '${kind}' and ${held('f')} and f.value <> '${unless}'::jsonb
      ${unbounded(asking) ? '' : `and ${among('o.id', 'select id from firms')}`} ${and}`,
})

/** Clauses by which a comprehensive contract is one on wages too. */
export const wageMeanings = ['minimumWage', 'entryWage', 'trialWage', 'wageGrowth', 'averageWage'] as const
const wagePath = `$[*].meaning ? (${wageMeanings.map((one) => `@ == "${one}"`).join(' || ')})`

/** Each firm that stood, with each contract or signed minutes that bound it that day: a firm that is gone is covered by nothing. `pays`: it settles wages. */
export const bound: Base = {
  name: 'bound',
  needs: [firms],
  sql: () => `select v.firm_id, c.case_id, c.version, c.kind, c.level, c.minutes,
      c.kind in ('wage', 'skillWages') or c.kind = 'comprehensive' and jsonb_path_exists(c.clauses, '${wagePath}') as pays
    from contract_cover v
      join contract c on c.district_id = v.district_id and c.case_id = v.case_id and c.since <= $2::date and c.until >= $2::date
    where v.district_id = $1 and v.since <= $2::date and v.until >= $2::date and ${among('v.firm_id', 'select id from firms')}`,
}

/** 规上 firms of that day: with a union of their own or a joint one (`organised`), under a contract on wages (`paid`). */
export const designated: Base = {
  name: 'designated',
  needs: [firmsWith('listed', 'designated', '', 'false'), bound],
  sql: () => `select l.id, ${among('l.id', 'select firm_id from bound where pays and not minutes')} as paid,
      exists (select 1 from organisation u where u.district_id = $1 and u.firm_id = l.id and u.kind = 'union' and u.standing <> 'proposed' and ${held('u')})
      or exists (select 1 from union_cover c where c.district_id = $1 and c.firm_id = l.id and ${held('c')}) as organised
    from listed l`,
}

const askedPilots = `and f.value <> '"district"'::jsonb and not exists (select 1 from organisation_fact w
  where w.district_id = $1 and w.organisation_id = o.id and w.fact = 'ownership' and w.value = '"state"'::jsonb and ${held('w')})`

/** 市级及以上非公产改试点 of that day: with skill-grade wages by contract or signed minutes (`graded`). */
export const pilots: Base = {
  name: 'pilots',
  needs: [firmsWith('pilot_firms', 'pilotLevel', '', '"none"', askedPilots), bound],
  sql: () => `select p.id, ${among('p.id', "select firm_id from bound where kind = 'skillWages'")} as graded from pilot_firms p`,
}

/** Contracts in force that bound a firm that day, each once. */
export const inForce: Base = {
  name: 'in_force',
  needs: [bound],
  sql: () => 'select distinct case_id as id, version, level from bound where not minutes',
}

/** Firms bound by any contract, each once, with the levels at which they are, and the employees on record that day. */
export const covered: Base = {
  name: 'covered',
  needs: [bound],
  sql: () => `select b.*, (f.value #>> '{}')::int as employees from (
      select firm_id as id, bool_or(level = 'enterprise') as own, bool_or(level = 'industry') as industry, count(*) as contracts
      from bound where not minutes group by firm_id) b
    left join organisation_fact f on f.district_id = $1 and f.organisation_id = b.id and f.fact = 'employees' and ${held('f')}`,
}

/** Contracts first signed in the calendar year of the day, up to the day; a changed one counts by its first signature. */
export const signed: Base = {
  name: 'signed',
  needs: [firms],
  sql: (asking) => `select c.case_id as id, c.since from contract c
    where c.district_id = $1 and c.signed_on between date_trunc('year', $2::date)::date and $2::date and not c.minutes and c.version = 1
      ${
        unbounded(asking)
          ? ''
          : `and exists (select 1 from contract_cover v where v.district_id = c.district_id and v.case_id = c.case_id
        and ${among('v.firm_id', 'select id from firms')})`
      }`,
}
