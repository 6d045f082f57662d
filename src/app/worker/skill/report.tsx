/** Reporting a certificate or prize: a few large questions, a photograph, and it is with the union. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Day } from '#kernel/day.ts'
import type { EventKind } from '#projects/qiangshen/skill-award/data.ts'
import type { MineWire } from '#projects/qiangshen/skill-award/payroll/wire.ts'
import { authorityWords, degreeWords, gradeWords, kindWords, patentWords, rankWords } from '#projects/qiangshen/skill-award/words.ts'
import type { Text } from '#kernel/text.ts'
import { newKey, post, ProblemError, upload } from '#ui/api.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { useToday } from '../../public/site.tsx'
import { smaller } from '../help/material/photo.tsx'
import { Choices } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { useMe } from '../me.tsx'
import { words } from './words.ts'

type Answers = Readonly<Record<string, string | undefined>>

/** What is asked beside the name, by the kind of event; the first is needed. */
const asks: Readonly<Record<EventKind, readonly ('grade' | 'degree' | 'patent' | 'authority' | 'rank')[]>> = {
  certificate: ['grade'],
  mentor: [],
  degree: ['degree'],
  patent: ['patent'],
  improvement: ['rank'],
  contest: ['authority', 'rank'],
  honour: ['authority'],
}
const choices: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  grade: gradeWords,
  degree: degreeWords,
  patent: patentWords,
  authority: authorityWords,
  rank: rankWords,
}
const kinds = Object.keys(kindWords) as readonly EventKind[]

const lacking = (answers: Answers): readonly string[] => {
  const kind = answers.kind as EventKind | undefined
  const needed = ['kind', 'title', 'issuer', 'on', ...(kind ? asks[kind].slice(0, 1) : [])]
  return needed.filter((name) => !answers[name]?.trim())
}

function useSend(to: NonNullable<MineWire['report']>) {
  const me = useMe()
  const navigate = useNavigate()
  const key = useRef<string>(undefined)
  const { say } = useLanguage()
  const w = useWords(words)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const send = async (answers: Answers, photos: readonly File[]) => {
    setBusy(true)
    setSaid(undefined)
    // The same for the same attempt: a lost answer never makes two cases.
    key.current ??= newKey()
    const kept = ['kind', 'title', 'issuer', 'number', 'on', 'trade', ...asks[answers.kind as EventKind]]
    const event = Object.fromEntries(kept.flatMap((name) => (answers[name]?.trim() ? [[name, answers[name].trim()]] : [])))
    const input = { ...event, worker: { name: me?.name ?? '' }, firm: { name: to.firm.name, organisationId: to.firm.id } }
    try {
      const { id } = await post<{ id: string }>('/api/cases', {
        procedure: 'skill-award',
        owner: to.union.id,
        step: 'report',
        input,
        key: key.current,
      })
      for (const photo of photos) await sendPhoto(id, photo).catch(() => setSaid(w.photoLeft))
      await navigate({ to: '/me/cases/$id', params: { id }, search: { new: 1 } as never, replace: true })
    } catch (error) {
      const problem = error instanceof ProblemError ? error : undefined
      if (problem && problem.status > 0 && problem.status < 500) key.current = undefined
      const faults = problem?.errors.map((one) => say(one.says)).join('；')
      setSaid(
        problem && problem.status > 0
          ? [say(problem.says), problem.refusal?.missing && say(problem.refusal.missing), faults].filter(Boolean).join('　')
          : w.failed,
      )
    } finally {
      setBusy(false)
    }
  }
  return { busy, said, send }
}

async function sendPhoto(id: string, photo: File): Promise<void> {
  const form = new FormData()
  form.append('file', await smaller(photo), photo.name)
  await upload(`/api/cases/${id}/attachments`, form)
}

export function Report({ to }: { readonly to: NonNullable<MineWire['report']> }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const today = useToday()
  const [answers, setAnswers] = useState<Answers>({})
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const { busy, said, send } = useSend(to)
  const missing = tried ? lacking(answers) : []
  const wrong = (name: string) => (missing.includes(name) ? w.lack : undefined)
  const set = (name: string) => (value: string | undefined) => setAnswers((before) => ({ ...before, [name]: value }))
  const kind = answers.kind as EventKind | undefined
  const year = Number(today.slice(0, 4))
  const submit = () => {
    setTried(true)
    if (lacking(answers).length === 0) void send(answers, photos)
  }
  return (
    <section className="card pad" aria-label={w.report}>
      <Choices
        name="kind"
        label={w.kind}
        value={kind}
        options={kinds.map((one) => [one, say(kindWords[one])] as const)}
        wrong={wrong('kind')}
        onChange={set('kind')}
      />
      {kind
        ? asks[kind].map((name) => (
            <Choices
              key={name}
              name={name}
              label={w[name]}
              value={answers[name]}
              options={Object.entries(choices[name]!).map(([one, title]) => [one, say(title)] as const)}
              wrong={wrong(name)}
              onChange={set(name)}
            />
          ))
        : null}
      {(['title', 'issuer', 'number', 'trade'] as const).map((name) => (
        <Typed
          key={name}
          label={name === 'title' ? w.name : w[name]}
          value={answers[name] ?? ''}
          wrong={wrong(name)}
          onChange={set(name)}
        />
      ))}
      <DayField
        name="on"
        label={w.on}
        value={answers.on as Day | undefined}
        years={Array.from({ length: 12 }, (_, at) => year - at)}
        wrong={wrong('on')}
        onChange={set('on')}
      />
      <label className="btn wide">
        {photos.length > 0 ? w.photos(photos.length) : w.photo}
        <input
          className="vh"
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => setPhotos([...(event.target.files ?? [])].slice(0, 6))}
        />
      </label>
      {said ? (
        <p role="alert" className="note bad">
          <span>{said}</span>
        </p>
      ) : null}
      <button type="button" className="btn main wide" disabled={busy} onClick={submit}>
        {busy ? w.sending : w.send}
      </button>
    </section>
  )
}

function Typed({
  label,
  value,
  wrong,
  onChange,
}: {
  readonly label: ReactNode
  readonly value: string
  readonly wrong: string | undefined
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        maxLength={200}
        value={value}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </div>
  )
}
