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
