/** What the law's routes answer: a rule, and a count of days with every day explained. */
import { type Day, addDays } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'

export type Unit = 'calendarDay' | 'workingDay' | 'month' | 'year' | 'hour'

export interface LawPlace {
  readonly act: string
  readonly article: string
  readonly quote: string
  readonly title: Text
  readonly short: Text
}

export interface RuleWire {
  readonly id: string
  readonly region: string
  readonly n: number
  readonly unit: Unit
  /** The length in words. */
  readonly says: Text
  readonly direction: 'after' | 'before' | 'window' | 'keep' | 'within'
  readonly title: Text
  readonly start: Text
  readonly law: LawPlace
}

export interface CountedDay {
  readonly day: Day
  readonly kind: 'start' | 'counted' | 'rest' | 'suspended' | 'moved' | 'last'
  readonly nth?: number
  readonly makeUp?: boolean
  readonly name?: Text
}

interface Other {
  readonly rule: string
  readonly region: string
  readonly n: number
  readonly unit: Unit
  readonly last?: Day
  readonly law: LawPlace
}

export interface ClockWire extends Other {
  readonly title: Text
  readonly event: Text
  readonly direction: RuleWire['direction']
  readonly start: Day
  readonly last: Day
  readonly counted: Text
  readonly moved?: { readonly from: Day; readonly because: Text }
  readonly provisional: boolean
  readonly days: readonly CountedDay[]
  /** The row of the same family that governs here on this day. */
  readonly governing: Other & { readonly last: Day }
  /** The other rows of the family; with a last day where they count from the same event. */
  readonly also: readonly (Other & { readonly event: Text; readonly sameEvent: boolean })[]
}

/** A cell of the calendar; `after` fills the last weeks. */
export type Cell = Omit<CountedDay, 'kind'> & { readonly kind: CountedDay['kind'] | 'after' }

const monday = (day: Day): Day => {
  const week = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((week + 6) % 7))
}

/** Whole weeks, Monday first, over the counted days and a day more that others end on; a long stretch in the middle is left out (`null`). */
export function weeksOf(days: readonly CountedDay[], alsoShow: readonly Day[] = []): readonly (readonly Cell[] | null)[] {
  const known = new Map<Day, CountedDay>(days.map((day) => [day.day, day]))
  const all = [...known.keys()].sort()
  if (!all.length) return []
  const near = alsoShow.filter((day) => day > all[0]! && day < addDays(all.at(-1)!, 35))
  const end = [...all, ...near].sort().at(-1)!
  const weeks: Cell[][] = []
  for (let first = monday(all[0]!); first <= end; first = addDays(first, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(first, at)).map((day) => known.get(day) ?? { day, kind: 'after' }))
  return weeks.length <= 11 ? weeks : [...weeks.slice(0, 3), null, ...weeks.slice(-3)]
}
