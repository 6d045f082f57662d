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
    // Only a poster says this address: printed, it must hold for years, so it is the short one without a query.
    const svg = await QRCode.toString(joinAddress(deps.publicUrl, place.id), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
    return reply.type('image/svg+xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(svg)
  })
}

export const joinAddress = (publicUrl: string, organisation: string): string => `${publicUrl.replace(/\/+$/, '')}/join/${organisation}`
