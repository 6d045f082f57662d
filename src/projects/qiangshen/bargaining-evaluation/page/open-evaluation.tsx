/** Beginning an evaluation: which firm, which round, how many are asked on each side. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { askBodies, readerQuery } from '#registry/screens/people/questions.ts'
import { newKey, post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { bargainingEvaluation } from '../procedure.ts'

const words = catalogue({
  zh: {
    title: '开展评估',
    note: '问卷码在下一页；评分标准用今天生效的一版',
    by: '评估单位',
    firm: '企业',
    hint: '输入名称查找',
    none: '没有找到',
    round: '评估批次',
    roundHint: '如：2026年上半年。同一批用同一个名称',
    workers: '请多少名职工答卷',
    union: '请多少名工会干部答卷',
    management: '请多少名经营管理人员答卷',
    zero: '没有就填 0',
    selfBy: '自评截止',
    open: '开始',
    nobody: '您没有可以开展评估的岗位',
  },
  en: {
    title: 'Begin an evaluation',
    note: 'The codes are on the next page; the rubric is the one in force today',
    by: 'Evaluated by',
    firm: 'Firm',
    hint: 'Type its name',
    none: 'Nothing found',
    round: 'Round',
    roundHint: 'For example: First half of 2026. One name for one round',
    workers: 'Workers asked',
    union: 'Union officers asked',
    management: 'Managers asked',
    zero: '0 if none',
    selfBy: 'Own score due on',
    open: 'Begin',
    nobody: 'None of your posts may evaluate',
  },
})

interface Post {
  readonly role: string
  readonly organisation: { readonly id: string; readonly kind: string; readonly name?: string }
}

/** Bodies at which the reader may open one. */
const bodiesOf = (posts: readonly Post[]) => {
  const role = bargainingEvaluation.roles.evaluator as { readonly posts: readonly string[] }
  const may = posts.filter((one) => role.posts.includes(one.role) && bargainingEvaluation.owners.includes(one.organisation.kind))
  return [...new Map(may.map((one) => [one.organisation.id, { id: one.organisation.id, name: one.organisation.name ?? '' }])).values()]
}

export default function OpenEvaluation({ rounds, onClose }: { readonly rounds: readonly string[]; readonly onClose: () => void }) {
  const w = useWords(words)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useQuery(readerQuery)
  const bodies = bodiesOf((me?.posts ?? []) as readonly Post[])
  const [key] = useState(newKey)
  const list = useId()
  const [body, setBody] = useState<string>()
  const [firm, setFirm] = useState<{ readonly name: string; readonly id?: string | undefined }>({ name: '' })
  const [typed, setTyped] = useState({ round: rounds[0] ?? '', workers: '30', union: '3', management: '5', selfScoreBy: '' })
  const owner = body ?? bodies[0]?.id
  async function send(): Promise<void> {
    const { id } = await post<CaseWire>('/api/cases', {
      procedure: 'bargaining-evaluation',
      owner,
      step: 'open',
      input: {
        company: { name: firm.name, organisationId: firm.id },
        round: typed.round,
        invitedWorkers: Number(typed.workers),
        invitedUnion: Number(typed.union),
        invitedManagement: Number(typed.management),
        ...(typed.selfScoreBy && { selfScoreBy: typed.selfScoreBy }),
      },
      key,
    })
    await client.invalidateQueries({ queryKey: ['evaluations'] })
    void navigate({ to: '/desk/evaluation/$caseId', params: { caseId: id } })
  }
  if (me && bodies.length === 0)
    return (
      <Sheet title={w.title} onClose={onClose}>
        <p>{w.nobody}</p>
      </Sheet>
    )
  const box = (name: keyof typeof typed, path: string, label: string, more: { hint?: string; number?: boolean } = {}) => (
    <Labelled label={label} path={path} hint={more.hint}>
      {(wiring) => (
        <input
          {...wiring}
          className="box"
          value={typed[name]}
          {...(more.number ? { inputMode: 'numeric' as const } : { list })}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <Sheet title={w.title} note={<p className="xs sub">{w.note}</p>} onClose={onClose}>
      <ActForm
        says={w.open}
        send={send}
        onCancel={onClose}
        ready={firm.id !== undefined && owner !== undefined && typed.round.trim() !== ''}
      >
        {bodies.length > 1 ? (
          <Labelled label={w.by} path="owner">
            {(wiring) => <Choice wiring={wiring} value={owner ?? ''} options={bodies} onValue={setBody} />}
          </Labelled>
        ) : null}
        <Labelled label={w.firm} path="input.company">
          {(wiring) => (
            <Picker
              id={wiring.id}
              label={w.firm}
              name={firm.name}
              chosen={firm.id}
              free={false}
              describedBy={wiring['aria-describedby']}
              hint={w.hint}
              none={w.none}
              kind="firms"
              ask={askBodies('firm')}
              onChange={(name, id) => setFirm({ name, id })}
            />
          )}
        </Labelled>
        {box('round', 'input.round', w.round, { hint: w.roundHint })}
        <datalist id={list}>
          {rounds.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {box('workers', 'input.invitedWorkers', w.workers, { number: true })}
        {box('union', 'input.invitedUnion', w.union, { number: true, hint: w.zero })}
        {box('management', 'input.invitedManagement', w.management, { number: true, hint: w.zero })}
        <Labelled label={w.selfBy} path="input.selfScoreBy" optional>
          {(wiring) => (
            <DayBox
              label={w.selfBy}
              value={typed.selfScoreBy}
              describedBy={wiring['aria-describedby']}
              onChange={(selfScoreBy) => setTyped({ ...typed, selfScoreBy })}
            />
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}
