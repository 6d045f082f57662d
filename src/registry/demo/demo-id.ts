/** Fixed identifiers for the demonstration: the same name always gives the same UUID, so that other demo data can refer to it. */
import type { Id } from '#kernel/id.ts'

/** A version-8 UUID (RFC 9562: own rules) from a name, by four rounds of a small mixing hash. */
export function demoId(name: string): Id {
  const hex = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => mix(name, seed).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** A whole number from 0 up to, not including, `below`; the same for the same name. */
export const demoNumber = (name: string, below: number): number => mix(name, 0x165667b1) % below

function mix(text: string, seed: number): number {
  let h = seed
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0x5bd1e995)
    h ^= h >>> 13
  }
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad)
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97)
  return (h ^ (h >>> 15)) >>> 0
}
