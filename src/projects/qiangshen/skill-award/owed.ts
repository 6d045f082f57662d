/** What is owed to the worker, item by item with its days, and what of it the firm confirmed. Pure. */
import { addMonths, type Day, day, earlierOf } from '#kernel/day.ts'
import type { Facts, Item } from './data.ts'
import { dayBefore } from './entitled.ts'

/** What was found when it was verified, and again with every contract that followed. */
export type Terms = Pick<Facts, 'verification' | 'successions'>

/** The items of the contract in force: those of the last successor for allowances, the first ones for what is paid once. */
export function itemsNow({ verification, successions }: Terms): readonly Item[] {
  const first = verification?.entitlement?.items ?? []
  const last = successions.at(-1)?.entitlement?.items
  return last ? [...first.filter((item) => !item.monthly), ...last] : first
}

export const monthlyFen = (facts: Terms): number => sum(itemsNow(facts).filter((item) => item.monthly))
export const onceFen = (facts: Terms): number => sum(itemsNow(facts).filter((item) => !item.monthly))
const sum = (items: readonly Item[]): number => items.reduce((total, item) => total + item.amountFen, 0)

/** The first month for which an allowance is due. */
export const firstMonth = (facts: Terms): string | undefined =>
  itemsNow(facts)
    .filter((item) => item.monthly)
    .map((item) => item.since.slice(0, 7))
    .toSorted()[0]

/** The last day of the contract that gives the allowance; undefined where nothing is paid by the month. */
export const contractUntil = (facts: Terms): Day | undefined =>
  itemsNow(facts)
    .filter((item) => item.monthly)
    .map((item) => item.contractUntil)
    .reduce<Day | undefined>((first, one) => (first ? earlierOf(first, one) : one), undefined)

export interface Owed extends Item {
  /** The last day of an allowance as far as it is known. */
  readonly until?: Day
}

/** Every item there ever was. An allowance ends when a successor's begins, with its contract, or on the day it was ended. */
export function owedOf(facts: Terms, endedOn: Day | undefined): readonly Owed[] {
  const terms = [facts.verification?.entitlement?.items ?? [], ...facts.successions.map((one) => one.entitlement?.items ?? [])]
  return terms.flatMap((items, at) => {
    const next = terms
      .slice(at + 1)
      .flat()
      .find((item) => item.monthly)?.since
    return items.map((item): Owed => {
      if (!item.monthly) return item
      const ends = [item.contractUntil, ...(next ? [dayBefore(next)] : []), ...(endedOn ? [lastOfMonth(endedOn)] : [])]
      return { ...item, until: ends.reduce(earlierOf) }
    })
  })
}

const lastOfMonth = (on: Day): Day => dayBefore(addMonths(day(`${on.slice(0, 7)}-01`), 1))
