/** Logs whose last step the law refuses, one at least for every rule: what the tests and the conformance check bite on. */
import { addDays } from '#kernel/day.ts'
import {
  act,
  ballot,
  called,
  callFor,
  closed,
  counted,
  election,
  figuresOf,
  idOf,
  onPaper,
  onPhones,
  opened,
  openingWith,
  report,
  resultWith,
  rosterOf,
  sealed,
  sessionDay,
  start,
  type Told,
  written,
} from './cast.ts'

const asked = (by: 'delegates' | 'employer' | 'union', proposers?: number): Told =>
  act(0, 'callExtra', callFor({ agenda: [election], extra: { by, reason: '企业搬迁', ...(proposers ? { proposers } : {}) } }))
const voting = (present = 61): readonly Told[] => [called(), opened(present), ballot()]
const counting = (present = 61): readonly Told[] => [...voting(present), sealed]
const declared = (passed: boolean, yes: number): Told => act(14, 'count', { ...resultWith('1', onPaper(yes, 61 - yes, 0), 61), passed })

export const twentyNineAsk: readonly Told[] = [asked('delegates', 29)]
export const nobodyAsks: readonly Told[] = [act(0, 'callExtra', callFor())]
export const hundredAssemble: readonly Told[] = [called({ form: 'assembly', roster: figuresOf(100, start, { employees: 100 }) })]
export const hundredCome: readonly Told[] = [
  called({ form: 'assembly', roster: undefined }),
  opened(100, { roster: undefined, entitled: 100 }),
]
export const strangerComes: readonly Told[] = [called(), opened(61, { attending: Array.from({ length: 61 }, (_, at) => idOf(at + 31)) })]
export const moreThanAll: readonly Told[] = [called(), opened(91)]
export const tickedTwice: readonly Told[] = [
  called(),
  opened(61, { attending: [...Array.from({ length: 60 }, (_, at) => idOf(at + 1)), idOf(1)] }),
]
export const fiftyNineCome: readonly Told[] = [called(), opened(59)]
export const nobodyKnowsHowMany: readonly Told[] = [called(), opened(61, { roster: undefined })]
export const someLeave: readonly Told[] = [called(), opened(61), act(14, 'recordPresence', { present: 59 }), ballot()]
export const notOnAgenda: readonly Told[] = [called(), opened(61), ballot('9')]
export const votedTwice: readonly Told[] = [...counting(), counted('1', onPaper(45, 16, 0), 61), ballot()]
export const showOfHands: readonly Told[] = [called(), opened(61), ballot('1', 'people', false)]
export const toldByTheCount: readonly Told[] = [
  called(),
  opened(61, {
    roster: { ...rosterOf(90, sessionDay), delegates: rosterOf(90, sessionDay).delegates.map(({ personId: _, ...one }) => one) },
  }),
  ballot('1', 'phones'),
]
export const anotherItemCounted: readonly Told[] = [...counting(), counted('2', onPaper(46, 10, 5), 61)]
export const morePapersThanPeople: readonly Told[] = [...counting(), counted('1', onPaper(50, 10, 2), 61)]
export const paperNotEntered: readonly Told[] = [...counting(), counted('1', onPhones(46, 10, 5, 61), 61)]
export const fortyFiveDeclaredPassed: readonly Told[] = [...counting(), declared(true, 45)]
export const fortySixDeclaredFailed: readonly Told[] = [...counting(), declared(false, 46)]
export const contractNotVoted: readonly Told[] = [called(), opened(61), written, closed]
export const noMinutes: readonly Told[] = [called({ agenda: [report] }), opened(61), closed]
export const nextWasBefore: readonly Told[] = [
  called({ agenda: [report] }),
  act(14, 'openSession', openingWith(61)),
  written,
  closed,
  { ...act(14, 'nextHeld', { heldOn: sessionDay }), on: addDays(start, 300) },
]
