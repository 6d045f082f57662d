/** The proof of access for skill awards: the payroll check of a firm is for the firm, its unions and the federations above. */
import { organisationId } from '#registry/demo.ts'
import { type Asked, type Row, signedIn, type Who } from './row.ts'

const inBaiyang: readonly Who[] = ['firm', 'street', 'district']
const inXiasha: readonly Who[] = ['otherFirm', 'otherStreet', 'district']

/** Once for a firm in each of two streets: 404 for whoever has nothing to do with it. */
const eachFirm =
  (asked: Asked = {}, answer = 200): Row =>
  () =>
    (
      [
        ['qicheng', inBaiyang],
        ['landa', inXiasha],
      ] as const
    ).map(([firm, may]) => ({
      what: `of ${firm}`,
      query: `firm=${organisationId(firm)}&month=2026-05`,
      ...asked,
      answer: (who) => (who === 'anonymous' ? 401 : may.includes(who) ? answer : 404),
    }))

export const skillAwardRows: Readonly<Record<string, Row>> = {
  'GET /api/skill-award/mine': signedIn(),
  'GET /api/skill-award/firms': signedIn({ query: 'month=2026-05' }),
  'GET /api/skill-award/payroll': eachFirm(),
  'GET /api/skill-award/payroll/export': eachFirm(),
  // Without a file the answer to those who may is that it is no form.
  'POST /api/skill-award/payroll/check': eachFirm({ payload: {} }, 415),
}
