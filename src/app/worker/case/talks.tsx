/** 谈到哪一步了: what each side says, what is agreed, what is open, and what has been paid. */
import { yuan } from '#kernel/money.ts'
import type { CaseWire } from '#engine/wire.ts'
import { agreedFen, paidFen, termsOf } from '#projects/anxin/dispute-mediation/terms.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { DayWords } from '../parts/day.tsx'
import { factsOf, isDispute, sideOf } from './matter.ts'

const words = catalogue({
  zh: {
    title: '谈到哪一步了',
    you: '您要求',
    they: '公司说',
    youFirm: '您单位说',
    theyFirm: '职工要求',
    agreed: '已谈拢',
    open: '没谈拢',
    draft: '协议写的',
    paid: '已付',
    sum: (n: string) => `${n} 元`,
    of: (a: string, b: string) => `${a} 元，一共 ${b} 元`,
    by: '前付清',
    on: '前付',
    none: '对方还没有答复',
    noneYours: '还没有答复，可以在下面说',
  },
  en: {
    title: 'Where the talks are',
    you: 'You ask',
    they: 'The firm says',
    youFirm: 'Your firm says',
    theyFirm: 'The worker asks',
    agreed: 'Agreed',
    open: 'Still open',
    draft: 'Drafted',
    paid: 'Paid',
    sum: (n: string) => `${n} yuan`,
    of: (a: string, b: string) => `${a} of ${b} yuan`,
    by: ' at the latest',
    on: '',
    none: 'No answer yet',
    noneYours: 'You have not answered yet; you can below',
  },
})

export function Talks({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  if (!isDispute(one)) return null
  const facts = factsOf(one)
  const { application } = facts
  const firm = sideOf(one) === 'firm'
  const worker =
    facts.workerStatements?.at(-1) ??
    (application ? { says: application.wants, lines: application.claims ?? [], payBy: undefined } : undefined)
  const answer = facts.firmStatements?.at(-1)
  const agreed = (facts.records ?? []).flatMap((record) => record.agreed)
  const open = facts.records?.at(-1)?.open ?? []
  const terms = termsOf({ drafts: facts.drafts ?? [] })
  const sum = agreedFen({ drafts: facts.drafts ?? [] })
  return (
    <section aria-labelledby="s">
      <h2 id="s">{w.title}</h2>
      <dl className="card pad say">
        {worker ? (
          <div>
            <dt>{firm ? w.theyFirm : w.you}</dt>
            <dd>
              <Said {...worker} one={one} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{firm ? w.youFirm : w.they}</dt>
          <dd>{answer ? <Said {...answer} one={one} /> : <span className="muted">{firm ? w.noneYours : w.none}</span>}</dd>
        </div>
        {agreed.length ? (
          <div>
            <dt>{w.agreed}</dt>
            <dd>
              <Lines lines={agreed} />
            </dd>
          </div>
        ) : null}
        {open.length ? (
          <div>
            <dt>{w.open}</dt>
            <dd lang="zh-CN">{open.join('；')}</dd>
          </div>
        ) : null}
        {terms?.payments.length ? (
          <div>
            <dt>{w.draft}</dt>
            <dd>
              {terms.payments.map((pay) => (
                <span className="block" key={`${pay.by} ${pay.amountFen}`}>
                  <b className="nb">{w.sum(yuan(pay.amountFen))}</b> <DayWords day={pay.by} today={one.today} />
                  {w.on}
                </span>
              ))}
            </dd>
          </div>
        ) : null}
        {facts.payments?.length ? (
          <div>
            <dt>{w.paid}</dt>
            <dd>{w.of(yuan(paidFen({ payments: facts.payments })), yuan(sum))}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

function Said({
  says,
  lines,
  payBy,
  one,
}: {
  readonly says: string
  readonly lines: readonly { readonly item: string; readonly amountFen?: number | undefined }[]
  readonly payBy?: CaseWire['today'] | undefined
  readonly one: CaseWire
}) {
  const w = useWords(words)
  return (
    <>
      <span className="block" lang="zh-CN">
        {says}
      </span>
      <Lines lines={lines} />
      {payBy ? (
        <span className="block small muted">
          <DayWords day={payBy} today={one.today} />
          {w.by}
        </span>
      ) : null}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly { readonly item: string; readonly amountFen?: number | undefined }[] }) {
  const w = useWords(words)
  return lines.map((line) => (
    <span className="block" key={line.item}>
      {line.item} {line.amountFen === undefined ? null : <b className="nb">{w.sum(yuan(line.amountFen))}</b>}
    </span>
  ))
}
