/** What a lost book leads to: a second invented procedure, opened by a step of the first. */
import { z } from 'zod'
import { facts, procedure } from '../define.ts'
import { mechanism } from '../mechanism.ts'
import { day } from '#kernel/day.ts'
import { libraryRules } from './law.ts'

const Fine = facts({
  debt: z.object({ reader: z.string().meta({ title: '读者' }), books: z.number().int().positive().meta({ title: '本数' }) }),
})

const replacing = procedure(Fine, {
  id: 'library-fine',
  project: 'peigen',
  version: 1,
  title: '赔书',
  short: '赔书',
  owners: ['committee'],
  roles: { reader: { title: '读者', kind: 'party' }, librarian: { title: '馆员', kind: 'desk', posts: ['mediationClerk'] } },
  states: { owed: '待赔', paid: '已赔' },
  ends: ['paid'],
  steps: {
    owe: { title: '记下', to: 'owed', by: 'librarian', law: libraryRules.art(5), fills: 'debt' },
    pay: { title: '赔书', from: 'owed', to: 'paid', by: 'librarian', law: libraryRules.art(5) },
  },
  deadlines: {},
  marks: {},
  parties: ({ debt }) => (debt ? [{ role: 'reader', name: debt.reader }] : []),
  assigned: () => [],
  subject: ({ debt }) => `${debt?.reader ?? ''}赔书`,
})

export default mechanism({
  procedure: replacing,
  told: async () => ({
    stories: {
      aBookIsReplaced: [
        { on: day('2026-04-04'), by: 'librarian', step: 'owe', input: { reader: '王小明', books: 2 } },
        { on: day('2026-04-08'), by: 'librarian', step: 'pay' },
      ],
    },
  }),
  en: {
    title: 'Replacing a book',
    short: 'Replacing',
    roles: { reader: 'Reader', librarian: 'Librarian' },
    states: { owed: 'Owed', paid: 'Replaced' },
    steps: { owe: 'Note the debt', pay: 'Replace' },
    hints: {},
    deadlines: {},
    marks: {},
    papers: {},
    rules: {},
    fields: { debt: { reader: 'Reader', books: 'Books' } },
    words: {},
  },
})
