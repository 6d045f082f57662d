/** What of a long list is in view, while the page scrolls; and whether the screen is a phone's. */
import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Stretch, stretchOf, wantsMore } from './stretch.ts'

/** Height of the bar above the page and of the table's own head, which cover what lies under them. */
export const covered = 52 + 36

export function useStretch(
  body: RefObject<HTMLElement | null>,
  row: number,
  places: number,
  loaded: number,
  fetchMore: () => void,
): Stretch {
  const [drawn, setDrawn] = useState<Stretch>(() => stretchOf(0, innerHeight, row, places))
  const ask = useRef(fetchMore)
  ask.current = fetchMore
  useLayoutEffect(() => {
    function look(): void {
      if (!body.current) return
      const next = stretchOf(-body.current.getBoundingClientRect().top, innerHeight, row, places)
      setDrawn((before) => (before.from === next.from && before.to === next.to ? before : next))
      if (wantsMore(next, loaded)) ask.current()
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [body, row, places, loaded])
  return drawn
}

const phone = '(max-width: 760px)'
const onPhone = (tell: () => void) => {
  const media = matchMedia(phone)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

export const useNarrow = (): boolean => useSyncExternalStore(onPhone, () => matchMedia(phone).matches)
