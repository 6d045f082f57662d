/** The hearings of two weeks: a row a room, a column a day. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { longDay, weekdayShort } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import type { Board, BoardHearing } from '../desk/board.ts'
import { shortSubject } from './fifteen.tsx'

const words = catalogue({
  zh: {
    title: '两周调解会',
    none: '两周内没有定下的调解会。在案件里“定调解会”，双方收到通知，这里排进房间。',
    room: '调解室',
    clash: '撞了',
    clashNote: '同一间房、同一时间有两场，请改一场',
    today: '今',
  },
  en: {
    title: 'Hearings of two weeks',
    none: 'No hearing is set for the next two weeks. Set one in a case: both sides are told, and it stands here in its room.',
    room: 'Room',
    clash: 'clash',
    clashNote: 'Two hearings in the same room at the same time: move one',
    today: 'Now',
  },
})

interface Props {
  readonly board: Board
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id) => void
}

const isRest = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export function Hearings(props: Props) {
  const { board } = props
  const w = useWords(words)
  return (
    <section className="sheet hearings">
      <h2 className="h">{w.title}</h2>
      {board.hearings.length === 0 ? <p className="s sub">{w.none}</p> : <Rooms {...props} />}
    </section>
  )
}

function Rooms({ board, ...rest }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  return (
    <Scroller label={w.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.room}</th>
            {board.days.map((day) => (
              <th
                key={day}
                scope="col"
                className={day === board.today ? 't' : isRest(day) ? 'off' : undefined}
                aria-label={longDay(day, language)}
              >
                {day === board.today ? w.today : weekdayShort(day, language)}
                <b>{Number(day.slice(8))}</b>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rooms.map((room) => (
            <tr key={room}>
              <th scope="row">{room}</th>
              {board.days.map((day) => (
                <td key={day} className={day === board.today ? 't' : isRest(day) ? 'off' : undefined}>
                  {board.hearings
                    .filter((one) => one.room === room && one.on === day)
                    .map((one) => (
                      <Held key={one.case + one.at} one={one} {...rest} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function Held({ one, chosen, onChoose }: Omit<Props, 'board'> & { readonly one: BoardHearing }) {
  const w = useWords(words)
  return (
    <button
      type="button"
      className={one.clash ? 'held clash' : 'held'}
      aria-pressed={one.case === chosen}
      title={one.clash ? `${one.subject}\n${w.clashNote}` : one.subject}
      onClick={() => onChoose(one.case)}
    >
      <span className="num">{one.at}</span> {shortSubject(one.subject)}
      {one.clash ? <b> {w.clash}</b> : null}
    </button>
  )
}
