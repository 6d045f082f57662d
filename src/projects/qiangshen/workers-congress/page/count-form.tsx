/** The count of a sealed ballot: what the tellers found on paper, what came by phone, and the verdict that follows. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { VoteCard } from '#ui/pieces/vote-card.tsx'
import { type Facts, ways } from '../data.ts'
import { allOf, ballotOf, isPassed, itemOf, presentOf, tallyOf } from '../votes.ts'
import { papersQuery } from './questions.ts'
import { useStep } from './use-step.ts'

const words = catalogue({
  zh: {
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    invalid: '废票',
    first: '计票人',
    second: '监票人',
    paper: '纸票',
    phones: (yes: number, no: number, abstain: number) => `手机票：赞成 ${yes}，反对 ${no}，弃权 ${abstain}（自动计入，不能改）`,
    pass: '宣布通过',
    fail: '宣布未通过',
  },
  en: {
    yes: 'For',
    no: 'Against',
    abstain: 'Abstained',
    invalid: 'Invalid',
    first: 'Teller',
    second: 'Second teller',
    paper: 'On paper',
    phones: (yes, no, abstain) => `On phones: ${yes} for, ${no} against, ${abstain} abstained (added by the house; cannot be changed)`,
    pass: 'Declare it passed',
    fail: 'Declare it not passed',
  },
})

const numbers = ['yes', 'no', 'abstain', 'invalid'] as const
const numberIn = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0)

type Known = Pick<Facts, 'call' | 'opening' | 'presences' | 'ballots'>

export function CountForm({ file, facts }: { readonly file: CaseWire; readonly facts: Known }) {
  const w = useWords(words)
  const ballot = ballotOf(facts)
  const byPhone = ballot?.how !== ways[0]
  const { data, error } = useQuery({ ...papersQuery(file.id, facts.ballots.length), enabled: byPhone })
  const { error: refused, take } = useStep(file)
  const [typed, setTyped] = useState({ yes: '', no: '', abstain: '', invalid: '', first: '', second: '' })
  if (error) return <Trouble error={error} />
  if (byPhone && !data) return <Waiting />
  const onPaper = ballot?.how !== 'phones'
  const hand = {
    yes: numberIn(typed.yes),
    no: numberIn(typed.no),
    abstain: numberIn(typed.abstain),
    invalid: numberIn(typed.invalid),
    tellers: [typed.first.trim(), typed.second.trim()],
  }
  const box = data && { ...data.count, eligible: data.eligible }
  const tally = tallyOf({ ...(onPaper ? { hand } : {}), ...(box ? { box } : {}) })
  const all = allOf(facts) ?? 0
  const passed = isPassed(tally.yes, all)
  const send = () => take('count', { id: ballot?.item, passed, ...(onPaper ? { hand } : {}) })
  const field = (name: keyof typeof typed, numeric: boolean) => (
    <Labelled key={name} label={w[name]} path={name}>
      {(wiring) => (
        <input
          {...wiring}
          className="box"
          inputMode={numeric ? 'numeric' : 'text'}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <VoteCard
      title={itemOf(facts, ballot?.item)?.title}
      all={all}
      present={(presentOf(facts) ?? 0) - (onPaper ? hand.invalid : 0)}
      {...tally}
      phase={onPaper ? 'counting' : 'counted'}
    >
      {data ? <p className="s">{w.phones(data.count.yes, data.count.no, data.count.abstain)}</p> : null}
      <ActForm
        says={passed ? w.pass : w.fail}
        send={send}
        ready={!onPaper || (typed.yes !== '' && hand.tellers.every((name) => name !== ''))}
      >
        {onPaper ? (
          <fieldset className="hand">
            <legend className="label">{w.paper}</legend>
            {numbers.map((name) => field(name, true))}
            {field('first', false)}
            {field('second', false)}
          </fieldset>
        ) : null}
      </ActForm>
      {refused ? <Trouble error={refused} /> : null}
    </VoteCard>
  )
}
