/** Why "signed this year" and "in force" are two numbers: what they share, and what each has beside. */
import type { IndicatorWire } from '#indicators/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import { Opens, Rule, useMany } from './number.tsx'
import type { Behind } from './questions.ts'

const words = catalogue({
  zh: {
    title: '今年签订的，和当天有效的',
    note: '两个数说的不是一回事',
    which: '哪些',
    signed: '今年签订',
    inForce: '当天有效',
    both: '今年签订、当天有效',
    notYet: '今年签订、尚未生效',
    ended: '今年签订、已经终止或者变更',
    before: '往年签订、仍然有效',
    changed: '变更后的文本（按原合同算签订年份）',
    sum: '合计',
    says: (both: string, signed: string, inForce: string) => `今年签订 ${signed} 份，当天有效 ${inForce} 份，其中 ${both} 份两边都算。`,
  },
  en: {
    title: 'Signed this year, and in force that day',
    note: 'two different numbers',
    which: 'Which',
    signed: 'Signed this year',
    inForce: 'In force that day',
    both: 'Signed this year and in force',
    notYet: 'Signed this year, not yet in force',
    ended: 'Signed this year, ended or changed',
    before: 'Signed before, still in force',
    changed: 'Changed texts (the year is that of the first)',
    sum: 'Together',
    says: (both, signed, inForce) => `${signed} signed this year and ${inForce} in force that day; ${both} are in both.`,
  },
})

interface Props {
  readonly signed: IndicatorWire
  readonly inForce: IndicatorWire
  readonly onOpen: (behind: Behind) => void
}

export function Bridge({ signed, inForce, onOpen }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const many = useMany()
  const of = (one: IndicatorWire, part: string) => one.parts.find((here) => here.part === part)?.value ?? 0
  const number = (one: IndicatorWire, part: string, what: string) => (
    <Opens n={of(one, part)} what={what} onClick={() => onOpen({ indicator: one.id, part, title: what })} />
  )
  const lines: readonly (readonly [what: string, signed: string | undefined, inForce: string | undefined])[] = [
    [w.both, 'inForce', 'signedThisYear'],
    [w.notYet, 'notYet', undefined],
    [w.ended, 'ended', undefined],
    [w.before, undefined, 'signedBefore'],
    [w.changed, undefined, 'changed'],
  ]
  return (
    <section className="sheet pad cover-bridge">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      <p className="s">{w.says(many(of(signed, 'inForce')), many(signed.value ?? 0), many(inForce.value ?? 0))}</p>
      <Scroller label={w.title}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{w.which}</span>
              </th>
              <th scope="col" className="r">
                {w.signed}
              </th>
              <th scope="col" className="r">
                {w.inForce}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([what, a, b]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className="r">{a ? number(signed, a, what) : <span className="faint">—</span>}</td>
                <td className="r">{b ? number(inForce, b, what) : <span className="faint">—</span>}</td>
              </tr>
            ))}
            <tr className="all">
              <th scope="row">{w.sum}</th>
              {[signed, inForce].map((one) => (
                <td key={one.id} className="r">
                  <Opens
                    n={one.value ?? 0}
                    what={say(one.title)}
                    onClick={() => onOpen({ indicator: one.id, part: 'numerator', title: say(one.title) })}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroller>
      <Rule one={signed} />
    </section>
  )
}
