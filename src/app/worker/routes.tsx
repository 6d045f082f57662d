/** The worker shell: its routes under `/me`. */
import { createRoute } from '@tanstack/react-router'
import type { ShellRoutes } from '../router.tsx'

export const routes: ShellRoutes = (root) => [createRoute({ getParentRoute: () => root, path: '/me', component: () => <main>和谐引擎</main> })]
