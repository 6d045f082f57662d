/** What is taken of posts over HTTP, as shapes. */
import { z } from 'zod'
import { type PostKind, postKinds } from '../post.ts'
import { dayShape } from './organisation-shapes.ts'

export const postKindShape = z.enum(Object.keys(postKinds) as [PostKind, ...PostKind[]])
export const postScopeShape = z.enum(['self', 'unit', 'below'])

export const postInput = z.object({
  person: z.uuid(),
  organisation: z.uuid(),
  role: postKindShape.exclude(['employee', 'platformWorker']),
  scope: postScopeShape,
  from: dayShape,
  to: dayShape.optional(),
})
