/** Jobs, memberships and platforms in one line of time: those of now on top, each with what may be done about it. */
import '#ui/pieces/timeline.css'
import type { ReactNode } from 'react'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trade } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import type { EngagementWire, PersonRecordWire } from '../../../people/people-wire.ts'
import { endings, engagementKinds } from '../../../people/person-words.ts'
import type { Act } from './person-page.tsx'

const words = catalogue({
  zh: {
    title: '经历',
    note: '任职、会籍、平台从业，从哪天到哪天',
    now: '至今',
    hidden: '区内别的单位',
    waiting: '等待工会委员会批准',
    approved: (on: string) => `${on} 批准`,
    to: (where: string) => `转往 ${where}`,
    transfer: '调动',
    end: '结束',
    approve: '批准入会',
    noneTitle: '还没有经历',
    none: '加一份任职或会籍，这个人就归到那个街道或联合会。',
    of: (act: string, where: string) => `${act}：${where}`,
  },
  en: {
    title: 'Line of work',
    note: 'jobs, memberships, platforms, from day to day',
    now: 'now',
    hidden: 'another body of the district',
    waiting: 'waits for the union committee',
    approved: (on) => `approved ${on}`,
    to: (where) => `went to ${where}`,
    transfer: 'Transfer',
    end: 'End',
    approve: 'Approve',
    noneTitle: 'Nothing yet',
    none: 'Add a job or a membership, and this person belongs to that street or federation.',
    of: (act, where) => `${act}: ${where}`,
  },
})

const colours = { employment: 'qiangshen', membership: 'peigen', platform: 'anxin' } as const

interface Props {
  readonly person: PersonRecordWire
  readonly onAct: (act: Act) => void
}

export function Engagements({ person, onAct }: Props) {
  const w = useWords(words)
  const newest = [...person.engagements].sort(
    (a, b) => Number(b.until === undefined) - Number(a.until === undefined) || (a.since < b.since ? 1 : -1),
  )
  return (
    <section className="life">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      {newest.length === 0 ? (
        <Empty title={w.noneTitle}>
          <p>{w.none}</p>
        </Empty>
      ) : null}
      <ol className="tl">
        {newest.map((one) => (
          <Row key={one.id} one={one} onAct={onAct} />
        ))}
      </ol>
    </section>
  )
}

function Row({ one, onAct }: { readonly one: EngagementWire; readonly onAct: (act: Act) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const open = one.until === undefined
  const details = [
    one.job,
    one.waiting ? w.waiting : one.kind === 'membership' && one.approvedOn ? w.approved(one.approvedOn) : '',
    one.endedHow ? say(endings[one.endedHow]) : '',
    one.movedTo ? w.to(one.movedTo) : '',
  ].filter(Boolean)
  return (
    <li className={one.waiting ? 'waits' : open ? 'now' : undefined}>
      <time dateTime={one.since}>
        {one.since}
        <span className="xs faint">{open ? w.now : one.until}</span>
      </time>
      <div>
        <p>
          <Trade project={colours[one.kind]}>{say(engagementKinds[one.kind])}</Trade>
          <Where one={one} />
        </p>
        {details.length > 0 ? <p className={`xs ${one.waiting ? 'red' : 'sub'}`}>{details.join(' · ')}</p> : null}
      </div>
      <span className="tl-acts">{open && one.mayChange ? <Acts one={one} onAct={onAct} /> : null}</span>
    </li>
  )
}

function Where({ one }: { readonly one: EngagementWire }): ReactNode {
  const w = useWords(words)
  if (!one.organisation) return <span className="faint">{w.hidden}</span>
  return (
    <Go to="/desk/organisations/$organisationId" params={{ organisationId: one.organisation.id }}>
      {one.organisation.name}
    </Go>
  )
}

function Acts({ one, onAct }: { readonly one: EngagementWire; readonly onAct: (act: Act) => void }) {
  const w = useWords(words)
  const where = one.organisation?.name ?? w.hidden
  const acts = one.waiting ? (['approve', 'end'] as const) : (['transfer', 'end'] as const)
  return acts.map((what) => (
    <Button
      key={what}
      size="sm"
      look={what === 'approve' ? 'pri' : 'plain'}
      aria-label={w.of(w[what], where)}
      onClick={() => onAct({ what, engagement: one })}
    >
      {w[what]}
    </Button>
  ))
}
