/** Contracts as they go over HTTP: the row of a list, and what binds one firm. */
import { z } from 'zod'
import { type MeaningId, meaningIds } from '#law/clauses/clause.ts'
import { contractKinds, contractLevels } from './contract.ts'
import { grounds } from './prevails.ts'

const oneOf = <K extends string>(names: Readonly<Record<K, unknown>>) => z.enum(Object.keys(names) as [K, ...K[]])
const named = z.object({ id: z.string(), name: z.string() })

export const contractKindShape = oneOf(contractKinds)
export const contractLevelShape = oneOf(contractLevels)
export const meaningShape = z.enum(meaningIds as [MeaningId, ...MeaningId[]])

export const clauseWireShape = z.object({
  meaning: meaningShape,
  value: z.number().optional(),
  trade: z.string().optional(),
  grade: z.int().optional(),
  level: z.string().optional(),
  words: z.string().optional(),
})

/** A row of `GET /api/contracts`: a contract as it stood in one stretch of days. */
export const contractWireShape = z.object({
  /** The case that made it. */
  id: z.string(),
  version: z.int(),
  kind: contractKindShape,
  level: contractLevelShape,
  title: z.string(),
  number: z.string(),
  minutes: z.boolean(),
  signedOn: z.string(),
  /** Absent while it is signed and not in force yet. */
  since: z.string().optional(),
  until: z.string().optional(),
  deemed: z.boolean(),
  owner: named,
  unitName: z.string().optional(),
  clauses: z.array(clauseWireShape),
  /** Firms bound, on the day asked for or at any time. */
  firms: z.int(),
  /** Their workers on that day, as far as the register knows. */
  workers: z.int(),
  /** The caller may open the case itself. */
  opens: z.boolean(),
})
export type ContractWire = z.infer<typeof contractWireShape>

const said = z.object({ contract: z.string(), version: z.int(), clause: clauseWireShape })

/** `GET /api/organisations/:id/contracts`. */
export const boundWireShape = z.object({
  on: z.string(),
  firm: named,
  /** In force for the firm that day, its own first. */
  items: z.array(contractWireShape),
  /** Of each matter the clause that stands that day, and on what ground. */
  standing: z.array(said.extend({ key: z.string(), ground: oneOf(grounds), besides: z.array(said) })),
  /** Those that bound it before, or are to bind it. */
  others: z.array(contractWireShape),
})
export type BoundWire = z.infer<typeof boundWireShape>
