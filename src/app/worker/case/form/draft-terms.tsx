/** The agreement as drafted: the points and the payments that one is asked to sign. */
import { yuan } from '#kernel/money.ts'
import type { CaseWire } from '#engine/wire.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { DayWords } from '../../parts/day.tsx'
import { factsOf } from '../matter.ts'

const words = catalogue({
  zh: { title: '协议内容', pay: '付款', before: '前付', sum: (n: string) => `${n} 元` },
  en: { title: 'The agreement', pay: 'Payments', before: '', sum: (n: string) => `${n} yuan` },
})

export function DraftTerms({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  const draft = factsOf(one).drafts?.at(-1)
  if (!draft) return null
  return (
    <section className="words" aria-label={w.title}>
      <b>{w.title}</b>
      <ol className="points" lang="zh-CN">
        {draft.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {draft.payments.length ? (
        <>
          <b>{w.pay}</b>
          <ul>
            {draft.payments.map((pay) => (
              <li key={`${pay.by} ${pay.amountFen}`}>
                <DayWords day={pay.by} today={one.today} />
                {w.before} <b className="nb">{w.sum(yuan(pay.amountFen))}</b>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
