/** The draft on the phone: written at every keystroke, photos and voice beside it, there again after a dead battery. */
import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import { markBegun } from './begun.tsx'
import { type Draft, emptyDraft, type Material } from './draft.ts'
import { newKey } from '../parts/new-key.tsx'

const place = 'hexie.help'
const blobPlace = (id: string) => `${place}.${id}`

export const readDraft = (): Promise<Draft | undefined> => get<Draft>(place)
export const blobOf = (id: string): Promise<Blob | undefined> => get<Blob>(blobPlace(id))

export async function forgetDraft(draft: Draft): Promise<void> {
  markBegun(false)
  await Promise.all([del(place), ...draft.materials.map((one) => del(blobPlace(one.id)))])
}

export type Kept = 'reading' | 'saved' | 'saving' | 'failed'

export interface DraftKeeper {
  readonly draft: Draft | undefined
  readonly kept: Kept
  readonly change: (part: Partial<Draft>) => void
  /** As `change`, and waits until it is on the disk. */
  readonly keep: (part: Partial<Draft>) => Promise<Draft>
  readonly add: (material: Material, blob: Blob) => Promise<void>
  readonly drop: (id: string) => void
}

/** The one draft of this phone. Writes follow each other, so the last keystroke is what stays. */
export function useDraft(): DraftKeeper {
  const [draft, setDraft] = useState<Draft>()
  const [kept, setKept] = useState<Kept>('reading')
  const now = useRef<Draft | undefined>(undefined)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    let gone = false
    readDraft()
      .catch(() => undefined)
      .then((found) => {
        if (gone) return
        now.current = found ?? emptyDraft(newKey())
        setDraft(now.current)
        setKept('saved')
      })
    return () => {
      gone = true
    }
  }, [])

  const keep = useCallback((part: Partial<Draft>): Promise<Draft> => {
    const next: Draft = { ...(now.current ?? emptyDraft(newKey())), ...part, savedAt: new Date().toISOString() }
    now.current = next
    setDraft(next)
    setKept('saving')
    markBegun(true)
    const written = queue.current.then(() => set(place, next))
    queue.current = written.then(
      () => now.current === next && setKept('saved'),
      () => setKept('failed'),
    )
    return written.then(() => next)
  }, [])

  const change = useCallback((part: Partial<Draft>) => void keep(part).catch(() => undefined), [keep])
  const add = useCallback(
    async (material: Material, blob: Blob) => {
      await set(blobPlace(material.id), blob)
      await keep({ materials: [...(now.current?.materials ?? []), material] })
    },
    [keep],
  )
  const drop = useCallback(
    (id: string) => {
      void del(blobPlace(id))
      change({ materials: (now.current?.materials ?? []).filter((one) => one.id !== id) })
    },
    [change],
  )
  return { draft, kept, change, keep, add, drop }
}
