/** The proof of access for contracts, local figures and indicators: seen within reach; a body one may not know of is no body. */
import { type Asked, eachSeen, only, type Row, signedIn } from './row.ts'

export const contractRows: Readonly<Record<string, Row>> = {
  'GET /api/contracts': signedIn({ query: 'on=2026-11-22' }),
  'GET /api/contracts/export': signedIn({ query: 'signedIn=2026' }),
  'GET /api/organisations/:id/contracts': eachSeen('organisation'),
  'GET /api/law/figures': signedIn(),
  'POST /api/law/figures': only(
    ['district'],
    { payload: { figure: 'minimumWageFen', region: 'CN-JS', value: 1, since: '2001-01-01', source: '试验' } },
    400,
  ),
}

/** Once without a body, and once for each body: 404 for whoever may not know of it. */
const ofEach =
  (asked: Asked = {}): Row =>
  (things) => [
    ...signedIn(asked)(things),
    ...eachSeen('organisation', ({ params }) => ({ ...asked, query: `unit=${params.id}` }))(things).map((call) => ({
      ...call,
      params: asked.params ?? {},
    })),
  ]

const some = { params: { id: 'firmsCovered' } }

export const indicatorRows: Readonly<Record<string, Row>> = {
  'GET /api/indicators': ofEach(),
  'GET /api/indicators/export': ofEach(),
  'GET /api/indicators/:id/items': ofEach(some),
  'GET /api/indicators/:id/export': ofEach(some),
}
