/** Names as they are typed on a keyboard: `shenhongmei` and `shm`. Made once, when a name is written; the dictionary is loaded only then. */

export interface Spelling {
  readonly pinyin: string
  /** What lists are sorted by: the spelling, and among homophones the name itself, `shenhongmei 沈红梅`. */
  readonly sortName: string
  readonly initials: string
}

/** How names of people are spelt; the first character is read as a surname (单 is Shan). */
export const spellPeople = (names: readonly string[]): Promise<readonly Spelling[]> => spell(names, 'head')

/** How names of organisations are spelt. */
export const spellOrganisations = (names: readonly string[]): Promise<readonly Spelling[]> => spell(names, 'off')

async function spell(names: readonly string[], surname: 'head' | 'off'): Promise<readonly Spelling[]> {
  const { pinyin } = await import('pinyin-pro')
  return names.map((name) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname, v: true })
    const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    const joined = plain.join('')
    return { pinyin: joined, sortName: `${joined} ${name}`, initials: plain.map((syllable) => syllable.slice(0, 1)).join('') }
  })
}

/** Every way in which the beginning of a name may have been spelt: characters with several readings are spelt by what stands around them. */
export interface Readings {
  /** Beginnings of spellings, of the whole text or, where it has too many readings, of its first characters. */
  readonly spellings: readonly string[]
  /** The initials of the whole text. */
  readonly initials: readonly string[]
}

const mostReadings = 24

export async function readingsOf(beginning: string): Promise<Readings> {
  const { polyphonic } = await import('pinyin-pro')
  const [whole] = await spellPeople([beginning])
  const syllables = polyphonic(beginning, { toneType: 'none', type: 'array', v: true }).map((readings) => [
    ...new Set(readings.map((reading) => reading.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))),
  ])
  const spellings = combined(syllables, [''])
  const initials = combined(
    syllables.map((readings) => [...new Set(readings.map((reading) => reading.slice(0, 1)))]),
    [''],
  )
  const known = spellings.some((spelling) => whole!.pinyin.startsWith(spelling))
  return { spellings: known ? spellings : [...spellings, whole!.pinyin], initials: [...new Set([...initials, whole!.initials])] }
}

/** Each beginning followed by each next part, as far as there are not too many. */
function combined(parts: readonly (readonly string[])[], beginnings: readonly string[]): readonly string[] {
  const [next, ...rest] = parts
  if (!next || beginnings.length * next.length > mostReadings) return beginnings
  return combined(
    rest,
    beginnings.flatMap((beginning) => next.map((part) => beginning + part)),
  )
}
