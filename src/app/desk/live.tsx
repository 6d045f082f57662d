/** The live line: what happens elsewhere appears here without asking. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { catalogue, useWords } from '#ui/language.tsx'

export type Line = 'open' | 'waiting'

const words = catalogue({
  zh: { open: '实时', waiting: '正在重连', openNote: '别处的动静会立刻出现', waitingNote: '网络断了，恢复后自动补上' },
  en: {
    open: 'Live',
    waiting: 'Reconnecting',
    openNote: 'What happens elsewhere appears at once',
    waitingNote: 'The line is down; it catches up by itself',
  },
})

/** What an event may name; anything else in it is of no use to the screen. */
interface Happening {
  readonly case?: string
}

/** One burst of events asks the server once. */
function refresher(client: QueryClient): (event: MessageEvent<string>) => void {
  const cases = new Set<string>()
  let asked = false
  return (event) => {
    const named = caseOf(event.data)
    if (named) cases.add(named)
    if (asked) return
    asked = true
    setTimeout(() => {
      asked = false
      for (const key of ['today', 'cases', 'mediation', 'campaign']) client.invalidateQueries({ queryKey: [key] })
      for (const id of cases) client.invalidateQueries({ queryKey: ['case', id] })
      cases.clear()
    }, 200)
  }
}

function caseOf(data: string): string | undefined {
  try {
    return (JSON.parse(data) as Happening).case
  } catch {
    return undefined
  }
}

/** Keeps the line open as long as the desk is; the browser reconnects and sends `Last-Event-ID` itself. */
export function useLive(): Line {
  const client = useQueryClient()
  const [line, setLine] = useState<Line>('waiting')
  useEffect(() => {
    const source = new EventSource('/api/events')
    const refresh = refresher(client)
    source.onopen = () => {
      setLine('open')
      // What happened between the answer on the screen and this moment came over no line.
      for (const key of ['case', 'campaign']) void client.invalidateQueries({ queryKey: [key] })
    }
    source.onerror = () => setLine('waiting')
    source.addEventListener('step', refresh)
    return () => source.close()
  }, [client])
  return line
}

export function LiveDot({ line }: { readonly line: Line }) {
  const w = useWords(words)
  return (
    <span className={`live ${line}`} role="status" title={line === 'open' ? w.openNote : w.waitingNote}>
      <span>{w[line]}</span>
    </span>
  )
}
