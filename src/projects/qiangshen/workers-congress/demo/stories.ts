/** The stories that the congress tells. Tests and the conformance check are made of them. */
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
  report,
  rosterOf,
  sealed,
  sessionDay,
  start,
  type Told,
  written,
} from './cast.ts'

/** 四届三次: 90 delegates, 61 there, 46 for it. One fewer there or one fewer for it, and it would not stand. */
export const passesByOne: readonly Told[] = [
  called(),
  act(1, 'notify', { sentOn: addDays(start, 1), how: 'inWriting', says: '草案随通知发给各位代表' }),
  opened(61),
  ballot(),
  sealed,
  counted('1', onPaper(46, 10, 4, 1), 61),
  written,
  closed,
  { ...act(14, 'nextHeld', { heldOn: addDays(start, 300) }), on: addDays(start, 300) },
]

/** More than half of those present are for it, and it fails: half of all counts. A second item is voted on phones. */
export const failsThoughMostPresentAgree: readonly Told[] = [
  called({ agenda: [...callFor().agenda, election] }),
  opened(83, {
    attending: rosterOf(90, sessionDay)
      .delegates.slice(0, 83)
      .map((one) => one.id),
  }),
  ballot(),
  sealed,
  counted('1', onPaper(44, 31, 8), 83),
  ballot('3', 'phones'),
  sealed,
  counted('3', onPhones(70, 5, 2, 83), 83),
  written,
  closed,
]

/** A third of the delegates ask for a session; it is put off once, people come late, and one ballot is void. */
export const thirtyDelegatesAsk: readonly Told[] = [
  act(0, 'callExtra', callFor({ session: 4, agenda: [election], extra: { by: 'delegates', proposers: 30, reason: '协商代表空缺一名' } })),
  act(1, 'notify', { sentOn: addDays(start, 1), how: 'posted' }),
  act(5, 'postpone', { onDay: sessionDay, at: '09:00', place: '食堂二楼', reason: '会议室检修' }),
  act(6, 'notify', { sentOn: addDays(start, 6), how: 'online' }),
  opened(60),
  act(14, 'recordPresence', { present: 72, says: '中班代表到会' }),
  ballot('3'),
  act(14, 'voidBallot', { item: '3', reason: '发出的票比到会的人多两张' }),
  ballot('3', 'both'),
  sealed,
  counted('3', { ...onPaper(30, 2, 1), ...onPhones(31, 4, 2, 39) }, 72),
  written,
  closed,
]

/** Sixty employees meet all together. */
export const everybodyMeets: readonly Told[] = [
  called({ form: 'assembly', term: 2, session: 1, roster: figuresOf(60, start, { managers: 3, employees: 60 }) }),
  opened(40, { roster: rosterOf(60, sessionDay, { managers: 3, employees: 60 }) }),
  ballot(),
  sealed,
  counted('1', onPaper(31, 6, 3), 40, 60),
  written,
  closed,
]

/** The register is on paper only: the number entitled is typed. */
export const registerOnPaper: readonly Told[] = [
  called({ roster: undefined, agenda: [report] }),
  opened(20, { roster: undefined, entitled: 30 }),
  written,
  closed,
]

/** Called with too many managers among the delegates, and given up. */
export const calledOff: readonly Told[] = [
  called({ roster: figuresOf(90, start, { managers: 19 }) }),
  act(3, 'cancel', { reason: '先按比例补选代表' }),
]
export const voidWhileCounting: readonly Told[] = [
  called(),
  opened(61, { attending: Array.from({ length: 61 }, (_, at) => idOf(at + 1)) }),
  ballot(),
  sealed,
  act(14, 'voidBallot', { item: '1', reason: '票箱没有当众验空' }),
]
