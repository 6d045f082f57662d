/** The proof of access for privacy: one's own data are one's own; what is decided about people is decided by those who govern them. */
import { demoPeople } from '#registry/demo.ts'
import { type Asked, eachGoverned, nobody, only, type Row, signedIn, type Thing, type Who, wrong } from './row.ts'

const administrators: readonly Who[] = ['street', 'otherStreet', 'union', 'district']
const answerable: readonly Who[] = ['district']
const someone = { params: { id: nobody } }

/** Nobody decides about their own record, the district’s officer neither. */
const governed =
  (asked: (thing: Thing) => Asked, answer: number): Row =>
  (things) =>
    eachGoverned(
      'person',
      asked,
      answer,
    )(things.map((thing) => (thing.params.id === demoPeople.wuJianfang.id ? { ...thing, governedBy: [] } : thing)))

export const privacyRows: Readonly<Record<string, Row>> = {
  'GET /api/me/sights': signedIn(),
  'GET /api/me/consents': signedIn(),
  'PUT /api/me/consents': signedIn(wrong, 400),
  'GET /api/me/requests': signedIn(),
  'POST /api/me/corrections': signedIn(wrong, 400),
  'POST /api/me/erasure': signedIn(wrong, 400),
  'POST /api/me/requests/:id/take-back': signedIn(someone, 404),
  'GET /api/me/data': signedIn(),
  'GET /api/persons/:id/sights': governed(() => ({}), 200),
  'GET /api/persons/:id/consents': governed(() => ({}), 200),
  'POST /api/persons/:id/consents': governed(() => wrong, 415),
  'POST /api/persons/:id/consents/withdraw': governed(() => ({ payload: { purpose: 'publicity' } }), 200),
  'GET /api/audit': only(answerable),
  'GET /api/assessments': only(answerable),
  'POST /api/assessments': only(answerable, wrong, 415),
  'GET /api/assessments/:id/file': only(answerable, someone, 404),
  'DELETE /api/assessments/:id': only(answerable, someone, 404),
  'GET /api/data-requests': only(administrators),
  'POST /api/data-requests/:id/decide': signedIn({ ...someone, payload: { decision: 'refused', answer: '核对权限' } }, 404),
  'GET /api/persons/duplicates': only(administrators),
  'GET /api/persons/duplicates/:a/:b': only(administrators, { params: { a: nobody, b: nobody } }, 404),
  'POST /api/persons/duplicates/search': only(answerable, {}, 204),
  // The other one is nobody: 404 there shows that the first is governed.
  'POST /api/persons/duplicates/dismiss': governed(({ params }) => ({ payload: { a: params.id, b: nobody, because: '不是同一人' } }), 404),
  'GET /api/persons/merges': only(administrators),
  'POST /api/persons/merges': governed(({ params }) => ({ payload: { kept: params.id, gone: nobody, reason: '核对权限' } }), 404),
  'POST /api/persons/merges/:id/undo': only(administrators, { ...someone, payload: { reason: '核对权限' } }, 404),
}
