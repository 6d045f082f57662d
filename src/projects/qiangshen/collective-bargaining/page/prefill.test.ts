/** Forms begin with what is known: the draft with what is agreed and nothing else. */
import { describe, expect, it } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { prefill } from './prefill.ts'

const growth = (value: number) => ({ meaning: 'wageGrowth', value })
const offer = {
  by: 'workers',
  kind: 'wage',
  company: { name: '杭州明晰光电有限公司', organisationId: 'x' },
  meetOn: '2026-12-10',
  meetAt: '14:00',
  place: '会议室',
  delegates: ['吕文清', '罗建平'],
  clauses: [growth(800), { meaning: 'meal', value: 1800 }],
}
const file = (facts: object) => ({ facts: { offer, proposals: [], ...facts }, log: [], today: '2026-11-22' }) as unknown as CaseWire

describe('what forms begin with', () => {
  it('puts only agreed clauses into the draft, and keeps title and term of the draft before', () => {
    const agreed = file({ proposals: [{ side: 'employer', round: 1, clauses: [growth(800), { meaning: 'meal', value: 1600 }] }] })
    expect(prefill('draft', agreed)).toEqual({
      title: '杭州明晰光电有限公司2026年工资专项集体合同',
      form: 'contract',
      clauses: [growth(800)],
    })
    const before = { title: '旧名', since: '2027-01-01', until: '2027-12-31', form: 'minutes', clauses: [growth(500)] }
    expect(prefill('reviseDraft', file({ draft: before }))).toEqual({ ...before, clauses: [] })
  })
  it('answers with the day that was proposed and names those of the offer, the first as chief', () => {
    expect(prefill('answer', file({}))).toEqual({ agrees: 'agree', meetOn: '2026-12-10', meetAt: '14:00', place: '会议室' })
    expect(prefill('nameWorkers', file({}))?.delegates).toEqual([
      { name: '吕文清', chief: true },
      { name: '罗建平', chief: false },
    ])
    expect(prefill('nameEmployer', file({}))).toBeUndefined()
  })
  it('signs with the chief who sits there now, not with one who left', () => {
    const sides = {
      workerSide: { delegates: [{ name: '吕文清', chief: true }] },
      vacancies: [{ side: 'workers', name: '吕文清', reason: '调离' }],
      refills: [{ side: 'workers', name: '罗建平', chief: true, replaces: '吕文清' }],
    }
    expect(prefill('signWorkers', file(sides))).toEqual({ name: '罗建平', inCapacity: '首席代表' })
    expect(prefill('signEmployer', file(sides))).toBeUndefined()
  })
  it('says nothing where nothing is known', () => {
    expect(prefill('withdraw', file({}))).toBeUndefined()
    expect(prefill('carry', file({}))).toBeUndefined()
    expect(prefill('setMeeting', file({ meetings: [{}] }))).toBeUndefined()
  })
})
