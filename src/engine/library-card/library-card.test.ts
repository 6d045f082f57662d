import { describe, expect, test } from 'vitest'
import { addDays, day, weekday } from '#kernel/day.ts'
import type { WorkCalendar } from '#law'
import { faultsOf } from '../conformance.ts'
import { dueOf, lawStepsOf } from '../due.ts'
import { mechanism } from '../mechanism.ts'
import { type Entry, factsOf, type Now, refusal, stateOf } from '../run.ts'
import fine from './fine.ts'
import library, { breaks, stories } from './index.ts'
import { lending as p } from './procedure.ts'

/** Monday to Friday; nothing else is known. */
const calendar: WorkCalendar = {
  isWorking: (d) => weekday(d) > 0 && weekday(d) < 6,
  nameOf: () => undefined,
  isMakeUp: () => false,
  isProvisional: () => false,
}
const on = (today: string, region: Now['region'] = 'CN'): Now => ({ today: day(today), region, calendar })
const { aBookComesBack: story } = stories
const log = (n: number): readonly Entry[] => story.slice(0, n)

describe('an invented procedure', () => {
  test('keeps what every mechanism must keep', async () => {
    expect(await faultsOf(library, on('2026-11-22'), ['CN', 'CN-ZJ-HZ'])).toEqual([])
    expect(await faultsOf(fine, on('2026-11-22'), ['CN'])).toEqual([])
  })

  test('conformance bites: a state nobody reaches, a story that is refused, an article nobody has, a rule nobody breaks', async () => {
    const broken = mechanism({
      ...library,
      procedure: { ...p, states: { ...p.states, nowhere: '无处' } },
      told: async () => ({ stories: { wrong: [{ on: day('2026-03-02'), by: 'reader', step: 'giveBack' }] } }),
    } as never)
    const faults = await faultsOf(broken, on('2026-11-22'), ['CN'])
    expect(faults).toContain('no step leads to nowhere')
    expect(faults).toContain('wrong: giveBack on 2026-03-02 is refused: not now')
    expect(faults).toContain('no story breaks the rule fewBooks')
    expect(faults).toContain('no story takes the step lend')
    const foreign = mechanism({
      ...library,
      procedure: {
        ...p,
        deadlines: {
          ...p.deadlines,
          answer: {
            ...p.deadlines.answer,
            rule: {
              ...p.deadlines.answer.rule,
              on: () => {
                throw new Error('no law')
              },
            },
          },
        },
      },
    } as never)
    expect(await faultsOf(foreign, on('2026-11-22'), ['CN'])).toContain('no law')
  })
})

describe('the fold', () => {
  test('the state is where the last moving step led; a step without a target leaves it', () => {
    expect(stateOf(p, log(0))).toBeUndefined()
    expect(stateOf(p, log(2))).toBe('lent')
    expect(stateOf(p, log(6))).toBe('lent')
    expect(stateOf(p, story)).toBe('returned')
  })

  test('a filled section is its last input, a gathered one all of them', () => {
    expect(factsOf(p, log(1))).toEqual({ wish: story[0].input, note: [] })
    expect(factsOf(p, story)).toMatchObject({ answer: { shelf: 'A1' }, note: [{ words: '谢谢' }] })
  })
})

describe('a refusal', () => {
  test('a step is not dated before the one that led to where the case is, nor a case before the law we keep', () => {
    const note: Entry = { step: 'note', by: 'reader', on: day('2026-03-02'), input: { words: '谢谢' } }
    const late = refusal(p, log(2), { ...note, on: addDays(story[1]!.on, -1) }, on('2026-04-01'))
    expect(late).toMatchObject({ why: 'incomplete', faults: [{ path: 'on' }] })
    expect(refusal(p, log(2), { ...note, on: story[1]!.on }, on('2026-04-01'))).toBeNull()
    expect(refusal(p, [], { ...story[0]!, on: day('1999-01-01') }, on('2026-04-01'))).toMatchObject({
      why: 'incomplete',
      faults: [{ path: 'on' }],
    })
  })

  const lend: Entry = story[1]
  test('not now, not you, incomplete, and broken with what is missing', () => {
    expect(refusal(p, log(2), lend, on('2026-03-04'))).toMatchObject({ why: 'not now', state: 'lent', from: ['asked'] })
    expect(refusal(p, log(1), { ...lend, by: 'reader' }, on('2026-03-04'))).toMatchObject({ why: 'not you', by: ['librarian'] })
    expect(refusal(p, log(1), { ...lend, input: {} }, on('2026-03-04'))).toMatchObject({ why: 'incomplete', faults: [{ path: 'shelf' }] })
    expect(refusal(p, [], breaks.tooMany[0], on('2026-03-04'))).toMatchObject({
      why: 'broken',
      rule: { id: 'fewBooks' },
      missing: { zh: '多了 1 本' },
    })
    expect(refusal(p, log(1), lend, on('2026-03-04'))).toBeNull()
  })

  test('nobody accepts what they asked for themselves', () => {
    const asLibrarian: Entry[] = [{ ...story[0], by: 'librarian' }]
    expect(refusal(p, asLibrarian, lend, on('2026-03-04'))?.why).toBe('not you')
  })

  test('no step in the future, none before the case began', () => {
    expect(refusal(p, log(1), { ...lend, on: day('2026-03-05') }, on('2026-03-04'))).toMatchObject({
      why: 'incomplete',
      faults: [{ path: 'on' }],
    })
    expect(refusal(p, log(1), { ...lend, on: day('2026-03-01') }, on('2026-03-04'))).toMatchObject({
      why: 'incomplete',
      faults: [{ path: 'on' }],
    })
  })

  test('the desk records only what it may record', () => {
    const back: Entry = { step: 'giveBack', by: 'reader', on: day('2026-03-09') }
    expect(refusal(p, log(2), { ...back, recordedBy: 'librarian' }, on('2026-03-09'))).toBeNull()
    expect(refusal(p, log(2), { ...back, recordedBy: 'head' }, on('2026-03-09'))?.why).toBe('not you')
    expect(
      refusal(p, log(2), { step: 'freeze', by: 'reader', recordedBy: 'librarian', on: day('2026-03-09') }, on('2026-03-09'))?.why,
    ).toBe('not you')
  })

  test('a preview waits for what the form will say, and only once is once', () => {
    const renew: Entry = { step: 'renew', by: 'librarian', on: day('2026-03-12') }
    expect(refusal(p, log(5), renew, on('2026-03-12'), true)).toBeNull()
    expect(refusal(p, log(6), renew, on('2026-03-12'), true)).toMatchObject({ why: 'not now', done: true })
  })
})

describe('the clocks', () => {
  const last = (n: number, today: string, id: string, region?: Now['region']) =>
    dueOf(p, log(n), on(today, region)).find((due) => due.id === id)?.last

  test('working days are counted over the weekend, and the answer ends the clock', () => {
    expect(last(1, '2026-03-02', 'answer')).toBe('2026-03-05')
    expect(last(2, '2026-03-04', 'answer')).toBeUndefined()
  })

  test('the nearest region governs', () => {
    expect(last(2, '2026-03-04', 'return')).toBe('2026-03-18')
    expect(last(2, '2026-03-04', 'return', 'CN-ZJ-HZ')).toBe('2026-03-25')
  })

  test('while the card is lost the clock stands still, ten days at most', () => {
    expect(last(5, '2026-03-09', 'return')).toBe('2026-03-23')
    expect(dueOf(p, log(4), on('2026-03-08')).find((due) => due.id === 'return')!.last > '2026-03-18').toBe(true)
    const long: Entry[] = [...log(4), { on: day('2026-04-01'), by: 'librarian', step: 'thaw' }]
    expect(dueOf(p, long, on('2026-04-01')).find((due) => due.id === 'return')!.last).toBe('2026-03-30')
  })

  test('both sides may agree to more, never to less', () => {
    expect(last(6, '2026-03-10', 'return')).toBe('2026-04-02')
    const less: Entry[] = [...log(5), { ...story[5], input: { until: '2026-03-05', bothAgree: true } }]
    expect(dueOf(p, less, on('2026-03-10')).find((due) => due.id === 'return')!.last).toBe('2026-03-23')
  })

  test('the law takes its step the day after the last day, not on it', () => {
    const lost = on('2026-04-03')
    expect(lawStepsOf(p, dueOf(p, log(2), lost), lost.today)).toEqual([])
    const after = on('2026-04-04')
    expect(lawStepsOf(p, dueOf(p, log(2), after), after.today)).toMatchObject([{ step: 'lose', on: addDays(day('2026-04-03'), 1) }])
  })

  test('an ended case has no clock', () => {
    expect(dueOf(p, story, on('2026-03-20'))).toEqual([])
  })
})
