/** Words that all import screens share: kinds, states, numbers. */
import { type Text, text } from '#kernel/text.ts'
import type { CauseWire, ImportKind, ImportState } from '../../imports/import-wire.ts'

export const kindNames: Readonly<Record<ImportKind, Text>> = {
  members: text('花名册', 'Roster'),
  drivers: text('新就业形态', 'Drivers and riders'),
  firms: text('企业名录、规上名单', 'List of firms'),
  supervisors: text('五支队伍', 'The five teams'),
}

export const stateNames: Readonly<Record<ImportState, Text>> = {
  waiting: text('排队中', 'In the queue'),
  checking: text('正在检查', 'Being checked'),
  columns: text('等您认列', 'Columns to be named'),
  checked: text('查完，等您确认', 'Checked, yours to confirm'),
  committing: text('正在写入', 'Being written'),
  committed: text('已写入', 'Written'),
  undoing: text('正在撤销', 'Being undone'),
  undone: text('已撤销', 'Undone'),
  failed: text('没有成功', 'Failed'),
  cancelled: text('已作废', 'Cancelled'),
}

/** 6,014 in either language. */
export const many = (n: number): string => n.toLocaleString('en-GB')

/** 大约还要 9 秒; nothing for what is not known. */
export function leftOver(seconds: number | undefined): Text | undefined {
  if (seconds === undefined) return undefined
  if (seconds < 90) return text(`约还要 ${Math.max(1, Math.ceil(seconds))} 秒`, `about ${Math.max(1, Math.ceil(seconds))} s left`)
  const minutes = Math.ceil(seconds / 60)
  return text(`约还要 ${minutes} 分钟`, `about ${minutes} min left`)
}

/** What a kind of fault is called; of doubles each row names another row, so together they are called otherwise. */
export const causeTitle = ({ code, title }: Pick<CauseWire, 'code' | 'title'>): Text =>
  code === 'twin' ? text('表里重复的人', 'The same person twice') : title

/** Of headings over two rows the lower, which says it. */
export const shortHeading = (heading: string): string => heading.split('／').at(-1)!
