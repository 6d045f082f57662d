/** Who is bound from when to when, and what the register of contracts keeps of it. */
import { describe, expect, it, test } from 'vitest'
import { type Entry, refusal } from '#engine'
import { factsOf, stateOf } from '#engine/run.ts'
import { addDays, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Facts } from './data.ts'
import { act, firmOf, freight, knownOf, newcomer, on, type Told } from './demo/cast.ts'
import { carried, inForce, parkDrafted, received } from './demo/scripts.ts'
import { freightByCongress, parkFirmByFirm, shortOfHalf } from './demo/stories.ts'
import { boundFirms, spellsOf, workersOf } from './facts/firms.ts'
import { contractRows, coverRows } from './facts/kept.ts'
import { partiesOf } from './parties.ts'
import { regionalBargaining } from './procedure.ts'

const known = (log: readonly Entry[]) => factsOf(regionalBargaining, log) as Facts
const isRefused = (log: readonly Told[]) =>
  refusal(regionalBargaining, log.slice(0, -1), log.at(-1)!, { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar })

describe('who is bound', () => {
  const firm = (key: Parameters<typeof firmOf>[0]) => firmOf(key).organisationId

  test('firms come and go, and may come again', () => {
    const log = [
      ...inForce,
      act(80, 'leave', 'workers', { ...firmOf('dongqu'), on: on(84), ground: 'moved' }),
      act(100, 'join', 'workers', { ...firmOf('dongqu'), on: on(104), known: [knownOf('dongqu')] }),
      act(120, 'leave', 'workers', { ...firmOf('dongqu'), on: on(124), ground: 'dissolved' }),
    ] as const
    expect(isRefused([...log])).toBeNull()
    const spells = spellsOf(known(log)).filter(({ organisationId }) => organisationId === firm('dongqu'))
    expect(spells.map(({ since, leftOn }) => [since, leftOn])).toEqual([
      [undefined, on(84)],
      [on(104), on(124)],
    ])
    expect(boundFirms(known(log))).toHaveLength(3)
    expect(workersOf(known(log))).toBe(360)
  })

  test('with an association the firms look on; without one they are the other side', () => {
    expect(partiesOf(known(inForce)).map(({ role }) => role)).toEqual(['employer', 'firm', 'firm', 'firm', 'firm', 'bureau'])
    expect(partiesOf(known(parkDrafted)).map(({ role, sees }) => [role, sees])).toEqual([
      ['employer', undefined],
      ['employer', undefined],
      ['employer', undefined],
      ['bureau', false],
    ])
  })
})

describe('what the register keeps', () => {
  const fileOf = (log: readonly Told[]) => ({
    id: 'case',
    number: '协〔2025〕9号',
    owner: { id: 'owner', unit: 'unit' },
    known: known(log),
    state: stateOf(regionalBargaining, log)!,
    log,
  })

  it('signed, it counts as signed; nobody is bound before it is in force', () => {
    expect(contractRows(fileOf(carried))).toEqual([])
    const notYet = { since: 'infinity', until: 'infinity' }
    expect(contractRows(fileOf(received))).toMatchObject([notYet])
    expect(coverRows(fileOf(received)).every(({ since, until }) => since === notYet.since && until === notYet.until)).toBe(true)
  })

  it('the contract by silence, and every bound firm from the first day to the last', () => {
    expect(contractRows(fileOf(inForce))).toMatchObject([
      {
        kind: 'wage',
        level: 'industry',
        signed_on: on(38),
        since: '2025-05-01',
        until: '2026-04-30',
        deemed: true,
        number: '协〔2025〕9号',
        owner_id: 'owner',
        unit_id: 'unit',
      },
    ])
    expect(coverRows(fileOf(inForce))).toEqual(
      freight.map((key) => ({ firm_id: firmOf(key).organisationId, since: '2025-05-01', until: '2026-04-30' })),
    )
  })

  it('a firm that came from its day, one that left until the day before', () => {
    const rows = coverRows(fileOf(freightByCongress))
    expect(rows).toContainEqual({ firm_id: firmOf(newcomer).organisationId, since: on(84), until: '2026-04-30' })
    expect(rows).toContainEqual({ firm_id: firmOf('dongqu').organisationId, since: '2025-05-01', until: addDays(on(154), -1) })
  })

  it('the day of the termination is its last; a new contract ends it the day before', () => {
    expect(contractRows(fileOf(parkFirmByFirm))[0]).toMatchObject({
      since: '2025-05-29',
      until: on(200),
      kind: 'comprehensive',
    })
    expect(coverRows(fileOf(parkFirmByFirm)).every(({ until }) => until === on(200))).toBe(true)
    expect(contractRows(fileOf(shortOfHalf))[0]).toMatchObject({ until: addDays(on(150), -1) })
  })

  it('a firm that left before it took effect is never bound', () => {
    const log = [
      ...received.slice(0, -1),
      act(43, 'leave', 'workers', { ...firmOf('dongqu'), on: on(43), ground: 'moved' }),
      received.at(-1)!,
      inForce.at(-1)!,
    ]
    expect(coverRows(fileOf(log)).map(({ firm_id }) => firm_id)).not.toContain(firmOf('dongqu').organisationId)
  })
})
