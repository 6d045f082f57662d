/** What is taken and told of organisations over HTTP, as shapes; apart from the words, so that a screen can have these without the judge. */
import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import { factKinds, organisationKinds, ownerships, pilotLevels, sectors, sizes, standings } from '../organisation.ts'

const oneOf = <K extends string>(names: Readonly<Record<K, Text>>) => z.enum(Object.keys(names) as [K, ...K[]])

export const organisationKindShape = oneOf(organisationKinds)
export const sectorShape = oneOf(sectors)
export const sizeShape = oneOf(sizes)
export const ownershipShape = oneOf(ownerships)
export const standingShape = oneOf(standings)
export const pilotLevelShape = oneOf(pilotLevels)
export const factKindShape = oneOf(factKinds)
export const dayShape = z.iso.date()

/** 统一社会信用代码: eighteen digits and capitals, without the letters that look like digits. */
export const creditCodeShape = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/)

/** What is told when an organisation is entered. Its path and unit follow from the parent. */
export const organisationInput = z.object({
  kind: organisationKindShape.exclude(['district']),
  name: z.string().trim().min(2).max(80),
  shortName: z.string().trim().min(1).max(40).optional(),
  parent: z.uuid().optional(),
  firm: z.uuid().optional(),
  street: z.uuid().optional(),
  size: sizeShape.optional(),
  ownership: ownershipShape.optional(),
  creditCode: creditCodeShape.optional(),
  legalRepresentative: z.string().trim().min(2).max(40).optional(),
  sector: sectorShape.optional(),
  employees: z.int().min(0).max(1_000_000).optional(),
  designated: z.boolean().default(false),
  address: z.string().trim().max(200).optional(),
  mediates: z.boolean().default(false),
  since: dayShape,
})
export type OrganisationInput = z.output<typeof organisationInput>
