/** What one firm would be sent: the paper as it reads, whose case it becomes, or why it is left out; taken out or back in by hand. */
import '../case/case.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { patch } from '#ui/api.ts'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm } from '#ui/pieces/act-form.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { CampaignItemWire, CampaignWire } from '../../campaigns/campaign-wire.ts'
import { PaperText } from './paper-text.tsx'
import { previewQuery } from './questions.ts'

const words = catalogue({
  zh: {
    owner: (name: string) => `由 ${name} 立案`,
    out: '这一家不发',
    back: '这一家还是要发',
    pdf: 'PDF 预览',
    word: 'Word 预览',
    none: '没有文书可看。',
    left: '未列入的原因',
  },
  en: {
    owner: (name) => `A case of ${name}`,
    out: 'Leave this firm out',
    back: 'Take this firm in again',
    pdf: 'Preview as PDF',
    word: 'Preview as Word',
    none: 'No paper to show.',
    left: 'Why it is left out',
  },
})

export default function PreviewSheet({
  one,
  item,
  onClose,
}: {
  readonly one: CampaignWire
  readonly item: CampaignItemWire
  readonly onClose: () => void
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(previewQuery(one.id, item.id))
  const at = `/api/campaigns/${one.id}/items/${item.id}`
  const send = async (): Promise<void> => {
    await patch(at, { leave: !data?.byHand })
    await client.invalidateQueries({ queryKey: ['campaign', one.id] })
  }
  const changes = one.may.change && (data?.state === 'ready' || data?.byHand)
  return (
    <Sheet title={item.firm} note={<p className="s sub">{item.owner ? w.owner(item.owner) : item.unit}</p>} onClose={onClose}>
      {!data && !error ? <Waiting /> : null}
      {error ? <Trouble error={error} onAgain={() => void refetch()} /> : null}
      {data ? (
        <div className="cg-preview">
          {data.says ? (
            <div className="said mild">
              <p>
                <b>{w.left}</b>　{say(data.says)}
              </p>
              {data.law ? <LawNote law={data.law} /> : null}
            </div>
          ) : null}
          {data.papers.map(({ title, body }) => (
            <PaperText key={title.zh} title={title.zh} body={body} />
          ))}
          {data.papers.length === 0 && !data.says ? <p className="sub">{w.none}</p> : null}
          {data.papers.length > 0 ? (
            <p className="s">
              <a href={`${at}/paper?as=pdf`} target="_blank" rel="noreferrer">
                {w.pdf}
              </a>
              　
              <a href={`${at}/paper?as=docx`} download>
                {w.word}
              </a>
            </p>
          ) : null}
          {changes ? (
            <ActForm key={String(data.byHand)} says={data.byHand ? w.back : w.out} send={send} onDone={onClose} onCancel={onClose}>
              {null}
            </ActForm>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  )
}
