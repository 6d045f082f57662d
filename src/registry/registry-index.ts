/** All organisations of a district in memory, with the questions asked of them: who lies under whom, who mediates, which firm is meant. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type MediationLevel, mediationLevel, type Organisation } from './organisation.ts'

export interface Spelt {
  readonly organisation: Organisation
  readonly pinyin: string
  readonly initials: string
}

export interface MediationBody {
  readonly id: Id
  readonly name: string
  readonly shortName: string
  readonly level: MediationLevel
  readonly unit?: Id
  readonly street?: { readonly id: Id; readonly name: string }
  readonly sector?: string
  readonly firm?: { readonly id: Id; readonly name: string }
  readonly address?: string
}

/** Where a dispute is, for finding who mediates it. Nothing given: every body. */
export interface DisputePlace {
  readonly street?: Id
  readonly sector?: string
  readonly firm?: Id
}

export interface RegistryIndex {
  readonly byId: ReadonlyMap<Id, Organisation>
  /** An organisation and all under it. */
  below(id: Id): readonly Id[]
  /** From the root down to the one above it. */
  ancestors(id: Id): readonly Organisation[]
  mediationBodies(place: DisputePlace, today: Day): readonly MediationBody[]
  /** Firms by name, spelling or initials; those that begin with it first. */
  firms(q: string, most: number): readonly Organisation[]
}

export function indexRegistry(rows: readonly Spelt[]): RegistryIndex {
  const byId = new Map(rows.map(({ organisation }) => [organisation.id, organisation]))
  const children = Map.groupBy(
    rows.flatMap(({ organisation }) => (organisation.parent ? [{ parent: organisation.parent, id: organisation.id }] : [])),
    ({ parent }) => parent,
  )
  const below = (id: Id): readonly Id[] => [id, ...(children.get(id) ?? []).flatMap((child) => below(child.id))]
  const bodies = rows.flatMap(({ organisation }) => (organisation.mediates ? [organisation] : []))
  const firms = rows.filter(({ organisation }) => organisation.kind === 'firm')
  return {
    byId,
    below,
    ancestors: (id) => (byId.get(id)?.path ?? []).flatMap((step) => (step === id ? [] : (byId.get(step) ?? []))),
    mediationBodies: (place, today) =>
      bodies
        .filter((body) => body.since <= today && (!body.until || today <= body.until) && serves(body, place, byId))
        .map((body) => bodyOf(body, byId))
        .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.name < b.name ? -1 : 1)),
    firms: (q, most) => bestFirms(firms, q, most),
  }
}

const order: readonly MediationLevel[] = ['enterprise', 'street', 'industry', 'regional']

const levelOf = (body: Organisation, byId: ReadonlyMap<Id, Organisation>): MediationLevel =>
  mediationLevel(body, body.unit ? byId.get(body.unit)?.kind : undefined)

function serves(body: Organisation, place: DisputePlace, byId: ReadonlyMap<Id, Organisation>): boolean {
  if (!place.firm && !place.street && !place.sector) return true
  const firm = place.firm ? byId.get(place.firm) : undefined
  const level = levelOf(body, byId)
  if (level === 'enterprise') return body.firm === place.firm
  if (level === 'industry') return body.sector !== undefined && body.sector === (place.sector ?? firm?.sector)
  if (level === 'regional') return body.unit !== undefined && body.unit === firm?.unit
  return body.street !== undefined && body.street === (place.street ?? firm?.street)
}

function bodyOf(body: Organisation, byId: ReadonlyMap<Id, Organisation>): MediationBody {
  const named = (id: Id | undefined) => {
    const found = id ? byId.get(id) : undefined
    return found && { id: found.id, name: found.name }
  }
  const street = named(body.street)
  const firm = named(body.firm)
  return {
    id: body.id,
    name: body.name,
    shortName: body.shortName,
    level: levelOf(body, byId),
    ...(body.unit && { unit: body.unit }),
    ...(street && { street }),
    ...(body.sector && { sector: body.sector }),
    ...(firm && { firm }),
    ...(body.address && { address: body.address }),
  }
}

function bestFirms(firms: readonly Spelt[], q: string, most: number): readonly Organisation[] {
  const wanted = q.trim().toLowerCase()
  if (!wanted) return []
  const early: Organisation[] = []
  const late: Organisation[] = []
  for (const { organisation, pinyin, initials } of firms) {
    if (organisation.shortName.startsWith(wanted) || organisation.name.startsWith(wanted)) early.push(organisation)
    else if (organisation.name.toLowerCase().includes(wanted) || initials.includes(wanted) || pinyin.includes(wanted))
      late.push(organisation)
    if (early.length >= most) break
  }
  return [...early, ...late].slice(0, most)
}
