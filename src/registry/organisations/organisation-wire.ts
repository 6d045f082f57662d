/** Organisations as they go over HTTP: the row of a list, the whole record, its history, a day's number, and the tree of units. */
import { z } from 'zod'
import type { Organisation } from '../organisation.ts'
import {
  factKindShape,
  organisationKindShape,
  ownershipShape,
  sectorShape,
  sizeShape,
  standingShape,
} from '../routes/organisation-shapes.ts'

const named = z.object({ id: z.string(), name: z.string() })
const title = z.object({ zh: z.string(), en: z.string() })
export type NamedWire = z.infer<typeof named>

/** A row of `GET /api/organisations`. On a past day (`on`) facts and places are those of that day. */
export const organisationWireShape = z.object({
  id: z.string(),
  kind: organisationKindShape,
  name: z.string(),
  shortName: z.string(),
  standing: standingShape,
  parent: z.string().optional(),
  unit: z.string().optional(),
  /** Short name of the unit, 白杨街道. */
  unitName: z.string().optional(),
  firm: z.string().optional(),
  street: z.string().optional(),
  streetName: z.string().optional(),
  sector: sectorShape.optional(),
  size: sizeShape.optional(),
  ownership: ownershipShape.optional(),
  employees: z.int().optional(),
  /** 规上. */
  designated: z.boolean(),
  /** The firm's own union, or the joint union that takes it in. */
  union: named.optional(),
  creditCode: z.string().optional(),
  legalRepresentative: z.string().optional(),
  address: z.string().optional(),
  mediates: z.boolean(),
  since: z.string(),
  until: z.string().optional(),
})
export type OrganisationWire = z.infer<typeof organisationWireShape>

export const organisationWire = ({ path: _path, district: _district, ...rest }: Organisation): OrganisationWire => rest

export const factWireShape = z.object({
  id: z.string(),
  fact: factKindShape,
  value: z.union([z.string(), z.number(), z.boolean()]),
  since: z.string(),
  until: z.string().optional(),
  /** The paper it is known from: the yearly list's file name, a letter's number. */
  source: z.string(),
  /** The import that brought it. */
  import: z.string().optional(),
})
export type FactWire = z.infer<typeof factWireShape>

export const termWireShape = z.object({
  id: z.string(),
  years: z.union([z.literal(3), z.literal(5)]),
  beganOn: z.string(),
  endsOn: z.string(),
  extendedUntil: z.string().optional(),
  approvalNumber: z.string(),
  approvedOn: z.string(),
})
export type TermWire = z.infer<typeof termWireShape>

/** `GET /api/organisations/:id`. */
export const organisationRecordShape = organisationWireShape.extend({
  title,
  /** From the district down to the one above it. */
  above: z.array(named.extend({ kind: organisationKindShape })),
  /** What holds today, each with since, source and import. */
  facts: z.array(factWireShape),
  approval: z.object({ number: z.string(), on: z.string() }).optional(),
  /** The union's term of now, or its last one. */
  term: termWireShape.optional(),
  /** Of a firm: its union and the joint unions that take it in. */
  unions: z.array(
    named.extend({ how: z.enum(['own', 'cover']), standing: standingShape, since: z.string(), termEndsOn: z.string().optional() }),
  ),
  committees: z.array(named.extend({ since: z.string(), until: z.string().optional() })),
  /** How many organisations lie directly below, by kind; firms taken in, for a joint union. */
  below: z.array(z.object({ kind: organisationKindShape, count: z.int() })),
  covered: z.int().optional(),
  /** Who works there, and how many of them, or of this union, are members. Only those the caller may see are counted. */
  people: z.object({
    employed: z.int(),
    members: z.int(),
    bySkill: z.array(z.object({ skill: z.int().nullable(), people: z.int() })),
  }),
  /** What this caller may do here. */
  may: z.object({ change: z.boolean(), approve: z.boolean(), term: z.boolean(), move: z.boolean(), end: z.boolean() }),
})
export type OrganisationRecordWire = z.infer<typeof organisationRecordShape>

export const historyKinds = [
  'fact',
  'corrected',
  'withdrawn',
  'founded',
  'moved',
  'approved',
  'ended',
  'term',
  'extended',
  'covered',
  'uncovered',
  'post',
  'postEnded',
  'imported',
] as const

/** An entry of `GET /api/organisations/:id/history`, newest first. */
export const historyEntryShape = z.object({
  id: z.string(),
  what: z.enum(historyKinds),
  /** From which day it is so. */
  on: z.string(),
  until: z.string().optional(),
  fact: factKindShape.optional(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** What stood there before a correction. */
  was: z.union([z.string(), z.number(), z.boolean()]).nullable().optional(),
  /** Number and day of the upper union's approval. */
  number: z.string().optional(),
  approvedOn: z.string().optional(),
  years: z.int().optional(),
  endsOn: z.string().optional(),
  /** The place it came to, the union or firm concerned. */
  organisation: named.optional(),
  person: named.optional(),
  role: title.optional(),
  source: z.string().optional(),
  import: z.string().optional(),
  reason: z.string().optional(),
  by: z.string().optional(),
  recordedAt: z.string().optional(),
})
export type HistoryEntryWire = z.infer<typeof historyEntryShape>

/** `GET /api/organisations/count`: how many organisations this was true of on that day. */
export const countWireShape = z.object({
  on: z.string(),
  fact: factKindShape,
  is: z.string(),
  value: z.int(),
  /** Firms that stood that day within the same unit. */
  of: z.int(),
  unit: named.optional(),
})
export type CountWire = z.infer<typeof countWireShape>

/** `GET /api/organisations/tree`: the units the caller may see below one, with what lies in each. */
export const treeNodeShape = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: organisationKindShape,
  /** Units below this one, to be asked for with `parent`. */
  units: z.int(),
  firms: z.int(),
  unions: z.int(),
  designated: z.int(),
})
export type TreeNodeWire = z.infer<typeof treeNodeShape>

/** A row of `GET /api/organisations/terms`: a union whose committee must be elected anew. */
export const endingTermShape = z.object({
  organisation: named.extend({ kind: organisationKindShape, unit: z.string().optional(), unitName: z.string().optional() }),
  term: termWireShape,
  /** The end of the term, or of its approved extension. */
  last: z.string(),
  overdue: z.boolean(),
})
export type EndingTermWire = z.infer<typeof endingTermShape>

export const coverWireShape = z.object({
  id: z.string(),
  firm: named,
  since: z.string(),
  until: z.string().optional(),
  source: z.string().optional(),
})
export type CoverWire = z.infer<typeof coverWireShape>
