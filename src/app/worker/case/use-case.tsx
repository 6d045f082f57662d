/** Reading a case and taking a step in it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseWire } from '#engine/wire.ts'
import { useEffect } from 'react'
import { get, post } from '#ui/api.ts'

export const caseQuery = (id: string) => ({ queryKey: ['case', id], queryFn: () => get<CaseWire>(`/api/cases/${id}`), staleTime: 10_000 })

/** The case, and anew whenever something happens to it while the page is looked at. */
export function useCase(id: string) {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/events')
    const look = () => void client.invalidateQueries({ queryKey: ['case', id] })
    source.addEventListener('step', (event) => {
      if ((JSON.parse(event.data) as { case?: string }).case === id) look()
    })
    return () => source.close()
  }, [client, id])
  return useQuery(caseQuery(id))
}

export interface Taking {
  readonly step: string
  readonly input?: unknown
  readonly key: string
}

/** Takes a step; the answer is the case as it now stands. */
export function useTake(one: Pick<CaseWire, 'id'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (taking: Taking) => post<CaseWire>(`/api/cases/${one.id}/steps`, taking),
    onSuccess: (fresh) => {
      client.setQueryData(['case', one.id], fresh)
      void client.invalidateQueries({ queryKey: ['cases'] })
    },
    onError: () => void client.invalidateQueries({ queryKey: ['case', one.id] }),
  })
}
