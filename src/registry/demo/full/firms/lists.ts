/** The yearly lists of 规上 firms: who stands in which, exactly as many as that year had. */
import { demoNumber } from '../../demo-id.ts'
import { article } from './firms.ts'

const numbers: Readonly<Record<number, number>> = { 2020: 588, 2021: 634, 2022: article.designated, 2023: 701, 2024: 693, 2025: 668 }
export const firstList = 2020

export const listName = (year: number): string => `${year}年规上工业企业名单.xlsx`

/** How many stand in a year's list; in the last one as many as the article says. */
export const listed = (year: number, lastYear: number): number =>
  year === lastYear ? article.designated : (numbers[year] ?? article.designated - 9 + demoNumber(`list of ${year}`, 19))

export interface ListCandidate<T> {
  readonly of: T
  readonly employees: number
  /** In which it was founded. */
  readonly founded: number
  readonly key: string
}

/** The candidates in that year's list besides `others`, who stand in it anyway. The larger are in it more surely, and seldom change. */
export function listOf<T>(candidates: readonly ListCandidate<T>[], year: number, wanted: number): readonly T[] {
  const score = ({ employees, key }: ListCandidate<T>): number =>
    Math.log(employees) + demoNumber(`standing ${key}`, 1_000) / 500 + demoNumber(`standing ${key} ${year}`, 1_000) / 3_000
  const old = candidates.filter(({ founded }) => founded < year)
  if (old.length < wanted) throw new Error(`only ${old.length} firms for the list of ${year}`)
  return old
    .map((one) => ({ of: one.of, score: score(one), key: one.key }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, wanted)
    .map(({ of }) => of)
}
