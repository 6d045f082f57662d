/** What the screen remembers of the server's answers, and what it does when the session is over. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '#ui/api.ts'

/** Signed out in a shell that needs a person: to the door, and back here afterwards. The public pages stay. */
function atDoor(error: unknown): void {
  if (!(error instanceof ProblemError) || error.status !== 401) return
  if (!/^\/(desk|me)(\/|$)/.test(location.pathname)) return
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: atDoor }),
  mutationCache: new MutationCache({ onError: atDoor }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500),
    },
  },
})
