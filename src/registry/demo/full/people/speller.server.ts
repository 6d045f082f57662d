/** How a name is spelt, quickly: each surname and each given name is looked up once and kept. */
import { spellPeople } from '../../../pinyin.server.ts'
import { demoGivenNames, demoSurnames } from './names.ts'

interface Part {
  readonly pinyin: string
  readonly initials: string
}

export type Speller = (surname: string, given: string) => { readonly sortName: string; readonly initials: string }

export async function openSpeller(): Promise<Speller> {
  const [surnames, givens] = await Promise.all([lookedUp(demoSurnames, (name) => name), lookedUp(demoGivenNames(), (name) => `王${name}`)])
  return (surname, given) => {
    const [first, last] = [surnames.get(surname)!, givens.get(given)!]
    return { sortName: `${first.pinyin}${last.pinyin} ${surname}${given}`, initials: first.initials + last.initials }
  }
}

/** A given name is read behind a surname, without which its first character would be taken for one. */
async function lookedUp(names: readonly string[], written: (name: string) => string): Promise<ReadonlyMap<string, Part>> {
  const spelt = await spellPeople(names.map(written))
  return new Map(
    names.map((name, at) => {
      const { pinyin, initials } = spelt[at]!
      return [name, written(name) === name ? { pinyin, initials } : { pinyin: pinyin.slice('wang'.length), initials: initials.slice(1) }]
    }),
  )
}
