/** Taking a whole import back, with a reason that is kept. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { importQuery, undoImport } from '../questions.ts'
import { many } from '../wording.ts'

const words = catalogue({
  zh: {
    title: '撤销整批导入',
    will: (added: string, changed: string) => `新增的 ${added} 条撤回，更新的 ${changed} 条恢复到写入以前。`,
    later: '写入以后又被改过、或已有案件用到的，不动，另列名单给您。',
    why: '为什么撤销',
    hint: '至少四个字，例如：导错了单位',
    send: '撤销整批',
  },
  en: {
    title: 'Undo the whole import',
    will: (added, changed) => `${added} that were added are withdrawn, ${changed} that were updated go back to what they were.`,
    later: 'What was changed since, or is used by a case, stays and is listed for you.',
    why: 'Why it is undone',
    hint: 'At least four characters, such as: wrong unit',
    send: 'Undo all of it',
  },
})

interface Props {
  readonly id: Id
  readonly added: number
  readonly changed: number
  readonly onClose: () => void
}

export default function UndoSheet({ id, added, changed, onClose }: Props) {
  const w = useWords(words)
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const done = () => {
    void client.invalidateQueries({ queryKey: importQuery(id).queryKey })
    void client.invalidateQueries({ queryKey: ['imports'] })
    onClose()
  }
  return (
    <Sheet title={w.title} shape="card" onClose={onClose}>
      <ActForm says={w.send} send={() => undoImport(id, why.trim())} onDone={done} onCancel={onClose} ready={why.trim().length >= 4}>
        <p>{w.will(many(added), many(changed))}</p>
        <p className="s sub">{w.later}</p>
        <Labelled label={w.why} path="reason" hint={w.hint}>
          {(wiring) => (
            <textarea {...wiring} className="box" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}
