/** Which row first had an identity, for a million rows in a few megabytes: an open table of numbers, nothing else. */

export interface IdentityTable {
  /** The row that had it before; undefined for the first, which is remembered. */
  claim(identity: Uint8Array, row: number): number | undefined
}

/** Identities are keyed digests or ids: sixteen bytes at least of which the last eight are as good as random. */
export function identityTable(): IdentityTable {
  let capacity = 1 << 16
  let used = 0
  let keys = new BigUint64Array(capacity)
  let rows = new Int32Array(capacity)

  const place = (key: bigint, table: BigUint64Array): number => {
    let at = Number(key & BigInt(table.length - 1))
    while (table[at] !== 0n && table[at] !== key) at = (at + 1) & (table.length - 1)
    return at
  }
  const grow = (): void => {
    capacity *= 2
    const [wider, widerRows] = [new BigUint64Array(capacity), new Int32Array(capacity)]
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === 0n) continue
      const to = place(keys[at]!, wider)
      wider[to] = keys[at]!
      widerRows[to] = rows[at]!
    }
    ;[keys, rows] = [wider, widerRows]
  }
  return {
    claim(identity, row) {
      const view = new DataView(identity.buffer, identity.byteOffset, identity.byteLength)
      const key = view.getBigUint64(identity.byteLength - 8) || 1n
      const at = place(key, keys)
      if (keys[at] === key) return rows[at] === row ? undefined : rows[at]
      keys[at] = key
      rows[at] = row
      if (++used * 2 > capacity) grow()
      return undefined
    },
  }
}
