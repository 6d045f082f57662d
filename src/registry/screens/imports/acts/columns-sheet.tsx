/** The columns of the sheet, changed in a drawer over the page. */
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { ColumnChoices } from './column-choices.tsx'

const words = catalogue({ zh: { title: '每一列读作什么' }, en: { title: 'What each column is read as' } })

export default function ColumnsSheet({ one, onClose }: { readonly one: ImportWire; readonly onClose: () => void }) {
  const w = useWords(words)
  return (
    <Sheet title={w.title} onClose={onClose}>
      <ColumnChoices one={one} onDone={onClose} onCancel={onClose} />
    </Sheet>
  )
}
