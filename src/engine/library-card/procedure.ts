/** Lending a book: an invented procedure that uses every word of the language once. */
import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { facts, gathered, paper, procedure, rule } from '../define.ts'
import { recorded } from '../fields.ts'
import { answerDays, libraryRules, lossDays, returnDays } from './law.ts'

const dayField = (title: string) =>
  z
    .string()
    .refine(isDay, { error: '须为日期' })
    .transform((text) => text as Day)
    .meta({ title, widget: 'day' })

export const Loan = facts({
  wish: z.object({
    reader: z.string().min(1).meta({ title: '读者' }),
    readerId: z.uuid().optional().meta({ title: '读者编号' }),
    books: z.number().int().positive().meta({ title: '本数' }),
  }),
  answer: z.object({
    shelf: z.string().meta({ title: '书架' }),
    hall: recorded('hall', z.string().meta({ title: '馆舍' })),
  }),
  no: z.object({ reason: z.enum(['notHere', 'other']).meta({ title: '理由' }) }),
  note: gathered(z.object({ words: z.string().max(200).meta({ title: '留言' }) })),
  secret: z.object({ words: z.string().meta({ title: '馆内备注' }) }),
  more: z.object({ until: dayField('续借至'), bothAgree: z.boolean().meta({ title: '双方同意' }) }),
  branch: z.object({ to: z.uuid().meta({ title: '分馆' }) }),
})

const fewBooks = rule(Loan, {
  id: 'fewBooks',
  says: '一次不超过五本',
  law: libraryRules.art(6),
  reads: ['wish'],
  holds: ({ wish }) => wish.books <= 5,
  missing: ({ wish }) => ({ zh: `多了 ${wish.books - 5} 本`, en: `${wish.books - 5} too many` }),
})

const bothAgree = rule(Loan, {
  id: 'bothAgree',
  says: '双方都同意续借',
  law: libraryRules.art(3),
  reads: ['more'],
  holds: ({ more }) => more.bothAgree,
})

const slip = paper(Loan, {
  id: 'slip',
  title: '借书单',
  series: '借',
  law: libraryRules.art(1),
  reads: ['wish', 'answer'],
  write: ({ wish, answer }, at) => ({
    layout: 'form',
    blocks: [{ p: `${wish.reader}借书${wish.books}本，书架${answer.shelf}，${at.due('return') ?? ''}前归还。` }],
    seal: at.issuer,
    date: at.on,
  }),
})

export const lending = procedure(Loan, {
  id: 'library-card',
  project: 'peigen',
  version: 1,
  title: '借书',
  short: '借书',
  owners: ['committee'],
  roles: {
    reader: { title: '读者', kind: 'party' },
    librarian: { title: '馆员', kind: 'desk', posts: ['mediationClerk'] },
    head: { title: '总馆', kind: 'desk', posts: ['viceChair'], above: true },
  },
  states: { asked: '已申请', lent: '已借出', refused: '未借', returned: '已还', lost: '视为遗失' },
  ends: ['refused', 'returned', 'lost'],
  steps: {
    ask: {
      title: '申请借书',
      to: 'asked',
      by: 'reader',
      law: libraryRules.art(1),
      fills: 'wish',
      needs: [fewBooks],
      signedBy: (input, person) => ({ ...input, reader: person.name, readerId: person.id }),
    },
    askAtDesk: {
      title: '到馆申请',
      to: 'asked',
      by: 'reader',
      recordedBy: ['librarian'],
      law: libraryRules.art(1),
      fills: 'wish',
      needs: [fewBooks],
    },
    lend: {
      title: '借出',
      hint: '打印借书单',
      from: 'asked',
      to: 'lent',
      by: 'librarian',
      notBy: 'ask',
      law: libraryRules.art(2),
      fills: 'answer',
      papers: [slip],
    },
    refuse: { title: '不借', from: 'asked', to: 'refused', by: 'librarian', law: libraryRules.art(2), fills: 'no' },
    note: { title: '留言', from: ['asked', 'lent'], by: ['reader', 'librarian'], law: libraryRules.art(1), gathers: 'note' },
    remark: { title: '馆内备注', from: ['asked', 'lent'], by: 'librarian', law: libraryRules.art(1), fills: 'secret' },
    freeze: { title: '挂失证件', from: 'lent', by: 'reader', law: libraryRules.art(4) },
    thaw: { title: '证件补办', from: 'lent', by: 'librarian', law: libraryRules.art(4) },
    renew: { title: '续借', from: 'lent', by: 'librarian', law: libraryRules.art(3), fills: 'more', needs: [bothAgree], once: true },
    move: {
      title: '转分馆',
      from: ['asked', 'lent'],
      by: 'librarian',
      law: libraryRules.art(1),
      fills: 'branch',
      movesTo: ({ branch }) => branch!.to,
    },
    giveBack: { title: '归还', from: 'lent', to: 'returned', by: 'reader', recordedBy: ['librarian'], law: libraryRules.art(3) },
    lose: {
      title: '视为遗失',
      from: 'lent',
      to: 'lost',
      by: 'law',
      law: libraryRules.art(5),
      opens: { procedure: 'library-fine', step: 'owe', input: ({ wish }) => ({ reader: wish!.reader, books: wish!.books }) },
    },
  },
  deadlines: {
    answer: {
      title: '答复',
      from: ['ask', 'askAtDesk'],
      until: ['lend', 'refuse'],
      rule: answerDays,
      ifMissed: { tell: ['librarian'], escalate: true },
    },
    return: {
      title: '归还',
      from: 'lend',
      until: ['giveBack', 'lose'],
      rule: returnDays,
      pauses: { from: 'freeze', until: 'thaw', capDays: 10 },
      extended: { by: 'renew', to: ({ more }) => more?.until, law: libraryRules.art(3) },
      ifMissed: { tell: ['reader'] },
    },
    loss: { title: '视为遗失', from: 'lend', until: 'giveBack', by: ['reader'], rule: lossDays, ifMissed: { take: 'lose' } },
  },
  marks: {
    many: { title: '多本', law: libraryRules.art(8), reads: ['wish'], when: ({ wish }) => (wish?.books ?? 0) >= 3, escalate: true },
  },
  parties: ({ wish }) => (wish ? [{ role: 'reader', name: wish.reader, ...(wish.readerId ? { person: wish.readerId } : {}) }] : []),
  assigned: () => [],
  subject: ({ wish }) => `${wish?.reader ?? ''}借书`,
  private: { secret: ['librarian', 'head'] },
})
