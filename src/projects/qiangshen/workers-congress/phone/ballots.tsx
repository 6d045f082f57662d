/** My ballots on the phone: vote in two taps, keep the receipt, and check the count when the ballot is sealed. */
import './ballots.css'
import { useQuery } from '@tanstack/react-query'
import { longDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { VoteCard } from '#ui/pieces/vote-card.tsx'
import type { BallotWire } from '../ballot/ballot-wire.ts'
import { ballotsQuery } from './ballots-query.ts'
import { CheckCount } from './check-count.tsx'
import { keptReceipt } from './receipts.ts'
import { VoteForm } from './vote-form.tsx'

const words = catalogue({
  zh: {
    none: '现在没有要您投票的',
    noneSays: '您是职工代表、开会时登记到会，表决开始后这里就有选票。',
    open: '请投票',
    past: '以前的表决',
    secret: '无记名：没有人能从系统里查到您投了什么。封票以前谁都看不到票数。',
    turnout: (voted: number, eligible: number) => `${eligible} 人可以投，已投 ${voted} 人`,
    voted: '您已投票',
    receipt: '回执号',
    receiptSays: '存在这台手机里，也可以抄下来。封票后用它核对您的票在不在里面。别给别人看：谁有回执号，封票后就能看到这张票投了什么。',
    elsewhere: '您已经投过票。回执号在投票用的那台手机里。',
    closed: '已经封票，等会场宣布结果。',
    void: '这一次投票作废，票不算。',
    missed: '您没有投这一次。',
    passed: '通过',
    failed: '没有通过',
  },
  en: {
    none: 'There is no ballot for you now',
    noneSays: 'Delegates who are registered as present find their ballot here as soon as voting begins.',
    open: 'Please vote',
    past: 'Earlier votes',
    secret: 'Secret: nobody can learn from the system how you voted. Nobody sees any count before the ballot is sealed.',
    turnout: (voted, eligible) => `${eligible} may vote, ${voted} have`,
    voted: 'You have voted',
    receipt: 'Receipt',
    receiptSays:
      'Kept on this phone; you may write it down. When the ballot is sealed it shows that your vote is in. Show it to nobody: whoever has it can then see how this paper voted.',
    elsewhere: 'You have voted. The receipt is on the phone you voted with.',
    closed: 'Sealed; the result is being counted.',
    void: 'This ballot was void; its votes do not count.',
    missed: 'You did not vote in this one.',
    passed: 'Passed',
    failed: 'Not passed',
  },
})

export function Ballots() {
  const w = useWords(words)
  const { data, error, refetch } = useQuery(ballotsQuery)
  if (error && !data) return <Trouble error={error} onAgain={() => void refetch()} />
  if (!data) return <Waiting />
  const open = data.items.filter((one) => one.state === 'open')
  const past = data.items.filter((one) => one.state !== 'open')
  return (
    <div className="ballots">
      {open.length > 0 ? (
        <section aria-labelledby="open-ballots">
          <h2 id="open-ballots">{w.open}</h2>
          {open.map((one) => (
            <Open key={one.case + one.ballot} one={one} onKept={() => void refetch()} />
          ))}
          <p className="small muted">{w.secret}</p>
        </section>
      ) : (
        <section className="card pad">
          <h2>{w.none}</h2>
          <p>{w.noneSays}</p>
        </section>
      )}
      {past.length > 0 ? (
        <section aria-labelledby="past-ballots">
          <h2 id="past-ballots">{w.past}</h2>
          {past.map((one) => (
            <Past key={one.case + one.ballot} one={one} />
          ))}
        </section>
      ) : null}
    </div>
  )
}

function Head({ one }: { readonly one: BallotWire }) {
  const { language } = useLanguage()
  return (
    <>
      <h3>{one.title}</h3>
      <p className="small muted">
        {one.union}　{one.session}　{longDay(one.on, language)}
      </p>
    </>
  )
}

function Open({ one, onKept }: { readonly one: BallotWire; readonly onKept: () => void }) {
  const w = useWords(words)
  return (
    <article className="card pad stack">
      <Head one={one} />
      {one.youVoted ? <Receipt one={one} /> : <VoteForm one={one} onKept={onKept} />}
      <p className="small muted">{w.turnout(one.voted, one.eligible)}</p>
    </article>
  )
}

function Receipt({ one }: { readonly one: BallotWire }) {
  const w = useWords(words)
  const kept = keptReceipt(one.case, one.ballot)
  if (!kept) return <p>{w.elsewhere}</p>
  return (
    <div className="receipt" role="status">
      <p>
        <b>{w.voted}</b>　{w.receipt}
      </p>
      <p className="code">{kept.receipt}</p>
      <p className="small muted">{w.receiptSays}</p>
    </div>
  )
}

function Past({ one }: { readonly one: BallotWire }) {
  const w = useWords(words)
  const says = one.state === 'closed' ? w.closed : one.state === 'void' ? w.void : one.youVoted ? undefined : w.missed
  return (
    <article className="card pad stack">
      <Head one={one} />
      {one.result ? (
        <>
          <p className={one.result.passed ? 'verdict yes' : 'verdict no'}>{one.result.passed ? w.passed : w.failed}</p>
          <VoteCard {...one.result} phase="counted" />
        </>
      ) : null}
      {says ? <p>{says}</p> : null}
      {one.state === 'closed' || one.state === 'counted' ? <CheckCount one={one} /> : null}
    </article>
  )
}
