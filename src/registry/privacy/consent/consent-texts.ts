/** What people are asked to agree to, purpose by purpose, in numbered versions. A published version is never edited: a new one follows it. */
import type { Day } from '#kernel/day.ts'
import { day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'

export interface ConsentText {
  readonly version: number
  readonly from: Day
  readonly says: Text
}

export interface ConsentPurpose {
  readonly title: Text
  /** Which sealed fields are kept for it. */
  readonly fields: readonly ('idNumber' | 'phone' | 'bankCard' | 'illness')[]
  /** Health and bank accounts need a consent of their own before they are written down (个人信息保护法 28, 29). */
  readonly separate: boolean
  /** Oldest first; the last one is asked for. */
  readonly texts: readonly [ConsentText, ...ConsentText[]]
}

export const consentPurposes = {
  membership: {
    title: text('会员登记', 'The register of members'),
    fields: ['idNumber', 'phone'],
    separate: false,
    texts: [
      {
        version: 1,
        from: day('2026-11-01'),
        says: text(
          '工会登记您的姓名、身份证号、手机号和工作单位，用来办理入会、转会和会员服务，不作他用。' +
            '身份证号和手机号加密保存，平时只显示头尾几位；谁因为什么看过完整号码，您随时可以查到。' +
            '会籍结束后停止使用，法律规定要保存的部分只封存。您可以随时撤回，撤回不影响此前已经办理的事。',
          'The union records your name, ID number, mobile number and place of work to handle joining, transfer and services for members, ' +
            'and for nothing else. ID and mobile number are encrypted and mostly shown in part; you can see at any time who looked at the ' +
            'full number and why. When membership ends they are no longer used, and what the law requires to be kept is only stored. ' +
            'You may withdraw at any time; what was done before stays valid.',
        ),
      },
    ],
  },
  payment: {
    title: text('发放款项', 'Paying money to you'),
    fields: ['bankCard'],
    separate: true,
    texts: [
      {
        version: 1,
        from: day('2026-11-01'),
        says: text(
          '为了把补助、慰问金或保险金打到您的账户，工会需要保存您的银行卡号。卡号加密保存，只有经办发放的人在写明理由后能看到全号。' +
            '不提供卡号不影响您申请，只是改用其他方式领取。您可以随时撤回，撤回后卡号不再使用。',
          'To pay a grant, relief or insurance into your account the union needs your bank card number. It is encrypted, and only those who ' +
            'handle the payment see it in full after giving a reason. Without it you may still apply and receive the money another way. ' +
            'You may withdraw at any time; the number is then no longer used.',
        ),
      },
    ],
  },
  hardship: {
    title: text('困难和疾病帮扶', 'Help in hardship and illness'),
    fields: ['illness'],
    separate: true,
    texts: [
      {
        version: 1,
        from: day('2026-11-01'),
        says: text(
          '申请困难帮扶或大病救助时，工会需要了解您的患病和家庭困难情况，用来判断可以享受哪些帮助。' +
            '这些内容加密保存，不出现在名册、公示和统计里，只有办理您申请的人能看。您可以随时撤回，撤回后相关申请可能无法继续办理。',
          'When you apply for help in hardship or serious illness the union needs to know of your illness and your family’s situation to see ' +
            'which help is open to you. It is encrypted, appears in no register, public list or figure, and is seen only by those who handle ' +
            'your application. You may withdraw at any time; the application may then not go on.',
        ),
      },
    ],
  },
  publicity: {
    title: text('公示', 'Being named in public'),
    fields: [],
    separate: true,
    texts: [
      {
        version: 1,
        from: day('2026-11-01'),
        says: text(
          '评选、补助等事项需要公示时，会在本单位或本社区公开您的姓名、单位和所得金额，公示期满即撤下。不公开证件号、手机号、住址和病情。' +
            '您可以不同意，工会会和您商量其他核实办法。',
          'Where an award or a grant has to be announced, your name, workplace and the amount are shown at the workplace or in the community and ' +
            'taken down when the period is over. Numbers of documents, telephone, address and illness are never shown. You may refuse; another ' +
            'way of checking will then be looked for with you.',
        ),
      },
    ],
  },
} as const satisfies Record<string, ConsentPurpose>

export type Purpose = keyof typeof consentPurposes
export const purposes = Object.keys(consentPurposes) as readonly Purpose[]

export const currentText = (purpose: Purpose): ConsentText => {
  const { texts } = consentPurposes[purpose]
  return texts[texts.length - 1]!
}

export const consentChannels = {
  phone: text('本人在线', 'By the person, online'),
  paper: text('窗口书面', 'On paper at the counter'),
  roster: text('单位名册声明', 'Declared by the firm with its roster'),
} as const satisfies Record<string, Text>
export type ConsentChannel = keyof typeof consentChannels
