/** The merges of late, newest first; each can be undone for thirty days with a reason. */
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { MergeRowWire, MergesPageWire } from '../../privacy/duplicates/duplicates-wire.ts'
import { mergesPage } from './questions.ts'

const words = catalogue({
  zh: {
    title: '合并记录',
    who: '合并',
    into: (gone: string, kept: string) => `${gone} → ${kept}`,
    by: '经手',
    why: '依据',
    until: '可撤销到',
    undo: '撤销',
    undone: '已撤销',
    later: '先撤销后来的',
    over: '已过期',
    undoTitle: '撤销这次合并？',
    undoNote: '两条记录各自恢复；合并后才添加的留在合并后的人名下。',
    reason: '撤销原因',
    more: '再看一些',
  },
  en: {
    title: 'Merges',
    who: 'Merge',
    into: (gone, kept) => `${gone} → ${kept}`,
    by: 'By',
    why: 'Reason',
    until: 'Undo until',
    undo: 'Undo',
    undone: 'undone',
    later: 'undo the later one first',
    over: 'over',
    undoTitle: 'Undo this merge?',
    undoNote: 'Both rows are restored; what was added since stays with the one that was kept.',
    reason: 'Why it is undone',
    more: 'Show more',
  },
})

export function Merges({ onDone }: { readonly onDone: () => void }) {
  const w = useWords(words)
  const { rows, list } = usePages<MergeRowWire, MergesPageWire>(['merges'], (after, signal) => mergesPage(after, signal))
  const [undo, setUndo] = useState<MergeRowWire>()
  const [reason, setReason] = useState('')
  const shut = () => {
    setUndo(undefined)
    setReason('')
  }
  if (rows.length === 0) return null
  return (
    <section className="sheet pad" aria-labelledby="merges">
      <h2 id="merges" className="h">
        {w.title}
      </h2>
      <div className="privacy-table">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.who}</th>
              <th scope="col">{w.why}</th>
              <th scope="col">{w.by}</th>
              <th scope="col">{w.until}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{w.into(row.gone.name, row.kept.name)}</td>
                <td>{row.undone ? row.undone.because : row.reason}</td>
                <td>
                  {row.undone ? row.undone.by : row.by} <span className="num nb">{dayOf(new Date(row.undone?.at ?? row.at))}</span>
                </td>
                <td>
                  {row.undone ? (
                    <Chip>{w.undone}</Chip>
                  ) : (
                    <>
                      <span className="num nb">{row.undoUntil}</span>{' '}
                      {row.mayUndo ? (
                        <Button size="sm" aria-label={`${w.undo}：${w.into(row.gone.name, row.kept.name)}`} onClick={() => setUndo(row)}>
                          {w.undo}
                        </Button>
                      ) : (
                        <span className="sub">{row.undoUntil < dayOf(new Date()) ? w.over : w.later}</span>
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage ? (
        <Button look="txt" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
      {undo ? (
        <Sheet shape="card" title={w.undoTitle} note={<p className="s sub">{w.undoNote}</p>} onClose={shut}>
          <ActForm
            says={w.undo}
            send={() => post(`/api/persons/merges/${undo.id}/undo`, { reason })}
            onDone={() => {
              shut()
              onDone()
            }}
            onCancel={shut}
            ready={reason.trim().length >= 2}
          >
            <Labelled label={w.reason} path="reason">
              {(wiring) => (
                <input {...wiring} className="box" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
              )}
            </Labelled>
          </ActForm>
        </Sheet>
      ) : null}
    </section>
  )
}
