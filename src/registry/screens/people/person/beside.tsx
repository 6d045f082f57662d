/** Beside the line of work: posts, cards of the five teams, and who looked at the numbers. */
import { useQuery } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { PersonRecordWire } from '../../../people/people-wire.ts'
import type { MembersPageWire } from '../../../teams/team-wire.ts'
import { readerQuery, todayHere } from '../questions.ts'

const words = catalogue({
  zh: {
    posts: '职务',
    noPosts: '没有担任职务',
    teams: '队伍与证件',
    noTeams: '不在五支队伍里',
    mediator: '劳动争议调解员',
    supervisor: '劳动法律监督员',
    instructor: '集体协商指导员',
    informant: '监测信息员',
    volunteer: '法律志愿者',
    counting: '有效',
    expiring: '即将到期',
    incomplete: '材料不全',
    lapsed: '已到期',
    future: '尚未开始',
    card: (number: string) => `证号 ${number}`,
    until: (day: string) => `到 ${day}`,
    from: (since: string, until: string) => `${since} 至 ${until || '今'}`,
    records: '个人信息',
    seen: '每次查看全号、导出、修改都留有记录，本人可以在手机上看到。',
    merge: '像是重复登记？去并排比对',
    looks: '谁查看、改动过',
  },
  en: {
    posts: 'Posts',
    noPosts: 'Holds no post',
    teams: 'Teams and cards',
    noTeams: 'In none of the five teams',
    mediator: 'Dispute mediator',
    supervisor: 'Labour-law supervisor',
    instructor: 'Bargaining instructor',
    informant: 'Informant',
    volunteer: 'Legal volunteer',
    counting: 'Valid',
    expiring: 'Expiring',
    incomplete: 'Incomplete',
    lapsed: 'Lapsed',
    future: 'Not begun',
    card: (number) => `card ${number}`,
    until: (day) => `until ${day}`,
    from: (since, until) => `${since} to ${until || 'now'}`,
    records: 'Personal data',
    seen: 'Every look at a whole number, export and change is recorded; the person can see it on their phone.',
    merge: 'Entered twice? Lay them side by side',
    looks: 'Who looked at it or changed it',
  },
})

export function Beside({ person }: { readonly person: PersonRecordWire }) {
  const w = useWords(words)
  // The log of the district is its officers' to read.
  const isDistrict = useQuery(readerQuery).data?.posts.some(({ role }) => role === 'districtOfficer')
  return (
    <aside className="sheet pad beside">
      <Posts person={person} />
      <Teams id={person.id} />
      <section>
        <h2 className="h">{w.records}</h2>
        <p className="s sub">{w.seen}</p>
        <ul className="s ways">
          {isDistrict ? (
            <li>
              <Go to="/desk/audit" search={{ person: person.id }}>
                {w.looks}
              </Go>
            </li>
          ) : null}
          {person.may.change ? (
            <li>
              <Go to="/desk/duplicates" search={{ person: person.id }}>
                {w.merge}
              </Go>
            </li>
          ) : null}
        </ul>
      </section>
    </aside>
  )
}

function Posts({ person }: { readonly person: PersonRecordWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <section>
      <h2 className="h">{w.posts}</h2>
      {person.posts.length === 0 ? <p className="s faint">{w.noPosts}</p> : null}
      <ul className="lines">
        {person.posts.map((post) => (
          <li key={post.id}>
            <b>{say(post.title)}</b>
            {'　'}
            {post.organisation ? (
              <Go to="/desk/organisations/$organisationId" params={{ organisationId: post.organisation.id }}>
                {post.organisation.name}
              </Go>
            ) : null}
            <p className="xs faint">{w.from(post.from, post.to ?? '')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Teams({ id }: { readonly id: string }) {
  const w = useWords(words)
  const { data } = useQuery({
    queryKey: ['teams', 'of', id],
    queryFn: ({ signal }) => get<MembersPageWire>('/api/teams/members', { person: id, limit: 50 }, signal),
    retry: false,
  })
  const tone = { counting: 'ok', expiring: 'late', incomplete: undefined, lapsed: undefined, future: undefined } as const
  const today = todayHere()
  return (
    <section>
      <h2 className="h">{w.teams}</h2>
      {data?.items.length === 0 ? <p className="s faint">{w.noTeams}</p> : null}
      <ul className="lines">
        {(data?.items ?? [])
          .filter((one) => one.until >= today || one.standing !== 'future')
          .map((one) => (
            <li key={one.id}>
              <b>{w[one.team]}</b>
              {'　'}
              <Chip {...(tone[one.standing] ? { tone: tone[one.standing] } : {})}>{w[one.standing]}</Chip>
              <p className="xs sub">
                {[one.cardNumber ? w.card(one.cardNumber) : '', w.until(one.until), one.organisation.name].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
      </ul>
    </section>
  )
}
