/** The whole district at the article's size as it stands on a day: rows of organisations, and people by number. Always the same for the same day. */
import type { Day } from '#kernel/day.ts'
import { demoRegistry } from '../../demo.ts'
import type { Organisation } from '../../organisation.ts'
import { crowd, type Part, type Workplace } from './people/crowd.ts'
import { numberOf } from './days.ts'
import { type PlannedFirm, plannedFirms } from './firms/firms.ts'
import {
  coverRows,
  type CoverRow,
  type Designation,
  type FactRow,
  firmFacts,
  firmRow,
  freightFederation,
  jointUnionRows,
  listFacts,
  type OrganisationRow,
  type PlaceRow,
  termsOf,
  type TermRow,
  unionPlace,
  unionRow,
} from './firms/organisations.ts'
import { demoId } from '../demo-id.ts'
import { demoFirms, firmKeys } from '../firms.ts'
import { organisationId } from '../organisations.ts'
import { type Organised, organised } from './firms/unions.ts'
import { birthsOn, type Making, worker, type WorkerRow } from './people/workers.ts'

export interface OrganisationsPlan {
  /** Parents before what lies below them; a firm before its union. */
  readonly organisations: readonly OrganisationRow[]
  readonly facts: readonly FactRow[]
  readonly places: readonly PlaceRow[]
  readonly terms: readonly TermRow[]
  readonly covers: readonly CoverRow[]
}

export interface PeoplePlan {
  readonly many: number
  /** Those from that number on, at most so many. */
  some(from: number, most: number): readonly WorkerRow[]
}

export interface DistrictPlan {
  /** Made when asked for: they are many, and needed once. */
  organisations(): OrganisationsPlan
  readonly people: PeoplePlan
}

/** `named` are the times for which named firms count as 规上 in the register. */
export function districtPlan(today: Day, named: readonly Designation[]): DistrictPlan {
  const registry = demoRegistry(today)
  const firms = plannedFirms()
  const ways = organised(firms)
  const now = numberOf(today)
  const parts = crowd(firms, ways, new Map(registry.organisations.map(({ id, since }) => [id, now - numberOf(since)])))
  const takenPhones = new Set(registry.people.map(({ phone }) => phone))
  return {
    organisations: () => organisationsOf(firms, ways, registry.organisations, named, today),
    people: peopleOf(parts, { now, births: birthsOn(today), elsewhere: workplacesIn(parts), takenPhones }),
  }
}

function organisationsOf(
  firms: readonly PlannedFirm[],
  ways: ReadonlyMap<number, Organised>,
  known: readonly Organisation[],
  named: readonly Designation[],
  today: Day,
): OrganisationsPlan {
  const lists = listFacts(firms, named, today)
  const lastList = `${today.slice(0, 4)}-01-01`
  const listedNow = new Set(lists.flatMap(({ firm, since }) => (since === lastList ? [firm] : [])))
  const rows = firms.map((firm) => firmRow(firm, today, listedNow.has(firm.n)))
  const joint = jointUnionRows(today)
  const unions = firms.flatMap((firm) => {
    const age = ways.get(firm.n)!.unionAge
    return age === undefined ? [] : [unionRow(firm, age, today)]
  })
  const ofNamed = known.filter(({ kind }) => kind === 'union').map(({ id, unit, since }) => ({ id, unit: unit!, since }))
  return {
    organisations: [...rows, ...joint, ...unions],
    facts: [...firms.flatMap((firm, at) => firmFacts(firm, rows[at]!, today)), ...lists],
    places: [
      ...rows.map(({ id, parent, unit, since }) => ({ id: demoId(`place ${id}`), organisation: id, parent, unit, since })),
      ...[...joint, ...unions].map(unionPlace),
    ],
    terms: [...joint, ...unions, ...ofNamed].flatMap((one) => termsOf(one, today)),
    covers: [...namedCovers(today), ...firms.flatMap((firm) => coverRows(firm, ways.get(firm.n)!, today))],
  }
}

/** The freight firms among the named that have a union: the federation takes them in, and nothing changes for their people. */
function namedCovers(today: Day): readonly CoverRow[] {
  const since = `${Number(today.slice(0, 4)) - 3}-03-01` as Day
  return firmKeys
    .filter((key) => demoFirms[key].sector === 'freight' && demoFirms[key].union)
    .map((key): CoverRow => {
      const source = '货运物流行业企业名册.xlsx'
      return { id: demoId(`cover freightFederation ${key}`), union: freightFederation, firm: organisationId(key), since, source }
    })
}

const workplacesIn = (parts: readonly Part[]): readonly Workplace[] => parts.flatMap((part) => (part.kind === 'workers' ? [part.at] : []))

function peopleOf(parts: readonly Part[], making: Making): PeoplePlan {
  let many = 0
  const starts = parts.map((part) => (many += part.many) - part.many)
  return {
    many,
    some(from, most) {
      const rows: WorkerRow[] = []
      let at = starts.findLastIndex((start) => start <= from)
      for (let n = from; n < Math.min(from + most, many); n++) {
        while (at + 1 < starts.length && starts[at + 1]! <= n) at++
        rows.push(worker(n, parts[at]!, making))
      }
      return rows
    },
  }
}
