/** Where a case has been, where it is, and where it may go: the picture beside the case, as data. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { CaseWire, ProcedureWire } from '../../wire.ts'

export interface Stop {
  readonly state: string
  readonly title: Text
  readonly at: 'gone' | 'here' | 'ahead'
  /** The day the case came here, and the step that brought it; for what lies ahead, the step that would. */
  readonly on?: Day
  readonly by?: Text
  readonly who?: Text
}

export interface StatePath {
  readonly stops: readonly Stop[]
  /** Where it could also end from here, off the main road. */
  readonly asides: readonly Text[]
}

const titleOf = (procedure: ProcedureWire, state: string): Text =>
  procedure.states.find((one) => one.id === state)?.title ?? { zh: state, en: state }

export function statePath(procedure: ProcedureWire, file: CaseWire): StatePath {
  const gone = visited(procedure, file)
  const ahead = file.ended ? [] : roadAhead(procedure, file.state)
  const onRoad = new Set([...gone, ...ahead].map((stop) => stop.state))
  const asides = file.ended
    ? []
    : procedure.steps
        .filter(
          (step) =>
            step.from.includes(file.state) &&
            step.to &&
            !onRoad.has(step.to) &&
            procedure.states.some((state) => state.id === step.to && state.end),
        )
        .map((step) => titleOf(procedure, step.to!))
  return { stops: [...gone, ...ahead], asides: [...new Map(asides.map((aside) => [aside.zh, aside])).values()] }
}

function visited(procedure: ProcedureWire, file: CaseWire): readonly Stop[] {
  const stops: Stop[] = []
  for (const entry of file.log) {
    const to = procedure.steps.find((step) => step.id === entry.step)?.to
    if (!to || stops.at(-1)?.state === to) continue
    stops.push({ state: to, title: titleOf(procedure, to), at: 'gone', on: entry.on, by: entry.title, who: entry.byTitle })
  }
  const last = stops.at(-1)
  return last
    ? [...stops.slice(0, -1), { ...last, at: 'here' }]
    : [{ state: file.state, title: file.stateTitle, at: 'here', on: file.openedOn }]
}

/** The main road: from each state on to the nearest later one, in the order in which the procedure names them. */
function roadAhead(procedure: ProcedureWire, from: string): readonly Stop[] {
  const order = procedure.states.map((state) => state.id)
  const isEnd = (state: string): boolean => procedure.states.some((one) => one.id === state && one.end)
  const road: Stop[] = []
  for (let here = from; !isEnd(here); ) {
    const place = order.indexOf(here)
    const ways = procedure.steps.filter((step) => step.from.includes(here) && step.to && order.indexOf(step.to) > place)
    const next = ways.toSorted((a, b) => order.indexOf(a.to!) - order.indexOf(b.to!))[0]
    if (!next) break
    const who = procedure.roles.find((role) => role.id === next.by[0])?.title
    road.push({ state: next.to!, title: titleOf(procedure, next.to!), at: 'ahead', by: next.title, ...(who ? { who } : {}) })
    here = next.to!
  }
  return road
}
