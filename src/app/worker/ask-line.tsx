/** One question, at most two answers, answered where it is asked. */
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type Ask, answerStep, askOf, may, sideOf } from './case/matter.ts'
import { useTake } from './case/use-case.tsx'
import { Icon } from './parts/icon.tsx'
import type { Me } from './me.tsx'
import { newKey } from './parts/new-key.tsx'

const words = catalogue({
  zh: {
    hearing: '调解会，您能到吗？',
    canCome: '我能到',
    other: '换个时间',
    consent: '愿意坐下来调解吗？',
    consentFirm: '职工申请调解，您单位愿意吗？',
    yes: '愿意',
    no: '不愿意',
    sign: '协议写好了，您看过再签',
    approve: '协议写好了，您同意吗？',
    read: '看协议',
    paid: '到日子了，钱收到了吗？',
    paidFirm: '到日子了，钱付了吗？',
    got: '收到了',
    notGot: '没收到',
    paidIt: '付了',
    sending: '正在回复…',
  },
  en: {
    hearing: 'Can you come to the hearing?',
    canCome: 'I can come',
    other: 'Another time',
    consent: 'Will you sit down to mediate?',
    consentFirm: 'A worker asks for mediation. Will your firm take part?',
    yes: 'Yes',
    no: 'No',
    sign: 'The agreement is ready: read it, then sign',
    approve: 'The agreement is ready. Do you agree?',
    read: 'Read it',
    paid: 'The day has come: were you paid?',
    paidFirm: 'The day has come: have you paid?',
    got: 'Yes',
    notGot: 'No',
    paidIt: 'We have paid',
    sending: 'Answering…',
  },
})

export function AskLine({ one, me }: { readonly one: CaseWire; readonly me: Me }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const side = sideOf(one)
  const ask = askOf(one, side)
  const take = useTake(one)
  const key = useRef(newKey())
  if (!ask) return null
  const firm = side === 'firm'
  const id = `ask-${one.id}`
  const page = (step: string) => ({ to: `/me/cases/${one.id}`, search: { step } as never })
  const answer = (step: string, input: unknown) => take.mutate({ step, input, key: key.current })
  const question: Readonly<Record<NonNullable<Ask>, string>> = {
    hearing: w.hearing,
    consent: firm ? w.consentFirm : w.consent,
    sign: w.sign,
    approve: w.approve,
    paid: firm ? w.paidFirm : w.paid,
  }
  const now = (title: string, act: () => void) => (
    <button className="btn main" type="button" aria-describedby={id} disabled={take.isPending} onClick={act}>
      <Icon name="ok" />
      {take.isPending ? w.sending : title}
    </button>
  )
  const go = (title: string, step: string, main = false) =>
    may(one, step) ? (
      <Link className={main ? 'btn main' : 'btn'} aria-describedby={id} {...page(step)}>
        {title}
      </Link>
    ) : null
  return (
    <div className="ask-line">
      <p id={id}>
        <b>{question[ask]}</b>
      </p>
      {take.error instanceof ProblemError ? (
        <p className="wrong" role="alert">
          {say(take.error.says)}
        </p>
      ) : null}
      <div className="acts">
        {ask === 'hearing' ? (
          <>
            {now(w.canCome, () => answer(answerStep(side), { comes: 'yes' }))}
            {go(w.other, answerStep(side))}
          </>
        ) : null}
        {ask === 'consent' ? (
          <>
            {now(w.yes, () => answer(firm ? 'consent' : 'workerConsents', { who: me.name, how: 'online' }))}
            {go(w.no, firm ? 'decline' : 'withdraw')}
          </>
        ) : null}
        {ask === 'sign' ? go(w.read, firm ? 'firmSigns' : 'workerSigns', true) : null}
        {ask === 'approve' ? go(w.read, 'approve', true) : null}
        {ask === 'paid' ? (
          <>
            {go(firm ? w.paidIt : w.got, 'reportPayment', true)}
            {firm ? null : go(w.notGot, 'reportBreach')}
          </>
        ) : null}
      </div>
    </div>
  )
}
