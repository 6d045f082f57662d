/** How the gap of one clause closed, round by round: the workers' line whole, the employer's dashed, a dot where they met. */
import type { Clause } from '#law/clauses/clause.ts'
import { figureText } from '#law/clauses/entry.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import type { Row } from '../../table/table.ts'

const words = catalogue({
  zh: {
    met: (what: string, from: string, to: string) => `${what}：双方从 ${from} 收到 ${to}`,
    apart: (what: string, from: string, to: string) => `${what}：双方从 ${from} 到 ${to}，还没有一致`,
    and: ' 与 ',
    one: (what: string, at: string) => `${what}：只有一方提出 ${at}`,
  },
  en: {
    met: (what, from, to) => `${what}: the sides came from ${from} to ${to}`,
    apart: (what, from, to) => `${what}: the sides came from ${from} to ${to}, not yet agreed`,
    and: ' and ',
    one: (what, at) => `${what}: only one side has proposed, ${at}`,
  },
})

const [left, right, end, top, bottom] = [8, 72, 100, 5, 27] as const

/** Each side's figure at each round; what was left out stays as it was. */
function standings(row: Row, rounds: readonly number[], side: 'workers' | 'employer'): readonly (number | undefined)[] {
  let at: Clause | undefined
  return rounds.map((round) => {
    at = row.rounds.find((one) => one.round === round)?.[side] ?? at
    return at?.value
  })
}

export function Funnel({ row, rounds, name }: { readonly row: Row; readonly rounds: readonly number[]; readonly name: string }) {
  const w = useWords(words)
  const both = { workers: standings(row, rounds, 'workers'), employer: standings(row, rounds, 'employer') }
  const moved = row.agreed !== undefined && row.drafted !== undefined && row.agreed.value !== row.drafted.value
  const final = row.agreed?.value ?? row.drafted?.value
  const all = [...both.workers, ...both.employer, final].filter((one) => one !== undefined)
  if (all.length === 0) return null
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const x = (at: number) => left + (rounds.length > 1 ? (at * (right - left)) / (rounds.length - 1) : 0)
  const y = (value: number) => (high === low ? (top + bottom) / 2 : bottom - ((value - low) * (bottom - top)) / (high - low))
  const line = (values: readonly (number | undefined)[]) =>
    values.flatMap((value, at) => (value === undefined ? [] : [`${x(at)},${y(value).toFixed(1)}`]))
  const [workers, employer] = [line(both.workers), line(both.employer)]
  const show = (value: number | undefined) => (value === undefined ? '' : figureText(row.meaning.unit, value))
  const ends = (pick: (values: readonly (number | undefined)[]) => number | undefined) =>
    [pick(both.workers), pick(both.employer)].flatMap((value) => (value === undefined ? [] : [show(value)])).join(w.and)
  const from = ends((values) => values.find((one) => one !== undefined))
  const to = ends((values) => values.findLast((one) => one !== undefined))
  const label =
    workers.length === 0 || employer.length === 0
      ? w.one(name, from)
      : row.agreed
        ? w.met(name, from, show(final))
        : w.apart(name, from, to)
  const last = [...both.workers, ...both.employer].findLast((one) => one !== undefined)
  return (
    <svg className="funnel" viewBox="0 0 112 32" role="img" aria-label={label}>
      {workers.length > 1 && employer.length > 1 ? (
        <polygon points={[...workers, ...employer.toReversed()].join(' ')} className="between" />
      ) : null}
      <polyline points={workers.join(' ')} className="workers" />
      <polyline points={employer.join(' ')} className="employer" />
      {final !== undefined && last !== undefined ? (
        <g className={moved ? 'moved' : undefined}>
          <path d={`M${x(rounds.length - 1)} ${y(row.drafted?.value ?? last).toFixed(1)}L${end} ${y(final).toFixed(1)}`} />
          <circle cx={end} cy={y(final)} r="3.5" />
        </g>
      ) : (
        [both.workers.at(-1), both.employer.at(-1)].map((value, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the two sides, always in this order
          value === undefined ? null : <circle key={at} cx={x(rounds.length - 1)} cy={y(value)} r="2.5" className="open" />,
        )
      )}
    </svg>
  )
}
