/** 使用记录: who looked at, exported or changed people's data; the whole district's, or one person's. */
import '../people/people.css'
import './privacy.css'
import '#ui/controls/field.css'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Day, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { moment } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { type TablePage, usePages } from '#ui/pieces/table/pages.tsx'
import type { SightWire } from '../../privacy/sights/sights-wire.ts'
import { personQuery } from '../people/questions.ts'
import { sightsPage } from './questions.ts'

const words = catalogue({
  zh: {
    title: '个人信息使用记录',
    one: (name: string) => (name ? `谁看过、改过 ${name}` : '谁看过、改过这个人'),
    everybody: '看全部记录',
    kind: '类别',
    all: '全部',
    sight: '查看',
    export: '导出',
    import: '导入',
    change: '更改',
    merge: '合并',
    account: '账号',
    at: '时间',
    who: '谁',
    about: '关于',
    what: '内容',
    why: '理由',
    noneTitle: '没有记录',
    none: '查看完整号码、导出、导入、更改和合并都会自动记在这里，任何人不能改动；命令 audit verify 可核对。',
    more: '再看一些',
  },
  en: {
    title: 'Use of people’s data',
    one: (name) => `Who looked at or changed ${name || 'this person'}`,
    everybody: 'The whole log',
    kind: 'Kind',
    all: 'All',
    sight: 'Looks',
    export: 'Exports',
    import: 'Imports',
    change: 'Changes',
    merge: 'Merges',
    account: 'Accounts',
    at: 'Time',
    who: 'Who',
    about: 'About',
    what: 'What',
    why: 'Reason',
    noneTitle: 'Nothing recorded',
    none: 'Looks at full numbers, exports, imports, changes and merges are recorded by themselves and cannot be altered; audit verify checks.',
    more: 'Show more',
  },
})
const kinds = ['', 'sight', 'export', 'import', 'change', 'merge', 'account'] as const

/** The whole log; with `?person=` in the address, that person's. */
export function AuditPage() {
  const w = useWords(words)
  const { person } = useSearch({ strict: false }) as { readonly person?: Id }
  const { data: whose } = useQuery({ ...personQuery(person!), enabled: person !== undefined, retry: false })
  const [kind, setKind] = useState<(typeof kinds)[number]>('')
  const { first, rows, list } = usePages<SightWire, TablePage<SightWire>>(['sights', person ?? '', kind], async (after, signal) => {
    const page = await sightsPage(person, kind, after, signal)
    return { ...page, total: page.items.length }
  })
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">{person ? w.one(whose?.name ?? '') : w.title}</h1>
        <label className="register-acts">
          {person ? <Go to="/desk/audit">{w.everybody}</Go> : null}
          {w.kind}
          <select className="box" value={kind} onChange={(event) => setKind(event.target.value as (typeof kinds)[number])}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {one === '' ? w.all : w[one]}
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
                <th scope="col">{w.at}</th>
                <th scope="col">{w.who}</th>
                {person ? null : <th scope="col">{w.about}</th>}
                <th scope="col">{w.what}</th>
                <th scope="col">{w.why}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={`${row.at}${row.by ?? ''}${row.about?.id ?? ''}`} row={row} person={person} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
    </div>
  )
}

function Line({ row, person }: { readonly row: SightWire; readonly person: Id | undefined }) {
  const { say, language } = useLanguage()
  const today: Day = dayOf(new Date())
  return (
    <tr>
      <td className="num nb">
        <time dateTime={row.at}>{moment(row.at, today, language)}</time>
      </td>
      <td>
        {row.by} <span className="sub">{[row.body, row.post && say(row.post)].filter(Boolean).join(' · ')}</span>
      </td>
      {person ? null : (
        <td>
          {row.about ? (
            row.about.person ? (
              <Go to="/desk/people/$personId" params={{ personId: row.about.id }}>
                {row.about.name}
              </Go>
            ) : (
              row.about.name
            )
          ) : null}
        </td>
      )}
      <td>{say(row.what)}</td>
      <td>{row.reason ? say(row.reason) : ''}</td>
    </tr>
  )
}
