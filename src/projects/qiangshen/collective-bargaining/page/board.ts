/** What the bargaining page shows, out of the case as it came over HTTP. Pure. */
import type { CaseWire, DueWire, EntryWire, ProcedureWire } from '#engine/wire.ts'
import type { Day } from '#kernel/day.ts'
import { type Clause, clauseKey } from '#law/clauses/clause.ts'
import type { Facts, Side } from '../data.ts'
import { type Table, tableOf } from '../table/table.ts'

export interface Drafted {
  readonly on: Day
  /** Agreed anew after the congress had refused. */
  readonly again: boolean
  readonly clauses: ReadonlyMap<string, Clause>
}

export interface Board {
  readonly facts: Facts
  readonly table: Table
  /** The first day on which somebody proposed in a round; 0 is the offer. */
  readonly days: ReadonlyMap<number, Day>
  readonly drafts: readonly Drafted[]
}

const gatheredSections = [
  'vacancies',
  'refills',
  'meetings',
  'proposals',
  'minutes',
  'suspensions',
  'resumptions',
  'votes',
  'reports',
  'notes',
] as const satisfies readonly (keyof Facts)[]

/** A section kept from the reader is as one not yet filled. */
export function factsOf(file: Pick<CaseWire, 'facts'>): Facts {
  const empty = Object.fromEntries(gatheredSections.map((name) => [name, []]))
  return { ...empty, ...file.facts } as unknown as Facts
}

const clausesOf = ({ input }: EntryWire): readonly Clause[] =>
  (input as { readonly clauses?: readonly Clause[] } | undefined)?.clauses ?? []

export function boardOf(file: CaseWire): Board {
  const facts = factsOf(file)
  const days = new Map<number, Day>()
  for (const entry of file.log) {
    const round = entry.step === 'offer' ? 0 : (entry.input as { readonly round?: unknown } | undefined)?.round
    if ((entry.step === 'offer' || entry.step === 'propose') && typeof round === 'number' && !days.has(round)) days.set(round, entry.on)
  }
  const drafts = file.log
    .filter(({ step }) => step === 'draft' || step === 'reviseDraft')
    .map((entry) => ({
      on: entry.on,
      again: entry.step === 'reviseDraft',
      clauses: new Map(clausesOf(entry).map((clause) => [clauseKey(clause), clause])),
    }))
  return { facts, table: tableOf(facts), days, drafts }
}

/** A side for which the reader may put figures down, and the role in which the step is taken. */
export interface Proposing {
  readonly side: Side
  readonly as: string
  readonly recording: boolean
}

/** Their own side first; the desk may take down the figures of the employer. */
export function sidesToPropose(file: CaseWire, procedure: ProcedureWire): readonly Proposing[] {
  const here = file.steps.find(({ id }) => id === 'propose')
  const step = procedure.steps.find(({ id }) => id === 'propose')
  if (!here || !step || !(here.allowed || here.refusal?.why === 'incomplete')) return []
  const own = step.by.find((role) => file.yourRoles.includes(role))
  const records = step.recordedBy.some((role) => file.yourRoles.includes(role))
  return [
    ...(own ? [{ side: own === 'employer' ? ('employer' as const) : ('workers' as const), as: own, recording: false }] : []),
    ...(records && own !== 'employer' && step.by.includes('employer')
      ? [{ side: 'employer' as const, as: 'employer', recording: true }]
      : []),
  ]
}

/** A place on the path of a bargaining. */
export interface Station {
  readonly id: StationId
  /** The how-manieth, of rounds and votes. */
  readonly nth?: number
  readonly standing: 'done' | 'failed' | 'now' | 'ahead'
  readonly on?: Day
  readonly due?: DueWire
}
const ahead = ['serve', 'answer', 'supplyMaterials', 'round', 'draft', 'vote', 'sign', 'file', 'takeEffect', 'publish'] as const
export type StationId = (typeof ahead)[number] | 'redraft'

const plain: Readonly<Record<string, StationId>> = {
  serve: 'serve',
  answer: 'answer',
  supplyMaterials: 'supplyMaterials',
  draft: 'draft',
  reviseDraft: 'redraft',
  file: 'file',
  takeEffect: 'takeEffect',
  publish: 'publish',
}
/** The steps of the law that stand for a station still to come. */
const stepsOf: Readonly<Record<string, readonly string[]>> = {
  round: ['propose'],
  redraft: ['reviseDraft'],
  vote: ['convene', 'carry', 'reject'],
  sign: ['signWorkers', 'signEmployer'],
}

/** Where the bargaining has been, by day, then where it goes by the law, with the last day of each where its clock runs. */
export function roadOf(file: CaseWire, procedure: ProcedureWire): readonly Station[] {
  const done = pastOf(file)
  const last = done.at(-1)
  if (last?.standing === 'failed') return [...done, ...coming(['redraft', ...from('vote')], file, procedure)]
  if (last?.id === 'redraft') return [...done, ...coming(from('vote'), file, procedure)]
  // What was passed over is not ahead: nobody supplies materials after the draft.
  const reached = Math.max(-1, ...done.map(({ id }) => ahead.indexOf((id === 'redraft' ? 'draft' : id) as (typeof ahead)[number])))
  return [...done, ...coming(ahead.slice(reached + 1), file, procedure)]
}
const from = (id: (typeof ahead)[number]): readonly StationId[] => ahead.slice(ahead.indexOf(id))
const coming = (ids: readonly StationId[], file: CaseWire, procedure: ProcedureWire): readonly Station[] =>
  ids.map((id, at) => comingAt(id, at === 0 && !file.ended, file, procedure))

function comingAt(id: StationId, next: boolean, file: CaseWire, procedure: ProcedureWire): Station {
  const steps = stepsOf[id] ?? [id]
  const due = file.due.find((one) => procedure.deadlines.find((line) => line.id === one.id)?.until.some((step) => steps.includes(step)))
  return { id, standing: next ? 'now' : 'ahead', ...(due ? { due } : {}) }
}

function pastOf(file: CaseWire): readonly Station[] {
  const found: Station[] = []
  const rounds = new Set<number>()
  const signed = new Set<string>()
  let votes = 0
  for (const { step, on, input } of file.log) {
    const round = (input as { readonly round?: unknown } | undefined)?.round
    if (step === 'propose' && typeof round === 'number' && !rounds.has(round)) {
      rounds.add(round)
      found.push({ id: 'round', nth: round, standing: 'done', on })
    } else if (step === 'carry' || step === 'reject') {
      votes += 1
      found.push({ id: 'vote', nth: votes, standing: step === 'carry' ? 'done' : 'failed', on })
    } else if (step === 'signWorkers' || step === 'signEmployer') {
      signed.add(step)
      if (signed.size === 2) found.push({ id: 'sign', standing: 'done', on })
    } else if (plain[step]) {
      // What is done again stands where it was done last, but a draft is a draft each time.
      const before = found.findIndex(({ id }) => id === plain[step])
      if (before >= 0 && step !== 'reviseDraft') found.splice(before, 1)
      found.push({ id: plain[step], standing: 'done', on })
    }
  }
  return found
}
