/** A page of rows in a long grid: drawn while it is near the view, else an empty place of the same height. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import * as roles from './roles.ts'

interface ChunkProps {
  /** What scrolls; without one, the page does. */
  readonly root: RefObject<HTMLElement | null> | undefined
  readonly columns: number
  readonly children: ReactNode
}

export function Chunk({ root, columns, children }: ChunkProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [away, setAway] = useState<number>()
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry!.isIntersecting) setAway(undefined)
        // Where somebody types stays, however far it has been scrolled.
        else if (!body.current?.contains(document.activeElement)) setAway(entry!.boundingClientRect.height)
      },
      { root: root?.current ?? null, rootMargin: '1200px 0px' },
    )
    watch.observe(body.current!)
    return () => watch.disconnect()
  }, [root])
  return (
    <tbody ref={body} {...roles.group}>
      {away === undefined ? (
        children
      ) : (
        <tr {...roles.row}>
          <td {...roles.cell} colSpan={columns} style={{ height: away, padding: 0, border: 0 }} />
        </tr>
      )}
    </tbody>
  )
}

/** Asks for more when the end of what is there comes near. */
export function Nearing({ root, onNear }: { readonly root: RefObject<HTMLElement | null> | undefined; readonly onNear: () => void }) {
  const here = useRef<HTMLDivElement>(null)
  const near = useRef(onNear)
  near.current = onNear
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry!.isIntersecting && near.current(), {
      root: root?.current ?? null,
      rootMargin: '900px 0px',
    })
    watch.observe(here.current!)
    return () => watch.disconnect()
  }, [root])
  return <div ref={here} className="nearing" aria-hidden="true" />
}
