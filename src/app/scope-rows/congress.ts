/** The proof of access for the workers' congress: a union's register is for its own desk and those above; a ballot is for its electors. */
import { organisationId } from '#registry/demo.ts'
import { nobody, type Row, signedIn, type Who, wrong } from './row.ts'

const union = organisationId('ruidingUnion')
const desks: readonly Who[] = ['union', 'street', 'district']
const seen =
  (
    call: { readonly query?: string; readonly payload?: unknown; readonly params?: Readonly<Record<string, string>> },
    answer: number,
  ): Row =>
  () => [
    {
      what: 'of the union of 瑞鼎',
      ...call,
      answer: (who) => (who === 'anonymous' ? 401 : desks.includes(who) ? answer : 404),
    },
  ]
const about = { name: '张三', manager: false, dispatched: false }
const key = '00000000-0000-4000-8000-00000000c0de'
const ballot = { params: { case: nobody, ballot: '1' } }

/** 400 answers a term that ends before it begins: whoever gets it might have written a right one. */
export const congressRows: Readonly<Record<string, Row>> = {
  'GET /api/congress/delegates': seen({ query: `union=${union}` }, 200),
  'GET /api/congress/register': seen({ query: `union=${union}` }, 200),
  'POST /api/congress/delegates': seen({ payload: { union, key, ...about, since: '2026-01-02', until: '2026-01-01' } }, 400),
  'POST /api/congress/delegates/paste': seen(
    { payload: { union, key, text: '张三', since: '2026-01-02', until: '2026-01-01', write: false } },
    400,
  ),
  'POST /api/congress/delegates/:id/end': signedIn({ params: { id: nobody }, payload: { key, on: '2026-01-01', why: 'left' } }, 404),
  'POST /api/congress/delegates/sheet': signedIn(wrong, 415),
  'GET /api/ballots': signedIn(),
  'POST /api/ballots/:case/:ballot/papers': signedIn({ ...ballot, payload: { receipt: 'AAAA-BBBB-CCCC-DDDD', choice: 'yes' } }, 404),
  'GET /api/ballots/:case/:ballot/papers': signedIn(ballot, 404),
  'GET /api/congress/sessions/:id/turnout': signedIn({ params: { id: nobody } }, 404),
}
