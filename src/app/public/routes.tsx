/** The public shell: its routes under `/`. */
import { createRoute } from '@tanstack/react-router'
import type { ShellRoutes } from '../router.tsx'

export const routes: ShellRoutes = (root) => [createRoute({ getParentRoute: () => root, path: '/', component: () => <main>和谐引擎</main> })]
