/** The last question before writing: exactly what will be written and what not. */
import { useQueryClient } from '@tanstack/react-query'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm } from '#ui/pieces/act-form.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { commitImport, importQuery } from '../questions.ts'
import { many } from '../wording.ts'

const words = catalogue({
  zh: {
    title: '确认写入',
    into: (unit: string) => `写入 ${unit} 的在册信息`,
    new: '新增',
    changed: '更新',
    same: '没有变化，不动',
    wrong: '有错，不写入',
    look: (n: string) => `其中 ${n} 行请您看过一眼，照样写入`,
    wrongNote: '有错的行可以现在取消，改好再写；也可以先写其余的，改好后把同一份表再导一次。',
    undo: '写入后三十天内可以整批撤销。',
    send: (n: string) => `写入 ${n} 行`,
    none: '没有要写入的行：与在册信息完全一样。',
  },
  en: {
    title: 'Confirm',
    into: (unit) => `Into the register of ${unit}`,
    new: 'Added',
    changed: 'Updated',
    same: 'No change, left alone',
    wrong: 'Wrong, not written',
    look: (n) => `${n} of them ask for a glance and are written all the same`,
    wrongNote: 'You may cancel and mend the wrong rows first, or write the others now and bring the same file again once it is mended.',
    undo: 'The whole import can be undone for thirty days.',
    send: (n) => `Write ${n} rows`,
    none: 'There is nothing to write: the register says the same already.',
  },
})

export default function CommitSheet({ one, onClose }: { readonly one: ImportWire; readonly onClose: () => void }) {
  const w = useWords(words)
  const client = useQueryClient()
  const { counts } = one
  const will = counts.new + counts.changed
  const lines = [
    ['new', w.new, counts.new],
    ['changed', w.changed, counts.changed],
    ['same', w.same, counts.same],
    ['wrong', w.wrong, counts.wrong],
  ] as const
  const done = () => {
    void client.invalidateQueries({ queryKey: importQuery(one.id).queryKey })
    onClose()
  }
  return (
    <Sheet title={w.title} shape="card" note={<p className="s sub">{w.into(one.unit.name)}</p>} onClose={onClose}>
      <ActForm says={w.send(many(will))} send={() => commitImport(one.id)} onDone={done} onCancel={onClose}>
        <table className="sums">
          <tbody>
            {lines.map(([mark, says, n]) => (
              <tr key={mark} className={n > 0 ? mark : 'zero'}>
                <th scope="row">
                  <i className={`mark ${mark}`} />
                  {says}
                </th>
                <td>{many(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {will === 0 ? <p>{w.none}</p> : null}
        {counts.look > 0 ? <p className="s sub">{w.look(many(counts.look))}</p> : null}
        {counts.wrong > 0 ? <p className="s sub">{w.wrongNote}</p> : null}
        <p className="s sub">{w.undo}</p>
      </ActForm>
    </Sheet>
  )
}
