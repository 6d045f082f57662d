/** Under the table while figures are put down: whose they are, another clause, and the step that proposes them. */
import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { MeaningChoice } from '#engine/screens/form/clause-field.tsx'
import { caseQuery } from '#engine/screens/questions.ts'
import type { CaseWire } from '#engine/wire.ts'
import { type Clause, type MeaningId, meaningOf } from '#law/clauses/clause.ts'
import { skills } from '#registry/people/person-words.ts'
import { newKey, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { Side } from '../../data.ts'
import type { Proposing } from '../board.ts'
import { type Entry, propose } from './entry.tsx'

const words = catalogue({
  zh: {
    as: '录入哪一方的数字',
    workers: '职工方',
    employer: '企业方',
    recording: '替企业方记录，经过里会写明是谁记的',
    add: '加一条',
    another: '再加一条条款',
    trade: '工种',
    every: '不分工种',
    grade: '技能等级',
    everyGrade: '不分等级',
    level: '等次',
    text: '条款文字',
    put: '加到表里',
    cancel: '不加了',
    send: (round: string, n: number) => `提出${round}（${n} 条）`,
    nothing: '先填数字，再提出',
    wrong: (n: number) => `有 ${n} 处要改，改好才能提出`,
    clear: '清空',
    paste: '可以从 Excel、WPS 里复制一列，粘到任何一格',
  },
  en: {
    as: 'Whose figures',
    workers: 'Workers',
    employer: 'Employer',
    recording: 'Taken down for the employer; the timeline will say by whom',
    add: 'Add a clause',
    another: 'Another clause',
    trade: 'Trade',
    every: 'every trade',
    grade: 'Skill grade',
    everyGrade: 'every grade',
    level: 'Rank or level',
    text: 'Words of the clause',
    put: 'Put it in the table',
    cancel: 'Cancel',
    send: (round, n) => `Propose ${round} (${n})`,
    nothing: 'Type a figure first',
    wrong: (n) => `${n} to correct before it can be proposed`,
    clear: 'Clear',
    paste: 'A column copied from Excel or WPS can be pasted into any cell',
  },
})

interface EntryBarProps {
  readonly file: CaseWire
  readonly entry: Entry & { readonly round: number }
  readonly roundName: string
  readonly sides: readonly Proposing[]
  readonly onSide: (side: Side) => void
  readonly onAdd: (clause: Clause) => void
  readonly onTaken: (file: CaseWire) => void
}

export function EntryBar({ file, entry, roundName, sides, onSide, onAdd, onTaken }: EntryBarProps) {
  const w = useWords(words)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const place = useRef<HTMLDivElement>(null)
  const key = useRef<string>(undefined)
  const client = useQueryClient()
  const mine = sides.find(({ side }) => side === entry.side)!
  const wrong = entry.faults.size
  async function send(): Promise<void> {
    if (wrong > 0) {
      place.current?.closest('.deal-sheet')?.querySelector<HTMLInputElement>('td.entry input[aria-invalid="true"]')?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      key.current ??= newKey()
      const after = await propose(file, mine, entry.round, entry.ready, key.current)
      key.current = undefined
      entry.clear()
      onTaken(after)
    } catch (problem) {
      // Only what the server never answered is sent again under the same key.
      if (!(problem instanceof ProblemError && problem.status === 0)) key.current = undefined
      // Somebody was faster: what they did is shown, and what was typed stays.
      if (problem instanceof ProblemError && problem.refusal?.why === 'stale')
        void client.invalidateQueries({ queryKey: caseQuery(file.id).queryKey })
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="entry-bar" ref={place}>
      {sides.length > 1 ? (
        <fieldset className="picks" aria-label={w.as}>
          {sides.map(({ side }) => (
            <button key={side} type="button" className="pick" aria-pressed={side === entry.side} onClick={() => onSide(side)}>
              {w[side]}
            </button>
          ))}
        </fieldset>
      ) : null}
      {mine.recording ? <p className="said mild">{w.recording}</p> : null}
      <NewClause onAdd={onAdd} />
      {error ? <Trouble error={error} /> : null}
      <div className="entry-foot">
        <Button look="pri" busy={busy} disabled={entry.typed.size === 0} onClick={() => void send()}>
          {w.send(roundName, entry.typed.size)}
        </Button>
        {entry.typed.size > 0 ? (
          <Button look="txt" onClick={entry.clear}>
            {w.clear}
          </Button>
        ) : null}
        <span className={wrong > 0 ? 's red' : 's faint'} role="status">
          {wrong > 0 ? <b>{w.wrong(wrong)}</b> : entry.typed.size === 0 ? `${w.nothing}${'　'}${w.paste}` : w.paste}
        </span>
      </div>
    </div>
  )
}

/** A clause that is not on the table yet. */
function NewClause({ onAdd }: { readonly onAdd: (clause: Clause) => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [clause, setClause] = useState<Partial<Clause>>({})
  if (!open)
    return (
      <Button size="sm" onClick={() => setOpen(true)}>
        ＋ {w.add}
      </Button>
    )
  const meaning = clause.meaning ? meaningOf(clause.meaning) : undefined
  const ready = clause.meaning !== undefined && (meaning?.unit !== 'words' || Boolean(clause.words?.trim()))
  const narrowed = meaning?.unit.startsWith('fen')
  const text = (name: 'trade' | 'level' | 'words', label: string) => (
    <input
      className="box short"
      type="text"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={clause[name] ?? ''}
      onChange={({ target }) => setClause({ ...clause, [name]: target.value })}
    />
  )
  return (
    <fieldset className="with new-clause" aria-label={w.another}>
      <MeaningChoice
        id={id}
        name="meaning"
        aria-label={w.another}
        aria-describedby={undefined}
        value={clause.meaning}
        onChange={(next: MeaningId | undefined) => setClause(next ? { ...clause, meaning: next } : {})}
      />
      {narrowed ? text('trade', w.trade) : null}
      {narrowed ? (
        <select
          className="box"
          aria-label={w.grade}
          value={clause.grade ?? ''}
          onChange={({ target }) => setClause({ ...clause, grade: target.value ? Number(target.value) : undefined })}
        >
          <option value="">{w.everyGrade}</option>
          {skills.map((grade, at) => (
            <option key={grade.zh} value={at + 1}>
              {say(grade)}
            </option>
          ))}
        </select>
      ) : null}
      {meaning?.skill ? text('level', w.level) : null}
      {meaning?.unit === 'words' ? text('words', w.text) : null}
      <Button
        size="sm"
        disabled={!ready}
        onClick={() => {
          onAdd(trimmed(clause as Clause))
          setClause({})
          setOpen(false)
        }}
      >
        {w.put}
      </Button>
      <Button look="txt" size="sm" onClick={() => setOpen(false)}>
        {w.cancel}
      </Button>
    </fieldset>
  )
}

/** Without what was left blank, so that the key is that of the same clause elsewhere. */
function trimmed(clause: Clause): Clause {
  const kept = Object.entries(clause)
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== '' && value !== undefined)
  return Object.fromEntries(kept) as unknown as Clause
}
