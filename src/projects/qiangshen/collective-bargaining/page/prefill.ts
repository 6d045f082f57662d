/** What the forms of a bargaining may begin with, because it is known already: every one can be changed before it is sent. Pure. */
import type { CaseWire } from '#engine/wire.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { Kind } from '../data.ts'
import { chiefOf, delegatesOf } from '../facts/sides.ts'
import { tableOf } from '../table/table.ts'
import { factsOf } from './board.ts'

type Values = Record<string, unknown>

const contractTitles: Readonly<Record<Kind, string>> = {
  wage: '工资专项集体合同',
  comprehensive: '集体合同',
  safety: '劳动安全卫生专项集体合同',
  women: '女职工权益保护专项集体合同',
  skillWages: '能级工资专项集体合同',
}

/** What nobody filled in is left out, so that the form asks for it. */
const kept = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

type Begun = (file: CaseWire) => Values | undefined

const names: Begun = (file) => {
  const { offer } = factsOf(file)
  return offer?.by === 'workers' ? { delegates: offer.delegates.map((name, at) => ({ name, chief: at === 0 })) } : undefined
}
const employerNames: Begun = (file) => {
  const { offer } = factsOf(file)
  return offer?.by === 'employer'
    ? { delegates: offer.delegates.map((name, at) => ({ name, chief: at === 0 })), chosenBy: 'employer' }
    : undefined
}

/** Only what both sides agree on may stand in the draft; a later draft keeps the title and the term of the one before. */
const draft: Begun = (file) => {
  const facts = factsOf(file)
  const before = facts.draft
  const clauses: readonly Clause[] = tableOf(facts).rows.flatMap((row) => row.agreed ?? [])
  const { offer } = facts
  return kept({
    title: before?.title ?? (offer ? `${offer.company.name}${file.today.slice(0, 4)}年${contractTitles[offer.kind]}` : undefined),
    since: before?.since,
    until: before?.until,
    paragraphs: before?.paragraphs,
    form: before?.form ?? 'contract',
    clauses,
  })
}

const rounds = (file: CaseWire): number => Math.max(1, ...tableOf(factsOf(file)).rounds)

const meeting: Begun = (file) => {
  const { offer, answer, meetings } = factsOf(file)
  const planned = answer ?? offer
  if (!planned || meetings.length > 0) return undefined
  return { day: planned.meetOn, start: planned.meetAt, place: planned.place }
}

const vote: Begun = (file) => {
  const { convening } = factsOf(file)
  return convening ? { term: convening.term, session: convening.session, form: convening.form, heldOn: convening.onDay } : undefined
}

const signature =
  (side: 'workers' | 'employer'): Begun =>
  (file) => {
    const chief = chiefOf(factsOf(file), side)
    return chief ? { name: chief.name, inCapacity: '首席代表' } : undefined
  }

const begun: Readonly<Record<string, Begun>> = {
  answer: (file) => {
    const { offer } = factsOf(file)
    return offer ? { agrees: 'agree', meetOn: offer.meetOn, meetAt: offer.meetAt, place: offer.place } : undefined
  },
  nameWorkers: names,
  nameEmployer: employerNames,
  askMaterials: (file) => kept({ meetingOn: factsOf(file).answer?.meetOn ?? factsOf(file).offer?.meetOn }),
  supplyMaterials: (file) => ({ year: Number(file.today.slice(0, 4)) - 1, ...factsOf(file).materials, suppliedOn: undefined }),
  setMeeting: meeting,
  recordMeeting: (file) => {
    const facts = factsOf(file)
    const there = (['workers', 'employer'] as const).flatMap((side) => delegatesOf(facts, side)).map(({ name }) => name)
    return kept({ round: rounds(file), present: there.length > 0 ? there.join('、') : undefined })
  },
  draft,
  reviseDraft: draft,
  amend: draft,
  carry: vote,
  reject: vote,
  signWorkers: signature('workers'),
  signEmployer: signature('employer'),
  // 省34, 市40: five copies and an explanation.
  file: () => ({ copies: 5 }),
  report: (file) => ({ year: Number(file.today.slice(0, 4)) }),
}

export const prefill = (step: string, file: CaseWire): Values | undefined => begun[step]?.(file)
