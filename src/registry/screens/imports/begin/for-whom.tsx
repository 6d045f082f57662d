/** For which federation, firm or union a file is brought: one's own place first. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { get } from '#ui/api.ts'
import { askBodies, unitsQuery } from '../../people/questions.ts'

const words = catalogue({
  zh: {
    label: '给哪里导',
    all: (unit: string) => `${unit}，表里各行自己写单位`,
    one: '只是某一家的',
    oneNote: '整张表都是这一家的人，表里可以没有“所在单位”列',
    firm: '哪一家',
    hint: '企业或工会的名称、拼音首字母',
    none: '没有找到。请先在“组织”里建会、登记企业。',
  },
  en: {
    label: 'For',
    all: (unit) => `${unit}; each row says its firm`,
    one: 'One firm or union only',
    oneNote: 'Everybody in the sheet belongs there; it needs no column for the firm',
    firm: 'Which one',
    hint: 'Name of a firm or union, or pinyin initials',
    none: 'Not found. Register it under Organisations first.',
  },
})

interface Mine {
  readonly posts: readonly {
    readonly role: string
    readonly organisation: { readonly id: string; readonly name: string; readonly kind: string }
  }[]
}
interface Unit {
  readonly id: string
  readonly name: string
}

/** Bodies one may bring files for by holding an office there. */
const offices = new Set(['district', 'street', 'industry', 'park', 'regional', 'union'])

export interface Whom {
  readonly units: readonly Unit[]
  readonly chosen: string
  readonly choose: (unit: string) => void
  readonly single: { readonly name: string; readonly id?: string | undefined } | undefined
  readonly choseSingle: (single: { readonly name: string; readonly id?: string | undefined } | undefined) => void
  /** What is sent: undefined until it is known. */
  readonly unit: string | undefined
}

export function useForWhom(): Whom {
  const { data: me } = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => get<Mine>('/api/me', {}, signal), staleTime: 300_000 })
  const { data: roots } = useQuery(unitsQuery())
  const below = useQueries({ queries: (roots?.items ?? []).filter(({ units }) => units > 0).map(({ id }) => unitsQuery(id)) })
  const [chosen, choose] = useState('')
  const [single, choseSingle] = useState<Whom['single']>()
  const own = (me?.posts ?? []).filter(({ organisation }) => offices.has(organisation.kind)).map(({ organisation }) => organisation)
  const all: readonly Unit[] = [...own, ...(roots?.items ?? []), ...below.flatMap(({ data }) => data?.items ?? [])]
  const units = [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()]
  const unit = single ? single.id : chosen || units[0]?.id
  return { units, chosen: chosen || (units[0]?.id ?? ''), choose, single, choseSingle, unit }
}

export function ForWhom({ whom, single }: { readonly whom: Whom; readonly single: boolean }) {
  const w = useWords(words)
  const one = single ? whom.single : undefined
  return (
    <fieldset className="field">
      <legend className="label">{w.label}</legend>
      <div className="with">
        <select
          className="box"
          aria-label={w.label}
          disabled={one !== undefined}
          value={whom.chosen}
          onChange={(event) => whom.choose(event.target.value)}
        >
          {whom.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {single ? (
          <label className="tick">
            <input
              type="checkbox"
              checked={one !== undefined}
              onChange={(event) => whom.choseSingle(event.target.checked ? { name: '' } : undefined)}
            />
            {w.one}
          </label>
        ) : null}
      </div>
      {one ? (
        <div className="single">
          <Picker
            id="import-single"
            label={w.firm}
            name={one.name}
            chosen={one.id}
            free={false}
            hint={w.hint}
            none={w.none}
            kind="firm,union"
            ask={askBodies('firm', 'union')}
            onChange={(name, id) => whom.choseSingle({ name, id })}
          />
          <p className="hint xs faint">{w.oneNote}</p>
        </div>
      ) : null}
    </fieldset>
  )
}
