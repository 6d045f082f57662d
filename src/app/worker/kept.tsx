/** The last state of one's matters, kept on the phone for when there is no signal; gone at sign-out. */
import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'

export interface KeptCases {
  readonly name: string
  readonly at: string
  readonly cases: readonly CaseWire[]
}

const place = 'hexie.matters'

export const forgetMatters = (): Promise<void> => del(place).catch(() => undefined)

export function useKept(): { readonly kept: KeptCases | undefined; readonly put: (next: KeptCases) => void } {
  const [kept, setKept] = useState<KeptCases>()
  useEffect(() => void get<KeptCases>(place).then(setKept, () => undefined), [])
  const written = useRef('')
  const put = useCallback((next: KeptCases) => {
    const mark = `${next.at} ${next.cases.map((one) => `${one.id}${one.seq}`).join()}`
    if (mark === written.current) return
    written.current = mark
    void set(place, next).catch(() => undefined)
  }, [])
  return { kept, put }
}
