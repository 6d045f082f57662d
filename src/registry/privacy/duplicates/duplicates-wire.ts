/** Duplicates and merges as they go over HTTP. */
import { z } from 'zod'
import { mergeFields, type MergeField, type Side } from '../merge/merge-fields.ts'
import type { AlikeReason } from './alike.ts'

const bodyShape = z.object({ id: z.string(), name: z.string() })
const reasonShape = z.enum(['phone', 'nameBirth', 'nameFirm'] satisfies AlikeReason[])

/** One of a pair, numbers masked. */
export const twinShape = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.string().optional(),
  birth: z.string().optional(),
  skill: z.int().optional(),
  education: z.int().optional(),
  idNumber: z.string().optional(),
  phone: z.string().optional(),
  firm: bodyShape.optional(),
  union: bodyShape.optional(),
  unit: bodyShape.optional(),
})
export type TwinWire = z.infer<typeof twinShape>

export const pairShape = z.object({
  a: twinShape,
  b: twinShape,
  reasons: z.array(reasonShape),
  foundOn: z.string(),
  dismissed: z.object({ because: z.string(), at: z.string() }).optional(),
})
export type PairWire = z.infer<typeof pairShape>

export const pairsQuery = z.object({
  show: z.enum(['open', 'dismissed']).default('open'),
  person: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})
export const pairsPageShape = z.object({
  items: z.array(pairShape),
  total: z.int(),
  capped: z.literal(true).optional(),
  next: z.string().optional(),
})
export type PairsPageWire = z.infer<typeof pairsPageShape>

/** All of one side that helps to decide. Of card and illness only that there is one. */
export const sideShape = twinShape.extend({
  bankCard: z.string().optional(),
  illness: z.boolean(),
  registered: z.string(),
  hasAccount: z.boolean(),
  /** `organisation` is absent where the caller may not know the body; so is then the job. */
  engagements: z.array(
    z.object({
      kind: z.string(),
      organisation: z.string().optional(),
      since: z.string(),
      until: z.string().optional(),
      job: z.string().optional(),
    }),
  ),
  posts: z.array(z.object({ kind: z.string(), organisation: z.string().optional(), since: z.string(), until: z.string().optional() })),
  /** Merged into somebody, erased, or not within what the caller governs. */
  mayMerge: z.boolean(),
})
export type SideWire = z.infer<typeof sideShape>
export const comparisonShape = z.object({ a: sideShape, b: sideShape, reasons: z.array(reasonShape) })
export type ComparisonWire = z.infer<typeof comparisonShape>

const because = z.string().trim().min(2).max(200)
const sides = z.enum(['kept', 'gone'] satisfies Side[])
export const dismissInput = z.strictObject({ a: z.uuid(), b: z.uuid(), because })

export const mergeInput = z
  .strictObject({
    kept: z.uuid(),
    gone: z.uuid(),
    /** Fields left out stay the kept one's, or are taken from the gone one where the kept one has nothing. */
    choices: z.partialRecord(z.enum(mergeFields as unknown as [MergeField, ...MergeField[]]), sides).default({}),
    reason: because,
  })
  .refine(({ kept, gone }) => kept !== gone, {
    path: ['gone'],
    params: { says: { zh: '请选择两个不同的人', en: 'Choose two different people' } },
  })
export const mergedShape = z.object({ id: z.string(), kept: z.string(), gone: z.string(), undoUntil: z.string() })
export type MergedWire = z.infer<typeof mergedShape>

export const undoInput = z.strictObject({ reason: because })
export const undoneShape = z.object({ kept: z.string(), gone: z.string() })

export const mergeRowShape = z.object({
  id: z.string(),
  kept: bodyShape,
  gone: bodyShape,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  undoUntil: z.string(),
  mayUndo: z.boolean(),
  undone: z.object({ by: z.string(), at: z.string(), because: z.string() }).optional(),
})
export type MergeRowWire = z.infer<typeof mergeRowShape>
export const mergesQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), after: z.string().max(400).optional() })
export const mergesPageShape = z.object({
  items: z.array(mergeRowShape),
  total: z.int(),
  capped: z.literal(true).optional(),
  next: z.string().optional(),
})
export type MergesPageWire = z.infer<typeof mergesPageShape>
