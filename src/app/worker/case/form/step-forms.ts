/** The small forms of a party's steps: which fields, in which words, and the input they make. Pure. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { CaseWire } from '#engine/wire.ts'
import { overdueFen } from '#projects/anxin/dispute-mediation/terms.ts'
import { factsOf } from '../matter.ts'

export type FieldKind = 'words' | 'long' | 'money' | 'number' | 'day' | 'time' | 'yes' | 'choice' | 'phone' | 'lines' | 'files'

export interface Field {
  readonly id: string
  readonly kind: FieldKind
  readonly title: Text
  readonly hint?: Text
  readonly needed?: boolean
  readonly options?: readonly (readonly [string, Text])[]
  readonly begin?: unknown
}

export interface Line {
  readonly item: string
  readonly amountFen?: number
}

export type Values = Readonly<Record<string, unknown>>

export interface StepForm {
  readonly fields: readonly Field[]
  /** A sentence above the button: what will happen. */
  readonly warns?: Text
  readonly act: Text
  readonly show?: 'draft'
  readonly input: (values: Values) => unknown
}

interface Who {
  readonly id: string
  readonly name: string
}

const given = (values: Values, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (values[name] === undefined || values[name] === '' ? [] : [[name, values[name]]])))

const send = text('交上去', 'Send')
const saysField = (title: Text, needed = true, hint?: Text): Field => ({
  id: 'says',
  kind: 'long',
  title,
  needed,
  ...(hint ? { hint } : {}),
})

const attendance = (title: Text): StepForm => ({
  fields: [
    {
      id: 'comes',
      kind: 'choice',
      title,
      needed: true,
      options: [
        ['yes', text('我能到', 'I can come')],
        ['otherTime', text('换个时间', 'Another time')],
        ['no', text('来不了', 'I cannot')],
      ],
    },
    saysField(text('想改到什么时候，或者为什么来不了', 'When would suit you, or why not'), false),
  ],
  act: text('回复', 'Answer'),
  input: (values) => given(values, 'comes', 'says'),
})

const statement = (lines: readonly Line[], firm: boolean): StepForm => ({
  fields: [
    saysField(firm ? text('您单位的说法', "Your firm's account") : text('怎么回事，您要什么', 'What happened, what you want')),
    {
      id: 'lines',
      kind: 'lines',
      title: firm
        ? text('您单位认的数，一项一行', 'Figures you accept, one a line')
        : text('您要的数，一项一行', 'Your figures, one a line'),
      begin: lines,
    },
    { id: 'payBy', kind: 'day', title: text('希望哪天付清（可以空着）', 'Paid in full by (may be empty)') },
  ],
  act: send,
  input: (values) => ({
    ...given(values, 'says', 'payBy'),
    lines: ((values.lines as readonly Line[] | undefined) ?? []).filter((one) => one.item.trim()),
  }),
})

const supplement: StepForm = {
  fields: [saysField(text('写几句', 'A few words')), { id: 'files', kind: 'files', title: text('照片、录音', 'Photos, voice') }],
  act: send,
  input: (values) => given(values, 'says'),
}

const consent = (who: Who): StepForm => ({
  fields: [saysField(text('要说的话（可以空着）', 'Anything to say (may be empty)'), false)],
  act: text('同意调解', 'Agree to mediate'),
  input: (values) => ({ who: who.name, how: 'online', ...given(values, 'says') }),
})

const signing = (who: Who, firm: boolean): StepForm => ({
  fields: [
    { id: 'read', kind: 'yes', title: text('我从头到尾看过了，同意', 'I have read it all and agree'), needed: true },
    { id: 'name', kind: 'words', title: text('签您的名字', 'Your name'), needed: true, begin: who.name },
    ...(firm ? [{ id: 'inCapacity', kind: 'words' as const, title: text('身份，例如人事主管', 'In what capacity'), needed: true }] : []),
  ],
  warns: text(
    '双方签名、调解员签名、盖章以后生效。盖章以前可以撤回。',
    'It takes effect once both, the mediator and the seal are on it. Until the seal you may take it back.',
  ),
  act: text('签名', 'Sign'),
  show: 'draft',
  input: (values) => ({ act: 'sign', ...given(values, 'name', 'inCapacity') }),
})

const payment = (today: Day): StepForm => ({
  fields: [
    { id: 'amountFen', kind: 'money', title: text('多少钱（元）', 'How much (yuan)'), needed: true },
    { id: 'paidOn', kind: 'day', title: text('哪天付的', 'Paid on'), needed: true, begin: today },
    {
      id: 'how',
      kind: 'choice',
      title: text('怎么付的', 'How'),
      needed: true,
      options: [
        ['bank', text('银行、微信', 'Bank or phone')],
        ['cash', text('现金', 'Cash')],
        ['other', text('别的', 'Other')],
      ],
      begin: 'bank',
    },
  ],
  act: text('登记', 'Record'),
  input: (values) => given(values, 'amountFen', 'paidOn', 'how'),
})

/** The form of a step made by hand; the others follow from the procedure's own schema. */
export function formOf(step: string, one: CaseWire, who: Who): StepForm | undefined {
  const facts = factsOf(one)
  switch (step) {
    case 'answerHearing':
    case 'firmAnswersHearing':
      return attendance(text('您能到吗？', 'Can you come?'))
    case 'consent':
    case 'workerConsents':
      return consent(who)
    case 'decline':
      return {
        fields: [{ id: 'reason', kind: 'long', title: text('为什么（可以空着）', 'Why (may be empty)') }],
        warns: text(
          '调解就此结束，职工会收到书面告知，可以直接申请仲裁。',
          'Mediation ends; the worker is told in writing and may go to arbitration.',
        ),
        act: text('不同意调解', 'Do not agree'),
        input: (values) => ({ who: who.name, ...given(values, 'reason') }),
      }
    case 'withdraw':
      return {
        fields: [{ id: 'reason', kind: 'long', title: text('为什么不调了（可以空着）', 'Why (may be empty)') }],
        warns: text(
          '调解就此结束，不能再恢复；您马上可以去劳动仲裁，不收费。',
          'Mediation ends for good; you may go to arbitration at once, free of charge.',
        ),
        act: text('不调了', 'Stop mediation'),
        input: (values) => given(values, 'reason'),
      }
    case 'stateClaim':
      return statement(
        facts.workerStatements?.at(-1)?.lines ??
          facts.application?.claims ?? [{ item: '', ...(facts.application?.amountFen ? { amountFen: facts.application.amountFen } : {}) }],
        false,
      )
    case 'stateAnswer':
      return statement(
        facts.firmStatements?.at(-1)?.lines ?? facts.workerStatements?.at(-1)?.lines.map(({ item }) => ({ item })) ?? [{ item: '' }],
        true,
      )
    case 'supplement':
    case 'supplementAsFirm':
      return supplement
    case 'workerSigns':
      return signing(who, false)
    case 'firmSigns':
      return signing(who, true)
    case 'approve':
      return {
        fields: [{ id: 'read', kind: 'yes', title: text('我看过了，同意', 'I have read it and agree'), needed: true }],
        act: text('同意', 'Agree'),
        show: 'draft',
        input: () => ({ name: who.name, personId: who.id }),
      }
    case 'join':
      return {
        fields: [
          { id: 'name', kind: 'words', title: text('同事的名字', 'Name'), needed: true },
          { id: 'phone', kind: 'phone', title: text('电话（可以空着）', 'Phone (may be empty)') },
          { id: 'amountFen', kind: 'money', title: text('他的金额（元，可以空着）', 'The amount (yuan, may be empty)') },
          { id: 'sameClaim', kind: 'yes', title: text('他要的和我一样', 'The same claim as mine'), begin: true },
        ],
        act: text('加上', 'Add'),
        input: (values) => ({ ...given(values, 'name', 'phone', 'amountFen'), sameClaim: values.sameClaim === true }),
      }
    case 'leave':
      return {
        fields: [],
        warns: text('您不再一起申请，别人的照常办。', 'You leave the joint claim; the others go on.'),
        act: text('退出', 'Leave'),
        input: () => ({ name: who.name, personId: who.id }),
      }
    case 'challengeMediator':
      return {
        fields: [
          {
            id: 'mediator',
            kind: 'choice',
            title: text('对哪位调解员', 'Which mediator'),
            needed: true,
            options: one.assigned.map(({ person, name }) => [person, text(name, name)] as const),
            begin: one.assigned[0]?.person,
          },
          { id: 'reason', kind: 'long', title: text('为什么', 'Why'), needed: true },
        ],
        act: send,
        input: (values) => ({
          mediator: one.assigned
            .filter(({ person }) => person === values.mediator)
            .map(({ person, name }) => ({ name, personId: person }))[0],
          reason: values.reason,
        }),
      }
    case 'reportPayment':
      return payment(one.today)
    case 'reportBreach': {
      const unpaid = overdueFen({ drafts: facts.drafts ?? [], payments: facts.payments ?? [] }, one.today)
      return {
        fields: [
          saysField(text('哪些没有做到', 'What was not done')),
          { id: 'unpaidFen', kind: 'money', title: text('还欠多少（元）', 'Still unpaid (yuan)'), begin: unpaid || undefined },
        ],
        act: send,
        input: (values) => given(values, 'says', 'unpaidFen'),
      }
    }
    case 'goElsewhere':
      return {
        fields: [
          {
            id: 'where',
            kind: 'choice',
            title: text('去哪里', 'Where to'),
            needed: true,
            options: [
              ['arbitration', text('劳动仲裁', 'Arbitration')],
              ['court', text('法院', 'Court')],
              ['enforcement', text('申请执行', 'Enforcement')],
            ],
          },
          saysField(text('要说的话（可以空着）', 'Anything to say (may be empty)'), false),
        ],
        act: send,
        input: (values) => given(values, 'where', 'says'),
      }
    default:
      return undefined
  }
}
