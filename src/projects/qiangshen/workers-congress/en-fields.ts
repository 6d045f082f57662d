/** The English of the facts: every field of the forms, by section; a nested field stands with its section. */
import type { Congress } from './data.ts'

const figures = { roster: 'Register', on: 'As of', all: 'Entitled', employees: 'Employees', managers: 'Managers' }
const elector = {
  delegates: 'Register',
  id: 'Number in the register',
  name: 'Name',
  personId: 'Person',
  constituency: 'Constituency',
  woman: 'Woman',
  manager: 'Is a manager',
}
const roster = { ...figures, ...elector }
const presence = { present: 'Present', attending: 'Names ticked' }
const numbers = { yes: 'For', no: 'Against', abstain: 'Abstained' }

export const fields: { readonly [K in keyof typeof Congress]: Readonly<Record<string, string>> } = {
  call: {
    term: 'Term',
    session: 'Session',
    onDay: 'Day',
    at: 'Time',
    place: 'Place',
    form: 'Congress or assembly',
    agenda: 'Agenda',
    title: 'Item',
    kind: 'Kind',
    extra: 'Extra session',
    by: 'Proposed by',
    proposers: 'Delegates who propose it',
    reason: 'Why',
    ...figures,
    id: 'Number of the item',
  },
  notices: { sentOn: 'Sent on', how: 'How', says: 'Remarks' },
  postponements: { onDay: 'New day', at: 'Time', place: 'Place', reason: 'Why' },
  cancellation: { reason: 'Why' },
  opening: {
    chair: 'Chair',
    recorder: 'Recorder',
    ...presence,
    entitled: 'Entitled (where the register is empty)',
    ...roster,
    heldOn: 'Held on',
  },
  presences: { ...presence, says: 'Remarks' },
  ballots: { item: 'Number of the item', how: 'How', secret: 'Secret ballot' },
  voids: { item: 'Number of the item', reason: 'Why' },
  results: {
    id: 'Number of the item',
    passed: 'Declared passed',
    kind: 'Kind',
    hand: 'On paper',
    invalid: 'Invalid',
    tellers: 'Tellers',
    box: 'On phones',
    eligible: 'Could vote on a phone',
    all: 'Entitled',
    present: 'Present',
    ...numbers,
  },
  minutes: { summary: 'What happened', signedBy: 'Signed by the chair', recorder: 'Recorder' },
  nextMeeting: { heldOn: 'Held on' },
}
