/** How many firms stand where; each count opens the firms behind it. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CampaignWire } from '../../campaigns/campaign-wire.ts'
import type { Showing } from './questions.ts'

const words = catalogue({
  zh: { label: '走到哪里', all: '全部', ready: '可以发出', left: '未列入', waiting: '待发出', refused: '没有发成', firms: '家' },
  en: {
    label: 'Where they stand',
    all: 'All',
    ready: 'Ready',
    left: 'Left out',
    waiting: 'Waiting to be sent',
    refused: 'Not sent',
    firms: 'firms',
  },
})

interface Props {
  readonly one: CampaignWire
  readonly show: Showing
  readonly onShow: (show: Showing) => void
}

interface Tab {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly show: Showing
}

const isLate = (one: CampaignWire, id: string) => id === one.remind?.phase

export function Tabs({ one, show, onShow }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { counts, phases, state } = one
  const of = (id: 'ready' | 'left' | 'waiting' | 'refused'): Tab => ({ id, title: w[id], count: counts[id], show: { state: id } })
  const tabs: readonly Tab[] =
    state === 'draft'
      ? [of('ready'), of('left')]
      : [
          ...(counts.waiting > 0 ? [of('waiting')] : []),
          ...phases.map(({ id, title, count }) => ({ id, title: say(title), count, show: { phase: id } })),
          of('left'),
          ...(counts.refused > 0 ? [of('refused')] : []),
        ]
  const pressed = (tab: Tab) => show.state === tab.show.state && show.phase === tab.show.phase
  const none = !show.state && !show.phase
  const kept = show.q ? { q: show.q } : {}
  return (
    <ul className="cg-tabs" aria-label={w.label}>
      <li>
        <button type="button" aria-pressed={none} onClick={() => onShow(kept)}>
          {w.all}
          <b>{counts.all}</b>
        </button>
      </li>
      {tabs.map((tab) => (
        // A phase may bear the name of a state.
        <li key={`${tab.show.state ?? 'phase'}/${tab.id}`}>
          <button
            type="button"
            aria-pressed={pressed(tab)}
            className={tab.count > 0 && isLate(one, tab.id) ? 'late' : undefined}
            onClick={() => onShow(pressed(tab) ? kept : { ...kept, ...tab.show })}
          >
            {tab.title}
            <b>{tab.count}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
