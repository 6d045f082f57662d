/** The proof of access for organisations: seen within reach, changed by those who govern them, placed by those who govern what is above. */
import { organisationId } from '#registry/demo.ts'
import { type Asked, eachGoverned, eachSeen, impossible, nobody, type Row, signedIn, type Thing, type Who } from './row.ts'

const own = ({ params }: Thing, more: Readonly<Record<string, string>> = {}) => ({ params: { ...params, ...more } })

/** What the next higher union decides is not for the union itself, nor a street's place for the street. */
function governsFromAbove({ params, governedBy = [] }: Thing): readonly Who[] {
  if (params.id === organisationId('baiyang')) return ['district']
  return governedBy.filter((who) => who !== 'union')
}
const eachPlaced =
  (asked: (thing: Thing) => Asked, answer: number): Row =>
  (things) =>
    eachGoverned('organisation', asked, answer)(things.map((thing) => ({ ...thing, governedBy: governsFromAbove(thing) })))

const paper = { number: '试〔2001〕1号', approvedOn: impossible }
const each =
  (...rows: readonly Row[]): Row =>
  (things) =>
    rows.flatMap((row) => row(things))

export const organisationRows: Readonly<Record<string, Row>> = {
  'GET /api/organisations': each(signedIn({ lists: 'organisation' }), signedIn({ lists: 'organisation', query: 'on=2026-11-22' })),
  'GET /api/organisations/:id': eachSeen('organisation'),
  'GET /api/organisations/:id/history': eachSeen('organisation'),
  'GET /api/organisations/:id/cover': eachSeen('organisation'),
  'GET /api/organisations/count': signedIn({ query: 'on=2022-12-01' }),
  'GET /api/organisations/terms': signedIn(),
  'GET /api/organisations/export': signedIn({ query: 'as=csv' }),
  'GET /api/organisations/tree': each(
    signedIn(),
    eachSeen('organisation', ({ params }) => ({ query: `parent=${params.id}` })),
  ),
  'POST /api/organisations': eachGoverned(
    'organisation',
    ({ params }) => ({ payload: { kind: 'platform', name: '不能设在这里', parent: params.id, since: impossible } }),
    400,
  ),
  'POST /api/organisations/:id/facts': eachGoverned(
    'organisation',
    () => ({ payload: { fact: 'address', value: '早于设立', since: impossible, source: '试验' } }),
    400,
  ),
  'POST /api/organisations/:id/facts/:fact/correction': eachGoverned(
    'organisation',
    (thing) => ({ ...own(thing, { fact: nobody }), payload: { value: '无此记录', reason: '试验' } }),
    404,
  ),
  'POST /api/organisations/:id/facts/:fact/withdrawal': eachGoverned(
    'organisation',
    (thing) => ({ ...own(thing, { fact: nobody }), payload: { reason: '试验' } }),
    404,
  ),
  'POST /api/organisations/:id/approval': eachPlaced(
    () => ({ payload: { number: '试〔2001〕1号', on: impossible, termYears: 4, beganOn: impossible } }),
    409,
  ),
  'POST /api/organisations/:id/move': eachPlaced(() => ({ payload: { ...paper, parent: nobody, on: impossible } }), 404),
  'POST /api/organisations/:id/end': eachPlaced(() => ({ payload: { on: impossible, why: 'closed', reason: '试验' } }), 400),
  'POST /api/organisations/:id/terms': eachPlaced(() => ({ payload: { ...paper, years: 4, beganOn: impossible } }), 409),
  'POST /api/organisations/:id/terms/:term/extension': eachPlaced(
    (thing) => ({ ...own(thing, { term: nobody }), payload: { ...paper, until: impossible } }),
    404,
  ),
  'POST /api/organisations/:id/cover': eachGoverned('organisation', () => ({ payload: { firm: nobody, since: impossible } }), 404),
  'POST /api/organisations/:id/cover/:cover/end': eachGoverned(
    'organisation',
    (thing) => ({ ...own(thing, { cover: nobody }), payload: { on: impossible } }),
    404,
  ),
}
