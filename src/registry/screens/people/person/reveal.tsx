/** A number behind its mask: seen whole by those who say why; each look is kept and told to the person. */
import { useEffect, useState } from 'react'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import type { PersonRecordWire } from '../../../people/people-wire.ts'
import { type RevealField, revealFields, type RevealReason, revealReasons } from '../../../people/person-words.ts'

const words = catalogue({
  zh: {
    see: '查看全号',
    seeOf: (what: string) => `查看全号：${what}`,
    title: (name: string, what: string) => `查看 ${name} 的${what}`,
    logged: '谁、什么时候、为什么看，都会记下来；本人在自己的手机上看得到。',
    why: '为什么要看',
    own: '具体是什么事',
    hint: '至少四个字，例如：核对互助保障理赔材料',
    send: '查看',
    hide: '收起',
    left: (s: number) => `${s} 秒后收起`,
  },
  en: {
    see: 'See it whole',
    seeOf: (what) => `See it whole: ${what}`,
    title: (name, what) => `${what} of ${name}`,
    logged: 'Who looks, when and why is recorded; the person sees it on their own phone.',
    why: 'Why',
    own: 'What it is about',
    hint: 'At least four characters, such as: checking an insurance claim',
    send: 'See it',
    hide: 'Hide',
    left: (s) => `hides in ${s} s`,
  },
})

/** A number left on a screen is seen by whoever passes. */
const shownSeconds = 60

interface Props {
  readonly person: PersonRecordWire
  readonly field: RevealField
  readonly masked: string
}

export function Reveal({ person, field, masked }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [asking, setAsking] = useState(false)
  const [value, setValue] = useState<string>()
  const what = say(revealFields[field])
  if (value !== undefined) return <Shown value={value} onHide={() => setValue(undefined)} />
  return (
    <>
      {masked}{' '}
      {person.may.reveal ? (
        <button type="button" className="linkish" aria-label={w.seeOf(what)} onClick={() => setAsking(true)}>
          {w.see}
        </button>
      ) : null}
      {asking ? (
        <Asking
          person={person}
          field={field}
          title={w.title(person.name, what)}
          onSeen={(seen) => {
            setValue(seen)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

function Shown({ value, onHide }: { readonly value: string; readonly onHide: () => void }) {
  const w = useWords(words)
  const [left, setLeft] = useState(shownSeconds)
  useEffect(() => {
    if (left === 0) onHide()
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, onHide])
  return (
    <>
      <b role="status">{value}</b>{' '}
      <Button look="txt" size="sm" onClick={onHide}>
        {w.hide}
      </Button>
      <span className="xs faint">{w.left(left)}</span>
    </>
  )
}

interface AskingProps {
  readonly person: PersonRecordWire
  readonly field: RevealField
  readonly title: string
  readonly onSeen: (value: string) => void
  readonly onClose: () => void
}

function Asking({ person, field, title, onSeen, onClose }: AskingProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [kind, setKind] = useState<RevealReason>('checkCard')
  const [own, setOwn] = useState('')
  async function send(): Promise<void> {
    const body = { field, reason: { kind, text: own.trim() } }
    onSeen((await post<{ readonly value: string }>(`/api/persons/${person.id}/reveal`, body)).value)
  }
  return (
    <Sheet title={title} shape="card" onClose={onClose}>
      <ActForm says={w.send} send={send} onCancel={onClose} ready={own.trim().length >= 4}>
        <p className="said mild">{w.logged}</p>
        <Labelled label={w.why} path="reason.kind">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={kind}
              options={Object.entries(revealReasons).map(([id, one]) => ({ id, name: say(one) }))}
              onValue={(id) => setKind(id as RevealReason)}
            />
          )}
        </Labelled>
        <Labelled label={w.own} path="reason.text" hint={w.hint}>
          {(wiring) => (
            <textarea {...wiring} className="box" maxLength={200} value={own} onChange={(event) => setOwn(event.target.value)} />
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}
