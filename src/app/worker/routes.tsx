/** The worker's shell: its routes under `/me`, small enough for an old phone; asking for help and a case load when they are opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ShellRoutes } from '../router.tsx'
import { Home } from './home.tsx'
import { beginPhone } from './parts/phone.tsx'
import { beginTextSize } from './parts/text-size.tsx'
import './worker.css'

beginTextSize()
beginPhone()

export const routes: ShellRoutes = (root) => {
  const at = (path: string, component: Parameters<typeof createRoute>[0]['component']) =>
    createRoute({ getParentRoute: () => root, path, component })
  return [
    at('/me', Home),
    at(
      '/me/help',
      lazyRouteComponent(() => import('./help/help.tsx'), 'Help'),
    ),
    at(
      '/me/cases',
      lazyRouteComponent(() => import('./affairs.tsx'), 'Affairs'),
    ),
    at(
      '/me/cases/$id',
      lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
    ),
    at(
      '/me/learn',
      lazyRouteComponent(() => import('./coming.tsx'), 'Learn'),
    ),
    at(
      '/me/stations',
      lazyRouteComponent(() => import('./coming.tsx'), 'Stations'),
    ),
    at(
      '/me/mine',
      lazyRouteComponent(() => import('./mine.tsx'), 'Mine'),
    ),
    at(
      '/me/privacy',
      lazyRouteComponent(() => import('./privacy/privacy.tsx'), 'Privacy'),
    ),
    at(
      '/me/ballots',
      lazyRouteComponent(() => import('./ballots.tsx'), 'BallotsAt'),
    ),
    at(
      '/me/union',
      lazyRouteComponent(() => import('./join/my-union.tsx'), 'MyUnion'),
    ),
    at(
      '/me/skill',
      lazyRouteComponent(() => import('./skill/skill.tsx'), 'SkillAt'),
    ),
  ]
}
