/** A vote as two bars: who is there beside the two thirds that must be, and the yes beside the half of all that must be passed. */
import './vote-card.css'
import type { ReactNode } from 'react'
import { catalogue, useWords } from '../language.tsx'
import { halfPassedAt, quorumAt, type Votes, votesLeft, whetherSettled } from './vote-count.ts'

const words = catalogue({
  zh: {
    all: (n: number) => `应到 ${n} 人`,
    present: '实到，须满三分之二',
    enough: '够数',
    yesNeeds: '赞成，须过全体半数',
    passed: '已过',
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    left: '未唱',
    uncast: '未投',
    needs: (n: number) => `需 ${n}`,
    absent: (n: number) => `缺席 ${n}`,
    short: (all: number, needs: number, n: number) => `${all} 的三分之二是 ${needs}，还差 ${n} 人。`,
    fewer: (all: number, needs: number, n: number) => `${all} 的过半是 ${needs}，差 ${n} 票。`,
    fewerYet: (all: number, needs: number, n: number) => `${all} 的过半是 ${needs}，还要 ${n} 票。`,
    settled: (n: number) => `余下 ${n} 票怎样都不改变结果。`,
    over: (n: number) => `赞成、反对、弃权加起来比实到多 ${n} 票。`,
    presentPicture: (present: number, all: number, needs: number) => `实到 ${present} 人，应到 ${all} 人，法定人数 ${needs} 人`,
    yesPicture: (yes: number, no: number, abstain: number, left: number, needs: number) =>
      `赞成 ${yes}，反对 ${no}，弃权 ${abstain}，未唱 ${left}；需要 ${needs}`,
  },
  en: {
    all: (n) => `${n} entitled`,
    present: 'Present: two thirds needed',
    enough: 'enough',
    yesNeeds: 'In favour: over half of all needed',
    passed: 'passed',
    yes: 'For',
    no: 'Against',
    abstain: 'Abstained',
    left: 'Uncounted',
    uncast: 'Not cast',
    needs: (n) => `${n} needed`,
    absent: (n) => `${n} absent`,
    short: (all, needs, n) => `Two thirds of ${all} are ${needs}: ${n} missing.`,
    fewer: (all, needs, n) => `More than half of ${all} is ${needs}: ${n} short.`,
    fewerYet: (all, needs, n) => `More than half of ${all} is ${needs}: ${n} more needed.`,
    settled: (n) => `The remaining ${n} cannot change the result.`,
    over: (n) => `For, against and abstentions come to ${n} more than are present.`,
    presentPicture: (present, all, needs) => `${present} present of ${all}; ${needs} needed`,
    yesPicture: (yes, no, abstain, left, needs) => `${yes} for, ${no} against, ${abstain} abstained, ${left} uncounted; ${needs} needed`,
  },
})

const width = 320

/** One bar over all who are entitled, with the mark that has to be reached. */
function Bar({
  all,
  mark,
  parts,
  label,
}: {
  readonly all: number
  readonly mark: number
  readonly parts: readonly (readonly [kind: string, n: number])[]
  readonly label: string
}) {
  const at = (n: number) => (Math.min(n, all) / Math.max(1, all)) * width
  let from = 0
  return (
    <svg className="vote-bar" viewBox={`-2 0 ${width + 4} 46`} role="img" aria-label={label}>
      <rect x="0" y="20" width={width} height="20" className="v-absent" />
      {parts.map(([kind, n]) => {
        const x = at(from)
        from += n
        return <rect key={kind} x={x} y="20" width={Math.max(0, at(from) - x - 0.75)} height="20" className={`v-${kind}`} />
      })}
      <path d={`M${at(mark)} 14V45`} />
      <text x={Math.min(width - 10, Math.max(10, at(mark)))} y="11" textAnchor="middle">
        {mark}
      </text>
    </svg>
  )
}

export interface VoteCardProps extends Votes {
  readonly title?: ReactNode
  /** Under the title: 四届三次职工代表大会. */
  readonly says?: ReactNode
  /** `gathering`: nobody has voted yet. `secret`: ballots are cast and not yet opened. `counting`: some are still to be read out. */
  readonly phase?: 'gathering' | 'secret' | 'counting' | 'counted'
  /** 半数以上, where exactly half of all is enough (regional contracts); otherwise more than half. */
  readonly half?: 'more' | 'orMore'
  readonly children?: ReactNode
}

/** Pure: what it shows are its figures and what follows from them. */
export function VoteCard({ title, says, phase = 'counting', half = 'more', children, ...votes }: VoteCardProps) {
  const w = useWords(words)
  const { all, present, yes, no, abstain } = votes
  const needs = { present: quorumAt(all), yes: halfPassedAt(all, half) }
  const left = votesLeft(votes)
  const voted = phase === 'counting' || phase === 'counted'
  const settled = phase === 'counting' ? whetherSettled(votes, half) : undefined
  return (
    <div className="vote-card">
      {title ? <h2 className="h">{title}</h2> : null}
      <p className="xs sub">
        {says ? <>{says}　</> : null}
        {w.all(all)}
      </p>
      <p className="vote-line">
        <span>{w.present}</span>
        <span>
          <b>{present}</b> <span className="sub">{present >= needs.present ? `≥ ${needs.present}` : w.needs(needs.present)}</span>{' '}
          {present >= needs.present ? <em>{w.enough}</em> : null}
        </span>
      </p>
      <Bar all={all} mark={needs.present} parts={[['there', present]]} label={w.presentPicture(present, all, needs.present)} />
      {present < needs.present ? <p className="vote-short">{w.short(all, needs.present, needs.present - present)}</p> : null}
      {voted ? (
        <>
          <p className="vote-line">
            <span>{w.yesNeeds}</span>
            <span>
              <b>{yes}</b> <span className="sub">{yes >= needs.yes ? `≥ ${needs.yes}` : w.needs(needs.yes)}</span>{' '}
              {yes >= needs.yes ? <em>{w.passed}</em> : null}
            </span>
          </p>
          <Bar
            all={all}
            mark={needs.yes}
            parts={[
              ['yes', yes],
              ['no', no],
              ['abstain', abstain],
              ['left', Math.max(0, left)],
            ]}
            label={w.yesPicture(yes, no, abstain, Math.max(0, left), needs.yes)}
          />
          <p className="vote-key">
            {([['yes', yes], ['no', no], ['abstain', abstain], ...(left > 0 ? [['left', left] as const] : [])] as const).map(
              ([kind, n]) => (
                <span key={kind}>
                  <i className={`v-${kind}`} aria-hidden="true" />
                  {kind === 'left' && phase === 'counted' ? w.uncast : w[kind]} {n}
                </span>
              ),
            )}
            {all > present ? <span>{w.absent(all - present)}</span> : null}
          </p>
          {left < 0 ? <p className="vote-short">{w.over(-left)}</p> : null}
          {yes < needs.yes && settled !== 'passed' ? (
            <p className={phase === 'counted' || settled ? 'vote-short' : 's'}>
              {(phase === 'counted' || settled ? w.fewer : w.fewerYet)(all, needs.yes, needs.yes - yes)}
            </p>
          ) : null}
          {settled && left > 0 ? <p className="s">{w.settled(left)}</p> : null}
        </>
      ) : null}
      {children}
    </div>
  )
}
