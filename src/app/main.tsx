/** Where the browser begins: language, theme, then only the shell that the address asks for. */
import '#ui/tokens.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { beginLanguage } from '#ui/language.tsx'
import { beginTheme } from '#ui/theme.tsx'
import { queryClient } from './query-client.ts'
import { openShell } from './router.tsx'

beginLanguage()
beginTheme()

// No top-level await: a shell imports what this file stands on, and would wait for this file in turn.
void openShell(location.pathname).then((router) =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
)
