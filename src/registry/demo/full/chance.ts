/** Chance that is the same each time: a stream of numbers from a name or a number. */
import { demoNumber } from '../demo-id.ts'

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  below(most: number): number
  pick<T>(among: readonly T[]): T
  /** True so often, out of one. */
  often(share: number): boolean
  /** Around zero, as heights of people are spread. */
  normal(): number
}

export function chance(seed: string | number): Chance {
  let state = typeof seed === 'number' ? Math.imul(seed ^ 0x2545f491, 0x9e3779b1) : demoNumber(seed, 0x1_0000_0000)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    next,
    below,
    pick: (among) => among[below(among.length)]!,
    often: (share) => next() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** Draws by weight: `weighted([['a', 3], ['b', 1]])(0.8)` is b. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (at: number) => T {
  const sum = entries.reduce((total, [, weight]) => total + weight, 0)
  let upTo = 0
  const bounds = entries.map(([, weight]) => (upTo += weight) / sum)
  return (at) => {
    let [low, high] = [0, bounds.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at < bounds[middle]!) high = middle
      else low = middle + 1
    }
    return entries[low]![0]
  }
}
