/** The second question: which firm or platform, still there or gone, since when. */
import type { Day } from '#kernel/day.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Choices } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { monthWords } from '../parts/day.tsx'
import { type Lack, type Trouble, timeOfTrouble } from './draft.ts'
import { type Route, useFirms } from './route.tsx'
import type { QuestionProps } from './what.tsx'
import { lackWords, words } from './words.ts'
import { useToday } from '../../public/site.tsx'

/** The last three years of months, newest first. */
const months = (today: Day): readonly string[] => {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: 36 }, (_, at) => new Date(Date.UTC(year, month - 1 - at, 1)).toISOString().slice(0, 7))
}

export function Where({ keeper, draft, wrong, route }: QuestionProps & { readonly route: Route }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const today = useToday()
  const years = Array.from({ length: 4 }, (_, at) => Number(today.slice(0, 4)) - at)
  const lack = (name: Lack) => (wrong.includes(name) ? lackWords[language][name] : undefined)
  const time = timeOfTrouble(draft.what)
  const since: Partial<Record<Trouble, string>> = { wages: w.sinceWages, insurance: w.sinceInsurance, platform: w.sincePlatform }
  const on: Partial<Record<Trouble, string>> = { dismissed: w.onDismissed, injury: w.onInjury }
  return (
    <fieldset className="q">
      <legend>
        <span className="num">{w.number(2)}</span>
        {draft.what === 'platform' ? w.q2p : w.q2}
      </legend>
      <FirmField keeper={keeper} draft={draft} wrong={wrong} />
      {route.needsStreet && draft.firm.trim() ? (
        <label className="field">
          <span>{w.street}</span>
          <select
            className="input"
            value={draft.street ?? ''}
            aria-invalid={lack('street') ? true : undefined}
            onChange={(event) =>
              keeper.change({
                street: event.target.value || undefined,
                streetName: route.streets.find((one) => one.id === event.target.value)?.name,
              })
            }
          >
            <option value="">{w.choose}</option>
            {route.streets.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          {lack('street') ? <small className="wrong">{lack('street')}</small> : null}
        </label>
      ) : null}
      <Choices
        name="still"
        label={w.still}
        value={draft.still}
        wrong={lack('still')}
        options={
          [
            ['yes', w.stillYes],
            ['no', w.stillNo],
          ] as const
        }
        onChange={(still) => keeper.change({ still })}
      />
      {draft.still === 'no' ? (
        <DayField
          name="leftOn"
          label={w.leftOn}
          value={draft.leftOn}
          years={years}
          wrong={lack('leftOn')}
          onChange={(leftOn) => keeper.change({ leftOn })}
        />
      ) : null}
      {time === 'month' ? (
        <label className="field">
          <span>{since[draft.what!] ?? w.sinceHours}</span>
          <select
            className="input"
            value={draft.since ?? ''}
            aria-invalid={lack('since') ? true : undefined}
            onChange={(event) => keeper.change({ since: event.target.value })}
          >
            <option value="">{w.choose}</option>
            {months(today).map((one) => (
              <option key={one} value={one}>
                {monthWords(one, language)}
              </option>
            ))}
          </select>
          {lack('since') ? <small className="wrong">{lack('since')}</small> : null}
        </label>
      ) : null}
      {time === 'day' && !(draft.what === 'dismissed' && draft.still === 'no') ? (
        <DayField
          name="on"
          label={on[draft.what!] ?? w.onOther}
          value={draft.on}
          years={years}
          wrong={lack('on')}
          onChange={(day) => keeper.change({ on: day })}
        />
      ) : null}
    </fieldset>
  )
}

function FirmField({ keeper, draft, wrong }: QuestionProps) {
  const w = useWords(words)
  const { language } = useLanguage()
  const firms = useFirms(draft.firm, !draft.firmId && draft.what !== 'platform')
  const lack = wrong.includes('firm') ? lackWords[language].firm : undefined
  const platform = draft.what === 'platform'
  return (
    <div className="field">
      <label htmlFor="firm">{platform ? w.platform : w.firm}</label>
      <small id="firm-hint">{platform ? w.platformHint : w.firmHint}</small>
      <input
        id="firm"
        className="input"
        value={draft.firm}
        autoComplete="organization"
        aria-describedby="firm-hint"
        aria-invalid={lack ? true : undefined}
        onChange={(event) => keeper.change({ firm: event.target.value, firmId: undefined, bodyId: undefined })}
      />
      {lack ? <small className="wrong">{lack}</small> : null}
      <div role="status">
        {draft.firmId ? <small className="ok-word">{w.chosen}</small> : firms.length ? <small>{w.found(firms.length)}</small> : null}
      </div>
      {!draft.firmId && firms.length ? (
        <ul className="found">
          {firms.map((firm) => (
            <li key={firm.id}>
              <button
                type="button"
                onClick={() =>
                  keeper.change({
                    firm: firm.name,
                    firmId: firm.id,
                    ...(firm.street ? { street: firm.street.id, streetName: firm.street.name } : {}),
                  })
                }
              >
                {firm.name}
                {firm.street ? <small>{firm.street.name}</small> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
