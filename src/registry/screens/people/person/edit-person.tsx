/** The record corrected: only what was changed is sent; when somebody was faster, both are laid side by side. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { patch, ProblemError } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import type { PersonRecordWire } from '../../../people/people-wire.ts'
import { educations, sexes } from '../../../people/person-words.ts'
import { IdNumber, Same, SkillChoice } from '../add-person.tsx'
import { personQuery } from '../questions.ts'
import { type Draft, draftOf, movedMeanwhile, partsChanged } from './draft.ts'

const words = catalogue({
  zh: {
    title: (name: string) => `改登记：${name}`,
    name: '姓名',
    phone: '手机号',
    keep: (masked: string) => `现在是 ${masked}；不改就空着`,
    fresh: '还没有登记',
    idNumber: '身份证号',
    skill: '技能等级',
    sex: '性别',
    birth: '出生日期',
    education: '学历',
    unknown: '不清楚',
    send: '保存',
    stale: (what: string) => `您打开以后，别处改过：${what}。您填的都在，看过可以接着保存。`,
  },
  en: {
    title: (name) => `Edit the record: ${name}`,
    name: 'Name',
    phone: 'Mobile number',
    keep: (masked) => `Now ${masked}; leave empty to keep it`,
    fresh: 'None on record yet',
    idNumber: 'ID number',
    skill: 'Skill grade',
    sex: 'Sex',
    birth: 'Day of birth',
    education: 'Schooling',
    unknown: 'Not known',
    send: 'Save',
    stale: (what) => `Since you opened this it was changed elsewhere: ${what}. What you typed is kept; look, then save.`,
  },
})

/** In place of the server's advice to open it anew, which would lose what is typed. */
const notSaved = { zh: '还没有保存。', en: 'Not saved yet.' }

interface Props {
  readonly person: PersonRecordWire
  readonly onClose: () => void
  readonly onDone: () => void
}

export default function EditPerson({ person: now, onClose, onDone }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const client = useQueryClient()
  const [opened] = useState(now)
  const [base, setBase] = useState(now)
  const [draft, setDraft] = useState<Draft>(() => draftOf(now))
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  async function send(): Promise<void> {
    try {
      await patch(`/api/persons/${now.id}`, { version: base.version, ...partsChanged(draftOf(opened), draft) })
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.refusal?.why !== 'stale') throw problem
      setBase(await client.fetchQuery({ ...personQuery(now.id), staleTime: 0 }))
      throw new ProblemError({ ...problem.problem, refusal: { ...problem.refusal, says: notSaved } })
    }
  }
  const moved = movedMeanwhile(draftOf(opened), draftOf(base)).map((field) => w[field])
  return (
    <Sheet title={w.title(opened.name)} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} about={(problem) => <Same problem={problem} />}>
        <Labelled label={w.name} path="name">
          {(wiring) => <input {...wiring} className="box" value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
        </Labelled>
        <IdNumber value={draft.idNumber} kept={now.idNumber ? w.keep(now.idNumber) : undefined} onValue={(idNumber) => set({ idNumber })} />
        {now.may.changePhone ? (
          <Labelled label={w.phone} path="phone" optional hint={now.phone ? w.keep(now.phone) : w.fresh}>
            {(wiring) => (
              <input
                {...wiring}
                className="box num"
                inputMode="tel"
                value={draft.phone}
                onChange={(event) => set({ phone: event.target.value })}
              />
            )}
          </Labelled>
        ) : null}
        <Plain draft={draft} set={set} />
        {base.version === opened.version ? null : (
          <p className="said mild" role="status">
            {w.stale(moved.join(language === 'zh' ? '、' : ', '))}
          </p>
        )}
      </ActForm>
    </Sheet>
  )
}

function Plain({ draft, set }: { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <div className="pair">
        <Labelled label={w.sex} path="sex" optional>
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={draft.sex}
              none={w.unknown}
              options={Object.entries(sexes).map(([id, title]) => ({ id, name: say(title) }))}
              onValue={(sex) => set({ sex })}
            />
          )}
        </Labelled>
        <Labelled label={w.birth} path="birth" optional>
          {(wiring) => <DayBox label={w.birth} value={draft.birth} onChange={(birth) => set({ birth })} invalid={wiring['aria-invalid']} />}
        </Labelled>
      </div>
      <SkillChoice value={draft.skill} onValue={(skill) => set({ skill })} />
      <Labelled label={w.education} path="education" optional>
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={draft.education}
            none={w.unknown}
            options={educations.map((title, n) => ({ id: String(n + 1), name: say(title) }))}
            onValue={(education) => set({ education })}
          />
        )}
      </Labelled>
    </>
  )
}
