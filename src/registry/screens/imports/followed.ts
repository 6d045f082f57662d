/** Which imports this browser left under way, so that it can say when they are done. */
const place = 'hexie.imports.followed'

export function followed(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, 8) : []
  } catch {
    return []
  }
}

const keep = (ids: readonly string[]): void => localStorage.setItem(place, JSON.stringify(ids))
export const follow = (id: string): void => keep([id, ...followed().filter((one) => one !== id)])
export const unfollow = (id: string): void => keep(followed().filter((one) => one !== id))
