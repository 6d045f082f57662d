/** A round at a glance: how many have a result, how many pass against the target, and the average of each dimension by street. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Group, Summary } from '../desk/wire.ts'
import { dimensionIds, dimensions } from '../rubric/rubric.ts'
import { pointsOf, rateOf, shareOf } from './questions.ts'

const words = catalogue({
  zh: {
    label: '进度',
    evaluations: '参评企业',
    concluded: '已出结果',
    passing: '合格',
    target: (share: string) => `目标 ${share}`,
    models: '示范企业',
    average: '平均分',
    by: '分街道看',
    unit: '街道、联合会',
    other: '其他',
    count: '已出 / 参评',
    none: '—',
  },
  en: {
    label: 'Progress',
    evaluations: 'Firms',
    concluded: 'With a result',
    passing: 'Pass',
    target: (share) => `target ${share}`,
    models: 'Model firms',
    average: 'Average',
    by: 'By street',
    unit: 'Street, federation',
    other: 'Others',
    count: 'Result / firms',
    none: '—',
  },
})

export function RoundGlance({ summary: { all, units, share } }: { readonly summary: Summary }) {
  const w = useWords(words)
  const { say } = useLanguage()
  if (all.evaluations === 0) return null
  const passing = shareOf(all.passing, all.concluded)
  return (
    <section className="sheet pad glance" aria-label={w.label}>
      <dl className="glance-figures">
        <Figure title={w.evaluations} value={String(all.evaluations)} />
        <Figure title={w.concluded} value={String(all.concluded)} />
        <Figure
          title={w.passing}
          value={passing === undefined ? w.none : rateOf(passing)}
          note={`${all.passing} / ${all.concluded} · ${w.target(rateOf(share))}`}
          late={passing !== undefined && passing < share}
        />
        <Figure title={w.average} value={pointsOf(all.total) || w.none} />
        <Figure title={w.models} value={String(all.models)} />
      </dl>
      <ul className="glance-parts">
        {dimensionIds.map((id) => (
          <li key={id}>
            {say(dimensions[id])} <b className="num">{pointsOf(all[id]) || w.none}</b>
          </li>
        ))}
      </ul>
      {units.length > 1 ? (
        <details>
          <summary>{w.by}</summary>
          <ByUnit units={units} />
        </details>
      ) : null}
    </section>
  )
}

function Figure({
  title,
  value,
  note,
  late,
}: {
  readonly title: string
  readonly value: string
  readonly note?: string
  readonly late?: boolean
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <b className={late ? 'red' : undefined}>{value}</b>
        {note ? <small className="sub">{note}</small> : null}
      </dd>
    </div>
  )
}

function ByUnit({ units }: { readonly units: readonly Group[] }) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <div className="score-scroll">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{w.unit}</th>
            <th scope="col" className="r">
              {w.count}
            </th>
            <th scope="col" className="r">
              {w.passing}
            </th>
            <th scope="col" className="r">
              {w.average}
            </th>
            {dimensionIds.map((id) => (
              <th key={id} scope="col" className="r">
                {say(dimensions[id])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((one) => (
            <tr key={one.unit?.id ?? ''}>
              <th scope="row">{one.unit?.name ?? w.other}</th>
              <td className="r num">{`${one.concluded} / ${one.evaluations}`}</td>
              <td className="r num">{one.passing}</td>
              <td className="r num">{pointsOf(one.total)}</td>
              {dimensionIds.map((id) => (
                <td key={id} className="r num">
                  {pointsOf(one[id])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
