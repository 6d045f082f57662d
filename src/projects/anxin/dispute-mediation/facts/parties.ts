/** Who stands on which side of a mediation, and its name in one line. Pure. */
import type { Meeting, Party } from '#engine/define.ts'
import type { Facts } from '../data.ts'
import { claimWords } from '../documents/phrases.ts'
import { colleaguesIn, headsWithCommonClaim, isAmong, representativesIn, workersIn } from './people.ts'

/** The applicant and the elected act for the workers; the other colleagues see the case and speak for themselves alone. */
export function partiesOf(facts: Facts): readonly Party[] {
  const { application, notice, firmConsent } = facts
  if (!application) return []
  const chosen = representativesIn(facts)
  const asParty =
    (role: string) =>
    (one: { readonly name: string; readonly personId?: string | undefined }): Party => ({
      role,
      name: one.name,
      ...(one.personId ? { person: one.personId } : {}),
    })
  const others = colleaguesIn(facts).filter((one) => one.personId === undefined || one.personId !== application.worker.personId)
  const { name, organisationId } = application.respondent
  return [
    asParty('worker')(application.worker),
    ...others.filter((one) => isAmong(chosen, one)).map(asParty('worker')),
    ...others.filter((one) => !isAmong(chosen, one)).map(asParty('colleague')),
    {
      role: 'employer',
      name,
      ...(organisationId ? { organisation: organisationId } : {}),
      sees: application.by === 'employer' || notice !== undefined || firmConsent.length > 0,
    },
  ]
}

/** 刘志军等 12 人 与 杭州瑞鼎金属制品有限公司 */
export function subjectOf(facts: Facts): string {
  const { application } = facts
  if (!application) return ''
  const crowd = { application, colleagues: facts.colleagues, leavers: facts.leavers }
  const heads = Math.max(workersIn(crowd).length, headsWithCommonClaim(crowd))
  return `${application.worker.name}${heads > 1 ? `等 ${heads} 人` : ''} 与 ${application.respondent.name}`
}

export const matterOf = ({ application }: Facts): string => (application ? claimWords[application.claimKind].zh : '')

export const mediatorsOf = ({ assignment }: Facts) =>
  (assignment?.mediators ?? []).map(({ name, personId }) => ({ role: 'mediator' as const, person: personId, name }))

/** The hearing that stands: a later notice replaces the one before. */
export function meetingsOf({ hearings }: Facts): readonly Meeting[] {
  const hearing = hearings.at(-1)
  return hearing ? [{ title: '调解会', on: hearing.day, at: hearing.start, place: hearing.room }] : []
}
