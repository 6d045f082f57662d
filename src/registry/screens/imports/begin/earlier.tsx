/** The imports there were: where each stands, what came of it, and until when it can be undone. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { dayOf } from '#kernel/day.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { moment, shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { ImportState, ImportWire } from '../../../imports/import-wire.ts'
import { importsKey, importsPage, isMoving } from '../questions.ts'
import { kindNames, many, stateNames } from '../wording.ts'

const words = catalogue({
  zh: {
    title: '导入过的',
    file: '文件',
    for: '给哪里',
    when: '放入',
    state: '现在',
    counts: '结果',
    undo: '可撤销到',
    new: '新增',
    changed: '更新',
    same: '没变',
    wrong: '有错',
    more: '更早的',
    emptyTitle: '还没有导入过',
    empty: '选好上面三样，放入第一份表。放进来只是检查，不会写入；看过结果、按了“确认写入”才算数。',
  },
  en: {
    title: 'Earlier imports',
    file: 'File',
    for: 'For',
    when: 'Put in',
    state: 'Now',
    counts: 'Result',
    undo: 'Undo until',
    new: 'new',
    changed: 'updated',
    same: 'unchanged',
    wrong: 'wrong',
    more: 'Earlier ones',
    emptyTitle: 'Nothing was imported yet',
    empty:
      'Choose the three things above and bring the first sheet. It is only checked; nothing counts until you have seen the result and confirmed it.',
  },
})

export function Earlier() {
  const w = useWords(words)
  const list = useInfiniteQuery({
    queryKey: importsKey,
    queryFn: ({ pageParam, signal }) => importsPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // One comes back to it from what has just changed.
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.pages[0]?.items.some(({ state }) => isMoving(state)) ? 2_000 : false),
  })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="sheet earlier">
      <h2 className="h">{w.title}</h2>
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      ) : null}
      {rows.length > 0 ? (
        <table className="rows">
          <thead>
            <tr>
              {[w.file, w.for, w.when, w.state, w.counts, w.undo].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Line key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      ) : null}
      {list.hasNextPage ? (
        <Button look="txt" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
    </section>
  )
}

const tones: Partial<Record<ImportState, 'run' | 'ok' | 'late'>> = { checked: 'run', columns: 'run', committed: 'ok', failed: 'late' }

function Line({ one }: { readonly one: ImportWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const today = dayOf(new Date())
  const { counts, committed } = one
  const figures = committed ?? counts
  const said = [
    [w.new, figures.new],
    [w.changed, figures.changed],
    [w.same, figures.same],
    [w.wrong, counts.wrong],
  ] as const
  return (
    <tr>
      <td className="file">
        <Go to="/desk/imports/$importId" params={{ importId: one.id }}>
          {one.file.name}
        </Go>
        <small className="faint">{say(kindNames[one.kind])}</small>
      </td>
      <td data-title={w.for}>{one.unit.name}</td>
      <td data-title={w.when}>
        {moment(one.at, today, language)} {one.by.name}
      </td>
      <td>
        <Chip {...(tones[one.state] ? { tone: tones[one.state]! } : {})}>{say(stateNames[one.state])}</Chip>
      </td>
      <td data-title={w.counts}>
        {said
          .filter(([, n]) => n > 0)
          .map(([says, n]) => `${says} ${many(n)}`)
          .join('　') || '—'}
      </td>
      <td data-title={w.undo}>
        {committed && one.state === 'committed' && committed.undoUntil >= today ? shortDay(committed.undoUntil, language, today) : '—'}
      </td>
    </tr>
  )
}
