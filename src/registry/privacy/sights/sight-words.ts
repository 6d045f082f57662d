/** An entry of the log in words that a worker reads: which of the data, and why. */
import { type Text, text } from '#kernel/text.ts'
import { revealReasons } from '../../people/person-words.ts'

const fields: Readonly<Record<string, Text>> = {
  idNumber: text('身份证号全号', 'The full ID number'),
  phone: text('手机号全号', 'The full mobile number'),
  bankCard: text('银行卡号全号', 'The full bank card number'),
  illness: text('患病情况', 'The illness'),
  record: text('登记信息（号码隐去）', 'The record, numbers hidden'),
  data: text('本人全部登记信息', 'All data kept of the person'),
}

const kinds: Readonly<Record<string, Text>> = {
  sight: text('登记信息', 'The record'),
  export: text('导出了所在单位的名册', 'A list of the workplace’s people was exported'),
  import: text('由名册导入或更新', 'Entered or brought up to date from a list'),
  change: text('更改了登记信息', 'The record was changed'),
  merge: text('两条记录合并或撤销合并', 'Two records were merged or a merge was undone'),
  account: text('账号变动', 'The account was changed'),
}

type What = Readonly<Record<string, unknown>>

export function whatInWords(kind: string, what: What): Text {
  const named = typeof what.field === 'string' ? fields[what.field] : undefined
  if (kind === 'sight' && named) return named
  if (kind === 'change' && typeof what.consent === 'string')
    return what.given === true ? text('登记了一项同意', 'A consent was recorded') : text('撤回了一项同意', 'A consent was withdrawn')
  return kinds[kind] ?? text('登记信息', 'The record')
}

const housesReasons: Readonly<Record<string, Text>> = {
  duplicates: text('核对重复登记', 'Checking for duplicates'),
}

/** A reason chosen from the list, with the words added to it; or only words. */
export function reasonInWords(what: What): Text | undefined {
  const given = what.reason
  const { kind, text: words } =
    typeof given === 'object' && given !== null ? (given as { kind?: unknown; text?: unknown }) : { kind: given, text: what.text }
  const own = typeof words === 'string' && words !== '' ? words : undefined
  const title = typeof kind === 'string' ? (known(kind) ?? (kind === '' ? undefined : text(kind, kind))) : undefined
  if (!title) return own ? text(own, own) : undefined
  return own ? text(`${title.zh}：${own}`, `${title.en}: ${own}`) : title
}

const known = (kind: string): Text | undefined =>
  housesReasons[kind] ?? (Object.hasOwn(revealReasons, kind) ? revealReasons[kind as keyof typeof revealReasons] : undefined)
