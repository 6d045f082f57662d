/** Every step of a procedure as a caller sees it on a case: allowed, or with the reason why not. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Step } from './define.ts'
import type { Mechanism } from './mechanism.ts'
import { type Entry, listOf, type Now, type Refusal, refusal } from './run.ts'
import type { RefusalWire, StepWire } from './wire.ts'
import { lawWire, paperTitle, refusalWire, stepTitle } from './words.ts'

/** What of a step is the same in every case. */
interface Face {
  readonly shown: Omit<StepWire, 'allowed' | 'as' | 'recording' | 'refusal'>
  readonly by: readonly string[]
  readonly byParties: readonly string[]
  readonly recordedBy: readonly string[]
  /** Refusals that say no more than where the case stands or whose step it is, by what they depend on. */
  readonly refusals: Map<string, RefusalWire>
}

const faces = new WeakMap<Mechanism, readonly Face[]>()

function facesOf(m: Mechanism): readonly Face[] {
  const before = faces.get(m)
  if (before) return before
  const made = Object.entries<Step>(m.procedure.steps)
    .filter(([, step]) => step.from !== undefined && listOf(step.by).some((role) => role !== 'law'))
    .map(([id, step]) => faceOf(m, id, step))
  faces.set(m, made)
  return made
}

const faceOf = (m: Mechanism, id: string, step: Step): Face => ({
  shown: {
    id,
    title: stepTitle(m, id),
    ...(step.hint ? { hint: { zh: step.hint, en: m.en.hints[id] ?? step.hint } } : {}),
    law: lawWire(step.law),
    ...((step.fills ?? step.gathers) ? { section: step.fills ?? step.gathers } : {}),
    papers: (step.papers ?? []).map((paper) => paperTitle(m, paper)),
  } as Face['shown'],
  by: listOf(step.by),
  byParties: listOf(step.by).filter((role) => m.procedure.roles[role]?.kind === 'party'),
  recordedBy: listOf(step.recordedBy),
  refusals: new Map(),
})

/** Every step of the procedure that this caller could ever see reason to take, allowed or with the reason why not. */
export const stepsWire = (m: Mechanism, log: readonly Entry[], roles: readonly string[], now: Now): readonly StepWire[] =>
  facesOf(m).map((face) => {
    const own = face.by.filter((role) => roles.includes(role))
    const recorder = own.length > 0 ? undefined : face.recordedBy.find((role) => roles.includes(role))
    if (own.length === 0 && !recorder) return { ...face.shown, allowed: false, refusal: refusalOf(m, face, notMine(m, face, log, now)) }
    let best: { readonly by: string; readonly why: Refusal | null } | undefined
    for (const by of recorder ? face.byParties : own) {
      const why = refusal(m.procedure, log, entryFor(face.shown.id, by, recorder, now.today), now, true)
      if (!best || !why) best = { by, why }
      if (!why) break
    }
    const { by, why } = best!
    return {
      ...face.shown,
      allowed: !why,
      as: by,
      ...(recorder ? { recording: true as const } : {}),
      ...(why ? { refusal: refusalOf(m, face, why) } : {}),
    }
  })

/** Of somebody else's step it is said when it is not the time, else whose it is. */
function notMine(m: Mechanism, face: Face, log: readonly Entry[], now: Now): Refusal {
  const why = refusal(m.procedure, log, entryFor(face.shown.id, face.by[0]!, undefined, now.today), now, true)
  return why?.why === 'not now' ? why : { why: 'not you', by: face.by }
}

function refusalOf(m: Mechanism, { shown, refusals }: Face, why: Refusal): RefusalWire {
  if (why.why === 'broken' || why.why === 'incomplete') return refusalWire(m, shown.id, why)
  const key = why.why === 'not now' ? `${why.state} ${why.done === true}` : why.why
  const before = refusals.get(key)
  if (before) return before
  const made = refusalWire(m, shown.id, why)
  refusals.set(key, made)
  return made
}

const entryFor = (step: string, by: string, recordedBy: string | undefined, on: Day): Entry => ({
  step,
  by,
  on,
  ...(recordedBy ? { recordedBy } : {}),
})
