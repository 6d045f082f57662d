/** The words by which a case is found: number, names, and the pinyin initials of the names. */
import { pinyin } from 'pinyin-pro'
import type { Projection } from './projection.ts'

/** Lower-case text that a search looks into: `zs` and `zhangsan` find 张三. */
export function searchText(number: string, { subject, matter, parties }: Pick<Projection, 'subject' | 'matter' | 'parties'>): string {
  const names = parties.map((party) => party.name)
  const spelled = names.map((name) => pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed' }))
  const words = [
    number,
    subject,
    matter,
    ...names,
    ...spelled.map((all) => all.join('')),
    ...spelled.map((all) => all.map((one) => one[0]).join('')),
  ]
  return words.join(' ').toLowerCase()
}
