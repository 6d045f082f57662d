/** The public directories for asking help: firms by name and the bodies that mediate. Names and places only. */
import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { theDistrict } from '../district.server.ts'
import type { RegistryDeps } from '../routes.server.ts'

const named = z.object({ id: z.string(), name: z.string() })
const firmsShape = z.object({ items: z.array(named.extend({ street: named.optional() })) })
const bodiesShape = z.object({
  items: z.array(
    named.extend({
      shortName: z.string(),
      level: z.enum(['enterprise', 'street', 'industry', 'regional']),
      unit: z.string().optional(),
      street: named.optional(),
      sector: z.string().optional(),
      firm: named.optional(),
      address: z.string().optional(),
    }),
  ),
})

export function directoryRoutes(app: Http, { db, directory, today }: RegistryDeps): void {
  const config = { access: { who: 'public' }, rateLimit: limits.publicSearch } as const
  const tags = ['directory']
  const districtOf = async (own: Id | undefined): Promise<Id | undefined> => own ?? (await theDistrict(db))?.id

  const firmsQuery = z.object({ q: z.string().trim().min(1).max(40) })
  app.get('/api/directory/firms', { config, schema: { tags, querystring: firmsQuery, response: { 200: firmsShape } } }, async (request) => {
    const district = await districtOf(request.caller?.district)
    return { items: district ? [...(await directory.firms(district, request.query.q, 10))] : [] }
  })

  const placeQuery = z.object({ street: z.uuid().optional(), sector: z.string().max(40).optional(), firm: z.uuid().optional() })
  app.get(
    '/api/directory/mediation',
    { config, schema: { tags, querystring: placeQuery, response: { 200: bodiesShape } } },
    async (request) => {
      const { street, sector, firm } = request.query
      const district = await districtOf(request.caller?.district)
      const place = { ...(street && { street }), ...(sector && { sector }), ...(firm && { firm }) }
      return { items: district ? [...(await directory.mediationBodies(district, place, today()))] : [] }
    },
  )
}
