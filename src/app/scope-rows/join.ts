/** The proof of access for joining: where one may join is told to anyone, so that a poster needs no account. */
import { organisationId } from '#registry/demo.ts'
import { anyone, type Row } from './row.ts'

export const joinRows: Readonly<Record<string, Row>> = {
  'GET /api/join': anyone({ query: 'q=ruiding' }),
  'GET /api/join/:organisation/qr.svg': anyone({ params: { organisation: organisationId('ruidingUnion') } }),
}
