/** Local figures at the desk: the minimum wage, the guideline and others, as of today and in their history; the district records new ones. */
import './figures.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import { FigureForm } from './figure-form.tsx'
import { placeTitle } from './place-title.ts'
import type { FiguresWire, FigureWire } from './routes.server.ts'

const words = catalogue({
  zh: {
    title: '本地标准',
    lede: '条例里没有数字、由政府另行发布的标准。每一条都有起算日期和出处，协商时按当天有效的那一条比对。',
    setting: '区',
    settingNote: '本区录入的设定，不是法条里的数字。',
    now: '今天有效的',
    history: '历次标准',
    newest: '新的在上',
    figure: '标准',
    value: '数值',
    place: '适用地区',
    since: '自',
    from: (day: string) => `自 ${day}`,
    until: '至',
    source: '出处',
    open: '至今',
    noneTitle: '还没有录入任何标准',
    none: '先录入本地的月最低工资标准和工资指导线，注明出自哪份文件。没有录入时，系统不会猜一个数。',
  },
  en: {
    title: 'Local figures',
    lede: 'Figures no ordinance contains and a government publishes. Each has its first day and its source; bargaining goes by the one of the day.',
    setting: 'set',
    settingNote: 'Recorded by the district; not a number of the law itself.',
    now: 'In force today',
    history: 'All figures',
    newest: 'newest first',
    figure: 'Figure',
    value: 'Value',
    place: 'Place',
    since: 'From',
    from: (day) => `from ${day}`,
    until: 'Until',
    source: 'Source',
    open: 'today',
    noneTitle: 'No figures recorded yet',
    none: 'Record the local minimum wage and the wage guideline first, with the paper they come from. Nothing is guessed where none is recorded.',
  },
})

const key = ['law', 'figures'] as const

export function FiguresPage() {
  const w = useWords(words)
  const client = useQueryClient()
  const { data, error } = useQuery({ queryKey: key, queryFn: ({ signal }) => get<FiguresWire>('/api/law/figures', {}, signal) })
  return (
    <div className="setting">
      <title>{w.title}</title>
      <header>
        <h1 className="big">{w.title}</h1>
        <p className="s sub">{w.lede}</p>
        <p className="xs faint">{w.settingNote}</p>
      </header>
      <div className="setting-main">
        {error ? <Trouble error={error} /> : data ? null : <Waiting />}
        {data && data.history.length === 0 ? (
          <div className="sheet">
            <Empty title={w.noneTitle}>
              <p>{w.none}</p>
            </Empty>
          </div>
        ) : null}
        {data && data.items.length > 0 ? <Now items={data.items} /> : null}
        {data && data.history.length > 0 ? <History rows={data.history} /> : null}
      </div>
      {data?.may ? (
        <aside className="sheet pad">
          <FigureForm known={data} onDone={() => void client.invalidateQueries({ queryKey: key })} />
        </aside>
      ) : null}
    </div>
  )
}

function Now({ items }: { readonly items: readonly FigureWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <section className="sheet pad">
      <h2 className="h">{w.now}</h2>
      <ul className="setting-now">
        {items.map((one) => (
          <li key={one.figure}>
            <p className="s">{say(one.title)}</p>
            <b>{say(one.says)}</b>
            <p className="xs sub num">
              {w.from(one.since)}　{one.source}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ rows }: { readonly rows: readonly FigureWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <section className="sheet pad">
      <h2 className="h">
        {w.history} <small>{w.newest}</small>
      </h2>
      <Scroller label={w.history}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.figure}</th>
              <th scope="col">{w.value}</th>
              <th scope="col">{w.place}</th>
              <th scope="col">{w.since}</th>
              <th scope="col">{w.until}</th>
              <th scope="col">{w.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.figure}${row.region}${row.since}`}>
                <td>{say(row.title)}</td>
                <td className="num">{say(row.says)}</td>
                <td>{say(placeTitle(row.region))}</td>
                <td className="num">{row.since}</td>
                <td className="num">{row.until ?? <span className="faint">{w.open}</span>}</td>
                <td>{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}
