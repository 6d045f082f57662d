/** The demonstration district's registry, relative to the day of start: organisations, people with names and lives, posts, accounts. */
import { addDays, addYears, type Day, laterOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { PostScope } from '#platform/caller.ts'
import { demoId, demoNumber } from './demo/demo-id.ts'
import { demoOrganisations, organisationId, type OrganisationKey } from './demo/organisations.ts'
import { type DemoPersonSpec, personId, personKeys, wellKnown } from './demo/people.ts'
import { staffing } from './demo/staffing.ts'
import type { Organisation } from './organisation.ts'
import type { PostKind } from './post.ts'

export { demoNumber } from './demo/demo-id.ts'
export { type DemoFirm, demoFirms, type FirmKey, firmKeys } from './demo/firms.ts'
export { demoDistrict, organisationId, type OrganisationKey } from './demo/organisations.ts'
export { demoPeople, type PersonKey } from './demo/people.ts'
export { demoStreets, type StreetKey, streetKeys } from './demo/places.ts'

export interface DemoPerson {
  readonly key: string
  readonly id: Id
  readonly name: string
  readonly phone: string
  readonly unit?: Id
  readonly life: string
}

export interface DemoPost {
  readonly id: Id
  readonly person: Id
  readonly organisation: Id
  readonly kind: PostKind
  readonly scope: PostScope
  readonly since: Day
}

export interface DemoRegistry {
  readonly organisations: readonly Organisation[]
  readonly people: readonly DemoPerson[]
  readonly posts: readonly DemoPost[]
  readonly accounts: readonly { readonly username: string; readonly person: Id; readonly name: string }[]
}

type Everybody = readonly (readonly [key: string, person: DemoPersonSpec])[]
let kept: Everybody | undefined
const everybody = (): Everybody => (kept ??= [...personKeys.map((key) => [key, wellKnown[key]] as const), ...staffing()])

/** The whole registry of the demonstration as it stands on that day. */
export function demoRegistry(today: Day): DemoRegistry {
  const organisations = demoOrganisations(today)
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  return {
    organisations,
    people: everybody().map(([key, spec]) => personOf(key, spec, byId)),
    posts: everybody().flatMap(([key, spec]) => spec.posts.map((post) => postOf(key, post, byId, today))),
    accounts: everybody().flatMap(([key, { account, name }]) => (account ? [{ username: account, person: personId(key), name }] : [])),
  }
}

function personOf(key: string, spec: DemoPersonSpec, byId: ReadonlyMap<Id, Organisation>): DemoPerson {
  const unit = byId.get(organisationId(spec.posts[0]![1]))?.unit
  // 100… is no number range of any carrier, so nobody is ever rung up by a demonstration.
  const phone = `100${String(demoNumber(`phone ${key}`, 100_000_000)).padStart(8, '0')}`
  return { key, id: personId(key), name: spec.name, phone, life: spec.life, ...(unit && { unit }) }
}

function postOf(
  key: string,
  [kind, at, scope, years]: DemoPersonSpec['posts'][number],
  byId: ReadonlyMap<Id, Organisation>,
  today: Day,
): DemoPost {
  const founded = byId.get(organisationId(at))!.since
  const wanted = addDays(addYears(today, -years), -demoNumber(`post ${key} ${kind}`, 200))
  const since = laterOf(wanted, founded)
  return { id: demoId(`post ${key} ${kind} ${at}`), person: personId(key), organisation: organisationId(at), kind, scope, since }
}

/** Workers by name with the firm or platform they work for, for cases to be about. */
export function demoWorkers(
  at?: OrganisationKey,
): readonly { readonly id: Id; readonly name: string; readonly at: OrganisationKey; readonly life: string }[] {
  return everybody().flatMap(([key, { name, posts, life }]) =>
    posts.flatMap(([kind, place]) =>
      (kind === 'employee' || kind === 'platformWorker') && (at === undefined || at === place)
        ? [{ id: personId(key), name, at: place, life }]
        : [],
    ),
  )
}

/** Who holds a post of this kind at a body, in fixed order: `demoHolders('baiyangCentre', 'mediator')`. */
export function demoHolders(at: OrganisationKey, kind: PostKind): readonly { readonly id: Id; readonly name: string }[] {
  return everybody().flatMap(([key, { name, posts }]) =>
    posts.some(([held, place]) => held === kind && place === at) ? [{ id: personId(key), name }] : [],
  )
}
