/** The results on paper: how many firms of each unit stand where, on one page, then every firm by name. Drawn only for the printer. */
import { useEffect } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Text } from '#kernel/text.ts'
import { stateTitles } from '../../campaigns/board/state-titles.ts'
import type { CampaignItemWire, CampaignWire } from '../../campaigns/campaign-wire.ts'
import { itemsPage, type Showing } from './questions.ts'

const words = catalogue({
  zh: {
    asOf: (day: string) => `截至 ${day}`,
    unit: '所属',
    all: '合计',
    firm: '企业',
    stands: '走到哪里',
    number: '案号',
    next: '下一时限',
    note: '说明',
    reminded: (n: number) => `已催 ${n} 次`,
  },
  en: {
    asOf: (day) => `As of ${day}`,
    unit: 'Unit',
    all: 'All',
    firm: 'Firm',
    stands: 'Where it stands',
    number: 'Case',
    next: 'Next date',
    note: 'Note',
    reminded: (n) => `reminded ${n}×`,
  },
})

/** Every firm that is shown, page after page. */
export async function allItems(id: string, show: Showing): Promise<readonly CampaignItemWire[]> {
  const items: CampaignItemWire[] = []
  const { signal } = new AbortController()
  for (let after: string | undefined, more = true; more; ) {
    const page = await itemsPage(id, show, after, signal)
    items.push(...page.items)
    after = page.next
    more = after !== undefined
  }
  return items
}

interface Column {
  readonly id: string
  readonly title: Text
}

const whereOf = (item: CampaignItemWire): string => item.phase ?? item.state

export function PrintPage({
  one,
  items,
  onDone,
}: {
  readonly one: CampaignWire
  readonly items: readonly CampaignItemWire[]
  readonly onDone: () => void
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true })
    print()
    return () => removeEventListener('afterprint', onDone)
  }, [onDone])
  const columns: readonly Column[] = [...one.phases, ...Object.entries(stateTitles).map(([id, title]) => ({ id, title }))].filter(
    ({ id }) => items.some((item) => whereOf(item) === id),
  )
  const titleOf = (item: CampaignItemWire) => say(columns.find(({ id }) => id === whereOf(item))!.title)
  return (
    <section className="cg-print">
      <p>
        {one.issuer.name}　{w.asOf(one.today)}
      </p>
      <ByUnit columns={columns} items={items} />
      <table className="rows">
        <thead>
          <tr>
            {[w.firm, w.unit, w.stands, w.number, w.next, w.note].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.firm}</td>
              <td>{item.unit}</td>
              <td>{titleOf(item)}</td>
              <td>{item.case?.number}</td>
              <td>{item.due ? `${item.due.last} ${say(item.due.title)}` : ''}</td>
              <td>{item.says ? say(item.says) : item.reminders > 0 ? w.reminded(item.reminders) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ByUnit({ columns, items }: { readonly columns: readonly Column[]; readonly items: readonly CampaignItemWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const units = [...Map.groupBy(items, (item) => item.unit ?? '')]
  const count = (some: readonly CampaignItemWire[], id: string) => some.filter((item) => whereOf(item) === id).length || ''
  const line = (title: string, some: readonly CampaignItemWire[]) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {columns.map(({ id }) => (
        <td key={id} className="r">
          {count(some, id)}
        </td>
      ))}
      <td className="r">
        <b>{some.length}</b>
      </td>
    </tr>
  )
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{w.unit}</th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" className="r">
              {say(title)}
            </th>
          ))}
          <th scope="col" className="r">
            {w.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map(([unit, some]) => line(unit, some))}
        {line(w.all, items)}
      </tbody>
    </table>
  )
}
