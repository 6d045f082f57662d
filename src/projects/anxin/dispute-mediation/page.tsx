/** The mediation desk: hearings by room, cases by the days left of fifteen, one case at hand, what follows agreements, the figures. */
import './page/page.css'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OpenCase } from '#engine/screens/case/open-case.tsx'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import type { Board } from './desk/board.ts'
import { After } from './page/after.tsx'
import { AtHand } from './page/at-hand.tsx'
import { Fifteen } from './page/fifteen.tsx'
import { Hearings } from './page/hearings.tsx'
import { StatisticsTable } from './page/statistics-table.tsx'

const words = catalogue({
  zh: {
    title: '调解室',
    open: (n: number) => `${n} 件在调`,
    late: (n: number) => `${n} 件今天届满或已过`,
    soon: (n: number) => `${n} 件三日内届满`,
    today: (n: number) => `今天 ${n} 场调解会`,
    comma: '，',
    stop: '。',
    none: '没有在调的案件',
    noneSays: '收到申请的那天起算十五日。案件按还剩几天排开，今天到期的在最左边。',
  },
  en: {
    title: 'Mediation desk',
    open: (n) => `${n} in mediation`,
    late: (n) => `${n} at or past the last day`,
    soon: (n) => `${n} within three days`,
    today: (n) => `${n} hearing${n === 1 ? '' : 's'} today`,
    comma: ', ',
    stop: '.',
    none: 'Nothing is in mediation',
    noneSays: 'Fifteen days count from the day of receipt. Cases stand here by the days left, those that end today on the left.',
  },
})

export const boardQuery = queryOptions({
  queryKey: ['mediation', 'desk'],
  queryFn: ({ signal }) => get<Board>('/api/mediation/desk', {}, signal),
})

export function MediationDesk() {
  const w = useWords(words)
  const { data: board } = useSuspenseQuery(boardQuery)
  const [picked, pick] = useState<Id>()
  const first = board.hearings.find((one) => one.on === board.today)?.case ?? board.cases[0]?.id
  const chosen = picked ?? first
  const now = board.cases.filter((one) => one.left <= 0).length
  const soon = board.cases.filter((one) => one.left > 0 && one.left <= 3).length
  const held = board.hearings.filter((one) => one.on === board.today).length
  const said = [w.open(board.cases.length), now > 0 ? w.late(now) : '', soon > 0 ? w.soon(soon) : '', held > 0 ? w.today(held) : ''].filter(
    Boolean,
  )
  return (
    <div className="room">
      <title>{w.title}</title>
      <header className="room-head">
        <h1 className="big">{w.title}</h1>
        <p className="lede sub">
          {said.join(w.comma)}
          {w.stop}
        </p>
        <OpenCase />
      </header>
      <div className="room-main">
        {board.cases.length === 0 ? (
          <div className="sheet">
            <Empty title={w.none}>
              <p>{w.noneSays}</p>
            </Empty>
          </div>
        ) : (
          <Fifteen board={board} chosen={chosen} onChoose={pick} />
        )}
        <Hearings board={board} chosen={chosen} onChoose={pick} />
        <After />
        <StatisticsTable today={board.today} />
      </div>
      <aside className="room-side">{chosen ? <AtHand key={chosen} id={chosen} board={board} /> : null}</aside>
    </div>
  )
}
