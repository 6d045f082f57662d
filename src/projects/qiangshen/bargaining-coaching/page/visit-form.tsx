/** One visit: when, what, how long, with which template, where the firm stands, when next; or a correction of one, with its reason. */
import { useState } from 'react'
import type { EntryWire, FirmLog } from '../desk/wire.ts'
import { newKey, post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { coachingStateIds, coachingStates } from '../coaching.ts'
import { templates } from '../templates.ts'

const words = catalogue({
  zh: {
    for: '指导员',
    on: '哪一天',
    what: '做了什么',
    whatHint: '见了谁、谈了什么、企业怎么说',
    hours: '时长（小时）',
    hoursHint: '可以有半小时',
    hoursFault: '0 到 24，可以有半小时',
    template: '用的模板',
    noTemplate: '没有用模板',
    state: '企业走到哪一步',
    stateHint: (state: string) => `案件显示：${state}`,
    next: '下次走访',
    reason: '为什么更正',
    save: '记下',
    put: '更正',
  },
  en: {
    for: 'Instructor',
    on: 'Day',
    what: 'What was done',
    whatHint: 'Whom you met, what was spoken of, what the firm said',
    hours: 'Hours',
    hoursHint: 'Halves are possible',
    hoursFault: '0 to 24, in halves',
    template: 'Template used',
    noTemplate: 'None',
    state: 'Where the firm stands',
    stateHint: (state) => `Cases say: ${state}`,
    next: 'Next visit',
    reason: 'Why it is corrected',
    save: 'Record',
    put: 'Correct',
  },
})

const hoursFrom = (text: string): number | undefined => {
  const value = Number(text.normalize('NFKC').trim() || 'x')
  return value >= 0 && value <= 24 && Number.isInteger(value * 2) ? value : undefined
}

interface FormProps {
  readonly log: FirmLog
  readonly corrects?: EntryWire
  readonly onDone: (after: FirmLog) => void
  readonly onCancel: () => void
}

export function VisitForm({ log, corrects, onDone, onCancel }: FormProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  const [key] = useState(newKey)
  const [member, setMember] = useState(log.mayWrite[0]?.id ?? '')
  const [typed, setTyped] = useState({
    on: corrects?.on ?? log.today,
    what: corrects?.what ?? '',
    hours: corrects ? String(corrects.hours) : '1',
    template: corrects?.template ?? '',
    state: corrects?.state ?? log.entries[0]?.state ?? log.suggested ?? 'wish',
    nextVisit: corrects?.nextVisit ?? '',
    reason: '',
  })
  const put = (next: Partial<typeof typed>) => setTyped({ ...typed, ...next })
  const hours = hoursFrom(typed.hours)
  async function send(): Promise<void> {
    const { on, what, template, state, nextVisit, reason } = typed
    const told = { on, what, hours, state, key, ...(template && { template }), ...(nextVisit && { nextVisit }) }
    const after = corrects
      ? await post<FirmLog>(`/api/coaching/entries/${corrects.id}/correction`, { ...told, reason })
      : await post<FirmLog>('/api/coaching/entries', { ...told, firm: log.firm.id, member })
    onDone(after)
  }
  const ready = hours !== undefined && typed.what.trim().length > 1 && (!corrects || typed.reason.trim().length > 1)
  return (
    <ActForm says={corrects ? w.put : w.save} send={send} onCancel={onCancel} ready={ready}>
      {!corrects && log.mayWrite.length > 1 ? (
        <Labelled label={w.for} path="member">
          {(wiring) => <Choice wiring={wiring} value={member} options={log.mayWrite} onValue={setMember} />}
        </Labelled>
      ) : null}
      <Labelled label={w.on} path="on">
        {(wiring) => <DayBox label={w.on} value={typed.on} describedBy={wiring['aria-describedby']} onChange={(on) => put({ on })} />}
      </Labelled>
      <Labelled label={w.what} path="what" hint={w.whatHint}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="box"
            rows={3}
            maxLength={1000}
            value={typed.what}
            onChange={(event) => put({ what: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={w.hours} path="hours" hint={w.hoursHint} fault={hours === undefined ? w.hoursFault : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            className="box"
            inputMode="decimal"
            value={typed.hours}
            onChange={(event) => put({ hours: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={w.template} path="template" optional>
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={typed.template}
            none={w.noTemplate}
            options={templates.map(({ id, title }) => ({ id, name: say(title) }))}
            onValue={(template) => put({ template })}
          />
        )}
      </Labelled>
      <Labelled label={w.state} path="state" hint={log.suggested ? w.stateHint(say(coachingStates[log.suggested])) : undefined}>
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={typed.state}
            options={coachingStateIds.map((id) => ({ id, name: say(coachingStates[id]) }))}
            onValue={(state) => put({ state: state as typeof typed.state })}
          />
        )}
      </Labelled>
      <Labelled label={w.next} path="nextVisit" optional>
        {(wiring) => (
          <DayBox
            label={w.next}
            value={typed.nextVisit}
            describedBy={wiring['aria-describedby']}
            onChange={(nextVisit) => put({ nextVisit })}
          />
        )}
      </Labelled>
      {corrects ? (
        <Labelled label={w.reason} path="reason">
          {(wiring) => (
            <input
              {...wiring}
              className="box"
              maxLength={200}
              value={typed.reason}
              onChange={(event) => put({ reason: event.target.value })}
            />
          )}
        </Labelled>
      ) : null}
    </ActForm>
  )
}
