/** Whether a browser was made to write here by another site's page. Cookies travel with such requests; the person's will does not. */

export interface WriteRequest {
  readonly method: string
  /** `host[:port]` under which the browser addressed us. */
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every current browser says in Sec-Fetch-Site where a request comes from; older ones at least send Origin with a write. Programs that
 * are no browser send neither, and carry no cookie they were not given on purpose.
 */
export function isForeignWrite({ method, host, origin, fetchSite }: WriteRequest): boolean {
  if (reading.has(method)) return false
  if (fetchSite) return fetchSite !== 'same-origin' && fetchSite !== 'none'
  if (!origin) return false
  try {
    const from = new URL(origin)
    return !host || from.host !== new URL(`${from.protocol}//${host}`).host
  } catch {
    return true
  }
}
