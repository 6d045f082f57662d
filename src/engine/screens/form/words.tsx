/** The words of the forms: labels and options from the procedure, the rest from the house. */
import { createContext, useContext } from 'react'
import type { Text } from '#kernel/text.ts'
import { catalogue, useLanguage } from '#ui/language.tsx'
import type { ProcedureWire } from '../../wire.ts'

export const formWords = catalogue({
  zh: {
    optional: '可不填',
    yuan: '元',
    capital: '大写',
    add: '加一项',
    remove: (n: number) => `去掉第 ${n} 项`,
    removeShort: '去掉',
    nth: (n: number) => `第 ${n} 项`,
    choose: '请选择',
    year: '年',
    month: '月',
    find: '输入姓名，可用拼音首字母',
    findUnit: '输入单位名称',
    none: '没有找到，可按所写的名字登记',
    noneStrict: '没有找到，请从列出的里面选',
    known: '已在名册',
    left: (n: number) => `还可写 ${n} 字`,
    on: '办理日期',
    restored: '接着上次没交的内容',
    clear: '清空重填',
    send: (step: string) => `确认：${step}`,
    fix: (n: number) => `有 ${n} 处要改`,
    leaves: '办完后出具',
    recording: (role: string) => `您在替“${role}”记录，经过里会写明是谁记的。`,
    stale: '先看最新情况',
  },
  en: {
    optional: 'optional',
    yuan: 'yuan',
    capital: 'In words',
    add: 'Add one',
    remove: (n) => `Remove no. ${n}`,
    removeShort: 'Remove',
    nth: (n) => `No. ${n}`,
    choose: 'Choose',
    year: 'Year',
    month: 'Month',
    find: 'Type a name; pinyin initials work',
    findUnit: 'Type the name of the body',
    none: 'Not found; the name as written will be taken',
    noneStrict: 'Not found; please choose from the list',
    known: 'on the register',
    left: (n) => `${n} characters left`,
    on: 'Done on',
    restored: 'This is what you had typed and not sent',
    clear: 'Clear',
    send: (step) => `Confirm: ${step}`,
    fix: (n) => `${n} to correct`,
    leaves: 'Papers it leaves',
    recording: (role) => `You take this down for “${role}”; the timeline will say so.`,
    stale: 'See how it stands now',
  },
})

export interface FormScope {
  readonly procedure: ProcedureWire
  readonly section: string
}

export const FormScopeContext = createContext<FormScope | undefined>(undefined)

/** Labels by field name, options by value. */
export function useFieldWords(scope: FormScope | undefined): {
  readonly label: (name: string, title?: string) => string
  readonly option: (value: string) => string
} {
  const { language, say } = useLanguage()
  const labels: Readonly<Record<string, Text>> = scope?.procedure.fields[scope.section] ?? {}
  const options: Readonly<Record<string, Text>> = scope?.procedure.words ?? {}
  // The schema's own title is the exact Chinese; one English name may stand for two fields of a section.
  const label = (name: string, title?: string) => (language === 'zh' && title ? title : labels[name] ? say(labels[name]) : (title ?? name))
  return { label, option: (value) => (options[value] ? say(options[value]) : value) }
}

export const useFormScope = (): FormScope => useContext(FormScopeContext)!
