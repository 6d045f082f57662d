/** The form that records a new figure from its first day, or puts right one recorded wrongly. */
import '#ui/controls/field.css'
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { MoneyBox } from '#ui/controls/money-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, type FieldWiring, Labelled } from '#ui/pieces/act-form.tsx'
import { type FigureId, figureIds, figureKinds } from './figure.ts'
import { placeTitle } from './place-title.ts'
import type { FiguresWire } from './routes.server.ts'

const words = catalogue({
  zh: {
    title: '录入新标准',
    figure: '哪一项',
    value: '数值',
    perMonth: '元/月，例如 2660',
    perHour: '元/小时，例如 24',
    percent: '百分之几，例如 5.5；下降写负数',
    region: '适用地区',
    since: '自哪天起施行',
    source: '出自哪份文件',
    sourceHint: '文件名称和文号',
    replaces: '更正同一天起施行的原记录',
    send: '录入',
  },
  en: {
    title: 'Record a new figure',
    figure: 'Which',
    value: 'Value',
    perMonth: 'yuan a month, such as 2660',
    perHour: 'yuan an hour, such as 24',
    percent: 'per cent, such as 5.5; a fall is negative',
    region: 'Place',
    since: 'In force from',
    source: 'By which paper',
    sourceHint: 'Its title and number',
    replaces: 'Replace what is recorded from the same day',
    send: 'Record it',
  },
})

interface Props {
  readonly known: FiguresWire
  readonly onDone: () => void
}

const hints = { fenPerMonth: 'perMonth', fenPerHour: 'perHour', basisPoints: 'percent' } as const

export function FigureForm({ known, onDone }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [figure, setFigure] = useState<FigureId>('minimumWageFen')
  const [value, setValue] = useState<unknown>()
  const [region, setRegion] = useState(known.region)
  const [since, setSince] = useState('')
  const [source, setSource] = useState('')
  const [replaces, setReplaces] = useState(false)
  // The field begins anew with each record.
  const [round, setRound] = useState(0)
  const done = () => {
    setValue(undefined)
    setReplaces(false)
    setRound(round + 1)
    onDone()
  }
  const send = () => post('/api/law/figures', { figure, value, region, since, source, ...(replaces && { replaces }) })
  const ready = typeof value === 'number' && since !== '' && source.trim().length > 1
  return (
    <>
      <h2 className="h">{w.title}</h2>
      <ActForm says={w.send} send={send} onDone={done} ready={ready}>
        <Labelled label={w.figure} path="figure" hint={say(figureKinds[figure].about)}>
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={figure}
              options={figureIds.map((id) => ({ id, name: say(figureKinds[id].title) }))}
              onValue={(id) => {
                setFigure(id as FigureId)
                setValue(undefined)
                setRound(round + 1)
              }}
            />
          )}
        </Labelled>
        <Labelled label={w.value} path="value" hint={w[hints[figureKinds[figure].unit]]}>
          {(wiring) => <Value key={round} figure={figure} value={value} wiring={wiring} onValue={setValue} />}
        </Labelled>
        <Labelled label={w.region} path="region">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={region}
              options={known.regions.map((id) => ({ id, name: say(placeTitle(id)) }))}
              onValue={setRegion}
            />
          )}
        </Labelled>
        <Labelled label={w.since} path="since">
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
        <label className="setting-replace s">
          <input type="checkbox" checked={replaces} onChange={(event) => setReplaces(event.target.checked)} />
          {w.replaces}
        </label>
      </ActForm>
    </>
  )
}

/** Yuan or per cent as people type them; whole fen and basis points as they are kept. */
function Value({
  figure,
  value,
  wiring,
  onValue,
}: {
  readonly figure: FigureId
  readonly value: unknown
  readonly wiring: FieldWiring
  readonly onValue: (value: unknown) => void
}) {
  const [typed, setTyped] = useState('')
  if (figureKinds[figure].unit !== 'basisPoints') return <MoneyBox {...wiring} value={value} onChange={onValue} />
  return (
    <input
      {...wiring}
      className="box short num"
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onValue(/^-?\d{1,3}(\.\d{1,2})?$/.test(event.target.value.trim()) ? Math.round(Number(event.target.value) * 100) : undefined)
      }}
    />
  )
}
