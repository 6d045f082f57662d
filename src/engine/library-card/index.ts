/** The invented mechanism with its stories and its English. */
import { type Day, day } from '#kernel/day.ts'
import type { Known } from '../define.ts'
import { type KeptFile, mechanism } from '../mechanism.ts'
import { lending, type Loan } from './procedure.ts'

const wish = { reader: '王小明', books: 2 }
const on = (text: string): Day => day(text)

const lent = [
  { on: on('2026-03-02'), by: 'reader', step: 'ask', input: { ...wish, books: 3 } },
  { on: on('2026-03-04'), by: 'librarian', step: 'lend', input: { shelf: 'A1' } },
] as const
const asked = { on: on('2026-03-02'), by: 'reader', recordedBy: 'librarian', step: 'askAtDesk', input: wish } as const

export const stories = {
  aBookComesBack: [
    ...lent,
    { on: on('2026-03-05'), by: 'reader', step: 'note', input: { words: '谢谢' } },
    { on: on('2026-03-06'), by: 'reader', step: 'freeze' },
    { on: on('2026-03-09'), by: 'librarian', step: 'thaw' },
    { on: on('2026-03-10'), by: 'librarian', step: 'renew', input: { until: '2026-04-02', bothAgree: true } },
    { on: on('2026-03-20'), by: 'reader', step: 'giveBack' },
  ],
  atTheDesk: [
    asked,
    { on: on('2026-03-02'), by: 'librarian', step: 'remark', input: { words: '常客' } },
    { on: on('2026-03-03'), by: 'librarian', step: 'move', input: { to: '00000000-0000-4000-8000-000000000009' } },
    { on: on('2026-03-03'), by: 'librarian', step: 'refuse', input: { reason: 'notHere' } },
  ],
  aBookIsLost: [...lent, { on: on('2026-04-04'), by: 'law', step: 'lose' }],
} as const

export const breaks = {
  tooMany: [{ ...lent[0], input: { ...wish, books: 6 } }],
  oneSideOnly: [...lent, { on: on('2026-03-10'), by: 'librarian', step: 'renew', input: { until: '2026-04-02', bothAgree: false } }],
} as const

/** Who has how many books out, in a table of its own. */
const keeps = {
  library_loan: ({ known, state }: KeptFile<Known<typeof Loan>>) =>
    state === 'lent' ? [{ reader: known.wish!.reader, books: known.wish!.books, hall: known.answer?.hall ?? null }] : [],
}

export default mechanism({
  procedure: lending,
  told: async () => ({ stories, breaks }),
  keeps,
  en: {
    title: 'Lending',
    short: 'Lending',
    roles: { reader: 'Reader', librarian: 'Librarian', head: 'Head library' },
    states: { asked: 'Asked', lent: 'Lent', refused: 'Refused', returned: 'Returned', lost: 'Deemed lost' },
    steps: {
      ask: 'Ask',
      askAtDesk: 'Ask at the desk',
      lend: 'Lend',
      refuse: 'Refuse',
      note: 'Note',
      remark: 'Internal remark',
      freeze: 'Report card lost',
      thaw: 'Card replaced',
      renew: 'Renew',
      move: 'Move to a branch',
      giveBack: 'Give back',
      lose: 'Deemed lost',
    },
    hints: { lend: 'Prints the slip' },
    deadlines: { answer: 'Answer', return: 'Return', loss: 'Deemed lost' },
    marks: { many: 'Many books' },
    papers: { slip: 'Lending slip' },
    rules: { fewBooks: 'at most five books', bothAgree: 'both agree to renew' },
    fields: {
      wish: { reader: 'Reader', readerId: 'Reader no.', books: 'Books' },
      answer: { shelf: 'Shelf', hall: 'Building' },
      no: { reason: 'Reason' },
      note: { words: 'Words' },
      secret: { words: 'Internal remark' },
      more: { until: 'Renewed until', bothAgree: 'Both agree' },
      branch: { to: 'Branch' },
    },
    words: { notHere: { zh: '不在馆', en: 'Not here' }, other: { zh: '其他', en: 'Other' } },
  },
})
