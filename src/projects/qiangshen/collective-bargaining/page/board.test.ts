/** What the page shows follows from the log: drafts, rounds, the path and whose figures may be put down. */
import { describe, expect, it } from 'vitest'
import type { CaseWire, ProcedureWire } from '#engine/wire.ts'
import { boardOf, roadOf, sidesToPropose } from './board.ts'

const entry = (step: string, on: string, input: unknown = {}) => ({ step, on, input })
const growth = (value: number) => [{ meaning: 'wageGrowth', value }]
const file = (log: readonly object[], more: object = {}) =>
  ({ facts: {}, log, due: [], steps: [], yourRoles: [], ended: false, ...more }) as unknown as CaseWire
const procedure = {
  steps: [{ id: 'propose', by: ['workers', 'upperUnion', 'employer'], recordedBy: ['workers', 'upperUnion'] }],
  deadlines: [
    { id: 'revote', until: ['carry', 'reject'] },
    { id: 'whole', until: ['draft'] },
  ],
} as unknown as ProcedureWire

const whole = [
  entry('offer', '2026-09-26'),
  entry('serve', '2026-09-28'),
  entry('supplyMaterials', '2026-10-12'),
  entry('answer', '2026-10-13'),
  entry('propose', '2026-10-22', { side: 'workers', round: 1, clauses: growth(800) }),
  entry('propose', '2026-10-22', { side: 'employer', round: 1, clauses: growth(300) }),
  entry('propose', '2026-10-30', { side: 'workers', round: 2, clauses: growth(700) }),
  entry('draft', '2026-11-09', { clauses: growth(500) }),
  entry('reject', '2026-11-16'),
  entry('reviseDraft', '2026-11-20', { clauses: growth(550) }),
]

describe('the road', () => {
  it('goes on to a new vote after a refusal, with the day of its clock', () => {
    const road = roadOf(file(whole, { due: [{ id: 'revote', last: '2026-11-27' }] }), procedure)
    expect(road.map(({ id, nth, standing }) => `${id}${nth ?? ''} ${standing}`)).toEqual([
      'serve done',
      'supplyMaterials done',
      'answer done',
      'round1 done',
      'round2 done',
      'draft done',
      'vote1 failed',
      'redraft done',
      'vote now',
      'sign ahead',
      'file ahead',
      'takeEffect ahead',
      'publish ahead',
    ])
    expect(road.find(({ standing }) => standing === 'now')?.due?.last).toBe('2026-11-27')
  })
  it('asks for a new agreement between a refusal and the new vote', () => {
    const refused = roadOf(file(whole.slice(0, 9)), procedure)
    expect(refused.slice(6, 9).map(({ id, standing }) => [id, standing])).toEqual([
      ['vote', 'failed'],
      ['redraft', 'now'],
      ['vote', 'ahead'],
    ])
  })
  it('begins with the service, and passes over what was not asked for', () => {
    expect(roadOf(file(whole.slice(0, 1)), procedure)[0]).toEqual({ id: 'serve', standing: 'now' })
    const short = roadOf(file([whole[0]!, whole[1]!, whole[3]!, whole[7]!]), procedure).map(({ id }) => id)
    expect(short).toEqual(['serve', 'answer', 'draft', 'vote', 'sign', 'file', 'takeEffect', 'publish'])
  })
  it('counts a signature only when both have signed, and has no next station at the end', () => {
    const signed = [...whole, entry('carry', '2026-11-26'), entry('signWorkers', '2026-11-26')]
    expect(roadOf(file(signed), procedure).find(({ id }) => id === 'sign')?.standing).toBe('now')
    const both = [...signed, entry('signEmployer', '2026-11-27')]
    expect(roadOf(file(both), procedure).find(({ id }) => id === 'sign')).toEqual({ id: 'sign', standing: 'done', on: '2026-11-27' })
    expect(roadOf(file(both, { ended: true }), procedure).every(({ standing }) => standing !== 'now')).toBe(true)
  })
})

it('keeps the first draft beside the one made after the refusal, and the first day of each round', () => {
  const board = boardOf(file(whole))
  expect(board.drafts.map(({ on, again, clauses }) => [on, again, [...clauses.values()][0]?.value])).toEqual([
    ['2026-11-09', false, 500],
    ['2026-11-20', true, 550],
  ])
  expect([...board.days]).toEqual([
    [0, '2026-09-26'],
    [1, '2026-10-22'],
    [2, '2026-10-30'],
  ])
})

describe('whose figures may be put down', () => {
  const open = { steps: [{ id: 'propose', allowed: true, as: 'workers' }] }
  it('the desk puts down its own and takes down the employer’s, the employer only its own', () => {
    expect(sidesToPropose(file([], { ...open, yourRoles: ['workers'] }), procedure)).toEqual([
      { side: 'workers', as: 'workers', recording: false },
      { side: 'employer', as: 'employer', recording: true },
    ])
    expect(sidesToPropose(file([], { ...open, yourRoles: ['employer'] }), procedure)).toEqual([
      { side: 'employer', as: 'employer', recording: false },
    ])
    expect(sidesToPropose(file([], { ...open, yourRoles: ['upperUnion'] }), procedure)[0]).toEqual({
      side: 'workers',
      as: 'upperUnion',
      recording: false,
    })
  })
  it('nobody’s while it is not the time', () => {
    const closed = { steps: [{ id: 'propose', allowed: false, refusal: { why: 'not now' } }], yourRoles: ['workers'] }
    expect(sidesToPropose(file([], closed), procedure)).toEqual([])
  })
})
