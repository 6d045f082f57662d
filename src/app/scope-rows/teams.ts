/** The proof of access for the five teams. Members are unknown to the proof's districts, so single ones are asked for by an id nobody has. */
import { demoPeople, organisationId } from '#registry/demo.ts'
import { nobody, type Row, signedIn } from './row.ts'

const someone = { params: { id: nobody } }
const member = {
  team: 'informant',
  person: demoPeople.chenGuoqiang.id,
  organisation: organisationId('baiyang'),
  since: '2026-01-02',
  until: '2026-01-01',
}

/** 400 is the answer to a term that ends before it begins: whoever gets it might have added a right one. */
export const teamRows: Readonly<Record<string, Row>> = {
  'GET /api/teams': signedIn(),
  'GET /api/teams/members': signedIn(),
  'POST /api/teams/members': () => [
    {
      what: 'a member of 白杨’s team',
      payload: member,
      answer: (who) => (who === 'anonymous' ? 401 : who === 'street' || who === 'district' ? 400 : 404),
    },
  ],
  'GET /api/teams/members/:id': signedIn(someone, 404),
  'PATCH /api/teams/members/:id': signedIn({ ...someone, payload: { version: 'x' } }, 404),
  'POST /api/teams/members/:id/end': signedIn({ ...someone, payload: { why: '调离岗位' } }, 404),
  'GET /api/teams/members/:id/assignments': signedIn(someone, 404),
  'POST /api/teams/members/:id/assignments': signedIn({ ...someone, payload: { firm: nobody } }, 404),
  'POST /api/teams/assignments/:id/end': signedIn({ ...someone, payload: {} }, 404),
  'GET /api/teams/recusals': () => [
    {
      what: 'of a worker in 白杨',
      query: `person=${demoPeople.chenGuoqiang.id}`,
      answer: (who) => (who === 'anonymous' ? 401 : who === 'worker' || who === 'street' || who === 'district' ? 200 : 404),
    },
  ],
  'POST /api/teams/recusals': signedIn({ payload: { person: nobody, firm: nobody, why: 'kin' } }, 404),
  'POST /api/teams/recusals/:id/end': signedIn({ ...someone, payload: {} }, 404),
}
