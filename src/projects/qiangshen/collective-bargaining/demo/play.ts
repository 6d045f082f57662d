/** How a story is told: so many days after its first day, a step by a role, perhaps recorded at the desk. */
import type { Entry } from '#engine'
import { addDays, type Day } from '#kernel/day.ts'
import type { collectiveBargaining } from '../procedure.ts'

export type StepName = keyof typeof collectiveBargaining.steps
export type RoleName = keyof typeof collectiveBargaining.roles
export type Told = Entry<StepName, RoleName>

export interface Teller {
  readonly start: Day
  day(after: number): Day
  act(after: number, step: StepName, by: RoleName | 'law', input?: unknown, recordedBy?: RoleName): Told
}

export const teller = (start: Day): Teller => ({
  start,
  day: (after) => addDays(start, after),
  act: (after, step, by, input, recordedBy) => ({
    step,
    by,
    on: addDays(start, after),
    ...(input === undefined ? {} : { input }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
  }),
})
