/** The firms a joint union takes in: those of now, and one more from a day. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import type { CoverWire, OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { todayHere } from '../../people/questions.ts'
import { BodyField } from '../register-sheet.tsx'

const words = catalogue({
  zh: {
    title: (name: string) => `${name} 覆盖的企业`,
    firm: '再覆盖一家企业',
    firmHint: '输入企业名称查找',
    since: '从哪天起',
    source: '凭哪份材料',
    send: '登记',
    now: (n: number) => `现在覆盖 ${n} 家`,
    from: (day: string) => `${day} 起`,
  },
  en: {
    title: (name) => `Firms taken in by ${name}`,
    firm: 'Take in another firm',
    firmHint: 'Type the firm’s name',
    since: 'Since',
    source: 'By which paper',
    send: 'Record it',
    now: (n) => `${n} firms now`,
    from: (day) => `since ${day}`,
  },
})

interface Props {
  readonly body: OrganisationRecordWire
  readonly onClose: () => void
  readonly onDone: () => void
}

const nobody: { readonly name: string; readonly id: string | undefined } = { name: '', id: undefined }

export default function CoverSheet({ body, onClose, onDone }: Props) {
  const w = useWords(words)
  const client = useQueryClient()
  const queryKey = ['organisation', body.id, 'cover']
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly CoverWire[]; readonly total: number }>(`/api/organisations/${body.id}/cover`, { limit: 200 }, signal),
  })
  const [firm, setFirm] = useState(nobody)
  const [since, setSince] = useState<string>(todayHere())
  const [source, setSource] = useState('')
  const send = async () => {
    await post(`/api/organisations/${body.id}/cover`, { firm: firm.id, since, ...(source ? { source } : {}) })
    await client.invalidateQueries({ queryKey })
  }
  return (
    <Sheet title={w.title(body.shortName)} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} ready={firm.id !== undefined && since !== ''}>
        <BodyField label={w.firm} path="firm" hint={w.firmHint} kinds={['firm']} value={firm} onValue={setFirm} />
        <Labelled label={w.since} path="since">
          {(wiring) => <DayBox label={w.since} value={since} onChange={setSince} invalid={wiring['aria-invalid']} />}
        </Labelled>
        <Labelled label={w.source} path="source" optional>
          {(wiring) => (
            <input {...wiring} className="box" maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />
          )}
        </Labelled>
      </ActForm>
      {data ? (
        <section>
          <h3 className="h">{w.now(data.total)}</h3>
          <ul className="lines">
            {data.items.map((one) => (
              <li key={one.id}>
                <Go to="/desk/organisations/$organisationId" params={{ organisationId: one.firm.id }}>
                  {one.firm.name}
                </Go>
                <p className="xs sub">{w.from(one.since)}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Sheet>
  )
}
