/** The score sheet: every item with its points, what the firm says of itself, and what is given; the total adds up as one types. */
import { useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { newKey, post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { EvaluationWire } from '../desk/wire.ts'
import { type Dimension, dimensionIds, dimensions, type Item, measures } from '../rubric/rubric.ts'
import { type ItemScore, itemsOf, scoreOf } from '../rubric/score.ts'
import { pointsOf, rateOf, titleOf } from './questions.ts'
import { keepDraft, readDraft, type Typed, typedFrom, typedScores } from './typed.ts'

const words = catalogue({
  zh: {
    self: '自评',
    score: '评分',
    item: '评分点',
    full: '满分',
    given: '得分',
    grounds: '依据',
    file: '附件',
    noFile: '不附',
    groundsOf: (item: string) => `${item}：依据`,
    pointsOf: (item: string, full: string) => `${item}：得分，满分 ${full}`,
    fileOf: (item: string) => `${item}：附件`,
    from: (measure: string, rate: string) => `由问卷得出：${measure} ${rate}`,
    later: '由问卷得出',
    total: '合计',
    allFull: '其余全部满分',
    save: '保存评分',
    saveSelf: '提交自评',
    left: (n: number) => `还有 ${n} 项没有打分`,
    wrong: (n: number) => `${n} 项的得分不对：0 到满分，可以有半分`,
    saved: '已保存。下一步：出评估结果',
    selfSaved: '自评已提交，可以再改',
    kept: '没交以前，填的内容留在这台电脑上。',
    reads: '只能看，现在不打分。',
  },
  en: {
    self: 'Own score',
    score: 'Scores',
    item: 'Item',
    full: 'Points',
    given: 'Given',
    grounds: 'Grounds',
    file: 'Attachment',
    noFile: 'None',
    groundsOf: (item) => `${item}: grounds`,
    pointsOf: (item, full) => `${item}: points of ${full}`,
    fileOf: (item) => `${item}: attachment`,
    from: (measure, rate) => `From the questionnaires: ${measure} ${rate}`,
    later: 'From the questionnaires',
    total: 'Total',
    allFull: 'Full points for the rest',
    save: 'Save the scores',
    saveSelf: 'Send your own score',
    left: (n) => `${n} items still to score`,
    wrong: (n) => `${n} items are not right: 0 to the full points, in halves`,
    saved: 'Saved. Next: give the result',
    selfSaved: 'Your own score is sent; it may be changed',
    kept: 'Until it is sent, what you type stays on this computer.',
    reads: 'To read only; nothing is scored now.',
  },
})

interface SheetProps {
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly onTaken: (after: CaseWire) => void
}

export function ScoreSheet({ one, file, onTaken }: SheetProps) {
  const w = useWords(words)
  const step = file.steps.find((each) => (each.id === 'score' || each.id === 'selfScore') && each.allowed)?.id as
    | 'score'
    | 'selfScore'
    | undefined
  const draft = `evaluation ${one.id} ${one.attempt} ${step ?? ''}`
  const before = step === 'selfScore' ? one.self : (one.desk?.scores ?? [])
  const [typed, setTyped] = useState<Typed>(() => readDraft(draft) ?? typedFrom(before))
  const [key, setKey] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState(false)
  const { scores, left, wrong } = typedScores(one.rubric, typed)
  const tally = one.desk?.tally ?? []
  const change = (next: Typed) => {
    setTyped(next)
    setSaved(false)
    keepDraft(draft, next)
  }
  async function send(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const after = await post<CaseWire>(`/api/cases/${one.id}/steps`, { step, input: { scores }, key })
      keepDraft(draft, undefined)
      setKey(newKey())
      setSaved(true)
      onTaken(after)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const fill = () =>
    change({
      ...Object.fromEntries(
        one.rubric.items.filter((item) => item.by === 'evaluator').map(({ id, points }) => [id, { points: String(points) }]),
      ),
      ...Object.fromEntries(Object.entries(typed).filter(([, cell]) => cell.points !== '')),
    })
  const total = scoreOf(one.rubric, scores, tally)
  return (
    <section className="sheet pad" aria-label={w.score}>
      <div className="score-head">
        <h2 className="h">{step === 'selfScore' ? w.self : w.score}</h2>
        <p className="num">
          {w.total} <b>{pointsOf(total.total)}</b>
        </p>
        {step ? (
          <Button size="sm" onClick={fill}>
            {w.allFull}
          </Button>
        ) : (
          <p className="s sub">{w.reads}</p>
        )}
      </div>
      {dimensionIds.map((id) => (
        <DimensionTable
          key={id}
          id={id}
          one={one}
          file={file}
          scores={scores}
          got={total[id]}
          typed={typed}
          {...(step && { onTyped: change })}
        />
      ))}
      {step ? (
        <div className="score-foot">
          <p className="s sub" role="status">
            {wrong.length > 0
              ? w.wrong(wrong.length)
              : left.length > 0
                ? w.left(left.length)
                : saved
                  ? step === 'score'
                    ? w.saved
                    : w.selfSaved
                  : w.kept}
          </p>
          <Button
            look="pri"
            size="lg"
            busy={busy}
            disabled={wrong.length > 0 || scores.length === 0 || (step === 'score' && left.length > 0)}
            onClick={() => void send()}
          >
            {step === 'score' ? w.save : w.saveSelf}
          </Button>
          {error ? <Trouble error={error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })} /> : null}
        </div>
      ) : null}
    </section>
  )
}

interface TableProps {
  readonly id: Dimension
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly scores: readonly ItemScore[]
  readonly got: number
  readonly typed: Typed
  readonly onTyped?: (typed: Typed) => void
}

function DimensionTable({ id, one, file, scores, got, typed, onTyped }: TableProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  const items = itemsOf(one.rubric, scores, one.desk?.tally ?? []).filter(({ item }) => item.dimension === id)
  const full = items.reduce((sum, each) => sum + each.full, 0)
  return (
    <div className="score-scroll">
      <table className="rows scores">
        <caption>
          {say(dimensions[id])}{' '}
          <span className="num">
            {pointsOf(got)} / {pointsOf(full)}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col" className="r">
              {w.full}
            </th>
            <th scope="col" className="r">
              {w.self}
            </th>
            <th scope="col" className="r">
              {w.given}
            </th>
            <th scope="col">{w.grounds}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, rate, got: points }) =>
            item.by === 'evaluator' ? (
              <ItemRow key={item.id} item={item} one={one} file={file} typed={typed} {...(onTyped && { onTyped })} />
            ) : (
              <tr key={item.id}>
                <ItemName item={item} />
                <td className="r num">{item.points}</td>
                <td />
                <td className="r num">{one.desk ? pointsOf(points) : ''}</td>
                <td className="s sub">{one.desk ? w.from(say(measures[item.by]), rateOf(rate)) : w.later}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function ItemName({ item }: { readonly item: Item }) {
  const { language } = useLanguage()
  return (
    <th scope="row">
      {titleOf(item, language)}
      {item.evidence ? <small className="sub">{item.evidence}</small> : null}
    </th>
  )
}

function ItemRow({
  item,
  one,
  file,
  typed,
  onTyped,
}: {
  readonly item: Item
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly typed: Typed
  readonly onTyped?: (typed: Typed) => void
}) {
  const w = useWords(words)
  const { language } = useLanguage()
  const cell = typed[item.id] ?? { points: '' }
  const self = one.self.find((each) => each.item === item.id)
  const title = titleOf(item, language)
  const change = (next: Partial<Typed[string]>) => onTyped?.({ ...typed, [item.id]: { ...cell, ...next } })
  return (
    <tr>
      <ItemName item={item} />
      <td className="r num">{item.points}</td>
      <td className="r num" title={self?.evidence}>
        {self?.points ?? ''}
      </td>
      <td className="r">
        {onTyped ? (
          <input
            className="box score-box"
            inputMode="decimal"
            aria-label={w.pointsOf(title, String(item.points))}
            value={cell.points}
            onChange={(event) => change({ points: event.target.value })}
          />
        ) : (
          <span className="num">{cell.points}</span>
        )}
      </td>
      <td>
        {onTyped ? (
          <>
            <input
              className="box"
              aria-label={w.groundsOf(title)}
              value={cell.evidence ?? ''}
              onChange={(event) => change({ evidence: event.target.value })}
            />
            {file.attachments.length > 0 ? (
              <select
                className="box"
                aria-label={w.fileOf(title)}
                value={cell.file ?? ''}
                onChange={(event) => change({ file: event.target.value })}
              >
                <option value="">{w.noFile}</option>
                {file.attachments.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            ) : null}
          </>
        ) : (
          cell.evidence
        )}
      </td>
    </tr>
  )
}
