/** Which union: the street first, then one of its joint unions; or a part of the name. Native controls, one hand. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PlacesWire } from '#registry/people/joining/places-wire.ts'
import { get } from '#ui/api.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Said } from '../privacy/said.tsx'

const words = catalogue({
  zh: {
    street: '在哪个街道干活',
    any: '不限街道',
    find: '按名称找',
    findSays: '单位或工会名称里的几个字，拼音首字母也行',
    scan: '工会给了二维码的，用微信或手机相机扫，直接到那一家。',
    trade: '不选街道，先列行业和园区的工会',
    none: '没有找到。换几个字，或不限街道再找；还找不到，打 12351。',
    noneOfStreet: '这个街道还没有登记联合工会。写名称找，或打 12351 问街道工会。',
    more: '还有更多，请把名称写得更具体。',
    found: (n: number) => `${n} 家`,
    wait: '正在找…',
  },
  en: {
    street: 'The street you work in',
    any: 'Any street',
    find: 'Find by name',
    findSays: 'A part of the name of the firm or union; pinyin initials do too',
    scan: 'With a union’s QR code, scan it with WeChat or the camera: it leads straight there.',
    trade: 'Without a street: unions of trades and parks',
    none: 'Nothing found. Try other words or any street; otherwise ring 12351.',
    noneOfStreet: 'No joint union is on record in this street. Find by name, or ring 12351.',
    more: 'There are more; please say the name more precisely.',
    found: (n) => `${n} found`,
    wait: 'Looking…',
  },
})

interface Props {
  readonly onChoose: (union: PlacesWire['items'][number]) => void
  /** Those already held or asked for. */
  readonly not: readonly (string | undefined)[]
}

export function ChooseUnion({ onChoose, not }: Props) {
  const w = useWords(words)
  const [street, setStreet] = useState('')
  const [typed, setTyped] = useState('')
  const q = useRested(typed.trim())
  const places = useQuery({
    queryKey: ['join', 'places', street, q],
    queryFn: ({ signal }) => get<PlacesWire>('/api/join', { street, q }, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
  const items = places.data?.items.filter(({ id }) => !not.includes(id)) ?? []
  return (
    <div className="stack">
      <label className="field">
        <span>{w.street}</span>
        <select className="input" value={street} onChange={(event) => setStreet(event.target.value)}>
          <option value="">{w.any}</option>
          {places.data?.streets.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{w.find}</span>
        <small>{w.findSays}</small>
        <input className="input" type="search" value={typed} maxLength={40} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {places.isError ? <Said error={places.error} /> : null}
      <p className="small muted" role="status">
        {places.isPending
          ? w.wait
          : items.length > 0
            ? !street && !q
              ? w.trade
              : w.found(items.length)
            : places.data
              ? street && !q
                ? w.noneOfStreet
                : w.none
              : ''}
      </p>
      {items.length > 0 ? (
        <ul className="found">
          {items.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onChoose(one)}>
                {one.name}
                {one.unit ? <small>{one.unit.name}</small> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {places.data?.more ? <p className="small">{w.more}</p> : null}
      <p className="small muted">{w.scan}</p>
    </div>
  )
}

/** What is typed, once the hand rests. */
function useRested(typed: string): string {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), 300)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}
