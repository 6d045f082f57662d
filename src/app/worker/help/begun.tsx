/** Whether a request was begun on this phone: a word the first screen reads without loading the form's own store. */
const place = 'hexie.help.begun'

/** Storage that a browser keeps shut says "perhaps": then the store itself is asked. */
export function isBegun(): boolean {
  try {
    return localStorage.getItem(place) !== null
  } catch {
    return true
  }
}

export function markBegun(begun: boolean): void {
  try {
    if (begun) localStorage.setItem(place, '1')
    else localStorage.removeItem(place)
  } catch {
    // The store itself is asked instead.
  }
}
