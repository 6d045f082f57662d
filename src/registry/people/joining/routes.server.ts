/** Where one may join, over HTTP for anyone: unions by street or name, and the QR code for the poster of one. */
import QRCode from 'qrcode'
import { z } from 'zod'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { joinPlace } from '../join.server.ts'
import { placesQuery, placesShape } from './places-wire.ts'
import { placesToJoin } from './places.server.ts'

const config = { access: { who: 'public' }, rateLimit: limits.publicSearch } as const
const tags = ['directory']

export function joiningRoutes(app: Http, deps: RegistryDeps): void {
  app.get('/api/join', { config, schema: { tags, querystring: placesQuery, response: { 200: placesShape } } }, (request) =>
    placesToJoin(deps.db, request.query),
  )
  const params = z.object({ organisation: z.uuid() })
  app.get('/api/join/:organisation/qr.svg', { config, schema: { tags, params, response: { 200: z.string() } } }, async (request, reply) => {
    const place = await joinPlace(deps, request.params.organisation)
    const address = joinAddress(deps.publicUrl, `${request.protocol}://${request.host}`, place.id)
    const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
    return reply.type('image/svg+xml; charset=utf-8').header('cache-control', 'private, max-age=600').send(svg)
  })
}

/** What the code says. Where no address is set for the house, the one by which whoever prints it came: it may at least hold in the office. */
export function joinAddress(publicUrl: string, came: string, organisation: string): string {
  const own = /^https?:\/\/(localhost|127\.|\[::1\])/.test(publicUrl) ? came : publicUrl
  return `${own.replace(/\/+$/, '')}/join/${organisation}`
}
