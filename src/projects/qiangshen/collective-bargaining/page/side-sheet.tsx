/** Beside the table: the vote of the congress, and the firm's own numbers with the day by which the law wanted them. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { placeQuery } from '#engine/screens/questions.ts'
import type { CaseWire } from '#engine/wire.ts'
import type { Day } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import { get, type LawPlace } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { longDay, shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { VoteCard } from '#ui/pieces/vote-card.tsx'
import { halfPassedAt, quorumAt } from '#ui/pieces/vote-count.ts'
import type { Facts, Materials, Vote } from '../data.ts'
import { isWage } from '../facts/law.ts'

const words = catalogue({
  zh: {
    vote: '职代会表决',
    again: '重新表决',
    session: (term: number, session: number, form: string) => `第${term}届第${session}次${form}`,
    congress: '职工代表大会',
    assembly: '职工大会',
    carried: '通过',
    refused: '未通过',
    planned: (day: string, place: string) => `${day}，${place}`,
    toCongress: (number: string) => `到这次职代会 ${number}`,
    noVote: '草案形成以后，提交职工代表大会表决：实到满三分之二，赞成过全体半数。',
    before: (day: string, result: string) => `上一次 ${day}　${result}`,
    tally: (present: number, yes: number, no: number, abstain: number) => `实到 ${present}，赞成 ${yes}，反对 ${no}，弃权 ${abstain}。`,
    short: (all: number, needs: number, n: number) => `${all} 的过半是 ${needs}，差 ${n} 票。`,
    few: (all: number, needs: number, n: number) => `${all} 的三分之二是 ${needs}，少 ${n} 人。`,
    numbers: '企业自己的数',
    year: (n: number) => `${n} 年度`,
    revenue: '营业收入',
    profit: '利润总额',
    payroll: '工资总额',
    workers: '职工人数',
    average: (n: string) => `人均月 ${n}`,
    people: (n: number) => `${n} 人`,
    yi: (n: number) => `${n.toFixed(2)} 亿元`,
    wan: (n: number) => `${Math.round(n).toLocaleString('zh-CN')} 万元`,
    yuan: (n: string) => `${n} 元`,
    came: (day: string) => `企业 ${day} 交来`,
    limit: (day: string) => `限 ${day}`,
    noNumbers: '企业还没有交来资料。',
    asked: (what: string) => `已要求提供：${what}。`,
    comma: '、',
    gap: '　',
  },
  en: {
    vote: 'Vote of the congress',
    again: 'New vote',
    session: (term, session, form) => `${form}, term ${term}, session ${session}`,
    congress: 'Workers’ congress',
    assembly: 'Assembly of all staff',
    carried: 'carried',
    refused: 'not carried',
    planned: (day, place) => `${day}, ${place}`,
    toCongress: (number) => `To this session, ${number}`,
    noVote: 'Once there is a draft it goes to the congress: two thirds present, more than half of all in favour.',
    before: (day, result) => `Before, ${day}: ${result}`,
    tally: (present, yes, no, abstain) => `${present} present, ${yes} for, ${no} against, ${abstain} abstained.`,
    short: (all, needs, n) => `More than half of ${all} is ${needs}: ${n} short.`,
    few: (all, needs, n) => `Two thirds of ${all} are ${needs}: ${n} missing.`,
    numbers: 'The firm’s own numbers',
    year: (n) => `of ${n}`,
    revenue: 'Revenue',
    profit: 'Profit',
    payroll: 'Payroll',
    workers: 'Workers',
    average: (n) => `${n} a month each`,
    people: (n) => `${n}`,
    yi: (n) => `${(n * 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })} million yuan`,
    wan: (n) => `${(n / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })} million yuan`,
    yuan: (n) => `${n} yuan`,
    came: (day) => `Supplied ${day}`,
    limit: (day) => `due ${day}`,
    noNumbers: 'The firm has supplied nothing yet.',
    asked: (what) => `Asked for: ${what}.`,
    comma: ', ',
    gap: '; ',
  },
})

export function SideSheet({
  file,
  facts,
  materialsAct,
}: {
  readonly file: CaseWire
  readonly facts: Facts
  readonly materialsAct: ReactNode
}) {
  return (
    <aside className="sheet pad beside">
      <VoteSection file={file} facts={facts} />
      <hr className="hr" />
      <Numbers file={file} facts={facts} />
      {materialsAct}
    </aside>
  )
}

/** What the house itself counted stands above what was typed. */
const countedOf = (vote: Vote) => vote.congress ?? vote

function VoteSection({ file, facts }: { readonly file: CaseWire; readonly facts: Facts }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const { votes, convening } = facts
  const last = votes.at(-1)
  const before = votes.slice(0, -1).toReversed()
  const failed = file.log.findLastIndex(({ step }) => step === 'reject')
  const again = failed >= 0 && file.log.slice(failed).some(({ step }) => step === 'reviseDraft')
  const title = again ? w.again : w.vote
  const waiting = file.state === 'atCongress' || file.state === 'drafted'
  const named = (one: { readonly term: number; readonly session: number; readonly form: 'congress' | 'assembly' }) =>
    w.session(one.term, one.session, w[one.form])
  return (
    <section>
      {last && !waiting ? (
        <VoteCard title={title} says={named(last)} phase="counted" {...countedOf(last)} />
      ) : (
        <>
          <h2 className="h">{title}</h2>
          <p className="s sub">
            {convening && waiting
              ? `${named(convening)}${w.gap}${w.planned(longDay(convening.onDay, language, file.today), convening.place)}`
              : w.noVote}
          </p>
        </>
      )}
      {file.related
        .filter(({ procedure, opened }) => opened && procedure === 'workers-congress')
        .map((one) => (
          <p key={one.id} className="s">
            <Go to="/desk/cases/$caseId" params={{ caseId: one.id }}>
              {w.toCongress(one.number)}
            </Go>
          </p>
        ))}
      {(last && waiting ? [last, ...before] : before).map((vote) => (
        <Before key={vote.heldOn + String(vote.session)} vote={vote} today={file.today} />
      ))}
    </section>
  )
}

function Before({ vote, today }: { readonly vote: Vote; readonly today: CaseWire['today'] }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const { all, present, yes, no, abstain } = countedOf(vote)
  const needs = { present: quorumAt(all), yes: halfPassedAt(all) }
  const carried = present >= needs.present && yes >= needs.yes
  return (
    <p className="s vote-before">
      <b>{w.before(shortDay(vote.heldOn, language, today), carried ? w.carried : w.refused)}</b> {w.tally(present, yes, no, abstain)}
      {present < needs.present ? <b className="red"> {w.few(all, needs.present, needs.present - present)}</b> : null}
      {present >= needs.present && yes < needs.yes ? <b className="red"> {w.short(all, needs.yes, needs.yes - yes)}</b> : null}
    </p>
  )
}

function Numbers({ file, facts }: { readonly file: CaseWire; readonly facts: Facts }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const { materials, materialsAsked } = facts
  const due = useMaterialsDue(facts)
  const came = file.log.findLast(({ step }) => step === 'supplyMaterials')?.on
  return (
    <section className="numbers">
      <h2 className="h">
        {w.numbers} {materials ? <small>{w.year(materials.year)}</small> : null}
      </h2>
      {materials ? <NumbersTable materials={materials} /> : <p className="s sub">{w.noNumbers}</p>}
      {!materials && materialsAsked ? <p className="s sub">{w.asked(materialsAsked.wants.join(w.comma))}</p> : null}
      <p className="xs faint">
        {came ? w.came(shortDay(materials?.suppliedOn ?? came, language, file.today)) : ''}
        {due ? (
          <>
            {came ? w.gap : ''}
            {w.limit(shortDay(due.last, language, file.today))} <LawNote law={due.law} />
            <span className="counted">{say(due.counted)}</span>
          </>
        ) : null}
      </p>
    </section>
  )
}

interface MaterialsDue {
  readonly last: Day
  readonly counted: Text
  readonly law: LawPlace
}

/** By which day the law wants them, counted back from the first meeting; asked of the law itself. */
function useMaterialsDue({ offer, answer, meetings, materialsAsked }: Facts): MaterialsDue | undefined {
  const { data: region } = useQuery(placeQuery)
  const meeting = meetings[0]?.day ?? materialsAsked?.meetingOn ?? answer?.meetOn
  const rule = offer && isWage(offer.kind) ? 'CB.DATA.WAGE' : 'CB.AGENDA'
  return useQuery({
    queryKey: ['clock', rule, meeting],
    queryFn: ({ signal }) => get<MaterialsDue>('/api/law/clock', { rule, start: meeting, region }, signal),
    enabled: region !== undefined && meeting !== undefined && offer !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data
}

function NumbersTable({ materials }: { readonly materials: Materials }) {
  const w = useWords(words)
  const { revenueFen, revenueGrowth, profitFen, profitGrowth, payrollFen, workers } = materials
  const large = (fen: number): string => {
    const size = Math.abs(fen)
    if (size >= 10_000_000_000) return w.yi(fen / 10_000_000_000)
    return size >= 1_000_000 ? w.wan(fen / 1_000_000) : w.yuan(yuan(fen))
  }
  const growth = (points: number | undefined) =>
    points === undefined ? '' : `${points < 0 ? '−' : '+'}${(Math.abs(points) / 100).toFixed(1)}%`
  const average = workers > 0 ? yuan(Math.round(payrollFen / workers / 12 / 100) * 100) : ''
  return (
    <table className="rows">
      <tbody>
        {revenueFen === undefined ? null : <NumberRow name={w.revenue} sum={large(revenueFen)} note={growth(revenueGrowth)} />}
        {profitFen === undefined ? null : <NumberRow name={w.profit} sum={large(profitFen)} note={growth(profitGrowth)} />}
        <NumberRow name={w.payroll} sum={large(payrollFen)} note={average && w.average(average)} />
        <NumberRow name={w.workers} sum={w.people(workers)} note="" />
      </tbody>
    </table>
  )
}

const NumberRow = ({ name, sum, note }: { readonly name: string; readonly sum: string; readonly note: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td className="r num">{sum}</td>
    <td className="r num sub">{note}</td>
  </tr>
)
