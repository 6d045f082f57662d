/** The rows of an import by what becomes of them: tabs, kinds of faults, the grid, and mending of like faults together. */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { useNarrow } from '#ui/pieces/table/view.tsx'
import type { CountsWire, FieldWire, FixWire, ImportWire, RowEdit, RowsShown, RowsWire, RowWire } from '../../../imports/import-wire.ts'
import { editRow, fixCause, importQuery, isMoving, rowsKey, rowsPage, type Showing } from '../questions.ts'
import { many } from '../wording.ts'
import { fieldsShown } from './fields-shown.ts'
import { Grid } from './grid.tsx'
import { stretches, withMended } from './kept-rows.ts'
import { Tabs } from './tabs.tsx'

const PairSheet = lazy(() => import('./pair-sheet.tsx'))
const AlikeSheet = lazy(() => import('./alike-sheet.tsx'))

const words = catalogue({
  zh: {
    rows: '表里的行',
    passed: (row: string) => `第 ${row} 行重查通过`,
    still: (row: string) => `第 ${row} 行还有错`,
    fixed: (rows: string) => `改了 ${rows} 行，都重查过了`,
    more: (rows: string) => `还有 ${rows} 行`,
    end: (rows: string) => `共 ${rows} 行`,
    causes: (kinds: number) => `按错因归成 ${kinds} 类`,
    comma: '，',
    alike: '同类的一起改',
    noneOdd: '没有错，也没有要看一眼的。可以确认写入。',
    noneYet: '查到的行会出现在这里。',
    none: '没有这样的行。',
  },
  en: {
    rows: 'Rows of the sheet',
    passed: (row) => `Row ${row} passes`,
    still: (row) => `Row ${row} still has a fault`,
    fixed: (rows) => `${rows} rows mended and checked`,
    more: (rows) => `${rows} more`,
    end: (rows) => (rows === '1' ? '1 row' : `${rows} rows`),
    causes: (kinds) => `${kinds} kinds of faults`,
    comma: ', ',
    alike: 'Mend like faults together',
    noneOdd: 'Nothing is wrong and nothing asks for a glance. It can be written.',
    noneYet: 'Rows appear here as they are checked.',
    none: 'There are no such rows.',
  },
})

interface RowsProps {
  readonly one: ImportWire
  readonly showing: Showing
  readonly onShowing: (showing: Showing) => void
}

export function Rows({ one, showing, onShowing }: RowsProps) {
  const w = useWords(words)
  const narrow = useNarrow()
  const [pair, setPair] = useState<readonly [number, number]>()
  const [alike, setAlike] = useState(false)
  const editable = one.state === 'checked'
  const list = useRows(one, showing)
  const { pages, first, mend, said } = list
  const fields = useFields(one, showing.show)
  const pairOf = useCallback((row: number, other: number) => setPair([row, other]), [])
  const near = () => {
    if (list.query.hasNextPage && !list.query.isFetching && !list.query.isError) void list.query.fetchNextPage()
  }
  const shown = pages.reduce((sum, page) => sum + page.length, 0)
  const left = (first?.total ?? 0) - shown
  const oddOnes = showing.show === 'odd' || showing.show === 'wrong' || showing.show === 'look'
  return (
    <section className="sheet import-rows" aria-label={w.rows}>
      <Tabs one={one} showing={showing} onShowing={onShowing} editable={editable} />
      {list.query.isError ? <Trouble error={list.query.error} onAgain={() => void list.query.refetch()} /> : null}
      {list.query.isPending ? <Waiting /> : null}
      {first && shown === 0 ? (
        <p className="sub none-here">{isMoving(one.state) ? w.noneYet : oddOnes && !showing.cause ? w.noneOdd : w.none}</p>
      ) : null}
      {shown > 0 ? (
        <Grid
          pages={pages}
          fields={fields}
          editable={editable}
          narrow={narrow}
          edit={mend.edit}
          fix={mend.fix}
          pair={pairOf}
          onNear={near}
        />
      ) : null}
      {shown > 0 ? (
        <p className="grid-foot s sub">
          <span>
            {left > 0 ? w.more(many(left)) : w.end(many(shown))}
            {oddOnes && one.causes.length > 1 ? `${w.comma}${w.causes(one.causes.length)}` : ''}
          </span>
          {editable && one.causes.length > 0 ? (
            <Button look="txt" onClick={() => setAlike(true)}>
              {w.alike}
            </Button>
          ) : null}
        </p>
      ) : null}
      <p role="status" className="vh">
        {said}
      </p>
      <Suspense>
        {pair ? <PairSheet one={one} rows={pair} known={pages.flat()} mend={mend} onClose={() => setPair(undefined)} /> : null}
        {alike ? (
          <AlikeSheet
            one={one}
            known={pages.flat()}
            mend={mend}
            onShow={(cause) => {
              setAlike(false)
              onShowing({ show: 'odd', cause })
            }}
            onClose={() => setAlike(false)}
          />
        ) : null}
      </Suspense>
    </section>
  )
}

/** A column that had a fault keeps its place when the last of its faults is mended. */
function useFields({ columns, fields, causes }: ImportWire, show: RowsShown): readonly FieldWire[] {
  const [faulty, setFaulty] = useState<readonly string[]>([])
  const more = causes.map(({ field }) => field).filter((field) => !faulty.includes(field))
  if (more.length > 0) setFaulty([...new Set([...faulty, ...more])])
  return useMemo(() => fieldsShown({ columns, fields }, faulty, show), [columns, fields, faulty, show])
}

export interface Mend {
  readonly edit: (row: number, edit: RowEdit) => Promise<void>
  readonly fix: (fix: FixWire) => Promise<void>
}

/** The rows as fetched and mended since; while the file is still being checked they are asked for again and again. */
function useRows(one: ImportWire, showing: Showing) {
  const { id } = one
  const w = useWords(words)
  const client = useQueryClient()
  const { language } = useLanguage()
  const [mended, setMended] = useState<ReadonlyMap<number, RowWire>>(new Map())
  const [said, setSaid] = useState('')
  const key = rowsKey(id, showing)
  const { list } = usePages<RowWire, RowsWire>(key, (after, signal) => rowsPage(id, showing, after, signal))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without what was mended in the one before
  useEffect(() => setMended(new Map()), [showing.show, showing.cause])
  useFollowing(one)
  const pages = useMemo(() => {
    const fetched = list.data?.pages.map((page) => page.items) ?? []
    const between = stretches(fetched)
    return fetched.map((page, at) => withMended(page, mended, between[at]!.from, between[at]!.to))
  }, [list.data, mended])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is the reason the words change
  const mend = useMemo<Mend>(() => {
    const count = (counts: CountsWire) => {
      client.setQueryData(importQuery(id).queryKey, (before) => before && { ...before, counts })
      void client.invalidateQueries({ queryKey: importQuery(id).queryKey })
    }
    const again = () => client.invalidateQueries({ queryKey: ['import-rows', id] })
    return {
      async edit(row, edit) {
        const answer = await editRow(id, row, edit)
        setMended((before) => {
          const next = new Map(before).set(row, answer.row)
          for (const other of answer.alsoChanged) next.delete(other)
          return next
        })
        setSaid(answer.row.verdict === 'wrong' ? w.still(many(row)) : w.passed(many(row)))
        count(answer.counts)
        if (answer.alsoChanged.length > 0) await again()
        else void client.invalidateQueries({ queryKey: ['import-rows', id], refetchType: 'none' })
      },
      async fix(fix) {
        const answer = await fixCause(id, fix)
        setMended(new Map())
        setSaid(w.fixed(many(answer.rows)))
        count(answer.counts)
        await again()
      },
    }
  }, [client, id, language])
  return { query: list, pages, first: list.data?.pages[0], mend, said }
}

/** So many pages are asked for again while more rows are found; whoever has gone further down sees them when the check is done. */
const few = 3

function useFollowing({ id, state, counts }: ImportWire): void {
  const client = useQueryClient()
  const moving = isMoving(state)
  const step = moving ? Math.floor(counts.read / 500) : -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the state or the count of what was read has moved on
  useEffect(() => {
    const timer = setTimeout(() => {
      const small = ({ state: { data } }: { readonly state: { readonly data: unknown } }) =>
        !moving || ((data as { readonly pages?: readonly unknown[] } | undefined)?.pages?.length ?? 0) <= few
      void client.invalidateQueries({ queryKey: ['import-rows', id], predicate: small })
    }, 150)
    return () => clearTimeout(timer)
  }, [client, id, state, step])
}
