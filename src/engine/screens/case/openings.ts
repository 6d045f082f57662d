/** Which cases somebody may open. Pure. */
import type { ProcedureWire } from '../../wire.ts'
import type { StepDefinition } from '../form/schema.ts'

export interface Opening {
  readonly procedure: ProcedureWire
  readonly step: StepDefinition
}

/** Steps that open a case and that a holder of these posts may take or take down. */
export function openings(procedures: readonly ProcedureWire[], posts: readonly string[]): readonly Opening[] {
  return procedures.flatMap((procedure) => {
    const desk = new Set(procedure.roles.filter((role) => role.posts?.some((post) => posts.includes(post))).map((role) => role.id))
    return procedure.steps
      .filter((step) => step.from.length === 0 && [...step.by, ...step.recordedBy].some((role) => desk.has(role)))
      .map((step) => ({ procedure, step }))
  })
}
