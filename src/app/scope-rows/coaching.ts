/** The proof of access for coaching. Firms and visits are asked for by an id nobody has; the mechanism's own tests go through who sees which. */
import { nobody, type Row, signedIn } from './row.ts'

const someone = { params: { id: nobody } }
const visit = { on: '2026-01-05', what: '走访', hours: 1, state: 'wish', key: 'nobody-visits' }

export const coachingRows: Readonly<Record<string, Row>> = {
  'GET /api/coaching/instructors': signedIn(),
  'GET /api/coaching/firms': signedIn(),
  'GET /api/coaching/firms/:id': signedIn(someone, 404),
  'GET /api/coaching/models': signedIn(),
  'GET /api/coaching/export': signedIn(),
  'POST /api/coaching/entries': signedIn({ payload: { ...visit, firm: nobody, member: nobody } }, 404),
  'POST /api/coaching/entries/:id/correction': signedIn({ ...someone, payload: { ...visit, reason: '写错了' } }, 404),
}
