/** What can be done with an import as it stands: confirm it, take the marked workbook, cancel it; afterwards what came of it, and the way back. */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { moment, shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { cancelImport, importQuery, isMoving, workbookAddress } from '../questions.ts'
import { many } from '../wording.ts'

const CommitSheet = lazy(() => import('../acts/commit-sheet.tsx'))
const UndoSheet = lazy(() => import('../acts/undo-sheet.tsx'))
const AbsentSheet = lazy(() => import('../acts/absent-sheet.tsx'))

const words = catalogue({
  zh: {
    nothing: '现在什么都还没写入',
    rules: '检查用的就是写入的那一套规则，查过即能写',
    wrong: '有错的行不写入，其余照写',
    again: '同一份表再导一次，什么都不会变',
    undo: '写入后三十天内可整批撤销',
    later: '查完后确认写入',
    write: (n: string) => `确认写入 ${n} 行`,
    same: '没有要写入的',
    book: '下载标好错的原表',
    bookNote: '错处写在原表右侧新列，身份证号仍是文本。改好存盘，再放进来就行。',
    cancel: '不导了，作废这一次',
    another: '再放一份表',
    committed: '已经写入',
    by: (who: string, when: string) => `${who} ${when}`,
    added: '新增',
    changed: '更新',
    unchanged: '没有变化',
    requests: '在别处在册，已发转会请求',
    until: (day: string) => `${day} 前可以整批撤销，恢复到写入以前。`,
    over: '已过撤销期。',
    undoAll: '撤销整批',
    people: '去看人员名单',
    firms: '去看企业名单',
    undone: '已经撤销',
    took: (n: string) => `${n} 条恢复到写入以前。`,
    refused: (n: string) => `${n} 条没能撤销，`,
    see: '看名单',
    stopped: '已作废',
    stoppedNote: '什么都没有写入',
  },
  en: {
    nothing: 'Nothing has been written yet',
    rules: 'Checked by the very rules of writing: what passes can be written',
    wrong: 'Wrong rows are left out, the others are written',
    again: 'The same file again changes nothing',
    undo: 'All of it can be undone for thirty days',
    later: 'Confirm when it is checked',
    write: (n) => `Write ${n} rows`,
    same: 'Nothing to write',
    book: 'Download the sheet with faults marked',
    bookNote: 'Faults stand in a new column at the right; ID numbers stay text. Mend, save, and bring it again.',
    cancel: 'Cancel this import',
    another: 'Bring another file',
    committed: 'Written',
    by: (who, when) => `${who}, ${when}`,
    added: 'Added',
    changed: 'Updated',
    unchanged: 'No change',
    requests: 'Registered elsewhere, asked for',
    until: (day) => `All of it can be undone until ${day}.`,
    over: 'It can no longer be undone.',
    undoAll: 'Undo all of it',
    people: 'To the people',
    firms: 'To the firms',
    undone: 'Undone',
    took: (n) => `${n} went back to what they were. `,
    refused: (n) => `${n} could not be undone; `,
    see: 'see which',
    stopped: 'Cancelled',
    stoppedNote: 'Nothing was written',
  },
})

export function Now({ one }: { readonly one: ImportWire }) {
  const w = useWords(words)
  if (one.state === 'committed' || one.state === 'undoing') return <Written one={one} />
  if (one.state === 'undone') return <Undone one={one} />
  if (one.state === 'cancelled' || one.state === 'failed')
    return (
      <section>
        <h2 className="h">{one.state === 'cancelled' ? w.stopped : w.stoppedNote}</h2>
        {one.state === 'cancelled' ? <p className="s sub">{w.stoppedNote}</p> : null}
        <p className="now-acts">
          <Go className="btn lg" to="/desk/imports">
            {w.another}
          </Go>
        </p>
      </section>
    )
  return <Unwritten one={one} />
}

function Unwritten({ one }: { readonly one: ImportWire }) {
  const w = useWords(words)
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>()
  const { counts, state } = one
  const will = counts.new + counts.changed
  const ready = state === 'checked'
  const cancel = () =>
    cancelImport(one.id)
      .catch(setError)
      .finally(() => void client.invalidateQueries({ queryKey: importQuery(one.id).queryKey }))
  return (
    <section>
      <h2 className="h">{w.nothing}</h2>
      <ul className="promise">
        {[w.rules, w.wrong, w.again, w.undo].map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <div className="now-acts">
        <Button look={ready && will > 0 ? 'pri' : 'plain'} size="lg" disabled={!ready || will === 0} onClick={() => setOpen(true)}>
          {ready ? (will > 0 ? w.write(many(will)) : w.same) : w.later}
        </Button>
        {ready && counts.wrong + counts.look > 0 ? (
          <a className="btn" href={workbookAddress(one.id)} download>
            {w.book}
          </a>
        ) : null}
        {ready && counts.wrong + counts.look > 0 ? <p className="xs faint">{w.bookNote}</p> : null}
        {state === 'committing' ? null : (
          <Button look="txt" size="sm" onClick={() => void cancel()}>
            {w.cancel}
          </Button>
        )}
        {error ? <Trouble error={error} /> : null}
      </div>
      <Suspense>{open ? <CommitSheet one={one} onClose={() => setOpen(false)} /> : null}</Suspense>
    </section>
  )
}

function Written({ one }: { readonly one: ImportWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const done = one.committed
  if (!done) return null
  const today = dayOf(new Date())
  const may = done.undoUntil >= today
  const lines = [
    [w.added, done.new],
    [w.changed, done.changed],
    [w.unchanged, done.same],
    ...(done.requests > 0 ? [[w.requests, done.requests] as const] : []),
  ] as const
  return (
    <section>
      <h2 className="h">
        {w.committed} <small>{w.by(done.by.name, moment(done.at, today, language))}</small>
      </h2>
      <table className="sums">
        <tbody>
          {lines.map(([says, n]) => (
            <tr key={says}>
              <th scope="row">{says}</th>
              <td>{many(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="now-acts">
        <Go className="btn pri lg" to={one.kind === 'firms' ? '/desk/organisations' : '/desk/people'}>
          {one.kind === 'firms' ? w.firms : w.people}
        </Go>
        <Go className="btn" to="/desk/imports">
          {w.another}
        </Go>
        {one.counts.wrong > 0 ? (
          <a className="btn" href={workbookAddress(one.id)} download>
            {w.book}
          </a>
        ) : null}
        <p className="xs faint">{may ? w.until(shortDay(done.undoUntil, language, today)) : w.over}</p>
        {may && !isMoving(one.state) ? (
          <Button size="sm" onClick={() => setOpen(true)}>
            {w.undoAll}
          </Button>
        ) : null}
      </div>
      <Suspense>{open ? <UndoSheet id={one.id} added={done.new} changed={done.changed} onClose={() => setOpen(false)} /> : null}</Suspense>
    </section>
  )
}

function Undone({ one }: { readonly one: ImportWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const { undone } = one
  if (!undone) return null
  return (
    <section>
      <h2 className="h">
        {w.undone} <small>{w.by(undone.by.name, moment(undone.at, dayOf(new Date()), language))}</small>
      </h2>
      <p className="s">
        {w.took(many(undone.undone))}
        {undone.refused > 0 ? (
          <>
            {w.refused(many(undone.refused))}
            <button type="button" className="fix" onClick={() => setOpen(true)}>
              {w.see}
            </button>
          </>
        ) : null}
      </p>
      <p className="now-acts">
        <Go className="btn" to="/desk/imports">
          {w.another}
        </Go>
      </p>
      <Suspense>{open ? <AbsentSheet one={one} what="refusals" onClose={() => setOpen(false)} /> : null}</Suspense>
    </section>
  )
}
