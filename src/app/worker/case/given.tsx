/** 法律给您的: what one may do, or by when, in a sentence; the article folded under it. */
import type { ReactNode } from 'react'
import type { CaseWire, LawWire } from '#engine/wire.ts'
import { payable } from '#projects/anxin/dispute-mediation/terms.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { DayWords } from '../parts/day.tsx'
import { LawQuote } from '../parts/law-quote.tsx'
import { dueOf, factsOf, isDispute, lastOf, sideOf, stepOf } from './matter.ts'

const words = catalogue({
  zh: {
    title: '法律给您的',
    titleFirm: '法律怎么说',
    endOver: '还没谈成，您就可以去仲裁。',
    endMore: '想多谈几天，要您和公司都同意。',
    endFirm: '还没谈成，职工就可以去仲裁。',
    endFirmMore: '想多谈几天，要双方都签字。',
    accept: '前要告诉您收不收。',
    counted: '怎么数的：',
    limit: '申请仲裁，最晚',
    stop: '。',
    limitMore: '仲裁不收费。',
    notYet: '您还在上班，讨工资的一年期限还没开始算；',
    notYetMore: '离职那天才开始。',
    order: '谈成了公司不给钱，',
    orderMore: '您可以拿协议书向法院申请支付令。',
    orderFirm: '谈成了到期不付，',
    orderFirmMore: '职工可以拿协议书向法院申请支付令。',
    review: '想让协议能强制执行，',
    reviewMore: '前双方一起申请仲裁审查。',
    free: '愿不愿意调，由您单位定；',
    freeMore: '不愿意，职工可以直接去仲裁。',
  },
  en: {
    title: 'What the law gives you',
    titleFirm: 'What the law says',
    endOver: ': not agreed by then, you can go to arbitration.',
    endMore: ' More days need both of you to agree.',
    endFirm: ': not agreed by then, the worker can go to arbitration.',
    endFirmMore: ' More days need both signatures.',
    accept: ': by then you are told whether it is accepted.',
    counted: 'How it is counted: ',
    limit: 'Last day for arbitration:',
    stop: '.',
    limitMore: ' Arbitration is free.',
    notYet: 'You still work there, so the one-year limit for wages has not begun; ',
    notYetMore: 'it begins on the day you leave.',
    order: 'If it is agreed and the firm does not pay, ',
    orderMore: 'the agreement lets you ask the court for a payment order.',
    orderFirm: 'If it is agreed and not paid in time, ',
    orderFirmMore: 'the worker may ask the court for a payment order.',
    review: 'To make it enforceable, ',
    reviewMore: ': ask together for arbitral review by then.',
    free: 'Whether to mediate is for you to say; ',
    freeMore: 'if not, the worker may go straight to arbitration.',
  },
})

const Point = ({
  children,
  laws,
  counted,
}: {
  readonly children: ReactNode
  readonly laws: readonly (LawWire | undefined)[]
  readonly counted?: string | undefined
}) => (
  <li>
    <p>{children}</p>
    <LawQuote laws={laws.filter((law) => law !== undefined)} {...(counted ? { counted } : {})} />
  </li>
)

export function Given({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  if (!isDispute(one)) return null
  const firm = sideOf(one) === 'firm'
  const { application } = factsOf(one)
  const [end, accept, limit, review] = [
    dueOf(one, 'end'),
    dueOf(one, 'accept'),
    dueOf(one, 'limitation', 'limitationWage'),
    dueOf(one, 'arbitralReview'),
  ]
  const talking = one.state === 'received' || one.state === 'mediating'
  const wage = application?.claimKind === 'unpaidWages' || application?.claimKind === 'overtime'
  const order = stepOf(one, 'issuePaymentOrder')
  const covers = (payable as readonly string[]).includes(application?.claimKind ?? '') || wage
  const points: ReactNode[] = []
  const day = (due: NonNullable<typeof end>) => <DayWords day={lastOf(due)} today={one.today} />
  if (firm && one.state === 'received')
    points.push(
      <Point key="free" laws={[stepOf(one, 'decline')?.law]}>
        <b>{w.free}</b>
        {w.freeMore}
      </Point>,
    )
  if (accept && one.state === 'received' && !firm)
    points.push(
      <Point key="accept" laws={[accept.law]} counted={`${w.counted}${say(accept.counted)}`}>
        <b>
          {day(accept)}
          {w.accept}
        </b>
      </Point>,
    )
  if (end && talking)
    points.push(
      <Point key="end" laws={[end.law, ...end.also.map((other) => other.law)]} counted={`${w.counted}${say(end.counted)}`}>
        <b>
          {day(end)}
          {firm ? w.endFirm : w.endOver}
        </b>
        {firm ? w.endFirmMore : w.endMore}
      </Point>,
    )
  if (review)
    points.push(
      <Point key="review" laws={[review.law]}>
        <b>{w.review}</b>
        {day(review)}
        {w.reviewMore}
      </Point>,
    )
  if (!firm && limit)
    points.push(
      <Point key="limit" laws={[limit.law]} counted={`${w.counted}${say(limit.counted)}`}>
        <b>
          {w.limit} {day(limit)}
          {w.stop}
        </b>
        {w.limitMore}
      </Point>,
    )
  else if (!firm && wage && application?.stillEmployed)
    points.push(
      <Point key="notYet" laws={[]}>
        <b>{w.notYet}</b>
        {w.notYetMore}
      </Point>,
    )
  if (covers && order && !one.ended)
    points.push(
      <Point key="order" laws={[order.law]}>
        <b>{firm ? w.orderFirm : w.order}</b>
        {firm ? w.orderFirmMore : w.orderMore}
      </Point>,
    )
  if (!points.length) return null
  return (
    <section aria-labelledby="l">
      <h2 id="l">{firm ? w.titleFirm : w.title}</h2>
      <div className="card pad">
        <ul className="law">{points}</ul>
      </div>
    </section>
  )
}
