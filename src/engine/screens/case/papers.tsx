/** The papers a case has left, and what people brought to it. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, type ProblemError, upload } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import { dayOf } from '#kernel/day.ts'
import type { AttachmentWire, CaseWire } from '../../wire.ts'

const words = catalogue({
  zh: {
    papers: '文书',
    brought: '材料',
    n: (n: number) => `${n} 件`,
    none: '还没有文书；办一步，就出一步的文书。',
    noneBrought: '还没有人交材料。照片、录音、扫描件都可以交。',
    number: '文号',
    word: 'Word',
    pdf: 'PDF',
    of: (paper: string, kind: string) => `下载 ${paper}，${kind}`,
    kinds: '照片、录音、扫描件',
    add: '交材料',
    sending: (part: number) => `正在上传 ${part}%`,
    own: '只有交的人和承办方看得到',
    share: '给对方看',
    shared: '双方可见',
    photo: '照片',
    voice: '录音',
    scan: '扫描件',
    file: '文件',
  },
  en: {
    papers: 'Papers',
    brought: 'Material',
    n: (n) => `${n}`,
    none: 'No papers yet; each step leaves its own.',
    noneBrought: 'Nobody has handed anything in. Photos, voice notes and scans are welcome.',
    number: 'No.',
    word: 'Word',
    pdf: 'PDF',
    of: (paper, kind) => `Download ${paper}, ${kind}`,
    kinds: 'photos, voice notes, scans',
    add: 'Hand in',
    sending: (part) => `Sending ${part}%`,
    own: 'Only whoever brought it and the desk can see it',
    share: 'Show the other side',
    shared: 'both sides see it',
    photo: 'photo',
    voice: 'voice',
    scan: 'scan',
    file: 'file',
  },
})

export function Papers({ file }: { readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  return (
    <section>
      <h2 className="h">
        {w.papers} {file.papers.length > 0 ? <small>{w.n(file.papers.length)}</small> : null}
      </h2>
      {file.papers.length === 0 ? <p className="s sub">{w.none}</p> : null}
      <ul className="docs">
        {file.papers.map((paper) => (
          <li key={paper.id}>
            <div>
              <a href={`/api/cases/${file.id}/papers/${paper.id}?as=pdf`} target="_blank" rel="noreferrer">
                {say(paper.title)}
              </a>
              {paper.number ? <span className="faint xs num">{paper.number}</span> : null}
            </div>
            <span className="faint nb">{shortDay(paper.on, language, file.today)}</span>
            <a
              className="xs sub"
              href={`/api/cases/${file.id}/papers/${paper.id}?as=docx`}
              aria-label={w.of(say(paper.title), w.word)}
              download
            >
              {w.word}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const kindOf = (type: string): AttachmentWire['kind'] =>
  type.startsWith('image/') ? 'photo' : type.startsWith('audio/') ? 'voice' : type === 'application/pdf' ? 'scan' : 'file'
const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

export function Attachments({ file }: { readonly file: CaseWire }) {
  const w = useWords(words)
  const client = useQueryClient()
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<ProblemError>()
  const refresh = () => client.invalidateQueries({ queryKey: ['case', file.id] })

  async function bring(files: FileList | null): Promise<void> {
    setProblem(undefined)
    for (const one of files ?? []) {
      setPart(0)
      const form = new FormData()
      form.set('kind', kindOf(one.type))
      form.set('file', one)
      await upload<AttachmentWire>(`/api/cases/${file.id}/attachments`, form, setPart).catch(setProblem)
    }
    setPart(undefined)
    await refresh()
  }

  return (
    <section>
      <h2 className="h">
        {w.brought} <small>{file.attachments.length > 0 ? w.n(file.attachments.length) : w.kinds}</small>
      </h2>
      {file.attachments.length === 0 ? <p className="s sub">{w.noneBrought}</p> : null}
      <ul className="docs">
        {file.attachments.map((one) => (
          <Brought key={one.id} one={one} file={file} onShared={refresh} onProblem={setProblem} />
        ))}
      </ul>
      {file.ended ? null : (
        <p className="bring">
          <label className="btn sm">
            <input
              type="file"
              multiple
              accept="image/*,audio/*,.pdf,.doc,.docx,.xls,.xlsx"
              className="vh"
              disabled={part !== undefined}
              onChange={(event) => void bring(event.target.files)}
            />
            ＋ {w.add}
          </label>
          <span role="status" className="s sub">
            {part === undefined ? '' : w.sending(Math.round(part * 100))}
          </span>
        </p>
      )}
      {problem ? <Trouble error={problem} /> : null}
    </section>
  )
}

interface BroughtProps {
  readonly one: AttachmentWire
  readonly file: CaseWire
  readonly onShared: () => void
  readonly onProblem: (problem: ProblemError) => void
}

function Brought({ one, file, onShared, onProblem }: BroughtProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [busy, setBusy] = useState(false)
  const address = `/api/cases/${file.id}/attachments/${one.id}`
  const desk = file.yourRoles.length > 0
  async function share(): Promise<void> {
    setBusy(true)
    await post(`${address}/share`, {}).then(onShared, onProblem)
    setBusy(false)
  }
  return (
    <li>
      <div>
        <a href={address} target="_blank" rel="noreferrer">
          {one.name}
        </a>
        <span className="faint xs">
          {w[one.kind]} {sizeOf(one.bytes)}
        </span>
        {one.shared ? <Chip>{w.shared}</Chip> : null}
      </div>
      <span className="faint nb">
        {one.by} {shortDay(dayOf(new Date(one.at)), language, file.today)}
      </span>
      {one.shared || !desk ? null : (
        <Button look="txt" size="sm" busy={busy} title={w.own} onClick={() => void share()}>
          {w.share}
        </Button>
      )}
    </li>
  )
}
