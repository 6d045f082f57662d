/** The two languages of the house on the screen: which one is read, how words are kept, how a text is said. */
import { useSyncExternalStore } from 'react'
import type { Language, Text } from '#kernel/text.ts'

export type { Language, Text }

/** A word, or a sentence with something in it. */
type Word = string | ((...parts: never[]) => string)
type Words = { readonly [key: string]: Word }
type Same<W> = W extends (...parts: infer P) => string ? (...parts: P) => string : string

/** The words of one screen, complete in both languages by type: a word that Chinese has and English lacks does not compile. */
export interface Catalogue<W extends Words> {
  readonly zh: { readonly [K in keyof W]: Same<W[K]> }
  readonly en: { readonly [K in keyof W]: Same<W[K]> }
}

export function catalogue<W extends Words>(both: { readonly zh: W; readonly en: { readonly [K in keyof W]: Same<W[K]> } }): Catalogue<W> {
  return both as unknown as Catalogue<W>
}

const place = 'hexie.language'
const listeners = new Set<() => void>()
let current: Language = 'zh'

/** Reads the kept choice, else the browser's language, and marks the page. Called once before the first paint. */
export function beginLanguage(): void {
  const kept = localStorage.getItem(place)
  current =
    kept === 'zh' || kept === 'en'
      ? kept
      : navigator.language.startsWith('zh')
        ? 'zh'
        : kept === null && navigator.language.startsWith('en')
          ? 'en'
          : 'zh'
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}

export function setLanguage(language: Language): void {
  current = language
  localStorage.setItem(place, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

/** For code outside React; components use `useLanguage`. */
export const languageNow = (): Language => current

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `say` gives a bilingual text in the language being read. */
export function useLanguage(): {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly say: (text: Text) => string
} {
  const language = useSyncExternalStore(subscribe, languageNow)
  return { language, setLanguage, say: (text) => text[language] || text.zh }
}

/** The words of a catalogue in the language being read. */
export function useWords<W extends Words>(words: Catalogue<W>): Catalogue<W>['zh'] {
  return words[useSyncExternalStore(subscribe, languageNow)]
}
