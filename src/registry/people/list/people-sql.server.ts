/** A list of people as SQL: the ways by which the caller reaches them, each walked in the order of names, brought together and cut to a page. */
import type { Id } from '#kernel/id.ts'
import { knownBody, type Reader, type Values } from '../known-body.server.ts'
import type { NameSearch } from './name-search.server.ts'
import type { PeopleFilter } from '../people-wire.ts'

export interface Asked {
  readonly caller: Reader
  readonly filter: PeopleFilter
  readonly search: NameSearch | undefined
  /** The firms of the sector that the caller may know, where these are few. */
  readonly firms?: readonly Id[] | undefined
}

export interface Start {
  readonly sortName: string
  readonly id: Id
}

/** After every spelling that begins so. */
const endOf = (beginning: string): string => `${beginning}\uffff`

/** A way to people: rows of `from`, reached once for each row of `each`. */
interface Way {
  readonly each?: string
  readonly from: string
  readonly where: readonly string[]
  readonly name: string
  readonly id: string
  /** What `p` fulfils that is reached so: whoever is counted by one way is not counted again by the next. */
  readonly means: string
  /** Nobody but oneself: no index on names helps. */
  readonly alone?: true
}

const overPeople = (match: string, each?: string, means = match): Way => ({
  ...(each && { each }),
  from: 'person p',
  where: [match],
  name: 'p.sort_name',
  id: 'p.id',
  means,
})
/** Whom these places have beside their home. */
function overPlaces({ $ }: Values, places: readonly Id[], { standing }: PeopleFilter): Way {
  const given = places.length === 1 ? $(places[0], 'uuid') : $(places, 'uuid[]')
  const alive = standing === 'all' ? [] : [standing === 'active' ? 'a.active' : 'not a.active']
  return {
    ...(places.length > 1 && { each: `unnest(${given}) at (id)` }),
    from: 'person_also a join person p on p.district_id = a.district_id and p.id = a.person_id',
    where: ['a.district_id = $1', `a.place_id = ${places.length > 1 ? 'at.id' : given}`, ...alive],
    name: 'a.sort_name',
    id: 'a.person_id',
    means: places.length > 1 ? `p.elsewhere && ${given}` : `${given} = any (p.elsewhere)`,
  }
}

/** Whether people in large numbers are in reach, so that initials are looked up rather than compared. */
const isWide = ({ caller: { scope }, filter, firms }: Asked): boolean =>
  (scope.all || scope.trees.length > 0) && !filter.firm && !filter.union && !firms

const knownById = (asked: Asked, v: Values, id: Id): string =>
  `exists (select from organisation o where o.district_id = $1 and o.id = ${v.$(id, 'uuid')} and ${knownBody(asked.caller, v, 'o')})`

/** Conditions on `p` that every way shares. Small fixed values stand in the text, so that each kind of list is planned by itself. */
function conditions(asked: Asked, v: Values): string[] {
  const { filter } = asked
  const { skill, education, standing, member, sector, unit, firm, union } = filter
  const one = (column: string, list: readonly number[]) =>
    list.length === 1 ? `${column} = ${list[0]}` : `${column} in (${list.join(', ')})`
  return [
    'p.district_id = $1',
    'p.merged_into is null',
    ...(skill ? [one('p.skill', skill)] : []),
    ...(education ? [one('p.education', education)] : []),
    ...(standing === 'all' ? [] : [standing === 'active' ? 'p.active' : 'not p.active']),
    ...(asked.search?.kind === 'typed' && asked.search.beside ? [`p.initials <> ${v.$(asked.search.letters, 'text')}`] : []),
    ...(member ? [`p.member_since is ${member === 'yes' ? 'not ' : ''}null`] : []),
    ...(sector && !asked.firms
      ? [
          // Not as a condition the planner could turn into a join: each person is looked up in the firms of the sector.
          `(p.firm_id in (${sectorFirms(asked, v, sector)})) is true`,
        ]
      : []),
    ...(unit && (firm || union || asked.firms || !isOwnUnit(asked, unit)) ? [knownById(asked, v, unit), at(v, 'unit_id', unit)] : []),
    ...(firm ? [knownById(asked, v, firm)] : []),
    ...(union ? [knownById(asked, v, union), ...(firm ? [at(v, 'union_id', union)] : [])] : []),
  ]
}

/** Firms of a sector whose people the caller may filter by. */
export const sectorFirms = ({ caller }: Asked, v: Values, sector: string): string =>
  `select o.id from organisation o where o.district_id = $1 and o.kind = 'firm' and o.sector = ${v.$(sector)} and ${knownBody(caller, v, 'o')}`

const at = ({ $ }: Values, column: string, place: Id): string =>
  `(p.${column} = ${$(place, 'uuid')} or ${$(place, 'uuid')} = any (p.elsewhere))`
const isOwnUnit = ({ caller: { scope } }: Asked, unit: Id): boolean => scope.all || scope.trees.includes(unit)

/** The ways by which this caller reaches those asked for. Row-level security judges each person again. */
function ways(asked: Asked, v: Values): readonly Way[] {
  const { caller, filter } = asked
  const { all, trees, units } = caller.scope
  const of = (column: string, places: readonly Id[]): Way => {
    // One place by itself, so that the planner knows how many people it has.
    if (places.length === 1) return overPeople(`p.${column} = ${v.$(places[0], 'uuid')}`)
    const given = v.$(places, 'uuid[]')
    return overPeople(`p.${column} = at.id`, `unnest(${given}) at (id)`, `p.${column} = any (${given})`)
  }
  const one = (column: string, place: Id): readonly Way[] => [of(column, [place]), overPlaces(v, [place], filter)]
  if (filter.firm) return one('firm_id', filter.firm)
  if (filter.union) return one('union_id', filter.union)
  if (asked.firms) return [of('firm_id', asked.firms)]
  if (filter.unit && isOwnUnit(asked, filter.unit)) return one('unit_id', filter.unit)
  if (all) return [overPeople('true')]
  const places = [...trees, ...units]
  return [
    ...(trees.length > 0 ? [of('unit_id', trees)] : []),
    ...(units.length > 0 ? [of('firm_id', units), of('union_id', units)] : []),
    ...(places.length > 0 ? [overPlaces(v, places, filter)] : []),
    { ...overPeople(`p.id = ${v.$(caller.person, 'uuid')}`), alone: true },
  ]
}

/** The ways narrowed by what was typed. */
function searched(asked: Asked, v: Values): { readonly ways: readonly Way[]; readonly initials?: string } {
  const { search } = asked
  const plain = () => ways(asked, v)
  if (!search) return { ways: plain() }
  const and = (list: readonly Way[], more: (way: Way) => readonly string[]): readonly Way[] =>
    list.map((way) => ({ ...way, where: [...way.where, ...more(way)] }))
  const condition = () => placeCondition(asked, v)
  switch (search.kind) {
    case 'number': {
      const column = search.idDigests.length > 0 ? 'id_digest' : 'phone_digest'
      const digests = search.idDigests.length > 0 ? search.idDigests : search.phoneDigests
      // Who was brought together with somebody is found by either number.
      const kept = `array(select coalesce(n.merged_into, n.id) from person n where n.district_id = $1 and n.${column} = any (${v.$(digests, 'bytea[]')}))`
      return { ways: [overPeople([`p.id = any (${kept})`, ...condition()].join(' and '))] }
    }
    case 'initials':
      return { ways: [overPeople([`p.initials collate "C" = ${v.$(search.letters, 'text')}`, ...condition()].join(' and '))] }
    case 'given': {
      const match = [`p.initials collate "C" = any (${v.$(search.initials, 'text[]')})`, endsIn(v, search.name), ...condition()]
      return { ways: [overPeople(match.join(' and '))] }
    }
    case 'begins': {
      const { spellings } = search
      const ranges = () => `unnest(${v.$(spellings, 'text[]')}, ${v.$(spellings.map(endOf), 'text[]')}) spelt (low, high)`
      const begins = `starts_with(p.name, ${v.$(search.name)})`
      const ranged = (way: Way): Way => ({
        ...way,
        each: way.each ? `${way.each} cross join ${ranges()}` : ranges(),
        where: [...way.where, `${way.name} >= spelt.low collate "C"`, `${way.name} < spelt.high collate "C"`],
      })
      return { ways: and(plain(), () => [begins]).map((way) => (way.alone ? way : ranged(way))) }
    }
    case 'typed': {
      const { letters } = search
      if (letters === '') return { ways: [overPeople('false')] }
      const [low, high] = [v.$(letters, 'text'), v.$(endOf(letters), 'text')]
      const spelt = (name: string) => `${name} >= ${low} and ${name} < ${high}`
      if (letters.length === 1 || /\d/.test(letters)) return { ways: and(plain(), ({ name }) => [spelt(name)]) }
      if (!isWide(asked)) return { ways: and(plain(), ({ name }) => [`(${spelt(name)} or starts_with(p.initials, ${low}))`]) }
      return { ways: and(plain(), ({ name }) => [spelt(name)]), initials: letters }
    }
  }
}

const endsIn = ({ $ }: Values, name: string): string => `right(p.name, ${[...name].length}) = ${$(name)}`

/** The places asked for, as conditions of a way that does not come by them. */
function placeCondition({ filter: { firm, union, unit } }: Asked, v: Values): readonly string[] {
  if (firm) return [at(v, 'firm_id', firm)]
  if (union) return [at(v, 'union_id', union)]
  return unit ? [at(v, 'unit_id', unit)] : []
}

/** Every spelling of initials that begins so, each looked up in the order of names; without it thousands would be sorted for a page. */
function byInitials(asked: Asked, v: Values, letters: string): { readonly heads: string; readonly way: Way } {
  const [low, high] = [v.$(letters, 'text'), v.$(endOf(letters), 'text')]
  const next = (after: string) => `select p.initials collate "C" from person p
      where p.district_id = $1 and p.merged_into is null and p.initials collate "C" ${after} and p.initials collate "C" < ${high}
      order by p.initials collate "C" limit 1`
  return {
    heads: `heads (spelt) as ((${next(`>= ${low}`)}) union all select (${next('> heads.spelt')}) from heads where heads.spelt is not null)`,
    way: overPeople(['p.initials collate "C" = heads.spelt', ...placeCondition(asked, v)].join(' and '), 'heads'),
  }
}

export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** `page (sort_name, id)` as a common table expression: so many from the start on, in order. */
export function pageSql(asked: Asked, v: Values, start: Start | undefined, most: number): string {
  const down = asked.filter.sort === '-name'
  const order = (name: string, id: string) => `order by ${name}${down ? ' desc' : ''}, ${id}${down ? ' desc' : ''} limit ${most}`
  const shared = conditions(asked, v)
  const onwards = start && [v.$(start.sortName, 'text'), v.$(start.id, 'uuid')]
  const letter = asked.filter.letter?.toLowerCase()
  const from = letter && !start ? v.$(down ? `${letter}{` : letter, 'text') : undefined
  const { ways: narrowed, initials } = searched(asked, v)
  const headed = initials ? byInitials(asked, v, initials) : undefined
  const walk = ({ each, from: source, where, name, id }: Way): string => {
    const more = [
      ...(onwards ? [`(${name}, ${id}) ${down ? '<' : '>'} (${onwards[0]}, ${onwards[1]})`] : []),
      ...(from ? [`${name} ${down ? '<' : '>='} ${from}`] : []),
    ]
    const one = `select ${name} as sort_name, ${id} as id from ${source} where ${[...shared, ...where, ...more].join(' and ')} ${order(name, id)}`
    return each ? `(select found.sort_name, found.id from ${each} cross join lateral (${one}) found)` : `(${one})`
  }
  const all = [...narrowed, ...(headed ? [headed.way] : [])].map(walk).join('\n    union ')
  return `with recursive ${headed ? `${headed.heads}, ` : ''}page as (
    select together.sort_name, together.id from (${all}) together ${order('together.sort_name', 'together.id')})`
}

/** How many there are: `total`, and `capped` when there are more than the most that is counted. */
export function countSql(asked: Asked, v: Values, most: number): string {
  const shared = conditions(asked, v)
  const { ways: narrowed, initials } = searched(asked, v)
  const byName = initials
    ? overPeople([...begins(v, 'p.initials collate "C"', initials), ...placeCondition(asked, v)].join(' and '))
    : undefined
  const before = byName ? [`not (${begins(v, 'p.sort_name', initials!).join(' and ')})`] : []
  const all = [...narrowed, ...(byName ? [byName] : [])].map(({ each, from, where, id }, nth) => {
    const others = nth === narrowed.length ? before : narrowed.slice(0, nth).map(({ means }) => `(${means}) is not true`)
    const one = `select ${id} as id from ${from} where ${[...shared, ...where, ...others].join(' and ')} limit ${most + 1}`
    if (!each) return `(${one})`
    // Somebody may be reached by several places of one way.
    return `(select ${from === 'person p' ? '' : 'distinct '}found.id from ${each} cross join lateral (${one}) found)`
  })
  return `select least(count(*), ${most})::int as total, count(*) > ${most} as capped
    from (select from (${all.join('\n    union all ')}) together limit ${most + 1}) counted`
}

const begins = ({ $ }: Values, column: string, letters: string): readonly string[] => [
  `${column} >= ${$(letters, 'text')}`,
  `${column} < ${$(endOf(letters), 'text')}`,
]

/** The same from the kept counts, where these tell all that is asked; else undefined. */
export function tallySql(asked: Asked, v: Values, most: number): string | undefined {
  const { caller, filter, search } = asked
  const { firm, union, sector, education, member, unit, skill, standing } = filter
  if (search || firm || union || sector || education || member || (unit && !isOwnUnit(asked, unit))) return undefined
  if (!unit && !caller.scope.all && (caller.scope.trees.length === 0 || caller.scope.units.length > 0)) return undefined
  const kept = [
    'district_id = $1',
    ...(skill ? [`skill in (${skill.join(', ')})`] : []),
    ...(standing === 'all' ? [] : [standing === 'active' ? 'active' : 'not active']),
  ]
  const sum = (where: readonly string[]) => `(select coalesce(sum(people), 0)::int from person_tally where ${where.join(' and ')})`
  if (!unit && caller.scope.all) return `select ${sum(kept)} as total, false as capped`
  const places = v.$(unit ? [unit] : caller.scope.trees, 'uuid[]')
  const shared = conditions(asked, v)
  const beside = (unit: string) => `(${unit} is null or ${unit} <> all (${places}))`
  const people = skill ? `join person p on p.district_id = a.district_id and p.id = a.person_id and ${shared.join(' and ')}` : ''
  const alive = standing === 'all' ? '' : `and ${standing === 'active' ? '' : 'not '}a.active`
  const also = `select count(*)::int as people from (select distinct a.person_id from person_also a ${people}
      where a.district_id = $1 and a.place_id = any (${places}) and ${beside('a.unit_id')} ${alive} limit ${most + 1}) found`
  const self = () => `(select count(*)::int from person p where p.id = ${v.$(caller.person, 'uuid')} and ${beside('p.unit_id')}
      and not coalesce(p.elsewhere && ${places}, false) and ${shared.join(' and ')})`
  return `select ${sum([...kept, `unit_id = any (${places})`])} + least(also.people, ${most}) + ${unit ? '0' : self()} as total,
    also.people > ${most} as capped from (${also}) also`
}
