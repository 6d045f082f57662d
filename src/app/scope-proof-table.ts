/** What the proof of access expects: one line for every route, and who may know of which thing. A new route without a line here fails. */
import type { Id } from '#kernel/id.ts'
import { demoPeople, organisationId } from '#registry/demo.ts'
import { accountRows } from './scope-rows/accounts.ts'
import { bargainingRows } from './scope-rows/bargaining.ts'
import { campaignRows } from './scope-rows/campaigns.ts'
import {
  anyone,
  desks,
  eachGoverned,
  eachSeen,
  impossible,
  nobody,
  only,
  type Row,
  signedIn,
  type Thing,
  type Who,
  wrong,
} from './scope-rows/row.ts'
import { coachingRows } from './scope-rows/coaching.ts'
import { evaluationRows } from './scope-rows/evaluation.ts'
import { congressRows } from './scope-rows/congress.ts'
import { importRows } from './scope-rows/imports.ts'
import { contractRows, indicatorRows } from './scope-rows/contracts.ts'
import { joinRows } from './scope-rows/join.ts'
import { peopleRows } from './scope-rows/people.ts'
import { privacyRows } from './scope-rows/privacy.ts'
import { organisationRows } from './scope-rows/organisations.ts'
import { skillAwardRows } from './scope-rows/skill-award.ts'
import { teamRows } from './scope-rows/teams.ts'

const organisation = (what: string, id: Id, seenBy: readonly Who[], governedBy: readonly Who[]): Thing => ({
  kind: 'organisation',
  what,
  seenBy,
  governedBy,
  params: { id },
})
const person = (what: string, id: Id, seenBy: readonly Who[], governedBy: readonly Who[]): Thing => ({
  kind: 'person',
  what,
  seenBy,
  governedBy,
  params: { id },
})

/** Things the registry's demonstration always has; those with ids of the run (posts, cases) are added by the test. */
export const registryThings: readonly Thing[] = [
  organisation('the street of 白杨', organisationId('baiyang'), ['street', 'district'], ['street', 'district']),
  organisation('the centre of 白杨', organisationId('baiyangCentre'), ['mediator', 'street', 'district'], ['street', 'district']),
  organisation('a firm in 白杨', organisationId('qicheng'), ['worker', 'firm', 'street', 'district'], ['street', 'district']),
  organisation('a union in 白杨', organisationId('ruidingUnion'), ['union', 'street', 'district'], ['union', 'street', 'district']),
  organisation(
    'the centre of 下沙',
    organisationId('xiashaCentre'),
    ['otherMediator', 'otherStreet', 'district'],
    ['otherStreet', 'district'],
  ),
  organisation(
    'a firm in 下沙',
    organisationId('landa'),
    ['otherWorker', 'otherFirm', 'otherStreet', 'district'],
    ['otherStreet', 'district'],
  ),
  organisation('the bureau', organisationId('hrBureau'), ['bureau', 'district'], ['district']),
  organisation('the district', organisationId('district'), ['district'], ['district']),
  person('a worker in 白杨', demoPeople.chenGuoqiang.id, ['worker', 'street', 'district'], ['street', 'district']),
  person('a mediator in 白杨', demoPeople.fangWenbin.id, ['mediator', 'street', 'district'], ['street', 'district']),
  person('a worker in 下沙', demoPeople.tangShaojun.id, ['otherWorker', 'otherStreet', 'district'], ['otherStreet', 'district']),
  person('the district’s officer', demoPeople.wuJianfang.id, ['district'], ['district']),
]

/** Every route of the house. Writing rows ask for something impossible where they can: 400 then says "you may, but not so". */
export const scopeProof: Readonly<Record<string, Row>> = {
  'GET /api/health': anyone(),
  'GET /api/site': anyone(),
  'GET /api/openapi.json': anyone(),
  'GET /metrics': anyone(),

  'POST /api/auth/sign-in/username': anyone(wrong, 400),
  'POST /api/auth/sign-out': anyone(wrong, 400),
  'GET /api/auth/get-session': anyone(),
  'POST /api/auth/change-password': signedIn(wrong, 400),
  'POST /api/auth/revoke-other-sessions': signedIn(wrong, 400),
  'POST /api/auth/phone-number/send-otp': anyone(wrong, 400),
  'POST /api/auth/phone-number/verify': anyone(wrong, 400),
  'POST /api/auth/two-factor/enable': signedIn(wrong, 400),
  'POST /api/auth/two-factor/disable': signedIn(wrong, 400),
  'POST /api/auth/two-factor/verify-totp': anyone(wrong, 400),
  'POST /api/auth/two-factor/verify-backup-code': anyone(wrong, 400),

  'GET /api/me': signedIn(),
  'PUT /api/me': signedIn({ payload: { name: '' } }, 400),
  'GET /api/directory/firms': anyone({ query: 'q=qicheng' }),
  'GET /api/directory/mediation': anyone(),

  ...organisationRows,
  ...peopleRows,
  ...joinRows,
  ...congressRows,
  ...accountRows,
  'GET /api/posts': signedIn(),
  'POST /api/posts': eachGoverned(
    'organisation',
    ({ params }) => ({ payload: { person: nobody, organisation: params.id, role: 'officer', scope: 'unit', from: impossible } }),
    404,
  ),
  'POST /api/posts/:id/end': eachGoverned('post', () => ({ payload: { on: impossible } }), 400),

  ...privacyRows,
  ...importRows,
  ...teamRows,
  ...contractRows,
  ...indicatorRows,
  ...skillAwardRows,
  ...coachingRows,
  ...evaluationRows,
  ...bargainingRows,
  ...campaignRows,

  'GET /api/law/rules': anyone(),
  'GET /api/law/clock': anyone({ query: 'rule=MED.ACCEPT&start=2026-09-28&region=CN-ZJ-HZ' }),
  'GET /api/law/calendar': anyone({ query: 'year=2026' }),
  'PUT /api/law/calendar/:year': only(['district'], { params: { year: '2027' }, ...wrong }, 400),

  'GET /api/mediation/route': anyone({ query: `firm=${organisationId('qicheng')}` }),
  'GET /api/mediation/promise': anyone({ query: 'claimKind=unpaidWages&stillEmployed=true&knewOn=2026-10-01' }),
  'GET /api/mediation/desk': only([...desks, 'union']),
  'GET /api/mediation/statistics': only([...desks, 'union'], { query: 'from=2026-01-01&to=2026-11-22' }),
  'GET /api/mediation/statistics/cases': only([...desks, 'union'], { query: 'from=2026-01-01&to=2026-11-22' }),

  'GET /api/procedures': anyone(),
  'POST /api/cases': signedIn(wrong, 400),
  'GET /api/cases': signedIn({ lists: 'case' }),
  'GET /api/cases/export': signedIn(),
  'GET /api/cases/:id': eachSeen('case'),
  'POST /api/cases/:id/steps': eachSeen('case', () => ({ payload: { step: 'noSuchStep', key: 'proof-of-access' } }), 400),
  'POST /api/cases/:id/attachments': eachSeen('case', () => wrong, 415),
  'GET /api/cases/:id/attachments/:attachment': (things) => [...eachSeen('attachment')(things), ...eachSeen('sharedAttachment')(things)],
  'POST /api/cases/:id/attachments/:attachment/share': eachGoverned('sharedAttachment', () => ({}), 204),
  'DELETE /api/cases/:id/attachments/:attachment': eachSeen('sharedAttachment', () => ({}), 403),
  'GET /api/cases/:id/papers/:paper': eachSeen('paper', () => ({ query: 'as=docx' })),
  'GET /api/verify/:code': anyone({ params: { code: 'NOSUCHCODE' } }),
  'GET /api/today': signedIn(),
  'GET /api/notices': signedIn(),
  'POST /api/notices/read': signedIn(wrong, 400),
  'GET /api/events': signedIn({ endless: true }),
}
