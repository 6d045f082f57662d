/** Where a file is dropped or chosen, and how much of it has gone. */
import { type DragEvent, useRef, useState } from 'react'
import { catalogue, useWords } from '#ui/language.tsx'
import { Button } from '#ui/controls/button.tsx'

const words = catalogue({
  zh: {
    drop: '把文件拖到这里，或',
    choose: '选文件',
    kinds: '.xlsx 或 .csv，列的次序随意；旧的 .xls 请先另存为 .xlsx',
    going: (part: string) => `正在上传 ${part}`,
    arrived: '已传完，正在打开',
    several: '一次放一个文件',
  },
  en: {
    drop: 'Drop the file here, or',
    choose: 'Choose a file',
    kinds: '.xlsx or .csv, columns in any order; save an old .xls as .xlsx first',
    going: (part) => `Uploading, ${part}`,
    arrived: 'Uploaded, being opened',
    several: 'One file at a time',
  },
})

interface DropZoneProps {
  /** The part that has gone, 0 to 1, while one is on its way. */
  readonly gone: number | undefined
  readonly ready: boolean
  /** Said when it is not ready. */
  readonly why: string
  readonly onFile: (file: File) => void
}

export function DropZone({ gone, ready, why, onFile }: DropZoneProps) {
  const w = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [note, setNote] = useState('')
  const busy = gone !== undefined
  const take = (files: FileList | null) => {
    setNote(files && files.length > 1 ? w.several : ready ? '' : why)
    const file = files?.length === 1 ? files[0] : undefined
    if (file && ready && !busy) onFile(file)
  }
  const drag = (on: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(on)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which does the same
    <div
      className={`drop${over ? ' over' : ''}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        take(event.dataTransfer.files)
      }}
    >
      {busy ? (
        <>
          <p role="status">{gone < 1 ? w.going(`${Math.floor(gone * 100)}%`) : w.arrived}</p>
          <progress value={gone} aria-label={w.going('')} />
        </>
      ) : (
        <>
          <p>
            <span>{w.drop}</span>{' '}
            <Button look="pri" onClick={() => input.current?.click()}>
              {w.choose}
            </Button>
          </p>
          <p className="xs faint">{w.kinds}</p>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={w.choose}
        accept=".xlsx,.csv,.xlsm,.xls,.et,text/csv"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {note ? (
        <p className="red s" role="alert">
          {note}
        </p>
      ) : null}
    </div>
  )
}
