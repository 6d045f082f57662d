/** Keeps the shell on the phone: built files for ever, pages from the network first and from the phone when there is none. Never an answer of the API. */
const shelf = 'hexie-shell-1'
const pages = ['/me', '/me/help', '/']

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(shelf).then(async (cache) => {
      const page = await fetch('/me', { cache: 'no-cache' })
      if (!page.ok) return
      await Promise.all(pages.map((path) => cache.put(path, page.clone())))
      const text = await page.text()
      const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1])
      await cache.addAll(files)
    }).then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  )
})

// The page says which built files it stands on: those are kept, and those of an earlier build go.
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepOnly(event.data.keep))
})

async function keepOnly(paths) {
  const cache = await caches.open(shelf)
  await Promise.all(paths.map(async (path) => (await cache.match(path)) || cache.add(path).catch(() => undefined)))
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !paths.includes(pathname)) await cache.delete(request)
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (url.pathname.startsWith('/assets/')) return event.respondWith(fromShelf(request))
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request, url))
})

async function fromShelf(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) (await caches.open(shelf)).put(request, answer.clone())
  return answer
}

async function fromNetwork(request, url) {
  try {
    const answer = await fetch(request)
    if (answer.ok && pages.includes(url.pathname)) (await caches.open(shelf)).put(url.pathname, answer.clone())
    return answer
  } catch {
    return (await caches.match(url.pathname)) || (await caches.match('/me')) || Response.error()
  }
}
