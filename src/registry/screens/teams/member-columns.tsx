/** The columns of the list of team members, and a member as a card on a phone. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { standingTitles, teams } from '../../teams/team.ts'
import type { MemberWire } from '../../teams/team-wire.ts'

const words = catalogue({
  zh: {
    name: '姓名',
    team: '队伍',
    at: '聘任单位',
    card: '证号',
    until: '任期至',
    load: '联系企业',
    state: '状态',
    since: '任期自',
    trained: '培训',
  },
  en: {
    name: 'Name',
    team: 'Team',
    at: 'Engaged by',
    card: 'Card',
    until: 'Term ends',
    load: 'Firms',
    state: 'Standing',
    since: 'Since',
    trained: 'Trained',
  },
})

export function StandingChip({ member }: { readonly member: MemberWire }) {
  const { say } = useLanguage()
  const tone = ({ counting: 'ok', expiring: 'run', incomplete: 'late', lapsed: 'late', future: undefined } as const)[member.standing]
  return <Chip {...(tone ? { tone } : {})}>{say(standingTitles[member.standing])}</Chip>
}

const loadOf = ({ load, loadLimit }: MemberWire): string => (loadLimit === undefined ? String(load) : `${load} / ${loadLimit}`)

export function useMemberColumns(): readonly Column<MemberWire>[] {
  const { say } = useLanguage()
  const w = useWords(words)
  const number = (text: string | undefined) => <span className="num">{text ?? ''}</span>
  return [
    { id: 'name', title: w.name, width: 'minmax(88px, 1fr)', sort: 'name', cell: (row) => <b>{row.person.name}</b> },
    { id: 'team', title: w.team, width: '124px', optional: 'shown', cell: (row) => say(teams[row.team].title) },
    { id: 'at', title: w.at, width: 'minmax(140px, 2fr)', optional: 'shown', cell: (row) => row.organisation.name },
    { id: 'card', title: w.card, width: '140px', optional: 'shown', cell: (row) => number(row.cardNumber ?? row.registration) },
    { id: 'trained', title: w.trained, width: '96px', optional: 'hidden', cell: (row) => number(row.trainedOn) },
    { id: 'since', title: w.since, width: '96px', optional: 'hidden', cell: (row) => number(row.since) },
    { id: 'until', title: w.until, width: '96px', optional: 'shown', sort: 'until', cell: (row) => number(row.until) },
    { id: 'load', title: w.load, width: '76px', optional: 'shown', right: true, cell: (row) => number(loadOf(row)) },
    {
      id: 'standing',
      title: w.state,
      width: 'minmax(110px, 1.4fr)',
      optional: 'shown',
      cell: (row) => (
        <>
          <StandingChip member={row} /> <small className="sub">{row.missing.map(say).join('；')}</small>
        </>
      ),
    },
  ]
}

export function MemberCard({ row }: { readonly row: MemberWire }) {
  const { say } = useLanguage()
  return (
    <>
      <p>
        <b>{row.person.name}</b> <StandingChip member={row} />
      </p>
      <p>
        <span className="num">{[say(teams[row.team].title), row.cardNumber ?? row.registration].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="xs sub">
        {row.organisation.name} · <span className="num">{row.until}</span>
      </p>
    </>
  )
}
