/** What is done with a campaign as a whole: issued, thrown away, everybody silent reminded. Each is asked for once more before it is done. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post, remove } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm } from '#ui/pieces/act-form.tsx'
import type { CampaignWire } from '../../campaigns/campaign-wire.ts'

const words = catalogue({
  zh: {
    issue: (n: number) => `发出 ${n} 份`,
    issueTitle: (n: number) => `现在发给 ${n} 家？`,
    issueNote: (left: number) => `发出后每家立一件案，文书编号不能收回。${left > 0 ? `另有 ${left} 家未列入，原因在表里。` : ''}`,
    discard: '不要这份草稿',
    discardTitle: '删去这份草稿？',
    discardNote: '企业没有收到任何东西，删去后不能恢复。',
    delete: '删去',
    remind: (n: number) => `催告 ${n} 家`,
    remindTitle: (n: number) => `催告逾期没有答复的 ${n} 家？`,
    remindNote: '企业和工会各收到一条通知，写明应答复的日期和法条。一天只催一次。',
    reminded: (n: number) => `已催告 ${n} 家`,
  },
  en: {
    issue: (n) => `Issue ${n}`,
    issueTitle: (n) => `Issue to ${n} firms now?`,
    issueNote: (left) =>
      `Each becomes a case, and a numbered paper cannot be taken back. ${left > 0 ? `${left} are left out; the table says why.` : ''}`,
    discard: 'Discard the draft',
    discardTitle: 'Delete this draft?',
    discardNote: 'No firm has received anything. It cannot be brought back.',
    delete: 'Delete',
    remind: (n) => `Remind ${n}`,
    remindTitle: (n) => `Remind the ${n} that are silent past the day?`,
    remindNote: 'Firm and union are each told the day by which to answer and the article. Once a day at most.',
    reminded: (n) => `${n} reminded`,
  },
})

type Act = 'issue' | 'discard' | 'remind'

export function Acts({ one }: { readonly one: CampaignWire }) {
  const w = useWords(words)
  const [act, setAct] = useState<Act>()
  const [said, setSaid] = useState('')
  const { may, counts, remind } = one
  return (
    <>
      <span role="status" className="s sub">
        {said}
      </span>
      {may.change ? (
        <Button look="txt" onClick={() => setAct('discard')}>
          {w.discard}
        </Button>
      ) : null}
      {may.issue ? (
        <Button look="pri" disabled={counts.ready === 0} onClick={() => setAct('issue')}>
          {w.issue(counts.ready)}
        </Button>
      ) : null}
      {may.remind ? (
        <Button look="pri" onClick={() => setAct('remind')}>
          {w.remind(remind?.count ?? 0)}
        </Button>
      ) : null}
      {act ? <Asking act={act} one={one} onClose={() => setAct(undefined)} onSaid={setSaid} /> : null}
    </>
  )
}

function Asking({
  act,
  one,
  onClose,
  onSaid,
}: {
  readonly act: Act
  readonly one: CampaignWire
  readonly onClose: () => void
  readonly onSaid: (said: string) => void
}) {
  const { language } = useLanguage()
  const w = useWords(words)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, counts, remind } = one
  const again = () => client.invalidateQueries({ queryKey: ['campaign', id] })
  const asked = {
    issue: {
      title: w.issueTitle(counts.ready),
      note: w.issueNote(counts.left),
      says: w.issue(counts.ready),
      send: async () => {
        client.setQueryData(['campaign', id], await post<CampaignWire>(`/api/campaigns/${id}/issue`))
        await again()
      },
    },
    discard: {
      title: w.discardTitle,
      note: w.discardNote,
      says: w.delete,
      send: async () => {
        await remove(`/api/campaigns/${id}`)
        void navigate({ to: '/desk/campaigns' })
      },
    },
    remind: {
      title: w.remindTitle(remind?.count ?? 0),
      note: w.remindNote,
      says: w.remind(remind?.count ?? 0),
      send: async () => {
        onSaid(w.reminded((await post<{ reminded: number }>(`/api/campaigns/${id}/remind`)).reminded))
        await again()
      },
    },
  }[act]
  return (
    <Sheet key={language} title={asked.title} shape="card" onClose={onClose}>
      <ActForm says={asked.says} send={asked.send} onDone={onClose} onCancel={onClose}>
        <p>{asked.note}</p>
      </ActForm>
    </Sheet>
  )
}
