/** A post given to somebody of the register: which, where, how far it looks, from when. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { type Found, Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import type { OrganisationKind } from '../../organisation.ts'
import { fits, isBelonging, type PostKind, postKinds } from '../../post.ts'
import { PersonField, type Somebody } from '../people/person-field.tsx'
import { todayHere } from '../people/questions.ts'

const words = catalogue({
  zh: {
    title: '授予岗位',
    at: '在哪里',
    atHint: '输入单位名称查找',
    role: '岗位',
    scope: '能看到',
    self: '只看自己的',
    unit: '本单位',
    below: '本单位及以下',
    since: '从哪天起',
    until: '到哪天',
    send: '授予',
    none: '没有找到',
    first: '先选单位',
    note: '授出的范围不会比您自己的更宽。',
  },
  en: {
    title: 'Give a post',
    at: 'Where',
    atHint: 'Type the body’s name',
    role: 'Post',
    scope: 'Sees',
    self: 'only their own',
    unit: 'this body',
    below: 'this body and all below',
    since: 'From',
    until: 'Until',
    send: 'Give',
    none: 'Nothing found',
    first: 'Choose the body first',
    note: 'Nobody gives more than they have.',
  },
})

interface Body {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
}

interface Props {
  readonly person?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export default function GivePost({ person, onClose }: Props) {
  const client = useQueryClient()
  const { say } = useLanguage()
  const w = useWords(words)
  const [who, setWho] = useState<Somebody>(person ?? { name: '' })
  const [at, setAt] = useState<{ name: string; body?: Body | undefined }>({ name: '' })
  const [found, setFound] = useState<readonly Body[]>([])
  const [role, setRole] = useState('')
  const [scope, setScope] = useState('unit')
  const [from, setFrom] = useState<string>(todayHere())
  const [to, setTo] = useState('')
  const kinds = at.body ? (Object.keys(postKinds) as PostKind[]).filter((kind) => !isBelonging(kind) && fits(kind, at.body!.kind)) : []
  async function askBodies(q: string, signal: AbortSignal): Promise<readonly Found[]> {
    const { items } = await get<{ readonly items: readonly Body[] }>('/api/organisations', { q, limit: 12 }, signal)
    setFound(items)
    return items
  }
  async function send(): Promise<void> {
    await post('/api/posts', { person: who.id, organisation: at.body!.id, role, scope, from, ...(to ? { to } : {}) })
    await client.invalidateQueries({ queryKey: ['accounts'] })
    await client.invalidateQueries({ queryKey: ['posts'] })
  }
  return (
    <Sheet title={w.title} note={<p className="sub">{w.note}</p>} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onClose} onCancel={onClose} ready={Boolean(who.id && at.body && role)}>
        {person ? (
          <p>
            <b>{person.name}</b>
          </p>
        ) : (
          <PersonField who={who} onWho={setWho} />
        )}
        <Labelled label={w.at} path="organisation">
          {({ id }) => (
            <Picker
              id={id}
              label={w.at}
              name={at.name}
              chosen={at.body?.id}
              free={false}
              hint={w.atHint}
              none={w.none}
              kind="any-body"
              ask={askBodies}
              onChange={(name, chosen) => {
                setAt({ name, body: found.find((one) => one.id === chosen) })
                setRole('')
              }}
            />
          )}
        </Labelled>
        <Labelled label={w.role} path="role">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={role}
              none={at.body ? '' : w.first}
              options={kinds.map((kind) => ({ id: kind, name: say(postKinds[kind].title) }))}
              onValue={setRole}
            />
          )}
        </Labelled>
        <Labelled label={w.scope} path="scope">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={scope}
              options={(['self', 'unit', 'below'] as const).map((id) => ({ id, name: w[id] }))}
              onValue={setScope}
            />
          )}
        </Labelled>
        <div className="pair">
          <Labelled label={w.since} path="from">
            {() => <DayBox label={w.since} value={from} onChange={setFrom} />}
          </Labelled>
          <Labelled label={w.until} path="to" optional>
            {() => <DayBox label={w.until} value={to} onChange={setTo} />}
          </Labelled>
        </div>
      </ActForm>
    </Sheet>
  )
}
