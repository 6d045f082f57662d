/** Evaluations as they go over HTTP: the list with its scores, a round at a glance, the rubric, a questionnaire, and the arithmetic. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { dimensionIds, type Question, type Respondent, type Rubric, rubricBody } from '../rubric/rubric.ts'
import type { ItemResult, ItemScore, Result, Tally } from '../rubric/score.ts'

export const bands = ['none', 'below', 'pass', 'model'] as const
export type Band = (typeof bands)[number]

export const filter = z.object({
  round: z.string().trim().max(200).optional(),
  state: z.string().max(40).optional(),
  band: z.enum(bands).optional(),
  unit: z.uuid().optional(),
  q: z.string().trim().max(60).optional(),
})
export type Filter = z.output<typeof filter>
export const listQuery = filter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})

const score = z.int().nullable()
export const row = z.object({
  id: z.string(),
  number: z.string(),
  firm: z.object({ id: z.string(), name: z.string() }),
  unit: z.string().nullable(),
  owner: z.string(),
  round: z.string(),
  state: z.string(),
  openedOn: z.string(),
  concludedOn: z.string().nullable(),
  attempt: z.int().nullable(),
  rubric: z.int().nullable(),
  total: score,
  ...(Object.fromEntries(dimensionIds.map((id) => [id, score])) as Record<(typeof dimensionIds)[number], typeof score>),
  participation: score,
  awareness: score,
  satisfaction: score,
  passes: z.boolean().nullable(),
})
export type EvaluationRow = z.infer<typeof row>
export const page = z.object({ items: z.array(row), total: z.int(), next: z.string().optional() })
export type EvaluationPage = z.infer<typeof page>

const group = z.object({
  /** A street or federation; null for what stands beside them. */
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  evaluations: z.int(),
  concluded: z.int(),
  passing: z.int(),
  models: z.int(),
  /** Averages in hundredths of a point, of those with a result. */
  total: score,
  ...(Object.fromEntries(dimensionIds.map((id) => [id, score])) as Record<(typeof dimensionIds)[number], typeof score>),
})
export type Group = z.infer<typeof group>
export const summary = z.object({
  round: z.string().nullable(),
  rounds: z.array(z.string()),
  all: group,
  units: z.array(group),
  /** Of the firms with a result, how many are to pass, in hundredths of a per cent: the setting of today's rubric. */
  share: z.int(),
})
export type Summary = z.infer<typeof summary>

export const newRubric = z.strictObject({
  body: rubricBody,
  since: dayShape,
  why: z.string().trim().min(2).max(200),
  /** The newest version the editor had seen. */
  after: z.int().min(1),
})
export type NewRubric = z.output<typeof newRubric>

export interface RubricVersion {
  readonly rubric: Rubric
  /** Absent for the one with which the house begins. */
  readonly since?: Day
  readonly why?: string
  readonly by?: string
  readonly cases: number
}
export interface Rubrics {
  readonly versions: readonly RubricVersion[]
  /** The version for an evaluation that begins today. */
  readonly inForce: number
  readonly mayChange: boolean
}

/** One evaluation beside its derived page: what to score against, how the questionnaires stand, and the sum. */
export interface EvaluationWire {
  readonly id: Id
  readonly rubric: Rubric
  readonly attempt: number
  readonly state: string
  /** For whoever works on it. */
  readonly desk?: {
    readonly tally: Tally
    readonly codes: readonly { readonly role: Respondent; readonly code: string }[]
    readonly mayAsk: boolean
    /** Scores as they were last given in this attempt. */
    readonly scores: readonly ItemScore[]
  }
  readonly self: readonly ItemScore[]
  /** Once there is a result: the sum made again from what is on record. */
  readonly check?: {
    readonly recorded: Result
    readonly again: Result
    readonly same: boolean
    readonly items: readonly ItemResult[]
    /** Answer sheets counted anew from the table agree with the counts on record. Only for the desk. */
    readonly recounted?: boolean
  }
}

export interface FormWire {
  readonly firm: string
  readonly round: string
  readonly role: Respondent
  readonly questions: readonly Pick<Question, 'id' | 'words' | 'wordsEn' | 'measure'>[]
  readonly open: boolean
  readonly invited: number
  readonly taken: number
  /** For somebody signed in: whether they have answered. */
  readonly answered?: boolean
}
export const newAnswer = z.strictObject({
  /** Made at random by the one who answers; sending it twice is the same as once. */
  key: z.uuid(),
  answers: z.record(z.string().max(12), z.int().min(0).max(5)),
})
