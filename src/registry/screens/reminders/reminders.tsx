/** On Today, for those who look after a register: terms that end, cards that lapse, applications and files that wait. Nothing when there is nothing. */
import './reminders.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Day } from '#kernel/day.ts'
import { Go, type Target } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { warnDays } from '../../teams/team.ts'
import { administers, readerQuery } from '../people/questions.ts'
import { cardsQuery, endingQuery, importsQuery, overdueQuery, waitingQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '名册提醒',
    waiting: '入会申请等批准',
    overdue: '工会委员会已届满，没有换届',
    ending: '工会委员会半年内届满',
    expiring: `队员任期 ${warnDays} 天内到期`,
    incomplete: '队员材料不全，不能计数',
    imports: '我导入的文件等确认',
  },
  en: {
    title: 'Of the register',
    waiting: 'applications to join wait for approval',
    overdue: 'committees past their term, none elected anew',
    ending: 'committees whose term ends within six months',
    expiring: `team members whose term ends within ${warnDays} days`,
    incomplete: 'team members incomplete, so they do not count',
    imports: 'files I brought wait for my word',
  },
})

/** `today` is the house's, by which the terms are judged. */
export default function Reminders({ today }: { readonly today: Day }) {
  const { data: reader } = useQuery(readerQuery)
  return reader && administers(reader) ? <Card today={today} person={reader.person.id} /> : null
}

function Card({ today, person }: { readonly today: Day; readonly person: string }) {
  const w = useWords(words)
  const waiting = useQuery(waitingQuery).data ?? 0
  const overdue = useQuery(overdueQuery(today)).data ?? 0
  const ending = Math.max(0, (useQuery(endingQuery).data ?? 0) - overdue)
  const cards = useQuery(cardsQuery).data
  const imports = useQuery(importsQuery(person)).data ?? []
  const file: Target = imports.length === 1 ? { to: '/desk/imports/$importId', params: { importId: imports[0]! } } : { to: '/desk/imports' }
  const lines = [
    { key: 'waiting', n: waiting, at: { to: '/desk/memberships' } },
    { key: 'overdue', n: overdue, at: { to: '/desk/terms', search: { due: 'overdue' } }, late: true },
    { key: 'ending', n: ending, at: { to: '/desk/terms' } },
    { key: 'expiring', n: cards?.expiring ?? 0, at: { to: '/desk/teams', search: { standing: 'expiring' } } },
    { key: 'incomplete', n: cards?.incomplete ?? 0, at: { to: '/desk/teams', search: { standing: 'incomplete' } } },
    { key: 'imports', n: imports.length, at: file },
  ] as const satisfies readonly Line[]
  const shown = lines.filter(({ n }) => n > 0)
  if (shown.length === 0) return null
  return (
    <section className="reminders">
      <h2 className="h">{w.title}</h2>
      <ul>
        {shown.map((line) => (
          <li key={line.key}>
            <Reminder line={line}>{w[line.key]}</Reminder>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Line {
  readonly key: string
  readonly n: number
  readonly at: Target
  readonly late?: boolean
}

const Reminder = ({ line: { n, at, late }, children }: { readonly line: Line; readonly children: ReactNode }) => (
  <Go {...at}>
    <b className={late ? 'num red' : 'num'}>{n.toLocaleString()}</b> <span>{children}</span>
  </Go>
)
