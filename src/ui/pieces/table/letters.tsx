/** A to Z: to where the names begin that are spelt with this letter. */
import { catalogue, useWords } from '../../language.tsx'

const words = catalogue({
  zh: { label: '按拼音首字母', all: '全部', to: (letter: string) => `姓氏拼音 ${letter}` },
  en: { label: 'By first letter', all: 'All', to: (letter) => `Names in ${letter}` },
})

/** Pinyin begins with every letter but I, U and V. */
const letters = [...'ABCDEFGHJKLMNOPQRSTWXYZ']

export function Letters({ at, onLetter }: { readonly at: string | undefined; readonly onLetter: (letter: string | undefined) => void }) {
  const w = useWords(words)
  return (
    <fieldset className="letters" aria-label={w.label}>
      <button type="button" aria-pressed={!at} onClick={() => onLetter(undefined)}>
        {w.all}
      </button>
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          aria-label={w.to(letter)}
          aria-pressed={at === letter}
          onClick={() => onLetter(at === letter ? undefined : letter)}
        >
          {letter}
        </button>
      ))}
    </fieldset>
  )
}
