/** Somebody of the register engaged for a team, or a term renewed. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, addYears, type Day } from '#kernel/day.ts'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { type Team, teamNames, teams } from '../../teams/team.ts'
import type { MemberWire } from '../../teams/team-wire.ts'
import { PersonField, type Somebody } from '../people/person-field.tsx'
import { askBodies, todayHere } from '../people/questions.ts'
import { MemberFields, sentOf, typedOf } from './member-fields.tsx'

const words = catalogue({
  zh: {
    title: '聘任队员',
    renew: (name: string) => `续聘 ${name}`,
    team: '队伍',
    at: '聘任单位',
    atHint: '总工会、街道、联合会、工会、调解组织',
    since: '任期自',
    until: '任期至',
    send: '聘任',
    none: '没有找到，请先在“人员”里登记',
  },
  en: {
    title: 'Engage a member',
    renew: (name) => `Renew ${name}’s term`,
    team: 'Team',
    at: 'Engaged by',
    atHint: 'A federation, street, union or mediation body',
    since: 'From',
    until: 'Until',
    send: 'Engage',
    none: 'Nothing found; enter the person under People first',
  },
})

interface Props {
  readonly team?: string | undefined
  /** The term to renew. */
  readonly after?: MemberWire
  readonly onClose: () => void
}

export default function AddMember({ team: wanted, after, onClose }: Props) {
  const client = useQueryClient()
  const { say } = useLanguage()
  const w = useWords(words)
  const start = after ? addDays(after.until as Day, 1) : todayHere()
  const [team, setTeam] = useState<Team>(after?.team ?? (teamNames.includes(wanted as Team) ? (wanted as Team) : 'supervisor'))
  const [who, setWho] = useState<Somebody>({ name: after?.person.name ?? '', id: after?.person.id })
  const [at, setAt] = useState({ name: after?.organisation.name ?? '', id: after?.organisation.id })
  const [since, setSince] = useState<string>(start)
  const [until, setUntil] = useState<string>(addDays(addYears(start, 3), -1))
  const [typed, setTyped] = useState(typedOf(after))
  async function send(): Promise<void> {
    const given = Object.fromEntries(Object.entries(sentOf(typed)).filter(([, value]) => value !== null))
    await post('/api/teams/members', {
      team,
      person: who.id,
      organisation: at.id,
      since,
      until,
      ...(after ? { follows: after.id } : {}),
      ...given,
    })
    await client.invalidateQueries({ queryKey: ['teams'] })
  }
  return (
    <Sheet title={after ? w.renew(after.person.name) : w.title} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onClose} onCancel={onClose} ready={Boolean(who.id && at.id && since && until)}>
        {after ? null : (
          <>
            <Labelled label={w.team} path="team">
              {(wiring) => (
                <Choice
                  wiring={wiring}
                  value={team}
                  options={teamNames.map((id) => ({ id, name: say(teams[id].title) }))}
                  onValue={(id) => setTeam(id as Team)}
                />
              )}
            </Labelled>
            <PersonField who={who} onWho={setWho} />
            <Labelled label={w.at} path="organisation">
              {({ id }) => (
                <Picker
                  id={id}
                  label={w.at}
                  name={at.name}
                  chosen={at.id}
                  free={false}
                  hint={w.atHint}
                  none={w.none}
                  kind="bodies"
                  ask={askBodies('district', 'street', 'industry', 'park', 'regional', 'union', 'jointUnion', 'committee')}
                  onChange={(name, found) => setAt({ name, id: found })}
                />
              )}
            </Labelled>
          </>
        )}
        <div className="pair">
          <Labelled label={w.since} path="since">
            {() => <DayBox label={w.since} value={since} onChange={setSince} />}
          </Labelled>
          <Labelled label={w.until} path="until">
            {() => <DayBox label={w.until} value={until} onChange={setUntil} />}
          </Labelled>
        </div>
        <MemberFields team={team} typed={typed} onTyped={setTyped} />
      </ActForm>
    </Sheet>
  )
}
