/** One address space, three shells: a worker's phone never downloads the desk. Between shells an ordinary link loads the page anew. */
import { type AnyRootRoute, type AnyRoute, type AnyRouter, createRootRoute, createRouter, Outlet } from '@tanstack/react-router'
import { catalogue, useWords } from '#ui/language.tsx'

/**
 * What the module of a shell exports: `export const routes: ShellRoutes = (root) => [createRoute({ getParentRoute: () => root, path: '/me', … })]`.
 * Its own CSS is imported by that module. Pages inside are lazy where they are large (`lazyRouteComponent(() => import('./x.tsx'), 'X')`).
 */
export type ShellRoutes = (root: AnyRootRoute) => readonly AnyRoute[]

const shells: readonly { readonly at: RegExp; readonly load: () => Promise<{ readonly routes: ShellRoutes }> }[] = [
  { at: /^\/desk(\/|$)/, load: () => import('./desk/routes.tsx') },
  { at: /^\/me(\/|$)/, load: () => import('./worker/routes.tsx') },
  { at: /^\//, load: () => import('./public/routes.tsx') },
]

const words = catalogue({
  zh: { none: '没有这一页', home: '回首页', broken: '这一页出错了', again: '再试一次' },
  en: { none: 'There is no such page', home: 'To the first page', broken: 'This page failed', again: 'Try again' },
})

function Missing() {
  const w = useWords(words)
  return (
    <main className="lost">
      <h1>{w.none}</h1>
      <p>
        <a href="/">{w.home}</a>
      </p>
    </main>
  )
}

function Broken({ reset }: { readonly reset: () => void }) {
  const w = useWords(words)
  return (
    <main className="lost" role="alert">
      <h1>{w.broken}</h1>
      <p>
        <button type="button" onClick={reset}>
          {w.again}
        </button>{' '}
        <a href="/">{w.home}</a>
      </p>
    </main>
  )
}

/** The router of the shell to which a path belongs. */
export async function openShell(path: string): Promise<AnyRouter> {
  const { routes } = await shells.find((shell) => shell.at.test(path))!.load()
  const root = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Broken })
  return createRouter({
    routeTree: root.addChildren([...routes(root)]),
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
  })
}
