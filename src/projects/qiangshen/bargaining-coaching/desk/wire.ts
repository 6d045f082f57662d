/** Coaching as it goes over HTTP: instructors with their load, coached firms, a firm's log, model firms. */
import { z } from 'zod'
import { dayShape } from '#platform/http/day-shape.ts'
import { coachingStateIds } from '../coaching.ts'
import { templateIds } from '../templates.ts'

const body = z.object({ id: z.string(), name: z.string() })
const state = z.enum(coachingStateIds)
const paging = { limit: z.coerce.number().int().min(1).max(200).default(50), after: z.string().max(400).optional() }

export const instructorsQuery = z.object({ unit: z.uuid().optional(), q: z.string().trim().max(60).optional(), ...paging })
export type InstructorsQuery = z.output<typeof instructorsQuery>
export const instructor = z.object({
  /** The membership of the team. */
  id: z.string(),
  person: body,
  organisation: z.string(),
  until: z.string(),
  load: z.int(),
  limit: z.int().nullable(),
  /** Since the first of January: visits, hours, firms with a visit. */
  visits: z.int(),
  hours: z.number(),
  lastVisit: z.string().nullable(),
  /** Contracts signed by a firm while it was coached. */
  signed: z.int(),
  mine: z.boolean(),
})
export type Instructor = z.infer<typeof instructor>
const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), total: z.int(), next: z.string().optional() })
export const instructorsPage = pageOf(instructor)
export type InstructorsPage = z.infer<typeof instructorsPage>

export const firmsFilter = z.object({
  instructor: z.uuid().optional(),
  mine: z.enum(['true']).optional(),
  state: state.optional(),
  /** A visit that was planned and whose day has come. */
  due: z.enum(['true']).optional(),
  unit: z.uuid().optional(),
  q: z.string().trim().max(60).optional(),
})
export const firmsQuery = firmsFilter.extend(paging)
export type FirmsFilter = z.output<typeof firmsFilter>
export const coachedFirm = z.object({
  /** The assignment. */
  id: z.string(),
  firm: body,
  unit: z.string().nullable(),
  instructor: body,
  since: z.string(),
  task: z.string().nullable(),
  visits: z.int(),
  hours: z.number(),
  lastVisit: z.string().nullable(),
  nextVisit: z.string().nullable(),
  state: state.nullable(),
  suggested: state.nullable(),
  signedOn: z.string().nullable(),
  model: z.boolean(),
})
export type CoachedFirm = z.infer<typeof coachedFirm>
export const firmsPage = pageOf(coachedFirm).extend({ today: z.string(), canWrite: z.boolean() })
export type FirmsPage = z.infer<typeof firmsPage>

const entry = z.object({
  id: z.string(),
  instructor: body,
  on: z.string(),
  what: z.string(),
  hours: z.number(),
  template: z.string().optional(),
  state,
  suggested: state.optional(),
  nextVisit: z.string().optional(),
  corrects: z.string().optional(),
  reason: z.string().optional(),
  by: z.string(),
  at: z.string(),
  mayCorrect: z.boolean(),
})
export type EntryWire = z.infer<typeof entry>
export const firmLog = z.object({
  firm: body,
  unit: z.string().nullable(),
  employees: z.int().nullable(),
  today: z.string(),
  suggested: state.nullable(),
  bargaining: z.string().nullable(),
  assignments: z.array(z.object({ id: z.string(), member: z.string(), person: body, since: z.string(), until: z.string().nullable() })),
  contracts: z.array(z.object({ number: z.string(), title: z.string(), signedOn: z.string(), coached: z.boolean() })),
  entries: z.array(entry),
  /** The memberships for which the caller may write today. */
  mayWrite: z.array(body),
})
export type FirmLog = z.infer<typeof firmLog>

const told = {
  on: dayShape,
  what: z.string().trim().min(2).max(1000),
  hours: z.number().min(0).max(24).multipleOf(0.5),
  template: z.enum(templateIds as [string, ...string[]]).optional(),
  state,
  nextVisit: dayShape.optional(),
  key: z.string().min(8).max(80),
} as const
export const newEntry = z.strictObject({ firm: z.uuid(), member: z.uuid(), ...told })
export type NewEntry = z.output<typeof newEntry>
export const correction = z.strictObject({ ...told, reason: z.string().trim().min(2).max(200) })
export type Correction = z.output<typeof correction>

export const modelFirm = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  since: z.string(),
  reasons: z.string(),
  source: z.string(),
  /** The evaluation from which it follows, where there is one. */
  case: z.string().nullable(),
  total: z.int().nullable(),
  signed: z.int(),
})
export const modelFirms = z.object({ on: z.string(), items: z.array(modelFirm) })
export type ModelFirms = z.infer<typeof modelFirms>
