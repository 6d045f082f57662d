/** The proof of access for people: their lists, records, engagements, transfers and the codes by which they join. */
import { organisationId } from '#registry/demo.ts'
import { anyone, eachGoverned, eachSeen, only, type Row, signedIn, type Who, wrong } from './row.ts'

const nobody = '00000000-0000-7000-8000-000000000000'
const impossible = '2001-01-01'
/** Desk posts that look upon more than their holder. */
const administer: readonly Who[] = ['street', 'otherStreet', 'union', 'district']
const nothing = { params: { id: nobody } }

export const peopleRows: Readonly<Record<string, Row>> = {
  'GET /api/persons': signedIn({ lists: 'person' }),
  'GET /api/persons/export': signedIn({ query: 'as=csv' }),
  'GET /api/persons/:id': eachSeen('person'),
  // Whoever looks upon single bodies alone must say where the person begins.
  'POST /api/persons': () => [
    {
      what: '',
      payload: { name: '试试看' },
      answer: (who) => {
        if (who === 'anonymous') return 401
        if (who === 'union') return 400
        return administer.includes(who) ? 201 : 403
      },
    },
  ],
  // Seen and not governed is 403 before the version is looked at; governed, an old version is 409.
  'PATCH /api/persons/:id': eachGoverned('person', () => ({ payload: { version: '1', skill: 3 } }), 409),
  // Nobody here has a bank card on record: 409 is for whoever might have seen it.
  // One’s own number is not shown to those without a desk either: one’s own data are asked for elsewhere.
  'POST /api/persons/:id/reveal': (things) =>
    eachSeen(
      'person',
      () => ({ payload: { field: 'bankCard', reason: { kind: 'asked', text: '核对访问权限' } } }),
      409,
    )(things).map((call) => ({
      ...call,
      answer: (who) => ((who === 'worker' || who === 'otherWorker') && call.answer(who) === 409 ? 403 : call.answer(who)),
    })),
  'POST /api/persons/:id/engagements': eachSeen(
    'person',
    () => ({ payload: { organisation: nobody, kind: 'employment', since: impossible } }),
    404,
  ),
  'POST /api/persons/:id/transfer': eachSeen('person', () => ({ payload: { from: nobody, toName: '区外工会', on: impossible } }), 404),
  'GET /api/engagements/waiting': only(administer),
  'POST /api/engagements/:id/end': signedIn({ ...nothing, payload: {} }, 404),
  'POST /api/engagements/:id/approve': signedIn({ ...nothing, payload: {} }, 404),
  'POST /api/engagements/approve': signedIn({ payload: { ids: [nobody] } }),
  'GET /api/join/:organisation': anyone({ params: { organisation: organisationId('ruidingUnion') } }),
  'POST /api/me/join': signedIn(wrong, 400),
  'GET /api/me/registry': signedIn(),
}
