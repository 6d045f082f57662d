/** The session at hand: who is there, the items of the agenda, the ballot that is open, and each result with its two marks. */
import './session.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import { VoteCard } from '#ui/pieces/vote-card.tsx'
import { type Facts, ways } from '../data.ts'
import { allOf, ballotOf, fewestOnPhones, itemOf, phonesOf, presentOf, resultOf, sessionName } from '../votes.ts'
import { CountForm } from './count-form.tsx'
import { Presence } from './presence.tsx'
import { turnoutQuery } from './questions.ts'
import { useStep } from './use-step.ts'

const words = catalogue({
  zh: {
    title: '会议',
    register: '职工代表名册',
    agenda: '表决',
    passed: '通过',
    failed: '未通过',
    notVoted: '没有表决',
    begin: '开始表决',
    how: '怎样投票',
    people: '纸票',
    phones: '手机投票',
    both: '手机加纸票',
    voting: '正在投票',
    secret: '票数封票以后才看得到。',
    turnout: (voted: number, eligible: number) => `手机：${eligible} 人可以投，已投 ${voted} 人`,
    onPaper: '纸票投在票箱里，全部收齐再封票。',
    fewPhones: (n: number) => `到会的人里能用手机投票的有 ${n} 人，不少于 ${fewestOnPhones} 人才能用手机：代表要先与“人员”里的人对上。`,
    seal: '封票',
    sealSays: (left: number) => `封票（还有 ${left} 人没投）`,
    minutes: '表决完了：在左边“写会议纪要”，再“闭会”。',
  },
  en: {
    title: 'Session',
    register: 'Register of delegates',
    agenda: 'Votes',
    passed: 'passed',
    failed: 'not passed',
    notVoted: 'not voted on',
    begin: 'Open the ballot',
    how: 'How to vote',
    people: 'On paper',
    phones: 'On phones',
    both: 'Phones and paper',
    voting: 'Voting',
    secret: 'Nobody sees the count before the ballot is sealed.',
    turnout: (voted, eligible) => `Phones: ${eligible} may vote, ${voted} have`,
    onPaper: 'Papers go into the box; seal when all are in.',
    fewPhones: (n) =>
      `${n} of those present can vote on a phone; ${fewestOnPhones} are needed. Link delegates to people of the register first.`,
    seal: 'Seal the ballot',
    sealSays: (left) => `Seal (${left} have not voted)`,
    minutes: 'All voted: write the minutes, then close the session.',
  },
})

type Known = Pick<Facts, 'call' | 'opening' | 'presences' | 'ballots' | 'results'>
const factsOf = (file: CaseWire): Known => {
  const { call, opening, presences = [], ballots = [], results = [] } = file.facts as Partial<Facts>
  return { call, opening, presences, ballots, results }
}

export function Session({ file }: { readonly file: CaseWire }) {
  const w = useWords(words)
  const facts = factsOf(file)
  const { call } = facts
  if (!call) return null
  const may = (step: string) => file.steps.some((one) => one.id === step && (one.allowed || one.refusal?.why === 'broken'))
  return (
    <div className="congress">
      <h2 className="h">
        {sessionName(call)}{' '}
        <Go to="/desk/congress/delegates" search={{ union: file.owner.id }}>
          {w.register}
        </Go>
      </h2>
      {file.state === 'called' && may('openSession') ? <Presence file={file} form={call.form} /> : null}
      {file.state === 'voting' ? <Voting file={file} facts={facts} may={may('closeBallot')} /> : null}
      {file.state === 'counting' && may('count') ? <CountForm file={file} facts={facts} /> : null}
      {file.state === 'inSession' || file.state === 'closed' ? <Items file={file} facts={facts} may={may('openBallot')} /> : null}
    </div>
  )
}

const none = { yes: 0, no: 0, abstain: 0 }

function Items({ file, facts, may }: { readonly file: CaseWire; readonly facts: Known; readonly may: boolean }) {
  const w = useWords(words)
  const { call, results } = facts
  const agenda = call?.agenda ?? []
  const all = allOf(facts) ?? 0
  const present = presentOf(facts) ?? 0
  const left = agenda.some((one) => one.kind !== 'report' && !resultOf(facts, one.id))
  return (
    <>
      {results.length === 0 ? <VoteCard all={all} present={present} {...none} phase="gathering" /> : null}
      {agenda.map((item) => {
        const result = resultOf(facts, item.id)
        return (
          <section key={item.id} className="item">
            <h3>
              {item.title}{' '}
              <small className={result?.passed ? 'ok' : undefined}>
                {result ? (result.passed ? w.passed : w.failed) : item.kind === 'report' ? '' : w.notVoted}
              </small>
            </h3>
            {result ? (
              <VoteCard
                all={result.all ?? all}
                present={result.present ?? present}
                yes={result.yes ?? 0}
                no={result.no ?? 0}
                abstain={result.abstain ?? 0}
                phase="counted"
              />
            ) : file.state === 'inSession' && may ? (
              <Begin file={file} item={item.id} phones={phonesOf(facts)} />
            ) : null}
          </section>
        )
      })}
      {file.state === 'inSession' && !left ? <p className="s sub">{w.minutes}</p> : null}
    </>
  )
}

function Begin({ file, item, phones }: { readonly file: CaseWire; readonly item: string; readonly phones: number }) {
  const w = useWords(words)
  const { busy, error, take } = useStep(file)
  const [how, setHow] = useState<(typeof ways)[number]>('people')
  return (
    <div className="acts">
      <fieldset className="ways">
        <legend className="vh">{w.how}</legend>
        {ways.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name={`way-${item}`}
              checked={how === way}
              disabled={way !== 'people' && phones < fewestOnPhones}
              onChange={() => setHow(way)}
            />{' '}
            {w[way]}
          </label>
        ))}
      </fieldset>
      <Button look="pri" busy={busy} onClick={() => void take('openBallot', { item, how, secret: true })}>
        {w.begin}
      </Button>
      {phones < fewestOnPhones ? <p className="xs sub">{w.fewPhones(phones)}</p> : null}
      {error ? <Trouble error={error} /> : null}
    </div>
  )
}

function Voting({ file, facts, may }: { readonly file: CaseWire; readonly facts: Known; readonly may: boolean }) {
  const w = useWords(words)
  const { busy, error, take } = useStep(file)
  const ballot = ballotOf(facts)
  const { data: turnout } = useQuery({ ...turnoutQuery(file.id), enabled: ballot?.how !== 'people' })
  const left = turnout && ballot?.how === 'phones' ? turnout.eligible - turnout.voted : 0
  return (
    <VoteCard
      title={itemOf(facts, ballot?.item)?.title}
      says={w.voting}
      all={allOf(facts) ?? 0}
      present={presentOf(facts) ?? 0}
      {...none}
      phase="secret"
    >
      {turnout ? (
        <p className="turnout" role="status">
          {w.turnout(turnout.voted, turnout.eligible)}
          <progress max={turnout.eligible} value={turnout.voted} aria-label={w.voting} />
        </p>
      ) : null}
      {ballot?.how === 'phones' ? null : <p className="s">{w.onPaper}</p>}
      <p className="xs sub">{w.secret}</p>
      {may ? (
        <Button look={left > 0 ? 'plain' : 'pri'} busy={busy} onClick={() => void take('closeBallot')}>
          {left > 0 ? w.sealSays(left) : w.seal}
        </Button>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </VoteCard>
  )
}
