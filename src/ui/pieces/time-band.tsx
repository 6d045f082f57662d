/** Days side by side with how many clocks end on each; choosing a day filters. */
import './time-band.css'
import type { Day } from '#kernel/day.ts'
import { longDay, weekdayShort } from '../dates.ts'
import { catalogue, useLanguage, useWords } from '../language.tsx'

export interface BandDay {
  readonly day: Day
  readonly rest: boolean
  readonly clocks: number
  readonly overdue: number
}

const words = catalogue({
  zh: {
    today: '今',
    label: '时限带：每天到期的件数，斜纹为休息日；点一天只看那天',
    day: (day: string, n: number, late: number) => `${day}，到期 ${n} 件${late ? `，逾期 ${late} 件` : ''}`,
  },
  en: {
    today: 'Now',
    label: 'Clocks that end each day; rest days are hatched; choose a day to see it alone',
    day: (day, n, late) => `${day}: ${n} due${late ? `, ${late} overdue` : ''}`,
  },
})

export function TimeBand({
  days,
  today,
  chosen,
  onChoose,
}: {
  readonly days: readonly BandDay[]
  readonly today: Day
  readonly chosen?: Day | undefined
  readonly onChoose: (day: Day | undefined) => void
}) {
  const { language } = useLanguage()
  const w = useWords(words)
  return (
    <ol className="band" aria-label={w.label}>
      {days.map(({ day, rest, clocks, overdue }) => (
        <li key={day}>
          <button
            type="button"
            className={day === today ? 't' : rest ? 'off' : undefined}
            aria-pressed={day === chosen}
            aria-label={w.day(longDay(day, language), clocks, overdue)}
            onClick={() => onChoose(day === chosen ? undefined : day)}
          >
            {day === today ? w.today : weekdayShort(day, language)}
            <b>{Number(day.slice(8))}</b>
            <Ticks clocks={clocks} overdue={overdue} />
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Up to three ticks; more are a number, for eyes do not count further. */
function Ticks({ clocks, overdue }: { readonly clocks: number; readonly overdue: number }) {
  if (clocks > 3)
    return (
      <i>
        <em className={overdue ? 'red' : undefined}>{clocks}</em>
      </i>
    )
  return (
    <i>
      {Array.from({ length: clocks }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity but their place
        <u key={at} className={at < overdue ? 'o' : undefined} />
      ))}
    </i>
  )
}
