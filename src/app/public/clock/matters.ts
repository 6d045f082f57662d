/** The questions people bring to the page of legal periods, in their words; the numbers come from the rules themselves. */
import { type Text, text } from '#kernel/text.ts'

export interface Matter {
  /** The rule that governs here comes first; the others are shown beneath it. */
  readonly rules: readonly string[]
  readonly title: Text
  readonly last: Text
  readonly when: Text
  /** What a person may do when the day is over. */
  readonly after: readonly Text[]
}

const received = text('哪一天收到的？', 'Received on which day?')
const applied = text('哪一天交的申请？', 'Applied on which day?')

export const matters: readonly Matter[] = [
  {
    rules: ['MED.END.ZJ', 'MED.END.LAW', 'MED.END.RULE17'],
    title: text('调解出结果', 'A mediation must end'),
    last: text('最晚要有结果', 'It must end by'),
    when: applied,
    after: [
      text('调解没谈成，您可以去劳动仲裁，不收费，不用公司同意。', 'Go to labour arbitration: free, and the firm need not agree.'),
      text('还想接着谈，要您和公司都签字同意延期。', 'To go on talking, you and the firm must both sign an extension.'),
    ],
  },
  {
    rules: ['MED.ACCEPT'],
    title: text('调解收不收，答复您', 'Is the mediation accepted?'),
    last: text('最晚要答复收不收', 'The answer is due by'),
    when: applied,
    after: [
      text('问调解中心要书面的受理或不予受理通知。', 'Ask the centre for its written notice.'),
      text('不用等，可以直接去劳动仲裁。', 'You need not wait: you may go to arbitration.'),
    ],
  },
  {
    rules: ['ARB.LIMITATION'],
    title: text('申请劳动仲裁', 'Apply for arbitration'),
    last: text('最晚要申请', 'Apply by'),
    when: text('哪一天知道权利被侵害的？', 'When did you know your right was infringed?'),
    after: [
      text(
        '讨工资的，还在上班就不受这一年限制；离职那天才开始算。',
        'For unpaid wages the year does not run while you work there; it begins on the day you leave.',
      ),
      text(
        '中间向公司要过、投诉过、对方答应过的，一年从那天重新算。',
        'If you asked the firm, complained, or it agreed, the year begins anew on that day.',
      ),
    ],
  },
  {
    rules: ['ARB.LIMITATION.WAGE'],
    title: text('离职后讨工资，申请仲裁', 'Wages after leaving: arbitration'),
    last: text('最晚要申请', 'Apply by'),
    when: text('哪一天离职的？', 'When did you leave?'),
    after: [
      text(
        '中间向公司要过、投诉过、对方答应过的，一年从那天重新算。',
        'If you asked the firm, complained, or it agreed, the year begins anew on that day.',
      ),
    ],
  },
  {
    rules: ['ARB.AWARD'],
    title: text('仲裁出裁决', 'The arbitral award'),
    last: text('最晚要裁决', 'The award is due by'),
    when: text('哪一天受理的？', 'Accepted on which day?'),
    after: [
      text('案情复杂经批准可以延长，最多 15 日。', 'A complex case may be extended with approval, by 15 days at most.'),
      text('过了期限没裁决，可以就这件事去法院起诉。', 'If there is no award in time, you may sue in court.'),
    ],
  },
  {
    rules: ['CB.REPLY.ZJ', 'CB.REPLY.CN'],
    title: text('公司答复协商要约', 'The firm answers a bargaining offer'),
    last: text('最晚要书面答复', 'A written answer is due by'),
    when: received,
    after: [
      text('请街道工会帮您催办。', 'Ask the street federation to press the firm.'),
      text('向区人社局反映。', 'Report it to the labour bureau.'),
    ],
  },
  {
    rules: ['SUP.REPLY.ZJ', 'SUP.REPLY.HZ'],
    title: text('公司答复监督意见书', 'The firm answers a supervision opinion'),
    last: text('最晚要书面答复', 'A written answer is due by'),
    when: received,
    after: [text('地方总工会可以向人社局等部门发监督建议书。', 'The local federation may send a proposal to the labour bureau.')],
  },
  {
    rules: ['CB.REVIEW.SILENCE'],
    title: text('集体合同送审后生效', 'A filed collective contract takes effect'),
    last: text('没有异议，这天之后生效', 'Without objection it takes effect after'),
    when: text('人社局哪一天收到的？', 'When did the bureau receive it?'),
    after: [text('没收到异议，合同就生效，公布给全体职工。', 'Without objection the contract is in force; publish it to all workers.')],
  },
]

export const matterOf = (rule: string): Matter | undefined => matters.find((matter) => matter.rules.includes(rule))
