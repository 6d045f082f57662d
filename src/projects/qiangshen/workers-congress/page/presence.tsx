/** Who has come: names ticked from the register of the day (or a number, for an assembly), against the two thirds that must be there. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { VoteCard } from '#ui/pieces/vote-card.tsx'
import type { DelegateWire } from '../delegates/delegate-wire.ts'
import type { Form } from '../data.ts'
import { registerQuery, rollQuery } from './questions.ts'
import { useStep } from './use-step.ts'

const words = catalogue({
  zh: {
    title: '登记到会',
    all: '全部勾选',
    none: '全部去掉',
    noPlace: '没有写选区',
    chair: '主持人',
    recorder: '记录人',
    present: '实到人数',
    entitled: '应到人数',
    entitledHint: '名册是空的：填应到人数，或者先登记职工代表',
    known: (n: number, all: number) => `${n} / ${all} 人能用手机投票（与“人员”里的人对上了）`,
    open: '开会',
    dispatched: '列席',
  },
  en: {
    title: 'Who is here',
    all: 'Tick all',
    none: 'Untick all',
    noPlace: 'No constituency',
    chair: 'Chair',
    recorder: 'Recorder',
    present: 'Number present',
    entitled: 'Number entitled',
    entitledHint: 'The register is empty: say how many are entitled, or enter the delegates first',
    known: (n, all) => `${n} of ${all} can vote on a phone (linked to people of the register)`,
    open: 'Open the session',
    dispatched: 'sits in',
  },
})

const numberIn = (typed: string): number | undefined => (/^\d{1,6}$/.test(typed) ? Number(typed) : undefined)

export function Presence({ file, form }: { readonly file: CaseWire; readonly form: Form }) {
  const { data: roll, error } = useQuery(rollQuery(file.owner.id, file.today))
  const { data: register } = useQuery({ ...registerQuery(file.owner.id), enabled: form === 'assembly' })
  if (error) return <Trouble error={error} />
  if (!roll || (form === 'assembly' && !register)) return <Waiting />
  const seated = form === 'assembly' ? [] : roll.items.filter((one) => !one.dispatched)
  const staff = form === 'assembly' ? (register?.employees ?? 0) : 0
  return <Ticking file={file} seated={seated} entitled={seated.length || staff} />
}

interface Props {
  readonly file: CaseWire
  readonly seated: readonly DelegateWire[]
  /** Nought where the house does not know. */
  readonly entitled: number
}

function Ticking({ file, seated, entitled }: Props) {
  const w = useWords(words)
  const { error, take } = useStep(file)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState({ present: '', entitled: '', chair: '', recorder: '' })
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value })
  const present = seated.length > 0 ? ticked.size : (numberIn(typed.present) ?? 0)
  const all = entitled || (numberIn(typed.entitled) ?? 0)
  const send = () =>
    take('openSession', {
      chair: typed.chair,
      ...(typed.recorder ? { recorder: typed.recorder } : {}),
      present,
      ...(seated.length > 0 ? { attending: [...ticked] } : {}),
      ...(entitled ? {} : { entitled: all }),
    })
  const phones = seated.filter((one) => one.person && ticked.has(one.id)).length
  const box = (name: keyof typeof typed, label: string, hint?: string) => (
    <Labelled label={label} path={`input.${name}`} hint={hint} optional={name === 'recorder'}>
      {(wiring) => (
        <input
          {...wiring}
          className="box"
          inputMode={name === 'present' || name === 'entitled' ? 'numeric' : 'text'}
          value={typed[name]}
          onChange={set(name)}
        />
      )}
    </Labelled>
  )
  return (
    <section className="presence">
      <h3>{w.title}</h3>
      <VoteCard all={all} present={present} yes={0} no={0} abstain={0} phase="gathering" />
      {seated.length > 0 ? (
        <>
          <p className="xs sub">{w.known(phones, ticked.size)}</p>
          <p className="acts">
            <Button size="sm" onClick={() => setTicked(new Set(seated.map((one) => one.id)))}>
              {w.all}
            </Button>
            <Button size="sm" onClick={() => setTicked(new Set())}>
              {w.none}
            </Button>
          </p>
          <Names seated={seated} ticked={ticked} onTicked={setTicked} />
        </>
      ) : null}
      <ActForm says={w.open} send={send} ready={typed.chair.trim() !== '' && all > 0}>
        {seated.length > 0 ? null : (
          <>
            {entitled ? null : box('entitled', w.entitled, w.entitledHint)}
            {box('present', w.present)}
          </>
        )}
        {box('chair', w.chair)}
        {box('recorder', w.recorder)}
      </ActForm>
      {error ? <Trouble error={error} /> : null}
    </section>
  )
}

function Names({
  seated,
  ticked,
  onTicked,
}: {
  readonly seated: readonly DelegateWire[]
  readonly ticked: ReadonlySet<string>
  readonly onTicked: (ticked: ReadonlySet<string>) => void
}) {
  const w = useWords(words)
  const toggle = (id: string, there: boolean) => {
    const next = new Set(ticked)
    if (there) next.add(id)
    else next.delete(id)
    onTicked(next)
  }
  return [...Map.groupBy(seated, (one) => one.constituency ?? '')].map(([place, people]) => (
    <fieldset key={place} className="names">
      <legend>
        {place || w.noPlace}{' '}
        <small>
          {people.filter((one) => ticked.has(one.id)).length} / {people.length}
        </small>
      </legend>
      {people.map((one) => (
        <label key={one.id}>
          <input type="checkbox" checked={ticked.has(one.id)} onChange={(event) => toggle(one.id, event.target.checked)} />
          {one.name}
        </label>
      ))}
    </fieldset>
  ))
}
