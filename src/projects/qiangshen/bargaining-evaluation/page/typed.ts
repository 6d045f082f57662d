/** What somebody types into a score sheet, read as scores; kept on this computer until it is sent. Pure but for the draft. */
import type { RubricBody } from '../rubric/rubric.ts'
import { type ItemScore, scoredByPeople } from '../rubric/score.ts'

interface Cell {
  readonly points: string
  readonly evidence?: string | undefined
  readonly file?: string | undefined
}
export type Typed = Readonly<Record<string, Cell>>

export const typedFrom = (scores: readonly ItemScore[]): Typed =>
  Object.fromEntries(scores.map(({ item, points, evidence, file }) => [item, { points: String(points), evidence, file }]))

/** Full-width figures and commas are what an input method leaves; a half is the smallest step. */
export function pointsTyped(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,，。]/g, '.')
    .trim()
  if (!/^\d{1,3}(\.\d)?$/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isInteger(value * 2) ? value : undefined
}

export interface TypedScores {
  readonly scores: readonly ItemScore[]
  /** Items with nothing typed. */
  readonly left: readonly string[]
  /** Items whose figure is none, or above the item's points. */
  readonly wrong: readonly string[]
}

export function typedScores(rubric: Pick<RubricBody, 'items'>, typed: Typed): TypedScores {
  const items = scoredByPeople(rubric)
  const cell = (id: string) => typed[id]?.points.trim() ?? ''
  const fits = (id: string, full: number) => {
    const points = pointsTyped(cell(id))
    return points !== undefined && points <= full
  }
  return {
    left: items.filter(({ id }) => cell(id) === '').map(({ id }) => id),
    wrong: items.filter(({ id, points }) => cell(id) !== '' && !fits(id, points)).map(({ id }) => id),
    scores: items
      .filter(({ id, points }) => cell(id) !== '' && fits(id, points))
      .map(({ id }) => {
        const { evidence, file } = typed[id]!
        return {
          item: id,
          points: pointsTyped(cell(id))!,
          ...(evidence?.trim() ? { evidence: evidence.trim() } : {}),
          ...(file ? { file } : {}),
        }
      }),
  }
}

interface Kept {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}
/** Absent in private windows and in tests. */
const storage = (): Kept | undefined => (globalThis as { readonly localStorage?: Kept }).localStorage

export function keepDraft(name: string, typed: Typed | undefined): void {
  try {
    if (typed) storage()?.setItem(name, JSON.stringify(typed))
    else storage()?.removeItem(name)
  } catch {
    // A full or forbidden storage keeps nothing; the page goes on.
  }
}

export function readDraft(name: string): Typed | undefined {
  try {
    const text = storage()?.getItem(name)
    return text ? (JSON.parse(text) as Typed) : undefined
  } catch {
    return undefined
  }
}
