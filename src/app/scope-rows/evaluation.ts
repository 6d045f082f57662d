/** The proof of access for evaluations of bargaining. Single ones are asked for by an id nobody has; the mechanism's own tests go through who sees which. */
import { anyone, nobody, only, type Row, signedIn, wrong } from './row.ts'

const someone = { params: { id: nobody } }
const nowhere = { params: { code: 'zzzzzzzzzz' } }

export const evaluationRows: Readonly<Record<string, Row>> = {
  'GET /api/bargaining-evaluations': signedIn(),
  'GET /api/bargaining-evaluations/summary': signedIn(),
  'GET /api/bargaining-evaluations/export': signedIn(),
  'GET /api/bargaining-evaluations/rubrics': signedIn(),
  'POST /api/bargaining-evaluations/rubrics': only(['district'], wrong, 400),
  'GET /api/bargaining-evaluations/:id': signedIn(someone, 404),
  'POST /api/bargaining-evaluations/:id/codes': signedIn(someone, 404),
  'GET /api/evaluation-forms/:code': anyone(nowhere, 404),
  'POST /api/evaluation-forms/:code': anyone({ ...nowhere, ...wrong }, 400),
  'GET /api/evaluation-forms/:code/qr.svg': anyone(nowhere),
}
