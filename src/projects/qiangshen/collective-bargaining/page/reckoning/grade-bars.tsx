/** What a month of each grade gains, as bars in a table: the figures stand beside, and every trade can be unfolded. */
import { yuan } from '#kernel/money.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type Line, type Part, parts, type Result } from '../../table/calculator.ts'
import { partWords } from './part-words.tsx'

const words = catalogue({
  zh: {
    title: '各等级人均月增',
    unit: '元',
    grade: '等级',
    people: '人数',
    more: '月增',
    path: '月均工资',
    none: '未定级',
    count: (n: number) => `${n} 人`,
    all: '看每个工种',
    trade: '工种',
  },
  en: {
    title: 'Gain a month by grade',
    unit: 'yuan a person',
    grade: 'Grade',
    people: 'People',
    more: 'More',
    path: 'Average month',
    none: 'No grade',
    count: (n) => `${n}`,
    all: 'Every trade',
    trade: 'Trade',
  },
})

const monthly = parts.filter((part) => part !== 'yearEnd')
/** Whole yuan on the screen; the sums are kept in fen. */
const round = (fen: number): string => yuan(Math.round(fen / 100) * 100)
const plus = (fen: number): string => `${fen < 0 ? '−' : '+'}${round(Math.abs(fen))}`

export function GradeBars({ result }: { readonly result: Result; readonly growth: number }) {
  const w = useWords(words)
  const p = useWords(partWords)
  const used = monthly.filter((part) => result.grades.some((line) => line.month[part] !== 0))
  return (
    <div className="bars">
      <h2 className="h">
        {w.title} <small>{w.unit}</small>
      </h2>
      <BarTable lines={result.grades} used={used} />
      <p className="key">
        {used.map((part) => (
          <span key={part}>
            <i className={`p-${part}`} aria-hidden="true" />
            {p[part]}
          </span>
        ))}
      </p>
      {result.rows.length > result.grades.length ? (
        <details className="s">
          <summary>{w.all}</summary>
          <BarTable lines={result.rows} used={used} />
        </details>
      ) : null}
    </div>
  )
}

function BarTable({ lines, used }: { readonly lines: readonly Line[]; readonly used: readonly Part[] }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const gain = ({ before, after }: Line) => after - before
  const most = Math.max(1, ...lines.map(gain))
  return (
    <table className="bar-table">
      <thead className="vh">
        <tr>
          <th scope="col">{w.grade}</th>
          <th scope="col">{w.people}</th>
          <th scope="col">{w.more}</th>
          <th scope="col">{w.path}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.grade}/${line.trade ?? ''}`}>
            <th scope="row">
              {line.trade ? `${line.trade} · ` : ''}
              {line.grade === 0 ? w.none : say(skillTitle(line.grade))}
            </th>
            <td className="sub nb">{w.count(line.people)}</td>
            <td>
              <span className="bar" aria-hidden="true">
                {used.map((part) => (
                  <i key={part} className={`p-${part}`} style={{ width: `${(Math.max(0, line.month[part]) / most) * 100}%` }} />
                ))}
              </span>
            </td>
            <td className="nb">
              <b>{plus(gain(line))}</b>{' '}
              <span className="sub">
                {round(line.before)} → {round(line.after)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
