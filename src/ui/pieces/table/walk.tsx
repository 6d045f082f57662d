/** Walking a big table by keyboard and choosing in it: one row stands in the tab order, the arrows move it. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { allOf, drawnOut, nothing, type Selection, toggled } from './selection.ts'
import { moved, scrollFor } from './stretch.ts'
import { covered } from './view.tsx'

interface Walked<Row> {
  readonly rows: readonly Row[]
  readonly height: number
  readonly body: RefObject<HTMLElement | null>
  readonly open: (row: Row) => void
  readonly selection: Selection
  readonly onSelection: ((selection: Selection) => void) | undefined
}

export interface Walk {
  readonly at: number
  readonly onKey: (event: KeyboardEvent) => void
  readonly onFocus: (at: number) => void
  readonly onClick: (event: MouseEvent, at: number) => void
}

export function useWalk<Row extends { readonly id: string }>(walked: Walked<Row>): Walk {
  const { rows, body, open, selection, onSelection } = walked
  const [at, setAt] = useState(-1)
  const go = useMoving(walked, at, setAt)
  const order = () => rows.map((row) => row.id)

  function onKey(event: KeyboardEvent): void {
    const here = (event.target as HTMLElement).closest('.bt-row')
    if (!here || !body.current?.contains(here) || event.altKey) return
    if (!act(event) && !move(event)) return
    event.preventDefault()
  }
  function move(event: KeyboardEvent): boolean {
    const to = moved(event.key, at, rows.length, Math.max(1, Math.floor((innerHeight - covered) / walked.height) - 1))
    if (to === undefined || event.ctrlKey || event.metaKey) return false
    if (event.shiftKey && onSelection) onSelection(drawnOut(selection.anchor < 0 ? { ...selection, anchor: at } : selection, order(), to))
    go(to)
    return true
  }
  /** True when the key did something else than move. */
  function act(event: KeyboardEvent): boolean {
    const row = rows[at]
    if (event.key === 'Enter' && row) open(row)
    else if (!onSelection) return false
    else if (event.key === ' ') onSelection(event.shiftKey ? drawnOut(selection, order(), at) : toggled(selection, order(), at))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelection(allOf(order()))
    else if (event.key === 'Escape' && selection.ids.size > 0) onSelection(nothing)
    else return false
    return true
  }
  function onClick(event: MouseEvent, clicked: number): void {
    const target = event.target as HTMLElement
    const row = rows[clicked]
    if (!row || target.closest('a, button')) return
    if (onSelection && (event.shiftKey || target.closest('.bt-pick'))) {
      getSelection()?.removeAllRanges()
      onSelection(event.shiftKey ? drawnOut(selection, order(), clicked) : toggled(selection, order(), clicked))
    } else if (!getSelection()?.toString()) open(row)
  }
  return { at, onKey, onClick, onFocus: setAt }
}

/** Scrolls to the row, draws it, then gives it the focus. */
function useMoving<Row>({ height, body }: Walked<Row>, at: number, setAt: (at: number) => void): (to: number) => void {
  const moving = useRef(false)
  useEffect(() => {
    if (!moving.current) return
    moving.current = false
    body.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true })
  }, [at, body])
  return (to) => {
    const top = covered - (body.current?.getBoundingClientRect().top ?? 0)
    scrollBy(0, scrollFor(to, height, top, innerHeight - covered - 8))
    moving.current = to !== at
    setAt(to)
  }
}
