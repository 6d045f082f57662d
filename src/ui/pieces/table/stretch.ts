/** Which rows of a long list are drawn: those in view and a few on either side, all of one height. */

export interface Stretch {
  /** The first row drawn. */
  readonly from: number
  /** One after the last. */
  readonly to: number
}

/** `top` is how far the first row lies above the upper edge of the view; negative when it lies below. */
export function stretchOf(top: number, view: number, row: number, count: number, spare = 8): Stretch {
  const from = Math.max(0, Math.min(count, Math.floor(top / row) - spare))
  const to = Math.max(from, Math.min(count, Math.ceil((top + view) / row) + spare))
  return { from, to }
}

/** How far to scroll so that row `at` stands wholly between the edges; 0 when it does. */
export function scrollFor(at: number, row: number, top: number, view: number): number {
  const above = at * row - top
  if (above < 0) return above
  return Math.max(0, above + row - view)
}

/** The next page is fetched while there is still more than a screen to scroll. */
export const wantsMore = (drawn: Stretch, loaded: number, spare = 40): boolean => drawn.to + spare > loaded

/** Where a key moves to; undefined for a key that does not move. */
export function moved(key: string, at: number, count: number, screen: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + screen,
    PageUp: at - screen,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}
