/** Somebody of the register, looked for by name, spelling, initials or a whole number, as a field of a form. */
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { Labelled } from '#ui/pieces/act-form.tsx'
import { askPeople } from './questions.ts'

const words = catalogue({
  zh: { person: '谁', hint: '姓名、拼音首字母、整个身份证号或手机号', none: '没有找到，请先在“人员”里登记' },
  en: {
    person: 'Who',
    hint: 'Name, pinyin initials, a whole ID or mobile number',
    none: 'Nothing found; enter the person under People first',
  },
})

export interface Somebody {
  readonly name: string
  /** Absent until one of those found is chosen. */
  readonly id?: string | undefined
}

export function PersonField({ who, onWho }: { readonly who: Somebody; readonly onWho: (who: Somebody) => void }) {
  const w = useWords(words)
  return (
    <Labelled label={w.person} path="person">
      {({ id }) => (
        <Picker
          id={id}
          label={w.person}
          name={who.name}
          chosen={who.id}
          free={false}
          hint={w.hint}
          none={w.none}
          kind="people"
          ask={askPeople}
          onChange={(name, chosen) => onWho({ name, id: chosen })}
        />
      )}
    </Labelled>
  )
}
