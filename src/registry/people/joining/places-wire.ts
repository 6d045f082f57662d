/** The unions one may join, as anyone may look them up: names and streets only. */
import { z } from 'zod'
import { organisationKindShape } from '../../routes/organisation-shapes.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const placesQuery = z.object({
  /** Only below this street federation. */
  street: z.uuid().optional(),
  /** The beginning or a part of the name, its spelling or initials. */
  q: z.string().trim().max(40).default(''),
})
export const placesShape = z.object({
  streets: z.array(named),
  items: z.array(named.extend({ kind: organisationKindShape, unit: named.optional() })),
  /** There are more: the name has to be said more precisely. */
  more: z.boolean(),
})
export type PlacesWire = z.infer<typeof placesShape>
