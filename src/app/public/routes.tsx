/** The public shell: its routes under `/`, open to anyone. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ShellRoutes } from '../router.tsx'
import { Home } from './home.tsx'
import './public.css'

export const routes: ShellRoutes = (root) => {
  const at = (path: string, component: Parameters<typeof createRoute>[0]['component']) =>
    createRoute({ getParentRoute: () => root, path, component })
  const verify = lazyRouteComponent(() => import('./verify.tsx'), 'Verify')
  return [
    at('/', Home),
    at(
      '/clock',
      lazyRouteComponent(() => import('./clock/clock.tsx'), 'Clock'),
    ),
    at('/verify', verify),
    at('/verify/$code', verify),
    at(
      '/join/$organisation',
      lazyRouteComponent(() => import('./join/join.tsx'), 'Join'),
    ),
    at(
      '/join/$organisation/poster',
      lazyRouteComponent(() => import('./join/poster.tsx'), 'JoinPoster'),
    ),
    at(
      '/evaluate/$code',
      lazyRouteComponent(() => import('./evaluate.tsx'), 'Evaluate'),
    ),
    at(
      '/sign-in',
      lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn'),
    ),
  ]
}
