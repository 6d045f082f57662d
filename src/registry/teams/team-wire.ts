/** The five teams as they go over HTTP: counts, members with card and term, recusals, assignments. */
import { z } from 'zod'
import { dayShape } from '../routes/organisation-shapes.ts'
import { standings, type Team, teamNames } from './team.ts'

const titleShape = z.object({ zh: z.string(), en: z.string() })
const bodyShape = z.object({ id: z.string(), name: z.string() })
export const teamShape = z.enum(teamNames as [Team, ...Team[]])
export const standingShape = z.enum(standings)

export const teamsQuery = z.object({ on: dayShape.optional(), unit: z.uuid().optional() })
export const teamCountShape = z.object({
  team: teamShape,
  title: titleShape,
  /** Counting and expiring ones: those whom a figure may name. */
  value: z.int(),
  counting: z.int(),
  expiring: z.int(),
  incomplete: z.int(),
  lapsed: z.int(),
  future: z.int(),
})
export const teamsShape = z.object({ on: z.string(), items: z.array(teamCountShape) })
export type TeamsWire = z.infer<typeof teamsShape>

export const membersQuery = z.object({
  team: teamShape.optional(),
  standing: standingShape.optional(),
  unit: z.uuid().optional(),
  person: z.uuid().optional(),
  on: dayShape.optional(),
  /** A name, pinyin, initials or a card number. */
  q: z.string().trim().max(60).optional(),
  sort: z.enum(['name', 'until']).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})
export type MembersQuery = z.output<typeof membersQuery>

export const memberShape = z.object({
  id: z.string(),
  team: teamShape,
  person: bodyShape,
  organisation: bodyShape.extend({ kind: z.string() }),
  cardNumber: z.string().optional(),
  trainedOn: z.string().optional(),
  trainingHours: z.int().optional(),
  examinedOn: z.string().optional(),
  examPassed: z.boolean().optional(),
  certifiedBy: z.string().optional(),
  registration: z.string().optional(),
  special: z.boolean(),
  loadLimit: z.int().optional(),
  load: z.int(),
  areas: z.array(z.string()),
  hours: z.string().optional(),
  since: z.string(),
  until: z.string(),
  standing: standingShape,
  /** What is missing before this member counts. */
  missing: z.array(titleShape),
  mayChange: z.boolean(),
  version: z.string(),
})
export type MemberWire = z.infer<typeof memberShape>
export const membersPageShape = z.object({ on: z.string(), items: z.array(memberShape), total: z.int(), next: z.string().optional() })
export type MembersPageWire = z.infer<typeof membersPageShape>

const about = {
  cardNumber: z.string().trim().min(2).max(40).nullable().optional(),
  trainedOn: dayShape.nullable().optional(),
  trainingHours: z.int().min(0).max(2000).nullable().optional(),
  examinedOn: dayShape.nullable().optional(),
  examPassed: z.boolean().nullable().optional(),
  certifiedBy: z.string().trim().max(60).nullable().optional(),
  registration: z.string().trim().min(2).max(40).nullable().optional(),
  special: z.boolean().optional(),
  loadLimit: z.int().min(1).max(500).nullable().optional(),
  areas: z.array(z.string().trim().min(1).max(30)).max(20).optional(),
  hours: z.string().trim().max(120).nullable().optional(),
} as const

export const newMember = z.strictObject({
  team: teamShape,
  person: z.uuid(),
  organisation: z.uuid(),
  since: dayShape,
  until: dayShape,
  /** The term this one renews. */
  follows: z.uuid().optional(),
  ...about,
})
export type NewMember = z.output<typeof newMember>

/** Fields left out stay; `null` clears. */
export const memberChange = z.strictObject({ version: z.string().max(40), ...about })
export type MemberChange = z.output<typeof memberChange>

/** `on` is the last day. */
export const memberEnd = z.strictObject({ on: dayShape.optional(), why: z.string().trim().min(2).max(100) })

export const recusalWhys = ['kin', 'interest', 'formerPost', 'other'] as const
export const recusalShape = z.object({
  id: z.string(),
  person: bodyShape,
  firm: bodyShape,
  why: z.enum(recusalWhys),
  note: z.string().optional(),
  since: z.string(),
  until: z.string().optional(),
})
export type RecusalWire = z.infer<typeof recusalShape>
export const newRecusal = z.strictObject({
  person: z.uuid(),
  firm: z.uuid(),
  why: z.enum(recusalWhys),
  note: z.string().trim().max(200).optional(),
  since: dayShape.optional(),
})
export const endOn = z.strictObject({ on: dayShape.optional() })

export const assignmentShape = z.object({
  id: z.string(),
  member: z.string(),
  firm: bodyShape,
  task: z.string().optional(),
  since: z.string(),
  until: z.string().optional(),
})
export type AssignmentWire = z.infer<typeof assignmentShape>
export const newAssignment = z.strictObject({
  firm: z.uuid(),
  task: z.string().trim().max(100).optional(),
  since: dayShape.optional(),
})
