/** The head of an organisation's page: its name, where it lies, and the few facts one looks for first. */
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { organisationKinds, standings, unionKinds } from '../../../organisation.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'

const words = catalogue({
  zh: {
    all: '组织',
    above: '上级',
    designated: (since: string) => `规上企业${since ? `，${since} 起` : ''}`,
    employees: '职工',
    employed: (n: string) => `${n} 人`,
    listed: '在册',
    members: '会员',
    approval: '批复',
    approved: (number: string, on: string) => `${number}，${on}`,
    since: '成立',
    ended: (on: string) => `${on} 终止`,
    join: '入会二维码',
  },
  en: {
    all: 'Organisations',
    above: 'Above it',
    designated: (since) => `Designated${since ? ` since ${since}` : ''}`,
    employees: 'Workers',
    employed: (n) => n,
    listed: 'On the register',
    members: 'Members',
    approval: 'Approval',
    approved: (number, on) => `${number}, ${on}`,
    since: 'Since',
    ended: (on) => `Ended ${on}`,
    join: 'Code to join',
  },
})

export function RecordHead({ body }: { readonly body: OrganisationRecordWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const many = (n: number) => w.employed(n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))
  const listed = body.facts.find((one) => one.fact === 'designated')
  const firm = body.kind === 'firm' || body.kind === 'platform'
  return (
    <header className="sheet body-head">
      <div>
        <nav className="s sub crumb" aria-label={w.above}>
          <Go to="/desk/organisations">{w.all}</Go>
          {body.above.map((one) => (
            <Go key={one.id} to="/desk/organisations/$organisationId" params={{ organisationId: one.id }}>
              {one.name}
            </Go>
          ))}
        </nav>
        <h1>{body.name}</h1>
        <p className="chips">
          <Chip>{say(organisationKinds[body.kind])}</Chip>
          <Chip
            {...(body.standing === 'standing' ? { tone: 'ok' as const } : body.standing === 'proposed' ? { tone: 'run' as const } : {})}
          >
            {body.standing === 'ended' && body.until ? w.ended(body.until) : say(standings[body.standing])}
          </Chip>
          {unionKinds.includes(body.kind) && body.standing === 'standing' ? (
            <a className="btn sm" href={`/join/${body.id}/poster`} target="_blank" rel="noreferrer">
              {w.join}
            </a>
          ) : null}
          {body.designated ? <Chip tone="run">{w.designated(listed?.since ?? '')}</Chip> : null}
        </p>
      </div>
      <dl className="figures">
        {firm && body.employees !== undefined ? <Figure title={w.employees} says={many(body.employees)} /> : null}
        <Figure title={w.listed} says={many(body.people.employed)} search={{ [firm ? 'firm' : 'unit']: body.id }} body={body} />
        <Figure
          title={w.members}
          says={many(body.people.members)}
          search={{ [firm ? 'firm' : 'unit']: body.id, member: 'yes' }}
          body={body}
        />
        {body.approval ? <Small title={w.approval} says={w.approved(body.approval.number, body.approval.on)} /> : null}
        <Small title={w.since} says={body.since} />
      </dl>
    </header>
  )
}

interface FigureProps {
  readonly title: string
  readonly says: string
  readonly search?: Readonly<Record<string, string>>
  readonly body?: OrganisationRecordWire
}

/** Of a union the list is by union, of a federation by unit, of a firm by firm. */
const searchOf = (body: OrganisationRecordWire, search: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  if (body.kind !== 'union' && body.kind !== 'jointUnion') return search
  const { unit: _, ...rest } = search
  return { ...rest, union: body.id }
}

const Figure = ({ title, says, search, body }: FigureProps) => (
  <div>
    <dt>{title}</dt>
    <dd>
      {search && body ? (
        <Go className="fig" to="/desk/people" search={searchOf(body, search)}>
          {says}
        </Go>
      ) : (
        <span className="fig">{says}</span>
      )}
    </dd>
  </div>
)

const Small = ({ title, says }: { readonly title: string; readonly says: string }) => (
  <div>
    <dt>{title}</dt>
    <dd className="s">{says}</dd>
  </div>
)
