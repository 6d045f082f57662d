/** Which rows of a list are chosen: one by one, or from where one began to where one stands. */

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** The row from which a stretch is drawn out. */
  readonly anchor: number
}

export const nothing: Selection = { ids: new Set(), anchor: -1 }

/** The row joins or leaves, and becomes the beginning of the next stretch. */
export function toggled({ ids }: Selection, order: readonly string[], at: number): Selection {
  const id = order[at]
  if (id === undefined) return { ids, anchor: -1 }
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: at }
}

/** Everything between the beginning and this row joins. */
export function drawnOut({ ids, anchor }: Selection, order: readonly string[], at: number): Selection {
  const from = anchor < 0 ? at : anchor
  const between = order.slice(Math.min(from, at), Math.max(from, at) + 1)
  return { ids: new Set([...ids, ...between]), anchor: from }
}

export const allOf = (order: readonly string[]): Selection => ({ ids: new Set(order), anchor: 0 })
