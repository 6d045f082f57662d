/** The head of a case: who, what, state, and the next date with how it was counted. */
import { useQuery } from '@tanstack/react-query'
import { type Day, daysBetween } from '#kernel/day.ts'
import { fromToday, longDay, shortDay } from '#ui/dates.ts'
import { get } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip, Mark } from '#ui/pieces/chip.tsx'
import { DayStrip } from '#ui/pieces/day-strip.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import type { CaseWire, DueWire } from '../../wire.ts'
import { useLateness } from '../due-words.tsx'
import { placeQuery } from '../questions.ts'

const words = catalogue({
  zh: {
    owner: (name: string) => `承办 ${name}`,
    handled: (names: string) => `主办 ${names}`,
    noClock: '没有在走的时限',
    noClockNote: '这一步没有法定期限；有了新的一步，时限会从那天起算。',
    ended: '已办结',
    endedNote: (day: string) => `${day} 办结，材料照存，经过不改。`,
    also: '另一种数法',
    alsoSays: (day: string) => `末日为 ${day}，不作准`,
    others: '其他时限',
    extended: (day: string) => `双方同意延到 ${day}。`,
    missed: (what: string) => `过了这一天：${what}`,
    tell: (who: string) => `提醒${who}`,
    ofDay: (state: string, n: number) => `${state} · 第 ${n} 日`,
    comma: '、',
  },
  en: {
    owner: (name) => `Held by ${name}`,
    handled: (names) => `Handled by ${names}`,
    noClock: 'No clock is running',
    noClockNote: 'The law sets no time for this stage; the next step may start one.',
    ended: 'Closed',
    endedNote: (day) => `Closed ${day}. The papers are kept; what happened is not changed.`,
    also: 'Counted another way',
    alsoSays: (day) => `the last day would be ${day}; this one does not govern`,
    others: 'Other clocks',
    extended: (day) => `Both sides agreed to extend to ${day}.`,
    missed: (what) => `After this day: ${what}`,
    tell: (who) => `${who} is told`,
    ofDay: (state, n) => `${state} · day ${n}`,
    comma: ', ',
  },
})

export function CaseHead({ file }: { readonly file: CaseWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const next = file.due[0]
  const running = next && next.period.unit === 'calendarDay' && next.period.n <= 60 ? daysBetween(next.start, file.today) : 0
  return (
    <header className="sheet casehead">
      <div>
        <p className="meta s sub">
          <span className="num nb">{file.number}</span>
          {file.matter ? <span>{file.matter}</span> : null}
          <span>{w.owner(file.owner.name)}</span>
        </p>
        <h1>{file.subject}</h1>
        <p className="meta s sub">
          <Chip tone={file.ended ? 'ok' : next?.overdue ? 'late' : 'run'}>
            {running > 0 && !file.ended ? w.ofDay(say(file.stateTitle), running) : say(file.stateTitle)}
          </Chip>
          {file.marks.map((mark) => (
            <Mark key={mark.id}>{say(mark.title)}</Mark>
          ))}
          {file.assigned.length > 0 ? <span>{w.handled(file.assigned.map((one) => one.name).join(w.comma))}</span> : null}
        </p>
        {file.marks.map((mark) =>
          mark.suggests ? (
            <p key={mark.id} className="s sub suggests">
              {say(mark.suggests)} <LawNote law={mark.law} />
            </p>
          ) : null,
        )}
      </div>
      <div className="next">{next ? <Next due={next} file={file} /> : <NoClock file={file} />}</div>
    </header>
  )
}

function NoClock({ file }: { readonly file: CaseWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const last = file.log.at(-1)
  return (
    <>
      <div className="d">
        <b>{file.ended ? w.ended : w.noClock}</b>
      </div>
      <p className="s sub">{file.ended && last ? w.endedNote(longDay(last.on, language, file.today)) : w.noClockNote}</p>
    </>
  )
}

function Next({ due, file }: { readonly due: DueWire; readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const lateness = useLateness()
  const rest = useRestDays(due)
  const { today } = file
  const missed = due.ifMissed.take ? say(due.ifMissed.take) : due.ifMissed.tell ? w.tell(due.ifMissed.tell.map(say).join(w.comma)) : ''
  return (
    <>
      <div className="d">
        <span className="sub">{say(due.title)}</span>
        <b>{longDay(due.last, language, today)}</b>
        <em>{due.overdue ? lateness(due, today, rest) : fromToday(due.last, today, language)}</em>
      </div>
      <DayStrip
        start={due.start}
        last={due.last}
        today={today}
        rest={(day) => due.period.unit === 'workingDay' && rest.get(day) === true}
      />
      <p className="s">{say(due.counted)}</p>
      {due.extendedTo ? <p className="s sub">{w.extended(shortDay(due.extendedTo, language, today))}</p> : null}
      <p className="s laws">
        <LawNote law={due.law} />
        {missed ? <span className="sub">{w.missed(missed)}</span> : null}
      </p>
      {due.also.map((other) => (
        <p key={other.rule} className="xs faint laws">
          {w.also}
          {language === 'zh' ? '：' : ': '}
          {w.alsoSays(shortDay(other.last, language, today))} <LawNote law={other.law} />
        </p>
      ))}
      {file.due.length > 1 ? (
        <p className="xs sub others">
          {w.others}
          {language === 'zh' ? '：' : ': '}
          {file.due
            .slice(1)
            .map((one) => `${say(one.title)} ${shortDay(one.last, language, today)}`)
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      ) : null}
    </>
  )
}

interface ClockAnswer {
  readonly days?: readonly { readonly day: Day; readonly kind: string }[]
}

/** Which days a working-day clock leaves out: asked of the law itself, only where it matters. */
function useRestDays(due: DueWire): ReadonlyMap<Day, boolean> {
  const { data: region } = useQuery(placeQuery)
  const asks = region !== undefined && due.period.unit === 'workingDay' && daysBetween(due.start, due.last) <= 31
  const { data } = useQuery({
    queryKey: ['clock', due.rule, due.start],
    queryFn: ({ signal }) => get<ClockAnswer>('/api/law/clock', { rule: due.rule, start: due.start, region }, signal),
    enabled: asks,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return new Map((data?.days ?? []).map((one) => [one.day, one.kind === 'rest']))
}
