/** The fifteen days: a column a day left, a block a case. */
import type { Id } from '#kernel/id.ts'
import { addDays } from '#kernel/day.ts'
import { Go } from '#ui/controls/button.tsx'
import { monthName, weekdayShort } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Board, BoardCase } from '../desk/board.ts'

const words = catalogue({
  zh: {
    title: '十五日还剩几天',
    note: '一格一件，从收到申请那天起算，周末照计',
    left: (n: number) => (n === 0 ? '今天' : `${n} 天`),
    late: '已过',
    longer: '已延期',
    more: (n: number) => `还有 ${n} 件`,
    label: (subject: string, n: number) => `${subject}，${n < 0 ? `过了 ${-n} 天` : n === 0 ? '今天届满' : `还剩 ${n} 天`}`,
    accept: '待受理',
    hearing: '已定调解会',
    collective: '集体争议',
  },
  en: {
    title: 'Days left of fifteen',
    note: 'a block a case; counted from the day of receipt, weekends included',
    left: (n) => (n === 0 ? 'today' : `${n} d`),
    late: 'past',
    longer: 'extended',
    more: (n) => `${n} more`,
    label: (subject, n) => `${subject}: ${n < 0 ? `${-n} days past` : n === 0 ? 'ends today' : `${n} days left`}`,
    accept: 'to be accepted',
    hearing: 'hearing set',
    collective: 'collective',
  },
})

const most = 7
const days = Array.from({ length: 16 }, (_, n) => n)

/** The first name of the subject: 陈国强 of 陈国强 与 杭州启程货运有限公司. */
export const shortSubject = (subject: string): string => subject.split(' 与 ')[0] ?? subject

export function Fifteen({
  board,
  chosen,
  onChoose,
}: {
  readonly board: Board
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id) => void
}) {
  const w = useWords(words)
  const late = board.cases.filter((one) => one.left < 0)
  const longer = board.cases.filter((one) => one.left > 15)
  const column = (key: string, head: string, cases: readonly BoardCase[], left: number) => (
    <Column key={key} head={head} cases={cases} board={board} left={left} chosen={chosen} onChoose={onChoose} />
  )
  return (
    <section className="sheet fifteen" aria-label={w.title}>
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      <ol>
        {late.length > 0 ? column('late', w.late, late, -1) : null}
        {days.map((n) =>
          column(
            String(n),
            w.left(n),
            board.cases.filter((one) => one.left === n),
            n,
          ),
        )}
        {longer.length > 0 ? column('longer', w.longer, longer, 16) : null}
      </ol>
      <p className="key xs faint">
        <span className="k-accept">{w.accept}</span>
        <span className="k-hearing">{w.hearing}</span>
        <span className="k-collective">{w.collective}</span>
      </p>
    </section>
  )
}

interface ColumnProps {
  readonly head: string
  readonly cases: readonly BoardCase[]
  readonly board: Board
  readonly left: number
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id) => void
}

function Column({ head, cases, board, left, chosen, onChoose }: ColumnProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const day = addDays(board.today, left)
  const dated = left >= 0 && left <= 15
  const shown = cases.slice(0, cases.length > most ? most - 1 : most)
  return (
    <li className={left <= 0 ? 'ends' : undefined}>
      <div className="blocks">
        {cases.length > shown.length ? (
          <Go
            className="xs"
            to="/desk/cases"
            search={{ procedure: 'dispute-mediation', ...(left < 0 ? { due: 'overdue' } : dated ? { due: day } : {}) }}
          >
            {w.more(cases.length - shown.length)}
          </Go>
        ) : null}
        {shown.toReversed().map((one) => (
          <button
            key={one.id}
            type="button"
            className={[
              'block',
              one.acceptBy ? 'accept' : '',
              one.hearing ? 'hearing' : '',
              one.marks.includes('collective') ? 'collective' : '',
            ]
              .filter(Boolean)
              .join(' ')}
            aria-pressed={one.id === chosen}
            aria-label={w.label(one.subject, one.left)}
            title={one.subject}
            onClick={() => onChoose(one.id)}
          >
            {shortSubject(one.subject)}
          </button>
        ))}
      </div>
      <p className="foot-day">
        <b>{head}</b>
        {dated ? (
          <span className="xs">
            {Number(day.slice(8)) === 1 ? `${monthName(day, language)} ` : ''}
            {Number(day.slice(8))} {weekdayShort(day, language)}
          </span>
        ) : (
          <span className="xs">{cases.length}</span>
        )}
      </p>
    </li>
  )
}
