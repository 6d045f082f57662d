/** Which characters a TrueType or OpenType font can draw, read from its cmap table. */

/** Every code point of the font. Knows the two forms of Unicode cmap that today's fonts carry, 4 and 12. */
export function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const at = tableAt(view, 'cmap')
  const found = new Set<number>()
  for (let n = 0; n < view.getUint16(at + 2); n++) {
    const subtable = at + view.getUint32(at + 8 + n * 8)
    const format = view.getUint16(subtable)
    if (format === 4) readSegments(view, subtable, found)
    else if (format === 12) readGroups(view, subtable, found)
  }
  return found
}

function tableAt(view: DataView, tag: string): number {
  for (let n = 0; n < view.getUint16(4); n++) {
    const record = 12 + n * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(record + i)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new RangeError(`the font has no ${tag} table`)
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  for (let n = 0; n < doubled; n += 2) {
    const last = view.getUint16(at + 14 + n)
    const first = view.getUint16(at + 16 + doubled + n)
    const delta = view.getUint16(at + 16 + 2 * doubled + n)
    const offsetAt = at + 16 + 3 * doubled + n
    const offset = view.getUint16(offsetAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - first))
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(code)
    }
  }
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
  for (let n = 0; n < view.getUint32(at + 12); n++) {
    const group = at + 16 + n * 12
    const last = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= last; code++) found.add(code)
  }
}
