/** The proof of access for campaigns: only who works for the issuing body acts, and each sees of an issued one what lies in their reach. */
import { nobody, type Row, signedIn, wrong } from './row.ts'

// Who sees and may do what with a campaign is proved in engine/campaigns/testing/board.server.test.ts; here every door is tried at nobody's campaign.
const at = { params: { id: nobody } }
const firm = { params: { id: nobody, firm: nobody } }

export const campaignRows: Readonly<Record<string, Row>> = {
  'GET /api/campaigns/kinds': signedIn(),
  'GET /api/campaigns/candidates': signedIn({ query: 'procedure=no-such' }, 404),
  'GET /api/campaigns': signedIn(),
  'POST /api/campaigns': signedIn(wrong, 400),
  'GET /api/campaigns/:id': signedIn(at, 404),
  'DELETE /api/campaigns/:id': signedIn(at, 404),
  'POST /api/campaigns/:id/issue': signedIn(at, 404),
  'POST /api/campaigns/:id/remind': signedIn(at, 404),
  'GET /api/campaigns/:id/items': signedIn(at, 404),
  'GET /api/campaigns/:id/items/:firm': signedIn(firm, 404),
  'PATCH /api/campaigns/:id/items/:firm': signedIn({ ...firm, payload: { leave: true } }, 404),
  'GET /api/campaigns/:id/items/:firm/paper': signedIn(firm, 404),
  'GET /api/campaigns/:id/export': signedIn(at, 404),
}
