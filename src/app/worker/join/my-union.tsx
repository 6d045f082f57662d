/** 我的工会: my membership, an application that waits, joining or moving in one step, and where I was a member before. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyRecordWire } from '#registry/people/people-wire.ts'
import type { PlacesWire } from '#registry/people/joining/places-wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Apply } from '../../public/join/apply.tsx'
import { daySaid } from '../../public/join/day-said.ts'
import { type Membership, membershipOf, myRecordQuery } from '../../public/join/my-record.ts'
import { PhoneDoor } from '../../public/join/phone-door.tsx'
import { Waiting } from '../../public/join/waiting.tsx'
import { Frame } from '../parts/shell.tsx'
import { Said } from '../privacy/said.tsx'
import { ChooseUnion } from './choose-union.tsx'

const words = catalogue({
  zh: {
    title: '我的工会',
    wait: '正在打开…',
    sign: '先用手机号登录，再看会籍、交申请。',
    member: '会员',
    not: '还不是会员',
    since: (day: string) => `${day}起`,
    none: '您还没有加入工会。没有固定单位、跑单送货的，也能加入，不收费。',
    join: '加入工会',
    move: '转到别的工会',
    instead: '改申请另一家',
    moveSays: '换了工作、换了街道，选新的工会就行，一步办完；没批准前原来的会籍一直有效。',
    away: '要转到外区的工会，请现在的工会办“转出”，写上外区工会的名称。',
    past: '以前的会籍',
    days: (from: string, to: string) => `${from} 至 ${to}`,
    hidden: '外区工会',
    back: '另选一家',
  },
  en: {
    title: 'My union',
    wait: 'Opening…',
    sign: 'Sign in with your number to see your membership and to apply.',
    member: 'Member',
    not: 'Not a member yet',
    since: (day) => `since ${day}`,
    none: 'You are in no union yet. You may join without a fixed employer, also when you ride or drive; it is free.',
    join: 'Join a union',
    move: 'Move to another union',
    instead: 'Apply to another one instead',
    moveSays: 'With a new job or a new street, choose the new union: one step. Your membership holds until it is approved.',
    away: 'To move to a union of another district, ask your present union to transfer you there by name.',
    past: 'Former memberships',
    days: (from, to) => `${from} to ${to}`,
    hidden: 'a union elsewhere',
    back: 'Choose another',
  },
})

export function MyUnion() {
  const w = useWords(words)
  const mine = useQuery(myRecordQuery)
  return (
    <Frame at="mine" back="/me/mine" title={w.title}>
      <h1>{w.title}</h1>
      {mine.isPending ? <p role="status">{w.wait}</p> : null}
      {mine.isError ? <Said error={mine.error} /> : null}
      {mine.data === null ? (
        <section className="card pad">
          <p>{w.sign}</p>
          <PhoneDoor back="/me/union" onIn={() => void mine.refetch()} />
        </section>
      ) : null}
      {mine.data ? <Record record={mine.data} /> : null}
    </Frame>
  )
}

function Record({ record }: { readonly record: MyRecordWire }) {
  const w = useWords(words)
  const membership = membershipOf(record)
  const [to, setTo] = useState<PlacesWire['items'][number]>()
  const { member, waiting } = membership
  const sent = waiting && waiting.organisation?.id === to?.id
  return (
    <>
      <Now membership={membership} />
      {waiting ? (
        <section className="card pad">
          <Waiting waiting={waiting} moves={member !== undefined} here />
        </section>
      ) : null}
      {to && !sent ? (
        <section className="card pad">
          <Apply to={to} record={record} />
          <button className="btn wide" type="button" onClick={() => setTo(undefined)}>
            {w.back}
          </button>
        </section>
      ) : (
        <section aria-labelledby="choose">
          <h2 id="choose">{waiting ? w.instead : member ? w.move : w.join}</h2>
          {member ? <p className="small muted">{w.moveSays}</p> : null}
          <ChooseUnion onChoose={setTo} not={[member?.organisation?.id, waiting?.organisation?.id]} />
          {member ? <p className="small muted">{w.away}</p> : null}
        </section>
      )}
      <Past past={membership.past} />
    </>
  )
}

function Now({ membership: { member, waiting } }: { readonly membership: Membership }) {
  const w = useWords(words)
  const { language } = useLanguage()
  if (member)
    return (
      <section className="card pad">
        <div className="head">
          <h2>{member.organisation?.name ?? w.hidden}</h2>
          <span className="state ok">{w.member}</span>
        </div>
        <p className="muted">{w.since(daySaid(member.since, language))}</p>
      </section>
    )
  return waiting ? null : (
    <section className="card pad">
      <p>
        <span className="state off">{w.not}</span>
      </p>
      <p>{w.none}</p>
    </section>
  )
}

function Past({ past }: Pick<Membership, 'past'>) {
  const w = useWords(words)
  const { language } = useLanguage()
  if (past.length === 0) return null
  return (
    <section aria-labelledby="past">
      <h2 id="past">{w.past}</h2>
      <ul className="card rows">
        {past.map((one) => (
          <li className="row" key={one.id}>
            <span className="txt">
              {one.organisation?.name ?? w.hidden}
              <small>{w.days(daySaid(one.since, language), daySaid(one.until ?? '', language))}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
