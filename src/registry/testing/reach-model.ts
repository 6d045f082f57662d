/** Who may see whom, said as simply as can be: a small world of bodies, people and posts, for the property test to compare the house with. */
import type { Id } from '#kernel/id.ts'

export interface Body {
  readonly id: Id
  readonly kind: 'district' | 'street' | 'industry' | 'park' | 'firm' | 'union' | 'jointUnion'
  parent: Id | undefined
  /** Of an enterprise union: its firm. */
  readonly firm?: Id
}

export interface Link {
  readonly id: Id
  readonly person: Id
  readonly at: Id
  readonly kind: 'employment' | 'membership' | 'platform'
  ended: boolean
}

export interface Office {
  readonly person: Id
  readonly at: Id
  readonly scope: 'self' | 'unit' | 'below'
  /** Speaks for the body, and sees nothing by place. */
  readonly represents: boolean
}

export interface World {
  readonly bodies: Map<Id, Body>
  readonly links: Link[]
  readonly offices: Office[]
  readonly people: readonly Id[]
  /** The units whose person somebody was last: they keep seeing who has left. */
  readonly lastUnit: Map<Id, Id>
}

const federations = ['street', 'industry', 'park']

export function unitOf(world: World, id: Id): Id | undefined {
  for (let at = world.bodies.get(id); at; at = at.parent ? world.bodies.get(at.parent) : undefined)
    if (federations.includes(at.kind)) return at.id
  return undefined
}

function isBelow(world: World, id: Id, above: Id): boolean {
  for (let at = world.bodies.get(id); at; at = at.parent ? world.bodies.get(at.parent) : undefined) if (at.id === above) return true
  return false
}

/** The post looks upon this body. */
function looksUpon(world: World, office: Office, body: Id): boolean {
  if (office.represents || office.scope === 'self') return false
  if (office.scope === 'unit') return office.at === body
  return isBelow(world, body, office.at)
}

const officesOf = (world: World, viewer: Id): readonly Office[] => world.offices.filter(({ person }) => person === viewer)

/** A post in a federation that does not look below sees the federation's cases, and nobody by place: whose unit it is are not its people. */
const looksAtPeople = (world: World, office: Office): boolean =>
  office.scope !== 'unit' || !federations.includes(world.bodies.get(office.at)!.kind)

/** Where somebody belongs now: the bodies that have them, and the enterprise union of a firm where they work. */
function bodiesOf(world: World, person: Id): readonly Id[] {
  const links = world.links.filter((link) => link.person === person && !link.ended)
  const joined = links.some(({ kind }) => kind === 'membership')
  const own = joined
    ? []
    : links
        .filter(({ kind }) => kind === 'employment')
        .flatMap(({ at }) => [...world.bodies.values()].filter(({ kind, firm }) => kind === 'union' && firm === at).map(({ id }) => id))
  return [...links.map(({ at }) => at), ...world.offices.filter((office) => office.person === person).map(({ at }) => at), ...own]
}

export function seesPerson(world: World, viewer: Id, person: Id): boolean {
  if (viewer === person) return true
  const bodies = bodiesOf(world, person)
  const last = bodies.length === 0 ? world.lastUnit.get(person) : undefined
  return officesOf(world, viewer).some(
    (office) =>
      (looksAtPeople(world, office) && bodies.some((body) => looksUpon(world, office, body))) ||
      // Who belongs nowhere any more is seen by the federation that had them last, and by the district.
      (!office.represents &&
        office.scope === 'below' &&
        (world.bodies.get(office.at)!.kind === 'district' || (last !== undefined && office.at === last))),
  )
}

export function knowsBody(world: World, viewer: Id, body: Id): boolean {
  const works = world.links.some(({ person, at, kind, ended }) => person === viewer && at === body && !ended && kind !== 'membership')
  return works || officesOf(world, viewer).some((office) => office.at === body || looksUpon(world, office, body))
}
