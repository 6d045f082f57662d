/** 信息申请: what people ask about their data, answered with a reason; an erasure granted is done at once. */
import '../people/people.css'
import './privacy.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { post } from '#ui/api.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { DeskRequestWire, RequestsPageWire } from '../../privacy/requests/requests-wire.ts'
import { requestsPage } from './questions.ts'

const words = catalogue({
  zh: {
    title: '个人信息申请',
    total: (n: number) => `${n} 项`,
    state: '看哪些',
    waiting: '待答复',
    granted: '已办理',
    refused: '没有同意',
    who: '申请人',
    what: '申请',
    asked: '提出',
    answer: '答复',
    correction: '更正',
    erasure: '删除',
    decide: '答复',
    decideTitle: (who: string, what: string) => `${who}申请${what}`,
    grant: '办理',
    grantErase: '同意并删除',
    refuse: '不同意',
    reason: '答复本人的话',
    eraseNote: '同意后立即抹去姓名、号码和病情，关闭账号，不能恢复；起止日期等依法保存的记录只封存。',
    correctNote: '先在人员页更正，再答复。',
    open: '打开人员页',
    noneTitle: '没有申请',
    none: '职工在手机“我的信息”里提出更正或删除，会出现在这里。',
    more: '再看一些',
  },
  en: {
    title: 'Requests about data',
    total: (n) => `${n}`,
    state: 'Which',
    waiting: 'Waiting',
    granted: 'Done',
    refused: 'Refused',
    who: 'Who',
    what: 'Asks for',
    asked: 'Asked on',
    answer: 'Answer',
    correction: 'correction',
    erasure: 'erasure',
    decide: 'Answer',
    decideTitle: (who, what) => `${who} asks for ${what}`,
    grant: 'Done',
    grantErase: 'Grant and erase',
    refuse: 'Refuse',
    reason: 'What the person is told',
    eraseNote:
      'Once granted, name, numbers and illness are wiped and the account closes at once, for good; dates the law wants kept are only stored.',
    correctNote: 'Correct it on the person’s page first, then answer.',
    open: 'Open the person',
    noneTitle: 'No requests',
    none: 'What workers ask for on their phones under “My information” appears here.',
    more: 'Show more',
  },
})

const states = ['waiting', 'granted', 'refused'] as const

export function RequestsPage() {
  const w = useWords(words)
  const client = useQueryClient()
  const [state, setState] = useState<(typeof states)[number]>('waiting')
  const [at, setAt] = useState<DeskRequestWire>()
  const { first, rows, list } = usePages<DeskRequestWire, RequestsPageWire>(['data-requests', state], (after, signal) =>
    requestsPage(state, after, signal),
  )
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(first.total) : ''}</small>
        </h1>
        <label className="register-acts">
          {w.state}
          <select className="box" value={state} onChange={(event) => setState(event.target.value as (typeof states)[number])}>
            {states.map((one) => (
              <option key={one} value={one}>
                {w[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : !first ? <Waiting /> : null}
      {first && rows.length === 0 ? (
        <Empty title={w.noneTitle}>
          <p>{w.none}</p>
        </Empty>
      ) : null}
      {rows.length > 0 ? (
        <div className="sheet pad privacy-table">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{w.who}</th>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.asked}</th>
                <th scope="col">{w.answer}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Go to="/desk/people/$personId" params={{ personId: row.person.id }}>
                      {row.person.name}
                    </Go>
                  </td>
                  <td>
                    <b>{w[row.kind]}</b> {row.says}
                  </td>
                  <td className="num nb">{dayOf(new Date(row.askedAt))}</td>
                  <td>
                    {row.state === 'waiting' ? (
                      <Button size="sm" aria-label={`${w.decide}：${row.person.name}`} onClick={() => setAt(row)}>
                        {w.decide}
                      </Button>
                    ) : (
                      `${row.answer ?? ''} ${row.by ?? ''}`
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{w.more}</Button> : null}
      {at ? (
        <Decide
          request={at}
          onClose={() => setAt(undefined)}
          onDone={() => {
            setAt(undefined)
            client.resetQueries({ queryKey: ['data-requests'] })
          }}
        />
      ) : null}
    </div>
  )
}

interface DecideProps {
  readonly request: DeskRequestWire
  readonly onClose: () => void
  readonly onDone: () => void
}

function Decide({ request, onClose, onDone }: DecideProps) {
  const w = useWords(words)
  const [answer, setAnswer] = useState('')
  const [refused, setRefused] = useState(false)
  const erasure = request.kind === 'erasure'
  const send = () => post(`/api/data-requests/${request.id}/decide`, { decision: refused ? 'refused' : 'granted', answer })
  return (
    <Sheet
      title={w.decideTitle(request.person.name, w[request.kind])}
      note={<p className="s sub">{erasure ? w.eraseNote : w.correctNote}</p>}
      onClose={onClose}
    >
      {request.says ? <blockquote className="said mild">{request.says}</blockquote> : null}
      <p>
        <Go to="/desk/people/$personId" params={{ personId: request.person.id }}>
          {w.open}
        </Go>
      </p>
      <ActForm
        says={refused ? w.refuse : erasure ? w.grantErase : w.grant}
        send={send}
        onDone={onDone}
        onCancel={onClose}
        ready={answer.trim().length >= 4}
      >
        <label className="s">
          <input type="checkbox" checked={refused} onChange={(event) => setRefused(event.target.checked)} /> {w.refuse}
        </label>
        <Labelled label={w.reason} path="answer">
          {(wiring) => (
            <textarea
              {...wiring}
              className="box"
              rows={3}
              maxLength={1000}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}
