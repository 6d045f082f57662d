/** The proof of access for accounts: kept by those who govern every post of the person. */
import { eachGoverned, type Row, signedIn, wrong } from './row.ts'

export const accountRows: Readonly<Record<string, Row>> = {
  'GET /api/accounts': signedIn(),
  'POST /api/accounts': eachGoverned(
    'person',
    ({ params }) => ({ payload: { person: params.id, username: 'somebody', password: 'short' } }),
    400,
  ),
  // Whom they govern is proved by POST above, which asks the same; here the door is only tried.
  'POST /api/accounts/:person/password': signedIn({ params: { person: 'nobody' } }, 400),
  'PUT /api/accounts/:person/closed': signedIn({ params: { person: 'nobody' }, ...wrong }, 400),
}
