/** One number of the page: how much, of what it is made, by which rule; every part opens to its names. */
import { type ReactNode, useId, useState } from 'react'
import { measures } from '#indicators/indicator.ts'
import type { IndicatorWire } from '#indicators/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import type { Behind } from './questions.ts'

export const words = catalogue({
  zh: {
    rule: '怎样算的',
    names: (what: string, n: string) => `看名单：${what} ${n}`,
    of: (a: string, b: string) => `${a} / ${b}`,
    missing: (n: string) => `还差 ${n} 家，看名单`,
    none: '没有可以计算的企业',
    reached: '已达到',
    target: (says: string) => `目标 ${says}`,
    records: (what: string) => `数据来自${what}`,
  },
  en: {
    rule: 'How it is counted',
    names: (what, n) => `See names: ${what} ${n}`,
    of: (a, b) => `${a} / ${b}`,
    missing: (n) => `${n} missing: see names`,
    none: 'There are no firms to count',
    reached: 'reached',
    target: (says) => `goal ${says}`,
    records: (what) => `From: ${what}`,
  },
})

interface Props {
  readonly one: IndicatorWire
  readonly onOpen: (behind: Behind) => void
}

export function useMany(): (n: number) => string {
  const { language } = useLanguage()
  return (n) => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
}

/** A number that opens to what stands behind it. */
export function Opens({ n, what, onClick }: { readonly n: number; readonly what: string; readonly onClick: () => void }) {
  const w = useWords(words)
  const many = useMany()
  if (n === 0) return <span className="num faint">0</span>
  return (
    <button type="button" className="open-number num" aria-label={w.names(what, many(n))} onClick={onClick}>
      {many(n)}
    </button>
  )
}

/** A ratio of 双100%: the share, both its numbers, and who is missing. 100 % is printed only of the whole. */
export function Ratio({ one, onOpen }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const many = useMany()
  const { numerator = 0, denominator = 0, missing } = one
  const title = say(one.title)
  return (
    <section className="sheet pad cover-ratio">
      <h2 className="h">{title}</h2>
      <p className="cover-figure">
        <b>{say(one.says)}</b>
        {denominator > 0 ? (
          <span className="num sub">
            <Opens n={numerator} what={title} onClick={() => onOpen({ indicator: one.id, part: 'numerator', title })} />
            {' / '}
            <Opens n={denominator} what={title} onClick={() => onOpen({ indicator: one.id, part: 'denominator', title })} />
          </span>
        ) : null}
      </p>
      <Share part={numerator} of={denominator} />
      <p className="s">
        {denominator === 0 ? <span className="faint">{w.none}</span> : null}
        {missing && missing.value > 0 ? (
          <button
            type="button"
            className="cover-missing"
            onClick={() => onOpen({ indicator: one.id, part: 'missing', title: say(missing.title) })}
          >
            {w.missing(many(missing.value))}
          </button>
        ) : null}
        {one.target ? (
          <span className={one.target.reached ? 'cover-done' : 'faint'}>
            {one.target.reached ? w.reached : w.target(`${one.target.percent}%`)}
          </span>
        ) : null}
      </p>
      <Rule one={one} />
    </section>
  )
}

/** How much of the whole, drawn. The last missing one stays visible. */
function Share({ part, of }: { readonly part: number; readonly of: number }) {
  const share = of === 0 ? 0 : part === of ? 100 : Math.min(99, (part * 100) / of)
  return (
    <div className="cover-share" aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </div>
  )
}

/** A count with the parts that add up to it, and what stands beside. */
export function Count({ one, onOpen }: Props) {
  const { say } = useLanguage()
  const many = useMany()
  const shown = one.parts.filter(({ group }) => group !== 'signing')
  const title = say(one.title)
  const most = Math.max(1, one.value ?? 0)
  return (
    <section className="sheet pad cover-count">
      <h2 className="h">{title}</h2>
      <p className="cover-figure">
        <span>
          <b>{many(one.value ?? 0)}</b> <small>{say(measures[one.measure])}</small>
        </span>
      </p>
      <table className="rows cover-parts">
        <tbody>
          {shown.map((part) => (
            <tr key={part.part} className={part.group === 'beside' ? 'beside' : undefined}>
              <th scope="row" {...(part.group === 'beside' ? { colSpan: 2 } : {})}>
                {say(part.title)}
              </th>
              {part.group === 'level' ? (
                <td aria-hidden="true">
                  <i style={{ width: `${(part.value * 100) / most}%` }} />
                </td>
              ) : null}
              <td className="r">
                <Opens
                  n={part.value}
                  what={say(part.title)}
                  onClick={() => onOpen({ indicator: one.id, part: part.part, title: `${title} · ${say(part.title)}` })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rule one={one} />
    </section>
  )
}

/** The rule of a number, and whose it is: an article, or a practice of the district. */
export function Rule({ one, children }: { readonly one: IndicatorWire; readonly children?: ReactNode }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const id = useId()
  const { rule, law, practice, records } = one.provenance
  return (
    <div className="cover-rule xs">
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {w.rule}
      </button>
      <div id={id} className={open ? 'open' : undefined}>
        <p>{say(rule)}</p>
        {children}
        <p className="faint">
          {law ? <LawNote law={law} /> : null}
          {practice ? <span>{say(practice)}　</span> : null}
          {w.records(say(records))}
        </p>
      </div>
    </div>
  )
}
