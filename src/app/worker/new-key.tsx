/** A key that makes sending twice the same as once; made without what only secure pages have, since an office network may be plain http. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
