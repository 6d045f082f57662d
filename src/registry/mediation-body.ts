/** Bodies that mediate: what is told of them, which of them serve a dispute, and in which order they are proposed. */
import type { Id } from '#kernel/id.ts'
import { type MediationLevel, mediationLevel, type Organisation, type OrganisationKind } from './organisation.ts'

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

/** Where a dispute is, for finding who mediates it. Nothing given: every body that serves more than one firm. */
export interface DisputePlace {
  readonly street?: Id
  readonly sector?: string
  readonly firm?: Id
}

/** A body with what stands around it. */
export interface PlacedBody {
  readonly body: Organisation
  readonly unitKind?: OrganisationKind
  readonly streetName?: string
  readonly firmName?: string
}

/** Those that serve this place, nearest level first. `firm` is the one the place names. */
export function bodiesFor(bodies: readonly PlacedBody[], place: DisputePlace, firm: Organisation | undefined): readonly MediationBody[] {
  return bodies
    .filter((one) => serves(one, place, firm))
    .map(bodyOf)
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.name < b.name ? -1 : 1))
}

const order: readonly MediationLevel[] = ['enterprise', 'street', 'industry', 'regional']

function serves({ body, unitKind }: PlacedBody, place: DisputePlace, firm: Organisation | undefined): boolean {
  const level = mediationLevel(body, unitKind)
  if (!place.firm && !place.street && !place.sector) return level !== 'enterprise'
  if (level === 'enterprise') return body.firm === place.firm
  if (level === 'industry') return body.sector !== undefined && body.sector === (place.sector ?? firm?.sector)
  if (level === 'regional') return body.unit !== undefined && body.unit === firm?.unit
  return body.street !== undefined && body.street === (place.street ?? firm?.street)
}

const bodyOf = ({ body, unitKind, streetName, firmName }: PlacedBody): MediationBody => ({
  id: body.id,
  name: body.name,
  shortName: body.shortName,
  level: mediationLevel(body, unitKind),
  ...(body.unit && { unit: body.unit }),
  ...(body.street && streetName && { street: { id: body.street, name: streetName } }),
  ...(body.sector && { sector: body.sector }),
  ...(body.firm && firmName && { firm: { id: body.firm, name: firmName } }),
  ...(body.address && { address: body.address }),
})
