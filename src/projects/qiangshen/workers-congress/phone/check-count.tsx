/** Everybody counts: all papers of a sealed ballot, one's own among them, counted again on this phone. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '#ui/api.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { BallotWire, PapersWire } from '../ballot/ballot-wire.ts'
import { countOf } from '../ballot/box.ts'
import { keptReceipt } from './receipts.ts'

const words = catalogue({
  zh: {
    check: '核对票数和我的票',
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    mine: (choice: string) => `您的票在里面：${choice}`,
    gone: '票箱里没有您的回执号。请马上告诉监票人，或者打 12351。',
    count: (n: number, yes: number, no: number, abstain: number) =>
      `这台手机自己数了一遍：手机票 ${n} 张，赞成 ${yes}，反对 ${no}，弃权 ${abstain}。`,
    agrees: '与宣布的手机票数一致。',
    differs: '与宣布的手机票数不一致！请马上告诉监票人，或者打 12351。',
    all: (n: number) => `全部 ${n} 张票`,
    receipt: '回执号',
    choice: '投了什么',
  },
  en: {
    check: 'Check the count and my vote',
    yes: 'For',
    no: 'Against',
    abstain: 'Abstain',
    mine: (choice) => `Your vote is in: ${choice}`,
    gone: 'Your receipt is not in the box. Tell a teller at once, or ring 12351.',
    count: (n, yes, no, abstain) =>
      `Counted again on this phone: ${n} votes cast on phones, ${yes} for, ${no} against, ${abstain} abstained.`,
    agrees: 'It agrees with the count declared.',
    differs: 'It differs from the count declared! Tell a teller at once, or ring 12351.',
    all: (n) => `All ${n} votes`,
    receipt: 'Receipt',
    choice: 'Vote',
  },
})

export function CheckCount({ one }: { readonly one: BallotWire }) {
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['ballots', one.case, one.ballot, 'papers'],
    queryFn: ({ signal }) => get<PapersWire>(`/api/ballots/${one.case}/${one.ballot}/papers`, {}, signal),
    enabled: open,
  })
  if (!open)
    return (
      <button type="button" className="btn wide" onClick={() => setOpen(true)}>
        {w.check}
      </button>
    )
  if (error) return <Trouble error={error} onAgain={() => void refetch()} />
  if (!data) return <Waiting />
  const kept = one.youVoted ? keptReceipt(one.case, one.ballot) : undefined
  const mine = data.papers.find((paper) => paper.receipt === kept?.receipt)
  const count = countOf(data.papers)
  return (
    <div className="stack" role="status">
      {kept ? <p className={mine ? 'verdict yes' : 'verdict no'}>{mine ? w.mine(w[mine.choice]) : w.gone}</p> : null}
      <p>{w.count(data.papers.length, count.yes, count.no, count.abstain)}</p>
      {data.agrees === undefined ? null : <p className={data.agrees ? undefined : 'verdict no'}>{data.agrees ? w.agrees : w.differs}</p>}
      <details>
        <summary>{w.all(data.papers.length)}</summary>
        <table className="papers">
          <thead>
            <tr>
              <th scope="col">{w.receipt}</th>
              <th scope="col">{w.choice}</th>
            </tr>
          </thead>
          <tbody>
            {data.papers.map((paper) => (
              <tr key={paper.receipt} className={paper.receipt === kept?.receipt ? 'own' : undefined}>
                <td className="code">{paper.receipt}</td>
                <td>{w[paper.choice]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
