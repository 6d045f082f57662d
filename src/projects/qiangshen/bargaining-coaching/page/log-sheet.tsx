/** A firm's coaching log: where it stands, what came of it, visit after visit with what was put right, and a form for the next. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FirmLog } from '../desk/wire.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { coachingStates, corrected, type CoachingState } from '../coaching.ts'
import { templates } from '../templates.ts'
import { logQuery } from './questions.ts'
import { VisitForm } from './visit-form.tsx'

const words = catalogue({
  zh: {
    title: '指导日志',
    employees: (n: number) => `职工 ${n} 人`,
    by: (name: string, since: string) => `${name} 自 ${since}`,
    cases: (state: string) => `案件显示：${state}`,
    noCase: '还没有协商案件，也没有生效的合同',
    results: '成果',
    signed: (title: string, number: string, day: string) => `${day} 签订《${title}》${number}`,
    coached: '联系期间',
    visits: '走访记录',
    none: '还没有走访记录',
    hours: (n: number) => `${n} 小时`,
    next: (day: string) => `下次 ${day}`,
    said: (state: string) => `当时案件显示“${state}”`,
    used: (name: string) => `用了“${name}”`,
    add: '记一次走访',
    put: '更正',
    was: (n: number) => `更正前（${n}）`,
    because: (why: string) => `更正原因：${why}`,
    wrote: (who: string) => `${who}记`,
  },
  en: {
    title: 'Coaching log',
    employees: (n) => `${n} employees`,
    by: (name, since) => `${name} since ${since}`,
    cases: (state) => `Cases say: ${state}`,
    noCase: 'No bargaining on record and no contract in force',
    results: 'Results',
    signed: (title, number, day) => `${day}: ${title} ${number} signed`,
    coached: 'while looked after',
    visits: 'Visits',
    none: 'No visit yet',
    hours: (n) => `${n} h`,
    next: (day) => `next ${day}`,
    said: (state) => `cases then said “${state}”`,
    used: (name) => `with “${name}”`,
    add: 'Record a visit',
    put: 'Correct',
    was: (n) => `Before correction (${n})`,
    because: (why) => `Corrected because: ${why}`,
    wrote: (who) => `recorded by ${who}`,
  },
})

type Entry = FirmLog['entries'][number]

export default function LogSheet({ firm, onClose }: { readonly firm: string; readonly onClose: () => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const { data, error, refetch } = useQuery(logQuery(firm))
  return (
    <Sheet
      title={data?.firm.name ?? w.title}
      note={
        data ? (
          <p className="xs sub">
            {[
              data.unit,
              data.employees === null ? '' : w.employees(data.employees),
              ...data.assignments.slice(0, 2).map((one) => w.by(one.person.name, one.since)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ) : null
      }
      onClose={onClose}
    >
      {error ? <Trouble error={error} onAgain={() => void refetch()} /> : null}
      {data ? (
        <div className="coaching-log">
          <p>{data.suggested ? w.cases(say(coachingStates[data.suggested])) : w.noCase}</p>
          {data.contracts.length > 0 ? (
            <>
              <h3>{w.results}</h3>
              <ul>
                {data.contracts.map((one) => (
                  <li key={one.number}>
                    {w.signed(one.title, one.number, one.signedOn)} {one.coached ? <Chip tone="ok">{w.coached}</Chip> : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <Visits log={data} />
        </div>
      ) : error ? null : (
        <Waiting />
      )}
    </Sheet>
  )
}

function Visits({ log }: { readonly log: FirmLog }) {
  const w = useWords(words)
  const client = useQueryClient()
  const [open, setOpen] = useState<'new' | Entry>()
  const done = (after: FirmLog) => {
    client.setQueryData(logQuery(log.firm.id).queryKey, after)
    void client.invalidateQueries({ queryKey: ['coaching', 'firms'] })
    void client.invalidateQueries({ queryKey: ['coaching', 'instructors'] })
    setOpen(undefined)
  }
  return (
    <>
      <h3>{w.visits}</h3>
      {open === 'new' ? (
        <VisitForm log={log} onDone={done} onCancel={() => setOpen(undefined)} />
      ) : log.mayWrite.length > 0 ? (
        <Button onClick={() => setOpen('new')}>{w.add}</Button>
      ) : null}
      {log.entries.length === 0 ? <p className="sub">{w.none}</p> : null}
      <ol className="coaching-visits">
        {corrected(log.entries).map(({ entry, was }) => (
          <li key={entry.id}>
            <Visit entry={entry} />
            {was.length > 0 ? (
              <details>
                <summary>{w.was(was.length)}</summary>
                {was.map((one) => (
                  <Visit key={one.id} entry={one} />
                ))}
              </details>
            ) : null}
            {open !== 'new' && open?.id === entry.id ? (
              <VisitForm log={log} corrects={entry} onDone={done} onCancel={() => setOpen(undefined)} />
            ) : entry.mayCorrect ? (
              <Button look="txt" size="sm" onClick={() => setOpen(entry)}>
                {w.put}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}

function Visit({ entry }: { readonly entry: Entry }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const state = (id: CoachingState) => say(coachingStates[id])
  const template = templates.find(({ id }) => id === entry.template)
  return (
    <div>
      <p>
        <b className="num">{entry.on}</b> <Chip tone="run">{state(entry.state)}</Chip> <span className="num">{w.hours(entry.hours)}</span>
      </p>
      <p>{entry.what}</p>
      <p className="xs sub">
        {[
          template && w.used(say(template.title)),
          entry.nextVisit && w.next(entry.nextVisit),
          entry.suggested && entry.suggested !== entry.state && w.said(state(entry.suggested)),
          w.wrote(entry.by),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {entry.reason ? <p className="xs sub">{w.because(entry.reason)}</p> : null}
    </div>
  )
}
