/** What can have happened, in few words. */
import type { Trouble } from './draft.ts'

export const troubleWords: { readonly zh: Readonly<Record<Trouble, string>>; readonly en: Readonly<Record<Trouble, string>> } = {
  zh: {
    wages: '工资没给够',
    dismissed: '不让上班了',
    injury: '干活受了伤',
    hours: '加班、休假',
    insurance: '社保没交',
    platform: '平台乱扣钱',
    hardship: '家里有困难',
    other: '别的事',
  },
  en: {
    wages: 'Wages not paid',
    dismissed: 'Dismissed',
    injury: 'Hurt at work',
    hours: 'Overtime, leave',
    insurance: 'No insurance',
    platform: 'App took money',
    hardship: 'Hardship at home',
    other: 'Something else',
  },
}
