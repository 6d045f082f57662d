/** Papers of the case to read, and what was brought to it. */
import type { AttachmentWire, CaseWire } from '#engine/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { DayWords } from '../parts/day.tsx'
import { Icon } from '../parts/icon.tsx'

const words = catalogue({
  zh: {
    papers: '文书',
    brought: '材料',
    pdf: 'PDF',
    photo: '照片',
    voice: '录音',
    scan: '扫描件',
    file: '文件',
    mine: '只有您和调解员看得到',
    shared: '对方也看得到',
    size: (kb: number) => (kb > 1024 ? `${(kb / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(kb))} KB`),
  },
  en: {
    papers: 'Papers',
    brought: 'Brought to the case',
    pdf: 'PDF',
    photo: 'Photo',
    voice: 'Voice note',
    scan: 'Scan',
    file: 'File',
    mine: 'seen by you and the mediator',
    shared: 'the other side sees it',
    size: (kb: number) => (kb > 1024 ? `${(kb / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(kb))} KB`),
  },
})

export function Papers({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <>
      {one.papers.length ? (
        <section aria-labelledby="p">
          <h2 id="p">{w.papers}</h2>
          <div className="card rows">
            {[...one.papers].reverse().map((paper) => (
              <a className="row" key={paper.id} href={`/api/cases/${one.id}/papers/${paper.id}?as=pdf`} target="_blank" rel="noreferrer">
                <Icon name="doc" />
                <span className="txt">
                  {say(paper.title)}
                  <small>
                    {paper.number ? <>{paper.number}　</> : null}
                    <DayWords day={paper.on} today={one.today} />　{w.pdf}
                  </small>
                </span>
                <Icon name="go" />
              </a>
            ))}
          </div>
        </section>
      ) : null}
      {one.attachments.length ? (
        <section aria-labelledby="a">
          <h2 id="a">{w.brought}</h2>
          <ul className="got">
            {one.attachments.map((file) => (
              <Brought key={file.id} case={one.id} file={file} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Brought({ case: id, file }: { readonly case: string; readonly file: AttachmentWire }) {
  const w = useWords(words)
  const address = `/api/cases/${id}/attachments/${file.id}`
  return (
    <li className={file.kind === 'voice' ? 'sound' : ''}>
      {file.kind === 'photo' ? (
        <img className="thumb" src={address} alt="" loading="lazy" />
      ) : (
        <Icon name={file.kind === 'voice' ? 'mic' : 'doc'} />
      )}
      <span>
        {file.kind === 'voice' ? (
          w.voice
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {w[file.kind]}　{file.name}
          </a>
        )}
        <small className="block muted">
          {file.by}　{w.size(file.bytes / 1024)}，{file.shared ? w.shared : w.mine}
        </small>
      </span>
      {/* biome-ignore lint/a11y/useMediaCaption: a voice note that nobody has written down has no captions */}
      {file.kind === 'voice' ? <audio controls preload="none" src={address} aria-label={`${w.voice} ${file.by}`} /> : null}
    </li>
  )
}
