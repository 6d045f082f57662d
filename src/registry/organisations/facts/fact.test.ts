/** Facts from a day until a day: never two at once, whatever is told in whatever order, and the past stays as it was told. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day.ts'
import { factFits, fitIn, heldOn, type KnownFact, overlaps, factValueOf } from './fact.ts'

const start = day('2020-01-01')
const at = (n: number): Day => addDays(start, n)

const told = fc.array(
  fc.record({
    since: fc.nat({ max: 60 }),
    lasts: fc.option(fc.integer({ min: -2, max: 20 }), { nil: undefined }),
    value: fc.constantFrom(1, 2, 3),
    renew: fc.boolean(),
  }),
  { maxLength: 25 },
)
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never

/** Takes in one after the other, as the register does, and says after each what changed. */
function takeIn(
  stream: Told,
  after: (before: readonly KnownFact[], now: readonly KnownFact[], since: Day) => void = () => {},
): readonly KnownFact[] {
  let known: readonly KnownFact[] = []
  for (const [n, { since, lasts, value, renew }] of stream.entries()) {
    const fitting = fitIn(known, { value, since: at(since), ...(lasts !== undefined && { until: at(since + lasts) }) }, renew)
    const before = known
    if ('write' in fitting) {
      const { close } = fitting
      known = [...known.map((fact) => (fact.id === close?.id ? { ...fact, until: close.until } : fact)), { id: `f${n}`, ...fitting.write }]
    }
    after(before, known, at(since))
  }
  return known
}

describe('facts', () => {
  test('never overlap and never end before they begin', () => {
    fc.assert(
      fc.property(told, (stream) => {
        const known = takeIn(stream)
        for (const [n, one] of known.entries()) {
          expect(one.until === undefined || one.until >= one.since).toBe(true)
          for (const other of known.slice(n + 1)) expect(overlaps(one, other), JSON.stringify([one, other])).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
  test('a past day answers the same after anything told of later days', () => {
    fc.assert(
      fc.property(told, (stream) => {
        takeIn(stream, (before, now, since) => {
          for (let n = -1; at(n) < since; n++) expect(heldOn(now, at(n))?.value).toBe(heldOn(before, at(n))?.value)
        })
      }),
    )
  })
  test('what is told again changes nothing', () => {
    fc.assert(
      fc.property(told, fc.nat({ max: 60 }), fc.boolean(), (stream, since, renew) => {
        const known = takeIn(stream)
        const fitting = fitIn(known, { value: 2, since: at(since) }, renew)
        fc.pre('write' in fitting)
        const close = 'close' in fitting ? fitting.close : undefined
        const after = [
          ...known.map((fact) => (fact.id === close?.id ? { ...fact, until: close.until } : fact)),
          { ...(fitting as { write: KnownFact }).write, id: 'new' },
        ]
        expect(fitIn(after, { value: 2, since: at(since) }, renew)).toHaveProperty('known.id', 'new')
      }),
    )
  })
  test('an open one is closed the day before; one with an end, or of the same day, is in the way', () => {
    const open: KnownFact = { id: 'a', value: 1, since: at(0) }
    expect(fitIn([open], { value: 2, since: at(9) })).toEqual({ close: { id: 'a', until: at(8) }, write: { value: 2, since: at(9) } })
    expect(fitIn([open], { value: 2, since: at(0) })).toMatchObject({ path: 'since' })
    expect(fitIn([{ ...open, until: at(9) }], { value: 2, since: at(9) })).toMatchObject({ path: 'since' })
    expect(fitIn([{ ...open, until: at(9) }], { value: 2, since: at(10) })).toEqual({ write: { value: 2, since: at(10) } })
    expect(fitIn([open], { value: 2, since: at(5), until: at(4) })).toMatchObject({ path: 'until' })
  })
  test('told of an earlier time, it reaches to what is known after it', () => {
    const later: KnownFact = { id: 'b', value: 2, since: at(20) }
    expect(fitIn([later], { value: 1, since: at(3) })).toEqual({ write: { value: 1, since: at(3), until: at(19) }, upTo: 'b' })
    expect(fitIn([later], { value: 1, since: at(3), until: at(20) })).toMatchObject({ path: 'until' })
  })
  test('equal to what holds it is known, but a list of another year is a paper of its own', () => {
    const open: KnownFact = { id: 'a', value: true, since: at(0) }
    expect(fitIn([open], { value: true, since: at(9) })).toEqual({ known: open })
    expect(fitIn([open], { value: true, since: at(9) }, true)).toHaveProperty('write')
    expect(fitIn([open], { value: true, since: at(0) }, true)).toEqual({ known: open })
  })
})

test('values are those of their fact', () => {
  expect(factValueOf('designated', true)).toBe(true)
  expect(factValueOf('designated', 'true')).toBeUndefined()
  expect(factValueOf('employees', 12)).toBe(12)
  expect(factValueOf('employees', -1)).toBeUndefined()
  expect(factValueOf('sector', 'coal')).toBeUndefined()
  expect(factValueOf('creditCode', ' 91330100ma2abcdexy')).toBe('91330100MA2ABCDEXY')
  expect(factValueOf('creditCode', '91330100MA2ABCDEIO')).toBeUndefined()
})

test('only firms and platforms are above a size', () => {
  expect(factFits('designated', 'firm')).toBe(true)
  expect(factFits('designated', 'union')).toBe(false)
  expect(factFits('sector', 'industry')).toBe(true)
  expect(factFits('name', 'street')).toBe(true)
  expect(['firm', 'park', 'street', 'committee', 'bureau'].filter((kind) => factFits('pilotLevel', kind as 'firm'))).toEqual([
    'firm',
    'park',
    'street',
  ])
  expect([factFits('modelFirm', 'firm'), factFits('modelFirm', 'park')]).toEqual([true, false])
})
