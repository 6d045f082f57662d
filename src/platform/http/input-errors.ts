/** What is wrong with an input, said for people in both languages, from the issues a Zod schema found. */
import { type Text, text } from '#kernel/text.ts'
import type { FieldError } from '../problem.ts'

/** The parts of a Zod issue that a sentence needs. A schema's own words go in `params.says` of a custom issue. */
export interface InputIssue {
  readonly path: readonly PropertyKey[]
  readonly code: string
  readonly message: string
  readonly [more: string]: unknown
}

/** More than anybody corrects at once; an answer never grows with what was sent. */
const mostErrors = 50

export const inputErrors = (issues: readonly InputIssue[], under = ''): readonly FieldError[] =>
  issues.slice(0, mostErrors).flatMap((issue) => {
    const path = [under, ...issue.path.map(String)].filter(Boolean).join('.')
    if (issue.code === 'unrecognized_keys')
      return (issue.keys as string[]).slice(0, mostErrors).map((key) => ({
        path: [path, key].filter(Boolean).join('.'),
        says: text('没有这一项', 'There is no such field'),
      }))
    return [{ path, says: says(issue) }]
  })

const formats: Readonly<Record<string, Text>> = {
  email: text('邮箱格式不对', 'Not an e-mail address'),
  uuid: text('编号格式不对', 'Not an identifier'),
  date: text('日期应写作 2026-08-24', 'Write the day as 2026-08-24'),
  datetime: text('时间格式不对', 'Not a date and time'),
  url: text('网址格式不对', 'Not a web address'),
}

const kinds: Readonly<Record<string, Text>> = {
  string: text('应为文字', 'Should be text'),
  number: text('应为数字', 'Should be a number'),
  int: text('应为整数', 'Should be a whole number'),
  boolean: text('应为是或否', 'Should be yes or no'),
  array: text('应为列表', 'Should be a list'),
  object: text('应为一组内容', 'Should be a group of fields'),
}

function says(issue: InputIssue): Text {
  const own = (issue.params as { says?: Text } | undefined)?.says
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? text('必填', 'Required')
        : (kinds[String(issue.expected)] ?? text('类型不对', 'The wrong type'))
    case 'too_small':
      return bound(issue, '至少', 'at least', issue.minimum)
    case 'too_big':
      return bound(issue, '至多', 'at most', issue.maximum)
    case 'invalid_value':
      return text(`应为其中之一：${listed(issue.values)}`, `Should be one of: ${listed(issue.values)}`)
    case 'invalid_format':
      return formats[String(issue.format)] ?? text('格式不对', 'The wrong format')
    case 'not_multiple_of':
      return text(`应为 ${issue.divisor} 的倍数`, `Should be a multiple of ${issue.divisor}`)
    case 'custom':
      return text(issue.message, issue.message)
    default:
      return text('内容不对', 'Not valid')
  }
}

function bound(issue: InputIssue, zh: string, en: string, limit: unknown): Text {
  if (issue.origin === 'string')
    return limit === 1 && issue.code === 'too_small'
      ? text('必填', 'Required')
      : text(`${zh} ${limit} 个字`, `Should have ${en} ${limit} characters`)
  if (issue.origin === 'array' || issue.origin === 'set') return text(`${zh} ${limit} 项`, `Should have ${en} ${limit} items`)
  if (issue.origin === 'file') return text(`${zh} ${limit} 字节`, `Should have ${en} ${limit} bytes`)
  return text(
    `${issue.inclusive === false ? (zh === '至少' ? '应大于' : '应小于') : zh} ${limit}`,
    `Should be ${issue.inclusive === false ? (en === 'at least' ? 'more than' : 'less than') : en} ${limit}`,
  )
}

const listed = (values: unknown): string => (Array.isArray(values) ? values.slice(0, 12).map(String).join('、') : '')
