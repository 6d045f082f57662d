/** One person entered by hand: the ID number gives birth and sex; where they work may be said at once. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, type ProblemError } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { readIdNumber } from '../../id-number.ts'
import type { SameNumberWire } from '../../people/people-wire.ts'
import { sexes, skills } from '../../people/person-words.ts'
import { askBodies, todayHere } from './questions.ts'

const words = catalogue({
  zh: {
    title: '新增一人',
    name: '姓名',
    idNumber: '身份证号',
    idSays: (sex: string, birth: string) => `校验位对得上：${sex}，${birth} 出生`,
    phone: '手机号',
    skill: '技能等级',
    unknown: '不清楚',
    firm: '在哪里工作',
    firmHint: '输入名称查找',
    since: '从哪天起',
    job: '岗位',
    send: '登记',
    same: '这个号码已经登记过：',
    open: (name: string) => `打开 ${name}`,
    none: '没有找到',
  },
  en: {
    title: 'Add a person',
    name: 'Name',
    idNumber: 'ID number',
    idSays: (sex, birth) => `The check digit fits: ${sex}, born ${birth}`,
    phone: 'Mobile number',
    skill: 'Skill grade',
    unknown: 'Not known',
    firm: 'Works at',
    firmHint: 'Type to find it',
    since: 'Since',
    job: 'Job',
    send: 'Enter',
    same: 'Already registered with this number:',
    open: (name) => `Open ${name}`,
    none: 'Nothing found',
  },
})

const blank = { name: '', idNumber: '', phone: '', skill: '', firm: '', firmId: undefined as string | undefined, since: '', job: '' }

export default function AddPerson({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (id: string) => void }) {
  const client = useQueryClient()
  const w = useWords(words)
  const [typed, setTyped] = useState({ ...blank, since: todayHere() as string })
  const [made, setMade] = useState<string>()
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  async function send(): Promise<void> {
    const { name, idNumber, phone, skill } = typed
    const read = readIdNumber(idNumber)
    const body = {
      name,
      ...(idNumber ? { idNumber } : {}),
      ...(read.ok ? { sex: read.sex, birth: read.birth } : {}),
      ...(phone ? { phone } : {}),
      ...(skill ? { skill: Number(skill) } : {}),
    }
    // Entered once, even when the place of work has to be corrected and sent again.
    const id = made ?? (await post<{ readonly id: string }>('/api/persons', body)).id
    setMade(id)
    if (typed.firmId)
      await post(`/api/persons/${id}/engagements`, {
        organisation: typed.firmId,
        kind: 'employment',
        since: typed.since,
        ...(typed.job ? { job: typed.job } : {}),
      })
    await client.resetQueries({ queryKey: ['people'] })
    onClose()
    onAdded(id)
  }
  return (
    <Sheet title={w.title} onClose={onClose}>
      <ActForm
        says={w.send}
        send={send}
        onCancel={onClose}
        about={(problem) => <Same problem={problem} />}
        ready={typed.name.trim().length > 1}
      >
        <Labelled label={w.name} path="name">
          {(wiring) => <input {...wiring} className="box" value={typed.name} onChange={(event) => set({ name: event.target.value })} />}
        </Labelled>
        <IdNumber value={typed.idNumber} onValue={(idNumber) => set({ idNumber })} />
        <Labelled label={w.phone} path="phone" optional>
          {(wiring) => (
            <input
              {...wiring}
              className="box num"
              inputMode="tel"
              value={typed.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Labelled>
        <SkillChoice value={typed.skill} onValue={(skill) => set({ skill })} />
        <Labelled label={w.firm} path="organisation" optional>
          {(wiring) => (
            <Picker
              id={wiring.id}
              label={w.firm}
              name={typed.firm}
              chosen={typed.firmId}
              free={false}
              hint={w.firmHint}
              none={w.none}
              kind="firm"
              ask={askBodies('firm')}
              onChange={(firm, firmId) => set({ firm, firmId })}
            />
          )}
        </Labelled>
        {typed.firmId ? (
          <div className="pair">
            <Labelled label={w.since} path="since">
              {() => <DayBox label={w.since} value={typed.since} onChange={(since) => set({ since })} />}
            </Labelled>
            <Labelled label={w.job} path="job" optional>
              {(wiring) => <input {...wiring} className="box" value={typed.job} onChange={(event) => set({ job: event.target.value })} />}
            </Labelled>
          </div>
        ) : null}
      </ActForm>
    </Sheet>
  )
}

/** Checked as it is typed: its fault is told once it is long enough to be judged. */
export function IdNumber({
  value,
  kept,
  onValue,
}: {
  readonly value: string
  /** What an empty field leaves as it is. */
  readonly kept?: string | undefined
  readonly onValue: (value: string) => void
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const read = readIdNumber(value, todayHere())
  const judged = value.trim().length >= 15
  return (
    <Labelled
      label={w.idNumber}
      path="idNumber"
      optional
      fault={judged && !read.ok ? say(read.why) : undefined}
      hint={read.ok ? w.idSays(say(sexes[read.sex]), read.birth) : value === '' ? kept : undefined}
    >
      {(wiring) => (
        <input
          {...wiring}
          className="box num"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Labelled>
  )
}

export function SkillChoice({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <Labelled label={w.skill} path="skill" optional>
      {(wiring) => (
        <Choice
          wiring={wiring}
          value={value}
          none={w.unknown}
          options={skills.map((title, n) => ({ id: String(n + 1), name: say(title) }))}
          onValue={onValue}
        />
      )}
    </Labelled>
  )
}

/** Who has the number already, and the way there, if the reader may know of them. */
export function Same({ problem }: { readonly problem: ProblemError }) {
  const w = useWords(words)
  const same = (problem.problem as { readonly same?: SameNumberWire }).same
  if (!same?.person) return null
  return (
    <p>
      {w.same}{' '}
      <Go to="/desk/people/$personId" params={{ personId: same.person.id }}>
        {w.open(same.person.name)}
      </Go>
    </p>
  )
}
