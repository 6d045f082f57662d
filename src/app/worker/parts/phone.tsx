/** What makes the shell an app on the phone: it can be installed, and it opens without a network. */
export function beginPhone(): void {
  if (!document.querySelector('link[rel=manifest]')) {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = '/manifest.webmanifest'
    document.head.append(link)
  }
  if (import.meta.env.PROD && 'serviceWorker' in navigator) addEventListener('load', () => setTimeout(keepShell, 3000), { once: true })
  if (document.readyState === 'complete') dispatchEvent(new Event('load'))
}

/** Loads what must open offline, then has it kept: asking for help first of all. */
async function keepShell(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/offline.js', { scope: '/' })
    const { active } = await navigator.serviceWorker.ready
    await Promise.all([import('../help/help.tsx'), import('../case/case-page.tsx'), import('../mine.tsx')])
    const keep = performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => (new URL(name).pathname.startsWith('/assets/') ? [new URL(name).pathname] : []))
    active?.postMessage({ keep })
  } catch {
    // Without a service worker (private window, old browser) everything works as long as there is a network.
  }
}
