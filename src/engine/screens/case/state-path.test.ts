/** The road of a case, on a small invented procedure. */
import { expect, it } from 'vitest'
import type { CaseWire, ProcedureWire } from '../../wire.ts'
import { statePath } from './state-path.ts'

const text = (zh: string) => ({ zh, en: zh })
const step = (id: string, from: readonly string[], to?: string, by: readonly string[] = ['desk']) => ({
  id,
  title: text(id),
  from,
  by,
  recordedBy: [],
  papers: [],
  rules: [],
  ...(to ? { to } : {}),
})
const procedure = {
  roles: [{ id: 'desk', title: text('柜台'), kind: 'desk' }],
  states: [
    { id: 'asked', title: text('已申请'), end: false },
    { id: 'lent', title: text('已借出'), end: false },
    { id: 'back', title: text('已归还'), end: true },
    { id: 'lost', title: text('已遗失'), end: true },
    { id: 'refused', title: text('未准'), end: true },
  ],
  steps: [
    step('ask', [], 'asked'),
    step('lend', ['asked'], 'lent'),
    step('refuse', ['asked'], 'refused'),
    step('prolong', ['lent']),
    step('return', ['lent'], 'back'),
    step('lose', ['lent'], 'lost'),
    step('lapse', ['asked'], 'refused', ['law']),
  ],
} as unknown as ProcedureWire

const file = (state: string, steps: readonly string[], ended = false) =>
  ({
    state,
    stateTitle: text(state),
    ended,
    openedOn: '2026-11-01',
    log: steps.map((id, at) => ({ step: id, title: text(id), byTitle: text('柜台'), on: `2026-11-0${at + 1}` })),
  }) as unknown as CaseWire

it('shows what is behind, where it is, and the main road ahead', () => {
  const { stops } = statePath(procedure, file('lent', ['ask', 'lend', 'prolong']))
  expect(stops.map((stop) => [stop.state, stop.at, stop.on])).toEqual([
    ['asked', 'gone', '2026-11-01'],
    ['lent', 'here', '2026-11-02'],
    ['back', 'ahead', undefined],
  ])
})

it('names the ends beside the road, each once', () => {
  expect(statePath(procedure, file('asked', ['ask'])).asides.map((aside) => aside.zh)).toEqual(['未准'])
  expect(statePath(procedure, file('lent', ['ask', 'lend'])).asides.map((aside) => aside.zh)).toEqual(['已遗失'])
})

it('has nothing ahead of a case that has ended', () => {
  const { stops, asides } = statePath(procedure, file('refused', ['ask', 'refuse'], true))
  expect(stops.at(-1)).toMatchObject({ state: 'refused', at: 'here' })
  expect(asides).toEqual([])
})
