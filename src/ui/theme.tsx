/** Light, dark, or as the system has it; the choice is kept and marked on the page for tokens.css. */
import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'

const place = 'hexie.theme'
const listeners = new Set<() => void>()
let current: Theme = 'auto'

function mark(): void {
  if (current === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current
}

/** Called once before the first paint. */
export function beginTheme(): void {
  const kept = localStorage.getItem(place)
  current = kept === 'light' || kept === 'dark' ? kept : 'auto'
  mark()
}

export function setTheme(theme: Theme): void {
  current = theme
  if (theme === 'auto') localStorage.removeItem(place)
  else localStorage.setItem(place, theme)
  mark()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTheme = (): { readonly theme: Theme; readonly setTheme: (theme: Theme) => void } => ({
  theme: useSyncExternalStore(subscribe, () => current),
  setTheme,
})
