/** What people of the registry are told apart by: sex, skill grade, schooling, kinds and ends of engagements, reasons to look closer. */
import { type Text, text } from '#kernel/text.ts'

export const sexes = { male: text('男', 'Male'), female: text('女', 'Female') } as const satisfies Record<string, Text>

/** The eight grades of skilled workers, lowest first; the number is what is stored. */
export const skills: readonly Text[] = [
  text('学徒工', 'Apprentice'),
  text('初级工', 'Junior worker'),
  text('中级工', 'Intermediate worker'),
  text('高级工', 'Senior worker'),
  text('技师', 'Technician'),
  text('高级技师', 'Senior technician'),
  text('特级技师', 'Special-grade technician'),
  text('首席技师', 'Chief technician'),
]
/** `skillTitle(4)` is 高级工. */
export const skillTitle = (skill: number): Text => skills[skill - 1] ?? text('未知', 'Unknown')

export const educations: readonly Text[] = [
  text('小学', 'Primary school'),
  text('初中', 'Middle school'),
  text('高中、中专或技校', 'High or vocational school'),
  text('大专', 'College diploma'),
  text('本科', 'Bachelor'),
  text('硕士', 'Master'),
  text('博士', 'Doctor'),
]
export const educationTitle = (education: number): Text => educations[education - 1] ?? text('未知', 'Unknown')

export const engagementKinds = {
  employment: text('任职', 'Employment'),
  membership: text('会籍', 'Union membership'),
  platform: text('平台从业', 'Platform work'),
} as const satisfies Record<string, Text>
export type EngagementKind = keyof typeof engagementKinds

export const endings = {
  left: text('离开', 'Left'),
  transferred: text('转出', 'Transferred'),
  retired: text('退休', 'Retired'),
  died: text('去世', 'Died'),
  corrected: text('登记更正', 'Corrected'),
} as const satisfies Record<string, Text>
export type Ending = keyof typeof endings

/** Why somebody looks at a full number. A few words of their own go with it. */
export const revealReasons = {
  checkCard: text('当面核对证件', 'Comparing with the card in person'),
  correct: text('更正登记', 'Correcting the record'),
  reach: text('联系本人', 'Reaching the person'),
  pay: text('发放慰问金、补助或保险', 'Paying a grant or an insurance'),
  case: text('办理维权、调解或帮扶事项', 'Working on a case of theirs'),
  asked: text('本人要求', 'The person asked'),
} as const satisfies Record<string, Text>
export type RevealReason = keyof typeof revealReasons

export const revealFields = {
  idNumber: text('身份证号', 'ID number'),
  phone: text('手机号', 'Mobile number'),
  bankCard: text('银行卡号', 'Bank card'),
} as const satisfies Record<string, Text>
export type RevealField = keyof typeof revealFields
