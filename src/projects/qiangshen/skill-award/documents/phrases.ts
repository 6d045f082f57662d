/** Turns of phrase that the papers of a skill award share. Pure. */
import type { Block } from '#engine'
import type { Day } from '#kernel/day.ts'
import { type Fen, yuan } from '#kernel/money.ts'
import { meaningOf } from '#law/clauses/clause.ts'
import type { EventFacts, Item } from '../data.ts'
import { achieved, kindWords } from '../words.ts'

/** 2026年11月22日 */
export const dated = (on: Day): string => `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
/** 2026年12月 */
export const monthly = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
export const money = (fen: Fen): string => `${yuan(fen)} 元`

export const meaningTitle = (meaning: string): string => meaningOf(meaning as Parameters<typeof meaningOf>[0]).title.zh

/** 每月 300 元，自 2026年12月 起 */
export const worth = (item: Item): string =>
  item.monthly ? `每月 ${money(item.amountFen)}，自${monthly(item.since.slice(0, 7))}工资起` : `一次性 ${money(item.amountFen)}`

/** 《瑞鼎能级工资专项集体合同》（编号……）第 3 项 */
export const basis = (item: Item): string => `《${item.contractTitle}》（${item.contractNumber}）第 ${item.clause} 项`

export const eventBlock = (event: EventFacts): Block => ({
  fields: [
    ['职工', event.worker.name],
    ['所在企业', event.firm.name],
    ['事项', kindWords[event.kind].zh],
    ['名称', event.title],
    ['等级、等次', achieved(event).zh],
    ...(event.trade ? ([['工种', event.trade]] as const) : []),
    ['发证（授奖）单位', event.issuer],
    ['编号', event.number ?? '无'],
    ['日期', dated(event.on)],
  ],
})

export const itemsTable = (items: readonly Item[]): Block => ({
  table: {
    head: ['待遇', '标准', '依据'],
    rows: items.map((item) => [meaningTitle(item.meaning), worth(item), basis(item)]),
  },
})
