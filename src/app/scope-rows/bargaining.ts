/** The proof of access for the wage table of a bargaining: read for whoever is signed in, and nothing is kept of it. */
import { type Row, signedIn, wrong } from './row.ts'

export const bargainingRows: Readonly<Record<string, Row>> = {
  'POST /api/bargaining/wage-table': signedIn(wrong, 415),
  'GET /api/bargaining/wage-table/template': signedIn(),
}
