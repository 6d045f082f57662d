/** The files of a new mechanism: the smallest procedure that keeps every promise, to be overwritten with one's own. Plain Node 20. */

/** `wage-talks` → `wageTalks`, `WageTalks`. */
export const camel = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const pascal = (id) => camel(id).replace(/^./, (letter) => letter.toUpperCase())

/** `{ 'data.ts': '…' }`. `title` is Chinese and stands in quotes. */
export function skeletonOf({ id, project, title }) {
  const names = { id, project, title: title.replaceAll("'", '’'), name: camel(id), Facts: pascal(id) }
  return Object.fromEntries(Object.entries(files).map(([file, write]) => [file, write(names)]))
}

const files = {
  'README.md': ({ id, title }) => `# ${title}: ${id}

**For whom.** Who comes, with what trouble, and who at the desk takes it up.

**Why so.** Which law, in which order; where two rules meet, which governs, and why.

What stands here is an example: a worker asks the firm to talk, the firm has five days, silence is refusal. Overwrite it file by file.

| file | what |
|---|---|
| \`data.ts\` | the facts: the forms follow from them |
| \`rules.ts\` | what the law demands, a sentence each |
| \`documents.ts\` | the papers it leaves |
| \`procedure.ts\` | roles, states, steps, deadlines |
| \`en.ts\` | its English |
| \`demo.ts\` | stories that are told, and logs that break a rule |
`,

  'data.ts': ({ Facts, title }) => `/** The facts of one case of ${title}. The forms on the screens follow from this file. */
import { z } from 'zod'
import { facts } from '#engine/define.ts'

const words = (title: string) => z.string().trim().min(1).max(200).meta({ title })
const person = (title: string) =>
  z.object({ name: words('姓名'), personId: z.uuid().optional().meta({ title: '人员' }) }).meta({ title, widget: 'person' })

export const ${Facts} = facts({
  request: z.object({ worker: person('职工'), firm: words('企业'), wish: words('协商要求') }),
  outcome: z.object({ terms: words('协商结果'), isWritten: z.boolean().meta({ title: '已签订书面和解协议' }) }),
})
`,

  'rules.ts': ({ Facts, title }) => `/** What the law demands in ${title}. Each rule is one sentence of one article. */
import { rule } from '#engine/define.ts'
import { rule17 } from '#law/acts/dispute.ts'
import { ${Facts} } from './data.ts'

export const settlementIsWritten = rule(${Facts}, {
  id: 'settlementIsWritten',
  says: '签订书面和解协议',
  law: rule17.art(11),
  reads: ['outcome'],
  holds: ({ outcome }) => outcome.isWritten,
})
`,

  'documents.ts': ({ Facts, title }) => `/** The papers of ${title}. */
import { paper } from '#engine/define.ts'
import { rule17 } from '#law/acts/dispute.ts'
import { ${Facts} } from './data.ts'

export const settlementRecord = paper(${Facts}, {
  id: 'settlementRecord',
  title: '协商记录',
  law: rule17.art(11),
  reads: ['request', 'outcome'],
  write: ({ request, outcome }, at) => ({
    layout: 'form',
    blocks: [{ p: \`\${request.worker.name}向\${request.firm}提出：\${request.wish}\` }, { p: \`协商结果：\${outcome.terms}\` }],
    signatures: [{ label: '职工（签名）' }, { label: '企业（盖章）' }],
    date: at.on,
  }),
})
`,

  'procedure.ts': ({ id, project, title, name, Facts }) => `/** ${title}: roles, states, steps and deadlines, the law in order. */
import { procedure } from '#engine/define.ts'
import { mediationLaw, rule17 } from '#law/acts/dispute.ts'
import { consReply } from '#law/parameters.ts'
import { ${Facts} } from './data.ts'
import { settlementRecord } from './documents.ts'
import { settlementIsWritten } from './rules.ts'

export const ${name} = procedure(${Facts}, {
  id: '${id}',
  project: '${project}',
  version: 1,
  title: '${title}',
  short: '${title.slice(0, 2)}',
  owners: ['street'],
  roles: {
    worker: { title: '职工', kind: 'party' },
    desk: { title: '工会', kind: 'desk', posts: ['officer', 'viceChair', 'chair'] },
  },
  states: { asked: '已提出', settled: '已和解', lapsed: '视为不愿协商' },
  ends: ['settled', 'lapsed'],
  steps: {
    ask: {
      title: '提出协商要求',
      hint: '工会可以陪着一起谈',
      to: 'asked',
      by: 'worker',
      recordedBy: ['desk'],
      law: mediationLaw.art(4),
      fills: 'request',
      signedBy: (input, { id, name }) => ({ ...input, worker: { name, personId: id } }),
    },
    settle: {
      title: '协商一致',
      from: 'asked',
      to: 'settled',
      by: 'desk',
      law: rule17.art(11),
      fills: 'outcome',
      needs: [settlementIsWritten],
      papers: [settlementRecord],
    },
    lapse: { title: '期满没有回应', from: 'asked', to: 'lapsed', by: 'law', law: rule17.art(10) },
  },
  deadlines: {
    answer: { title: '回应协商要求', from: 'ask', until: ['settle', 'lapse'], rule: consReply, ifMissed: { take: 'lapse', tell: ['worker', 'desk'] } },
  },
  marks: {},
  parties: ({ request }) => (request ? [{ role: 'worker', name: request.worker.name, person: request.worker.personId }] : []),
  assigned: () => [],
  subject: ({ request }) => (request ? \`\${request.worker.name}与\${request.firm}\` : ''),
  matter: ({ request }) => request?.wish ?? '',
})
`,

  'en.ts': ({ id, title, name, Facts }) => `/** ${title} in English, complete by type. */
import type { English } from '#engine/mechanism.ts'
import type { ${Facts} } from './data.ts'
import type { ${name} } from './procedure.ts'

type P = typeof ${name}
type Names<K extends 'states' | 'roles' | 'steps' | 'deadlines' | 'marks'> = Extract<keyof P[K], string>

export const en: English<typeof ${Facts}, Names<'states'>, Names<'roles'>, Names<'steps'>, Names<'deadlines'>, Names<'marks'>> = {
  title: '${id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())}',
  short: '${id
    .split('-')
    .at(-1)
    ?.replace(/^./, (letter) => letter.toUpperCase())}',
  roles: { worker: 'Worker', desk: 'Union' },
  states: { asked: 'Asked', settled: 'Settled', lapsed: 'Deemed unwilling' },
  steps: { ask: 'Ask to talk', settle: 'Settled', lapse: 'No answer in time' },
  hints: { ask: 'The union may sit with you' },
  deadlines: { answer: 'Answer the request to talk' },
  marks: {},
  papers: { settlementRecord: 'Record of the settlement' },
  rules: { settlementIsWritten: 'The settlement must be in writing' },
  fields: {
    request: { worker: 'Worker', name: 'Name', personId: 'Person', firm: 'Firm', wish: 'What is asked' },
    outcome: { terms: 'What was agreed', isWritten: 'Settlement signed in writing' },
  },
  words: {},
}
`,

  'demo.ts': ({ title }) => `/** The stories of ${title}: told to conformance and to tests. */
import { day } from '#kernel/day.ts'

export const asked = {
  on: day('2026-03-04'),
  by: 'worker',
  step: 'ask',
  input: { worker: { name: '陈国强' }, firm: '杭州启程货运有限公司', wish: '付清二月份的加班费' },
} as const

export const settled = { on: day('2026-03-09'), by: 'desk', step: 'settle', input: { terms: '三月十五日前付清', isWritten: true } } as const

export const stories = {
  theyAgree: [asked, settled],
  nobodyAnswers: [asked, { on: day('2026-03-10'), by: 'law', step: 'lapse' }],
} as const

export const breaks = {
  onlyByWordOfMouth: [asked, { ...settled, input: { ...settled.input, isWritten: false } }],
} as const
`,

  'index.ts': ({ title, name }) => `/** ${title}, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { en } from './en.ts'
import { ${name} } from './procedure.ts'

export default mechanism({ procedure: ${name}, told: () => import('./demo.ts'), en })
`,

  'procedure.test.ts': ({ title, name }) => `/** ${title}, article by article: both sides of each limit. */
import { expect, test } from 'vitest'
import { dueOf, lawStepsOf, type Now, refusal } from '#engine'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { asked, breaks, settled } from './demo.ts'
import { ${name} as p } from './procedure.ts'

const on = (today: string): Now => ({ today: day(today), region: 'CN-ZJ-HZ', calendar: nationalCalendar })
const lawSteps = (today: string) => lawStepsOf(p, dueOf(p, [asked], on(today)), day(today)).map(({ step }) => step)

test('企业劳动争议协商调解规定 10: five days to answer; on the sixth, silence is refusal', () => {
  expect(dueOf(p, [asked], on('2026-03-04'))).toMatchObject([{ id: 'answer', last: '2026-03-09' }])
  expect(lawSteps('2026-03-09')).toEqual([])
  expect(lawSteps('2026-03-10')).toEqual(['lapse'])
})

test('企业劳动争议协商调解规定 11: a settlement is in writing', () => {
  expect(refusal(p, [asked], settled, on('2026-03-09'))).toBeNull()
  expect(refusal(p, [asked], breaks.onlyByWordOfMouth[1], on('2026-03-09'))).toMatchObject({ why: 'broken', rule: { id: 'settlementIsWritten' } })
})
`,
}
