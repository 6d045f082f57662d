/** What mediation adds to the derived case page: both sides' figures beside each other, and forms that begin with what is known. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import type { CaseWire } from '#engine/wire.ts'
import { yuan } from '#kernel/money.ts'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Facts } from '../data.ts'
import { type Figure, figuresOf, prefill, sum } from './figures.ts'

const words = catalogue({
  zh: {
    title: '请求与争点',
    unit: '单位：元',
    item: '请求',
    worker: '职工方',
    firm: '企业方',
    agreed: '已谈拢',
    open: '未谈拢',
    total: '合计',
    payBy: '付清日期',
  },
  en: {
    title: 'Claims and points',
    unit: 'in yuan',
    item: 'Claim',
    worker: 'Worker',
    firm: 'Employer',
    agreed: 'Agreed',
    open: 'open',
    total: 'Total',
    payBy: 'Pay by',
  },
})

const total = (figures: readonly Figure[], side: 'worker' | 'firm' | 'agreed'): string =>
  figures.some((one) => one[side] !== undefined) ? yuan(sum(figures, side)) : ''
export function Figures({ facts, today }: { readonly facts: Partial<Facts>; readonly today: CaseWire['today'] }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const figures = figuresOf(facts)
  if (figures.length === 0) return null
  const money = (fen: number | undefined) => (fen === undefined ? '' : yuan(fen))
  const sides = [facts.workerStatements?.at(-1)?.payBy, facts.firmStatements?.at(-1)?.payBy] as const
  return (
    <>
      <h2 className="h">
        {w.title} <small>{w.unit}</small>
      </h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col" className="r">
              {w.worker}
            </th>
            <th scope="col" className="r">
              {w.firm}
            </th>
            <th scope="col" className="r">
              {w.agreed}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.item}>
              <td>{one.item}</td>
              <td className="r num">{money(one.worker)}</td>
              <td className="r num">{money(one.firm)}</td>
              <td className="r num">{one.settled ? <b>{money(one.agreed) || '✓'}</b> : <span className="faint">{w.open}</span>}</td>
            </tr>
          ))}
          {sides.some(Boolean) ? (
            <tr>
              <td>{w.payBy}</td>
              <td className="r num">{sides[0] ? shortDay(sides[0], language, today) : ''}</td>
              <td className="r num">{sides[1] ? shortDay(sides[1], language, today) : ''}</td>
              <td />
            </tr>
          ) : null}
          {figures.length > 1 ? (
            <tr>
              <td>
                <b>{w.total}</b>
              </td>
              <td className="r num">
                <b>{total(figures, 'worker')}</b>
              </td>
              <td className="r num">
                <b>{total(figures, 'firm')}</b>
              </td>
              <td className="r num">
                <b>{total(figures, 'agreed')}</b>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </>
  )
}

const begun: Readonly<Record<string, { readonly by: string; readonly channel: string }>> = {
  apply: { by: 'worker', channel: 'written' },
  applyAtCounter: { by: 'worker', channel: 'oral' },
  applyAsFirm: { by: 'employer', channel: 'written' },
  offerMediation: { by: 'body', channel: 'written' },
}

export const mediationExtras: CaseExtras = {
  beside: (file) =>
    figuresOf(file.facts as Partial<Facts>).length > 0 ? <Figures facts={file.facts as Partial<Facts>} today={file.today} /> : null,
  prefill,
  opening: (step) => ({ ...begun[step], respondent: { kind: 'employer' } }),
  ownerKind: 'committee',
}
