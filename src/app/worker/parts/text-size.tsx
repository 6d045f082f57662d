/** How large the words are on this phone, beside what the browser itself is set to. */
import { useSyncExternalStore } from 'react'

export type TextSize = '1' | '1.25' | '1.5'

const place = 'hexie.text'
const listeners = new Set<() => void>()
const read = (): TextSize => {
  const kept = localStorage.getItem(place)
  return kept === '1.25' || kept === '1.5' ? kept : '1'
}
let current: TextSize = read()

const mark = () => {
  document.documentElement.style.fontSize = current === '1' ? '' : `${Number(current) * 100}%`
}

/** Called when the phone's shell is loaded. */
export const beginTextSize = (): void => mark()

function setSize(size: TextSize): void {
  current = size
  localStorage.setItem(place, size)
  mark()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTextSize = () => ({ size: useSyncExternalStore(subscribe, () => current), setSize })
