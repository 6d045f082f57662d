/** A fact recorded: what, its value, from which day, by which paper. */
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, type FieldWiring, Labelled } from '#ui/pieces/act-form.tsx'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { factFits, type FactKind, factKinds, ownerships, pilotLevels, sectors, sizes } from '../../../organisation.ts'
import { todayHere } from '../../people/questions.ts'
import { useFactValue } from './fact-words.tsx'

const words = catalogue({
  zh: {
    title: (name: string) => `登记一件事实：${name}`,
    what: '事项',
    value: '内容',
    choose: '请选择',
    yes: '是',
    no: '不是',
    since: '从哪天起',
    sinceHint: '可以是过去的一天',
    source: '凭哪份材料',
    sourceHint: '例如：2026 年规上企业名单.xlsx、营业执照',
    now: (value: string, since: string) => `现在记的是“${value}”，${since} 起；新的从您选的那天接上。`,
    send: '登记',
  },
  en: {
    title: (name) => `Record a fact: ${name}`,
    what: 'What',
    value: 'Value',
    choose: 'Choose',
    yes: 'yes',
    no: 'no',
    since: 'Since',
    sinceHint: 'May be a day gone by',
    source: 'By which paper',
    sourceHint: 'Such as: List of designated firms 2026.xlsx, business licence',
    now: (value, since) => `On record now: “${value}” since ${since}; the new one takes over on the day you choose.`,
    send: 'Record it',
  },
})

interface Props {
  readonly body: OrganisationRecordWire
  readonly fact?: FactKind | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

export default function FactSheet({ body, fact: first, onClose, onDone }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const said = useFactValue()
  const kinds = (Object.keys(factKinds) as FactKind[]).filter((kind) => factFits(kind, body.kind))
  const [fact, setFact] = useState<FactKind>(first ?? kinds[0]!)
  const [value, setValue] = useState('')
  const [since, setSince] = useState<string>(todayHere())
  const [source, setSource] = useState('')
  const now = body.facts.find((one) => one.fact === fact)
  const typed = fact === 'designated' ? value === 'yes' : fact === 'employees' ? Number(value) : value
  const send = () => post(`/api/organisations/${body.id}/facts`, { fact, value: typed, since, source })
  return (
    <Sheet title={w.title(body.shortName)} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} ready={value !== '' && since !== '' && source.trim() !== ''}>
        <Labelled label={w.what} path="fact">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={fact}
              options={kinds.map((id) => ({ id, name: say(factKinds[id]) }))}
              onValue={(id) => {
                setFact(id as FactKind)
                setValue('')
              }}
            />
          )}
        </Labelled>
        {now ? <p className="said mild">{w.now(said(fact, now.value), now.since)}</p> : null}
        <Labelled label={w.value} path="value">
          {(wiring) => <Value fact={fact} value={value} wiring={wiring} onValue={setValue} />}
        </Labelled>
        <Labelled label={w.since} path="since" hint={w.sinceHint}>
          {(wiring) => (
            <DayBox
              label={w.since}
              value={since}
              onChange={setSince}
              invalid={wiring['aria-invalid']}
              describedBy={wiring['aria-describedby']}
            />
          )}
        </Labelled>
        <Labelled label={w.source} path="source" hint={w.sourceHint}>
          {(wiring) => (
            <input {...wiring} className="box" maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}

interface ValueProps {
  readonly fact: FactKind
  readonly value: string
  readonly wiring: FieldWiring
  readonly onValue: (value: string) => void
}

function Value({ fact, value, wiring, onValue }: ValueProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const titles = { size: sizes, sector: sectors, ownership: ownerships, pilotLevel: pilotLevels }[fact as string]
  const options = titles
    ? Object.entries(titles).map(([id, title]) => ({ id, name: say(title) }))
    : fact === 'designated'
      ? [
          { id: 'yes', name: w.yes },
          { id: 'no', name: w.no },
        ]
      : undefined
  if (options) return <Choice wiring={wiring} value={value} none={w.choose} options={options} onValue={onValue} />
  const numeric = fact === 'employees'
  return (
    <input
      {...wiring}
      className={numeric ? 'box short num' : 'box'}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
