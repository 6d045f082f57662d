/** What is asked of a delegate: the person, the constituency, and what the shares are counted by. */
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { askPeople } from '#registry/screens/people/questions.ts'
import { sexWords } from './delegate-words.ts'

const words = catalogue({
  zh: {
    name: '姓名',
    find: '姓名、拼音首字母',
    hint: '从“人员”里选上，开会时才能用手机投票；没有登记的直接写名字',
    none: '“人员”里没有，直接写名字也可以',
    constituency: '选区',
    sex: '性别',
    unsaid: '没有写',
    manager: '中高层管理人员',
    dispatched: '劳务派遣职工（列席，没有表决权）',
  },
  en: {
    name: 'Name',
    find: 'Name, initials',
    hint: 'Choose from People to let them vote on a phone; otherwise just write the name',
    none: 'Not among People; the written name will do',
    constituency: 'Constituency',
    sex: 'Sex',
    unsaid: 'Not said',
    manager: 'Manager',
    dispatched: 'Dispatched worker (sits in without a vote)',
  },
})

export interface Typed {
  readonly name: string
  readonly person?: string | undefined
  readonly constituency: string
  readonly sex: string
  readonly manager: boolean
  readonly dispatched: boolean
}
export const untyped: Typed = { name: '', constituency: '', sex: '', manager: false, dispatched: false }

export const sentOf = ({ name, person, constituency, sex, manager, dispatched }: Typed) => ({
  name,
  manager,
  dispatched,
  ...(person ? { person } : {}),
  ...(constituency.trim() ? { constituency } : {}),
  ...(sex ? { sex } : {}),
})

export function DelegateFields({ typed, onTyped }: { readonly typed: Typed; readonly onTyped: (typed: Typed) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const mark = (name: 'manager' | 'dispatched') => (
    <label className="tick">
      <input type="checkbox" checked={typed[name]} onChange={(event) => onTyped({ ...typed, [name]: event.target.checked })} /> {w[name]}
    </label>
  )
  return (
    <>
      <Labelled label={w.name} path="name" hint={w.hint}>
        {({ id }) => (
          <Picker
            id={id}
            label={w.name}
            name={typed.name}
            chosen={typed.person}
            free
            hint={w.find}
            none={w.none}
            kind="people"
            ask={askPeople}
            onChange={(name, person) => onTyped({ ...typed, name, person })}
          />
        )}
      </Labelled>
      <div className="pair">
        <Labelled label={w.constituency} path="constituency">
          {(wiring) => (
            <input
              {...wiring}
              className="box"
              maxLength={60}
              value={typed.constituency}
              onChange={(event) => onTyped({ ...typed, constituency: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={w.sex} path="sex">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={typed.sex}
              none={w.unsaid}
              options={(['male', 'female'] as const).map((id) => ({ id, name: say(sexWords[id]) }))}
              onValue={(sex) => onTyped({ ...typed, sex })}
            />
          )}
        </Labelled>
      </div>
      {mark('manager')}
      {mark('dispatched')}
    </>
  )
}
