/** The columns of the register of delegates, and a delegate as a card on a phone. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import type { DelegateWire } from '../delegates/delegate-wire.ts'
import { reasonWords, sexWords } from './delegate-words.ts'

const words = catalogue({
  zh: {
    name: '姓名',
    place: '选区',
    sex: '性别',
    what: '情况',
    since: '任期自',
    until: '任期至',
    manager: '管理人员',
    dispatched: '列席',
    phone: '能用手机投票',
  },
  en: {
    name: 'Name',
    place: 'Constituency',
    sex: 'Sex',
    what: 'About',
    since: 'From',
    until: 'Until',
    manager: 'manager',
    dispatched: 'sits in',
    phone: 'votes on a phone',
  },
})

function Marks({ row }: { readonly row: DelegateWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      {row.manager ? <Chip>{w.manager}</Chip> : null} {row.dispatched ? <Chip>{w.dispatched}</Chip> : null}{' '}
      {row.endedWhy ? <Chip tone="late">{say(reasonWords[row.endedWhy])}</Chip> : null}{' '}
      {row.person && !row.dispatched ? <span className="xs sub">{w.phone}</span> : null}
    </>
  )
}

export function useDelegateColumns(): readonly Column<DelegateWire>[] {
  const { say } = useLanguage()
  const w = useWords(words)
  return [
    { id: 'name', title: w.name, width: 'minmax(88px, 1fr)', cell: (row) => <b>{row.name}</b> },
    { id: 'place', title: w.place, width: 'minmax(120px, 1.4fr)', cell: (row) => row.constituency ?? '' },
    { id: 'sex', title: w.sex, width: '64px', cell: (row) => (row.sex ? say(sexWords[row.sex]) : '') },
    { id: 'what', title: w.what, width: 'minmax(160px, 2fr)', cell: (row) => <Marks row={row} /> },
    { id: 'since', title: w.since, width: '104px', cell: (row) => <span className="num">{row.since}</span> },
    { id: 'until', title: w.until, width: '104px', cell: (row) => <span className="num">{row.until ?? ''}</span> },
  ]
}

export function DelegateCard({ row }: { readonly row: DelegateWire }) {
  return (
    <>
      <b>{row.name}</b>　{row.constituency ?? ''}
      <br />
      <Marks row={row} />
    </>
  )
}
