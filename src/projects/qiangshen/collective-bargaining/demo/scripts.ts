/** The stretches of a bargaining of which the stories are made, in days from the offer; the offer is made on a Monday. */
import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { Draft, Kind, Offer, Tally } from '../data.ts'
import { bureau, company, employerHead, employerNamed, figures, firm, floor, unionHead, workersNamed } from './cast.ts'
import type { Teller, Told } from './play.ts'

export const offer = (t: Teller, more: Partial<Offer> = {}): Offer => ({
  by: 'workers',
  kind: 'wage',
  purpose: 'first',
  company,
  topics: ['年度工资增长', '企业最低工资', '津贴补贴'],
  meetOn: t.day(24),
  meetAt: '14:00',
  place: '厂部二楼会议室',
  delegates: workersNamed.map(({ name }) => name),
  onBehalf: false,
  firm: firm(),
  bureau,
  floor,
  ...more,
})
export const service = (t: Teller, after = 0) => ({ receivedOn: t.day(after), how: 'inPerson', receiver: '林静' })
export const answer = (t: Teller) => ({ agrees: 'agree', meetOn: t.day(24), meetAt: '14:00', place: '厂部二楼会议室' })
export const workerSide = (t: Teller, more: object = {}) => ({
  delegates: [...workersNamed],
  chosenBy: 'congress',
  postedOn: t.day(9),
  postedAt: '厂区公告栏',
  firm: firm(),
  ...more,
})
export const employerSide = (t: Teller, more: object = {}) => ({
  delegates: [...employerNamed],
  chosenBy: 'employer',
  delegation: '法定代表人书面委托',
  postedOn: t.day(10),
  postedAt: '厂区公告栏',
  firm: firm(),
  ...more,
})
export const meeting = (t: Teller, on: number, chairedBy: 'workers' | 'employer' = 'workers', more: object = {}) => ({
  day: t.day(on),
  start: '14:00',
  place: '厂部二楼会议室',
  chairedBy,
  agenda: '工资增长幅度、最低工资、津贴',
  ...more,
})
export const minutes = (round: number, more: object = {}) => ({
  round,
  recorder: '沈佳',
  recorderIsDelegate: false,
  present: '双方代表全部到会',
  summary: '双方说明了各自的方案和理由',
  signedByWorkers: true,
  signedByEmployer: true,
  ...more,
})
export const proposal = (side: 'workers' | 'employer', round: number, clauses: readonly Clause[]) => ({
  side,
  round,
  clauses: [...clauses],
  floor,
})

const lastOf = (since: Day, years: number): Day => addDays(addYears(since, years), -1)
export const draft = (t: Teller, kind: Kind = 'wage', more: Partial<Draft> = {}): Draft => {
  const since = addDays(t.start, 60)
  return {
    title: kind === 'wage' ? '工资专项集体合同' : '集体合同',
    since,
    until: lastOf(since, kind === 'wage' || kind === 'skillWages' ? 1 : 3),
    clauses: [...figures[kind].agreed],
    form: kind === 'skillWages' ? 'minutes' : 'contract',
    floor,
    ...more,
  }
}
export const convening = (t: Teller, on = 53, more: object = {}) => ({
  term: 4,
  session: 3,
  onDay: t.day(on),
  place: '职工食堂',
  form: 'congress',
  ...more,
})
export const tally = (t: Teller, on = 53, more: Partial<Tally> = {}): Tally => ({
  term: 4,
  session: 3,
  heldOn: t.day(on),
  form: 'congress',
  all: 90,
  present: 61,
  yes: 46,
  no: 10,
  abstain: 5,
  ...more,
})
export const filing = (more: object = {}) => ({ to: bureau.name, copies: 5, explanation: true, ...more })

export const offered = (t: Teller, more: Partial<Offer> = {}): readonly Told[] => [t.act(0, 'offer', 'workers', offer(t, more))]
export const served = (t: Teller, more: Partial<Offer> = {}): readonly Told[] => [
  ...offered(t, more),
  t.act(0, 'serve', 'workers', service(t)),
]
export const answered = (t: Teller, more: Partial<Offer> = {}): readonly Told[] => [
  ...served(t, more),
  t.act(8, 'answer', 'employer', answer(t)),
]
export const named = (t: Teller): readonly Told[] => [
  t.act(9, 'nameWorkers', 'workers', workerSide(t)),
  t.act(10, 'nameEmployer', 'employer', employerSide(t), 'workers'),
]
export const asked = (t: Teller): readonly Told[] => [
  t.act(8, 'askMaterials', 'workers', { wants: ['上年度工资总额', '现行工资表'], meetingOn: t.day(24) }),
]
export const supplied = (t: Teller, on = 14): Told =>
  t.act(on, 'supplyMaterials', 'employer', { year: 2025, payrollFen: 3_200_000_000, workers: 642, suppliedOn: t.day(on) })

/** Two rounds: each side its figures, then what they meet at. */
export const prepared = (t: Teller, more: Partial<Offer> = {}): readonly Told[] => [
  ...answered(t, more),
  ...asked(t),
  ...named(t),
  supplied(t),
  t.act(14, 'setMeeting', 'workers', meeting(t, 24)),
]
export const firstRound = (t: Teller, kind: Kind = 'wage'): readonly Told[] => [
  t.act(24, 'propose', 'workers', proposal('workers', 1, figures[kind].asked)),
  t.act(24, 'propose', 'employer', proposal('employer', 1, figures[kind].offered)),
  t.act(24, 'recordMeeting', 'workers', minutes(1)),
]
export const secondRound = (t: Teller, kind: Kind = 'wage'): readonly Told[] => [
  t.act(25, 'setMeeting', 'employer', meeting(t, 37, 'employer')),
  t.act(37, 'propose', 'workers', proposal('workers', 2, figures[kind].agreed)),
  t.act(37, 'propose', 'employer', proposal('employer', 2, figures[kind].agreed)),
  t.act(37, 'recordMeeting', 'employer', minutes(2)),
]
export const talked = (t: Teller, kind: Kind = 'wage', more: Partial<Offer> = {}): readonly Told[] => [
  ...prepared(t, { kind, ...more }),
  ...firstRound(t, kind),
  ...secondRound(t, kind),
]
export const drafted = (t: Teller, kind: Kind = 'wage', more: Partial<Offer> = {}): readonly Told[] => [
  ...talked(t, kind, more),
  t.act(39, 'draft', 'employer', draft(t, kind)),
]
export const called = (t: Teller, kind: Kind = 'wage', more: Partial<Offer> = {}): readonly Told[] => [
  ...drafted(t, kind, more),
  t.act(42, 'convene', 'workers', convening(t)),
]
export const carried = (t: Teller, kind: Kind = 'wage', more: Partial<Offer> = {}): readonly Told[] => [
  ...called(t, kind, more),
  t.act(53, 'carry', 'workers', tally(t)),
]
export const signed = (t: Teller, on = 57): readonly Told[] => [
  t.act(on, 'signWorkers', 'workers', { name: unionHead, inCapacity: '职工方首席代表', signedOn: t.day(on) }),
  t.act(on, 'signEmployer', 'employer', { name: employerHead, inCapacity: '企业方首席代表', signedOn: t.day(on) }),
]
export const filed = (t: Teller, on = 59): readonly Told[] => [
  t.act(on, 'file', 'employer', filing()),
  t.act(on, 'receive', 'bureau', { receivedOn: t.day(on), number: '收〔2026〕31 号' }, 'workers'),
]
/** Received on a Thursday: the fifteenth day is a Friday, and the contract is in force the day after. */
export const inForce = (t: Teller, kind: Kind = 'wage', more: Partial<Offer> = {}): readonly Told[] => [
  ...carried(t, kind, more),
  ...signed(t),
  ...filed(t),
  t.act(75, 'takeEffect', 'law'),
]
export const published = (t: Teller): readonly Told[] => [
  t.act(78, 'publish', 'employer', { publishedOn: t.day(78), how: '厂区公告栏、内部网', photo: '公告栏照片' }),
  t.act(78, 'copyUp', 'workers', { to: '白杨街道总工会' }),
]
