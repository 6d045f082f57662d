/** The form that enters a year's holiday notice: its number, the days off, the weekend days worked in exchange. */
import '#ui/controls/field.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { Day } from '#kernel/day.ts'
import { ProblemError, put } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { YearOfDays } from './year-picture.tsx'

const words = catalogue({
  zh: {
    title: (year: number) => `${year} 年放假通知`,
    note: '录入后，受影响的到期日按新日历重算。',
    source: '通知名称和文号',
    off: '放假的日子',
    offNote: '含周末，一天一行',
    make: '调休上班的日子',
    add: '加一天',
    remove: (day: string) => `去掉 ${day}`,
    removeShort: '去掉',
    save: '存下',
    holiday: '什么节',
    newYear: '元旦',
    springFestival: '春节',
    qingming: '清明节',
    labourDay: '劳动节',
    dragonBoat: '端午节',
    midAutumn: '中秋节',
    nationalDay: '国庆节',
    other: '其他',
  },
  en: {
    title: (year) => `Holiday notice for ${year}`,
    note: 'Once saved, dates that it touches are counted anew.',
    source: 'Name and number of the notice',
    off: 'Days off',
    offNote: 'weekends included, a line a day',
    make: 'Weekend days worked in exchange',
    add: 'Add a day',
    remove: (day) => `Remove ${day}`,
    removeShort: 'Remove',
    save: 'Save',
    holiday: 'Holiday',
    newYear: 'New Year',
    springFestival: 'Spring Festival',
    qingming: 'Qingming',
    labourDay: 'Labour Day',
    dragonBoat: 'Dragon Boat',
    midAutumn: 'Mid-Autumn',
    nationalDay: 'National Day',
    other: 'Other',
  },
})

const holidays = ['newYear', 'springFestival', 'qingming', 'labourDay', 'dragonBoat', 'midAutumn', 'nationalDay', 'other'] as const
type Holiday = (typeof holidays)[number]

interface Line {
  readonly key: number
  readonly day: Day | ''
  readonly holiday: Holiday
}

const linesOf = (days: readonly { readonly day: Day; readonly holiday?: string }[]): readonly Line[] =>
  days.map(({ day, holiday }, key) => ({ key, day, holiday: holidays.find((one) => one === holiday) ?? 'other' }))

export function NoticeForm({ picture, onClose }: { readonly picture: YearOfDays; readonly onClose: () => void }) {
  const w = useWords(words)
  const id = useId()
  const client = useQueryClient()
  const [source, setSource] = useState(picture.known ? picture.source : '')
  const [off, setOff] = useState(() => linesOf(picture.daysOff))
  const [make, setMake] = useState(() => linesOf(picture.makeUpDays.map((day) => ({ day }))))
  const save = useMutation({
    mutationFn: () =>
      put<YearOfDays>(`/api/law/calendar/${picture.year}`, {
        source: source.trim(),
        daysOff: off.flatMap(({ day, holiday }) => (day ? [{ day, holiday }] : [])),
        makeUpDays: make.flatMap(({ day }) => (day ? [day] : [])),
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Sheet title={w.title(picture.year)} note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      <form
        className="notice-form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <div className="field">
          <label className="label" htmlFor={id}>
            {w.source}
          </label>
          <input
            id={id}
            className="box"
            required
            minLength={4}
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
        <Lines title={w.off} note={w.offNote} lines={off} onChange={setOff} named />
        <Lines title={w.make} lines={make} onChange={setMake} />
        {save.error ? <Faults error={save.error} /> : null}
        <p>
          <button type="submit" className="btn pri lg" disabled={save.isPending}>
            {w.save}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

function Faults({ error }: { readonly error: Error }): ReactNode {
  const { say } = useLanguage()
  return (
    <Trouble error={error}>
      <ul>{error instanceof ProblemError ? error.errors.map((one) => <li key={one.path}>{say(one.says)}</li>) : null}</ul>
    </Trouble>
  )
}

interface LinesProps {
  readonly title: string
  readonly note?: string
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
  readonly named?: boolean
}

function Lines({ title, note, lines, onChange, named = false }: LinesProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const replace = (line: Line) => onChange(lines.map((one) => (one.key === line.key ? line : one)))
  return (
    <fieldset className="field">
      <legend className="label">
        {title} {note ? <small>{note}</small> : null}
      </legend>
      <ol className="items">
        {lines.map((line) => (
          <li key={line.key}>
            <div className="with">
              <DayBox label={title} value={line.day} onChange={(day) => replace({ ...line, day })} />
              {line.day ? weekdayName(line.day, language) : ''}
              {named ? (
                <select
                  className="box"
                  aria-label={w.holiday}
                  value={line.holiday}
                  onChange={(event) => replace({ ...line, holiday: event.target.value as Holiday })}
                >
                  {holidays.map((one) => (
                    <option key={one} value={one}>
                      {w[one]}
                    </option>
                  ))}
                </select>
              ) : null}
            </div>
            <Button look="txt" size="sm" aria-label={w.remove(line.day)} onClick={() => onChange(lines.filter((one) => one !== line))}>
              {w.removeShort}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        onClick={() =>
          onChange([
            ...lines,
            { key: Math.max(-1, ...lines.map((one) => one.key)) + 1, day: '', holiday: lines.at(-1)?.holiday ?? 'newYear' },
          ])
        }
      >
        ＋ {w.add}
      </Button>
    </fieldset>
  )
}
