/** What was typed and not yet sent, kept in this browser: a dead battery loses nothing. */
export interface Draft {
  readonly values: Record<string, unknown>
  readonly on?: string
  readonly savedAt: number
}

const place = (id: string): string => `hexie.draft.${id}`
const keptFor = 30 * 86_400_000

export function readDraft(id: string, now: number = Date.now()): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(place(id)) ?? 'null') as Draft | null
    return draft && now - draft.savedAt < keptFor ? draft : undefined
  } catch {
    return undefined
  }
}

/** A full store is no reason to stop somebody from working. */
export function keepDraft(id: string, draft: Draft): void {
  try {
    localStorage.setItem(place(id), JSON.stringify(draft))
  } catch {
    return
  }
}

export const dropDraft = (id: string): void => localStorage.removeItem(place(id))
