/** What two rows that may be one person have in common. */
import { type Text, text } from '#kernel/text.ts'

export const alikeReasons = {
  phone: text('手机号相同、姓名相近', 'Same mobile number, similar name'),
  nameBirth: text('姓名和出生日期相同', 'Same name and birthday'),
  nameFirm: text('同一单位、姓名相同，其中有人缺身份证号', 'Same name in one firm, an ID number is missing'),
} as const satisfies Record<string, Text>
export type AlikeReason = keyof typeof alikeReasons
