/** Takes a step of the case at hand from a piece of its page, and puts the case as it then stands in its place. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { caseQuery } from '#engine/screens/questions.ts'
import type { CaseWire } from '#engine/wire.ts'
import { newKey, post, ProblemError } from '#ui/api.ts'

export interface Taking {
  readonly busy: boolean
  readonly error: unknown
  /** The key stays until the step is answered, so that pressing again is no second step. */
  take(step: string, input?: object): Promise<void>
}

export function useStep(file: CaseWire): Taking {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key, setKey] = useState(newKey)
  async function take(step: string, input?: object): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const after = await post<CaseWire>(`/api/cases/${file.id}/steps`, { step, key, seen: file.seq, ...(input ? { input } : {}) })
      client.setQueryData(caseQuery(file.id).queryKey, after)
      client.invalidateQueries({ queryKey: ['today'] })
      client.invalidateQueries({ queryKey: ['cases'] })
      client.invalidateQueries({ queryKey: ['congress', 'turnout', file.id] })
      setKey(newKey())
    } catch (problem) {
      setError(problem)
      if (problem instanceof ProblemError && problem.status >= 400 && problem.status < 500) setKey(newKey())
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, take }
}
