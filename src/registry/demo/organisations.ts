/** The demonstration's organisations as the registry keeps them, under fixed ids and with days relative to the day of start. */
import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Organisation, OrganisationKind } from '../organisation.ts'
import { demoId, demoNumber } from './demo-id.ts'
import { demoFirms, type FirmKey, firmKeys, hasCommittee, isDesignated } from './firms.ts'
import {
  demoFederations,
  demoOutside,
  demoStreets,
  type FederationKey,
  federationKeys,
  type OutsideKey,
  outsideKeys,
  type StreetKey,
  streetKeys,
} from './places.ts'

export type OrganisationKey =
  | 'district'
  | StreetKey
  | `${StreetKey}Centre`
  | `${FederationKey}Federation`
  | `${FederationKey}Committee`
  | OutsideKey
  | FirmKey
  | `${FirmKey}Union`
  | `${FirmKey}Committee`

export const organisationId = (key: OrganisationKey): Id => demoId(`organisation ${key}`)
export const demoDistrict = {
  id: organisationId('district'),
  name: '杭州市钱塘区总工会',
  shortName: '区总工会',
  region: 'CN-ZJ-HZ',
} as const

const sinceOf = (key: string, years: number, today: Day): Day => addDays(addYears(today, -years), -demoNumber(`since ${key}`, 300))

interface Sketch {
  readonly key: OrganisationKey
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly parent?: Organisation
  readonly years: number
  readonly more?: Partial<Organisation>
}

function organisation({ key, kind, name, shortName, parent, years, more }: Sketch, today: Day): Organisation {
  const id = organisationId(key)
  const unit = kind === 'street' || kind === 'industry' || kind === 'park' ? id : parent?.unit
  return {
    id,
    district: demoDistrict.id,
    kind,
    name,
    shortName,
    path: [...(parent?.path ?? []), id],
    designated: false,
    mediates: false,
    standing: 'standing',
    since: sinceOf(key, years, today),
    ...(parent && { parent: parent.id }),
    ...(unit && { unit }),
    ...more,
  }
}

/** Every organisation of the demonstration; parents come before what lies below them. */
export function demoOrganisations(today: Day): readonly Organisation[] {
  const district = organisation(
    { key: 'district', kind: 'district', name: demoDistrict.name, shortName: demoDistrict.shortName, years: 7 },
    today,
  )
  const streets = streetKeys.map((key) => street(key, district, today))
  const federations = federationKeys.map((key) => federation(key, district, today))
  const units = new Map([...streets, ...federations].map(([unit]) => [unit.id, unit]))
  return [
    district,
    ...streets.flat(),
    ...federations.flat(),
    ...outsideKeys.map((key) =>
      organisation({ key, kind: demoOutside[key].kind, name: demoOutside[key].name, shortName: demoOutside[key].short, years: 6 }, today),
    ),
    ...firmKeys.flatMap((key) => firm(key, units, today)),
  ]
}

function street(key: StreetKey, district: Organisation, today: Day): readonly [Organisation, Organisation] {
  const name = demoStreets[key]
  const own = organisation(
    {
      key,
      kind: 'street',
      name: `${name}街道总工会`,
      shortName: `${name}街道`,
      parent: district,
      years: 6,
      more: { street: organisationId(key) },
    },
    today,
  )
  const more = { street: own.id, mediates: true, address: `${name}街道职工服务中心一楼调解室` }
  return [
    own,
    organisation(
      { key: `${key}Centre`, kind: 'committee', name: `${name}街道劳动争议调解中心`, shortName: name, parent: own, years: 5, more },
      today,
    ),
  ]
}

function federation(key: FederationKey, district: Organisation, today: Day): readonly [Organisation, Organisation] {
  const { kind, name, short, body, word, sector } = demoFederations[key]
  const inSector = sector ? { sector } : {}
  const own = organisation({ key: `${key}Federation`, kind, name, shortName: short, parent: district, years: 4, more: inSector }, today)
  const more = { ...inSector, mediates: true, address: `${short}职工之家` }
  return [own, organisation({ key: `${key}Committee`, kind: 'committee', name: body, shortName: word, parent: own, years: 3, more }, today)]
}

function firm(key: FirmKey, units: ReadonlyMap<Id, Organisation>, today: Day): readonly Organisation[] {
  const spec: (typeof demoFirms)[FirmKey] & { readonly under?: 'park' } = demoFirms[key]
  const parent = units.get(organisationId(spec.under === 'park' ? 'parkFederation' : spec.street))!
  const street = organisationId(spec.street)
  const { sector, employees } = spec
  const own = organisation(
    {
      key,
      kind: 'firm',
      name: spec.name,
      shortName: spec.short,
      parent,
      years: spec.years,
      more: { street, sector, employees, designated: isDesignated(spec), address: `${demoStreets[spec.street]}街道` },
    },
    today,
  )
  if (!spec.union) return [own]
  const more = { firm: own.id, street, sector }
  const union = organisation(
    {
      key: `${key}Union`,
      kind: 'union',
      name: `${spec.name}工会委员会`,
      shortName: `${spec.short}工会`,
      parent,
      years: Math.min(spec.years, 5),
      more,
    },
    today,
  )
  if (!hasCommittee(spec)) return [own, union]
  const name = `${spec.name}劳动争议调解委员会`
  return [
    own,
    union,
    organisation(
      {
        key: `${key}Committee`,
        kind: 'committee',
        name,
        shortName: spec.short.slice(0, 2),
        parent: union,
        years: 3,
        more: { ...more, mediates: true },
      },
      today,
    ),
  ]
}
