/** People of the registry as they go over HTTP: lists, the record of one, changes, joining. */
import { z } from 'zod'
import { dayShape, sectorShape } from '../routes/organisation-shapes.ts'
import { personNameShape } from '../person.ts'
import { postWireShape } from '../routes/wire.ts'
import type { Ending, EngagementKind, RevealField, RevealReason } from './person-words.ts'

const bodyShape = z.object({ id: z.string(), name: z.string() })
const sexShape = z.enum(['male', 'female'])
const skillShape = z.int().min(1).max(8)
const educationShape = z.int().min(1).max(7)
export const engagementKindShape = z.enum(['employment', 'membership', 'platform'] satisfies EngagementKind[])
export const endingShape = z.enum(['left', 'transferred', 'retired', 'died', 'corrected'] satisfies Ending[])

/** `4` or `4,5,6`. */
const gradesOf = (most: number) =>
  z
    .string()
    .regex(new RegExp(`^[1-${most}](,[1-${most}]){0,${most - 1}}$`))
    .transform((list) => [...new Set(list.split(',').map(Number))].sort())

/** What narrows a list of people, shared by the list and its export. */
export const peopleFilter = z.object({
  /** The beginning of a name, a given name, pinyin, initials; a whole ID number or mobile number. */
  q: z.string().trim().max(60).optional(),
  unit: z.uuid().optional(),
  firm: z.uuid().optional(),
  union: z.uuid().optional(),
  sector: sectorShape.optional(),
  skill: gradesOf(8).optional(),
  education: gradesOf(7).optional(),
  /** active: works, rides or is a member somewhere today; gone: does not. */
  standing: z.enum(['active', 'gone', 'all']).default('all'),
  member: z.enum(['yes', 'no']).optional(),
  /** Where the list begins: the first name of this letter and all after it. */
  letter: z
    .string()
    .regex(/^[A-Za-z]$/)
    .optional(),
  sort: z.enum(['name', '-name']).default('name'),
})
export type PeopleFilter = z.output<typeof peopleFilter>

export const peopleQuery = peopleFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})

export const personRowShape = z.object({
  id: z.string(),
  name: z.string(),
  sex: sexShape.optional(),
  birthYear: z.int().optional(),
  /** Masked: `330***********2211`. */
  idNumber: z.string().optional(),
  /** Masked: `138****5678`. */
  phone: z.string().optional(),
  firm: bodyShape.optional(),
  union: bodyShape.optional(),
  unit: bodyShape.optional(),
  skill: skillShape.optional(),
  education: educationShape.optional(),
  memberSince: z.string().optional(),
  active: z.boolean(),
  /** What they do at the place of work of now. */
  job: z.string().optional(),
})
export type PersonRowWire = z.infer<typeof personRowShape>

/** `total` is of the first page; `capped` means at least so many. */
export const peoplePageShape = z.object({
  items: z.array(personRowShape),
  total: z.int(),
  capped: z.literal(true).optional(),
  next: z.string().optional(),
})
export type PeoplePageWire = z.infer<typeof peoplePageShape>

export const engagementShape = z.object({
  id: z.string(),
  kind: engagementKindShape,
  /** Absent when the body lies outside what the caller may know: then only kind and days are told. */
  organisation: bodyShape.extend({ kind: z.string() }).optional(),
  job: z.string().optional(),
  since: z.string(),
  until: z.string().optional(),
  /** Of memberships: the day the committee approved it. Absent while it waits. */
  approvedOn: z.string().optional(),
  waiting: z.literal(true).optional(),
  endedHow: endingShape.optional(),
  /** Where the person went, when it is no body of this register. */
  movedTo: z.string().optional(),
  /** The engagement this one took over from. */
  follows: z.string().optional(),
  recordedAt: z.string(),
  /** The caller may end, transfer or approve it. */
  mayChange: z.boolean(),
})
export type EngagementWire = z.infer<typeof engagementShape>

/** A post; `organisation` is absent as in engagements. */
const recordPostShape = postWireShape.omit({ person: true, organisation: true }).extend({
  organisation: postWireShape.shape.organisation.optional(),
})

export const personRecordShape = personRowShape.extend({
  birth: z.string().optional(),
  /** Which sensitive fields are held. `bankCard` only says that there is one. */
  holds: z.object({ idNumber: z.boolean(), phone: z.boolean(), bankCard: z.boolean(), illness: z.boolean() }),
  /** In time order, those of now first by kind; history after. */
  engagements: z.array(engagementShape),
  posts: z.array(recordPostShape),
  /** To be sent with changes; another one answers 409 `stale`. */
  version: z.string(),
  may: z.object({ change: z.boolean(), changePhone: z.boolean(), reveal: z.boolean() }),
})
export type PersonRecordWire = z.infer<typeof personRecordShape>

export const revealInput = z.strictObject({
  field: z.enum(['idNumber', 'phone', 'bankCard'] satisfies RevealField[]),
  reason: z.strictObject({
    kind: z.enum(['checkCard', 'correct', 'reach', 'pay', 'case', 'asked'] satisfies RevealReason[]),
    /** In the reader's own words, at least four characters. */
    text: z.string().trim().min(4).max(200),
  }),
})
export type RevealInput = z.output<typeof revealInput>

/** How numbers are typed is judged by the registry, so that it can say what is wrong with them. */
const typedNumber = z.string().trim().max(60)

/** Fields left out stay; `null` clears. */
export const personChange = z.strictObject({
  version: z.string().max(40),
  name: personNameShape.optional(),
  sex: sexShape.nullable().optional(),
  birth: dayShape.nullable().optional(),
  skill: skillShape.nullable().optional(),
  education: educationShape.nullable().optional(),
  phone: typedNumber.nullable().optional(),
  idNumber: typedNumber.nullable().optional(),
})
export type PersonChange = z.output<typeof personChange>

export const newEngagement = z.strictObject({
  organisation: z.uuid(),
  kind: engagementKindShape,
  job: z.string().trim().max(40).optional(),
  since: dayShape,
  until: dayShape.optional(),
  /** Of memberships: the day of the committee's approval; without it, it waits. */
  approvedOn: dayShape.optional(),
})
export type NewEngagement = z.output<typeof newEngagement>

export const newPersonInput = z.strictObject({
  name: personNameShape,
  phone: typedNumber.optional(),
  idNumber: typedNumber.optional(),
  sex: sexShape.optional(),
  birth: dayShape.optional(),
  skill: skillShape.optional(),
  education: educationShape.optional(),
  unit: z.uuid().optional(),
  /** Where they begin, in the same step. */
  engagement: newEngagement.optional(),
})
export type NewPersonInput = z.output<typeof newPersonInput>

export const engagementEnd = z.strictObject({
  /** The last day it holds; today when left out. */
  on: dayShape.optional(),
  how: endingShape.exclude(['transferred']).default('left'),
})
export type EngagementEnd = z.output<typeof engagementEnd>

export const engagementApproval = z.strictObject({ on: dayShape.optional() })
export const batchApproval = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200), on: dayShape.optional() })
/** What became of each, in the order asked. */
export const batchApproved = z.object({
  approved: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), says: z.object({ zh: z.string(), en: z.string() }) })),
})
export type BatchApprovedWire = z.infer<typeof batchApproved>

/** In one step: `from` ends the day before `on`, the new one begins on it. */
export const transferInput = z
  .strictObject({
    from: z.uuid(),
    to: z.uuid().optional(),
    /** A body that is not in this register: a union of another district. */
    toName: z.string().trim().min(2).max(80).optional(),
    on: dayShape,
    job: z.string().trim().max(40).optional(),
  })
  .refine(({ to, toName }) => (to === undefined) !== (toName === undefined), {
    path: ['to'],
    params: { says: { zh: '请选择转入的单位，或填写区外单位名称', en: 'Choose where to, or name a body outside the district' } },
  })
export type TransferInput = z.output<typeof transferInput>

/** Memberships that wait for their committee, oldest first. */
export const waitingQuery = z.object({
  organisation: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})
export const waitingShape = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string(), phone: z.string().optional(), firm: bodyShape.optional() }),
  organisation: bodyShape,
  job: z.string().optional(),
  asked: z.string(),
  /** Approving ends the membership held now, the day before. */
  transfers: z.boolean(),
})
export type WaitingWire = z.infer<typeof waitingShape>
export const waitingPageShape = z.object({ items: z.array(waitingShape), total: z.int(), next: z.string().optional() })

/** GET /api/join/:organisation — what stands behind a QR code. */
export const joinPlaceShape = z.object({ id: z.string(), name: z.string(), shortName: z.string(), district: z.string() })
export type JoinPlaceWire = z.infer<typeof joinPlaceShape>

export const joinInput = z.strictObject({
  organisation: z.uuid(),
  /** Joining is voluntary: the worker's own word. */
  applies: z.literal(true),
  name: personNameShape.optional(),
  job: z.string().trim().max(40).optional(),
})
export type JoinInput = z.output<typeof joinInput>

/** GET /api/me/registry — my own record, numbers masked, bodies named. */
export const myRecordShape = personRecordShape.omit({ may: true, version: true })
export type MyRecordWire = z.infer<typeof myRecordShape>

/** In the refusal of a 409: somebody registered has this number. Named only if the caller may know them. */
export const sameNumberShape = z.object({
  field: z.enum(['idNumber', 'phone']),
  person: bodyShape.optional(),
  /** Where the two are laid side by side, when the caller may do so. */
  merge: z.string().optional(),
})
export type SameNumberWire = z.infer<typeof sameNumberShape>

export const exportColumns = [
  'name',
  'sex',
  'birthYear',
  'idNumber',
  'phone',
  'firm',
  'job',
  'union',
  'memberSince',
  'unit',
  'skill',
  'education',
  'active',
] as const
export type ExportColumn = (typeof exportColumns)[number]

export const exportQuery = peopleFilter.extend({
  as: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** `name,firm,phone`: which columns, in this order. */
  columns: z
    .string()
    .max(200)
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(exportColumns)).min(1).max(exportColumns.length))
    .optional(),
  language: z.enum(['zh', 'en']).default('zh'),
  /** Full numbers, with a reason, for those who may see them. */
  full: z.literal('yes').optional(),
  reason: z.string().trim().min(4).max(200).optional(),
})
export type ExportQuery = z.output<typeof exportQuery>
