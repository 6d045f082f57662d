/** Who holds which post and how they get in: posts given and ended, accounts made, passwords renewed, accounts shut, by those above. */
import '../people/people.css'
import '../teams/teams.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { get } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { FilterBar, SearchBox } from '#ui/pieces/table/filters.tsx'
import { type TablePage, usePages } from '#ui/pieces/table/pages.tsx'
import type { AccountWire } from '../../accounts/account-wire.ts'

const GivePost = lazy(() => import('./give-post.tsx'))
const AccountSheet = lazy(() => import('./account-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '岗位和账号',
    give: '授予岗位',
    find: '找人',
    hint: '姓名、拼音首字母或用户名',
    table: '岗位和账号名单',
    name: '姓名',
    posts: '岗位',
    username: '用户名',
    seen: '最近登录',
    state: '账号',
    none: '没有账号',
    closed: '已停用',
    second: '双重验证',
    plain: '密码',
    emptyTitle: '没有符合的人',
    empty: '先在“人员”里登记，再授予岗位，最后开账号。',
  },
  en: {
    title: 'Posts and accounts',
    give: 'Give a post',
    find: 'Find somebody',
    hint: 'Name, pinyin initials or username',
    table: 'Posts and accounts',
    name: 'Name',
    posts: 'Posts',
    username: 'Username',
    seen: 'Last seen',
    state: 'Account',
    none: 'no account',
    closed: 'shut',
    second: 'two factors',
    plain: 'password',
    emptyTitle: 'Nobody fits',
    empty: 'Enter the person under People, give them a post, then make the account.',
  },
})

type Row = AccountWire & { readonly id: string }

async function accountsPage(q: string | undefined, after: string | undefined, signal: AbortSignal): Promise<TablePage<Row>> {
  const page = await get<TablePage<AccountWire>>('/api/accounts', { q, after, limit: 100 }, signal)
  return { ...page, items: page.items.map((item) => ({ ...item, id: item.person.id })) }
}

export function AccountsAt() {
  const { q } = useSearch({ strict: false }) as { readonly q?: string }
  const navigate = useNavigate()
  const w = useWords(words)
  const [open, setOpen] = useState<string | 'give'>()
  const columns = useColumns()
  const seek = useCallback(
    (text: string) => void navigate({ to: '/desk/accounts', search: text ? { q: text } : {}, replace: true, resetScroll: false }),
    [navigate],
  )
  const pages = usePages<Row, TablePage<Row>>(['accounts', q], (after, signal) => accountsPage(q, after, signal))
  const card = useCallback((row: Row) => <Card row={row} />, [])
  const chosen = pages.rows.find((row) => row.id === open)
  const shut = () => setOpen(undefined)
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">{w.title}</h1>
        <div className="register-acts">
          <Button onClick={() => setOpen('give')}>{w.give}</Button>
        </div>
      </header>
      <FilterBar search={<SearchBox label={w.find} hint={w.hint} value={q ?? ''} onValue={seek} />} holding={0} onClear={() => seek('')}>
        {null}
      </FilterBar>
      <BigTable label={w.table} columns={columns} pages={pages} open={(row) => setOpen(row.id)} card={card}>
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <Suspense>
        {open === 'give' ? <GivePost onClose={shut} /> : null}
        {chosen ? <AccountSheet account={chosen} onClose={shut} /> : null}
      </Suspense>
    </div>
  )
}

export function AccountState({ account }: { readonly account: AccountWire }) {
  const w = useWords(words)
  if (account.closed) return <Chip tone="late">{w.closed}</Chip>
  if (!account.username) return <span className="faint">{w.none}</span>
  return account.secondFactor ? <Chip tone="ok">{w.second}</Chip> : <Chip>{w.plain}</Chip>
}

function useColumns(): readonly Column<Row>[] {
  const { say } = useLanguage()
  const w = useWords(words)
  const posts = (row: Row) => row.posts.map(({ title, organisation }) => `${organisation.name} ${say(title)}`).join('；')
  return [
    { id: 'name', title: w.name, width: 'minmax(88px, 1fr)', cell: (row) => <b>{row.person.name}</b> },
    { id: 'posts', title: w.posts, width: 'minmax(200px, 3fr)', cell: posts },
    { id: 'username', title: w.username, width: 'minmax(90px, 1fr)', cell: (row) => <span className="num">{row.username ?? ''}</span> },
    { id: 'state', title: w.state, width: '110px', cell: (row) => <AccountState account={row} /> },
    {
      id: 'seen',
      title: w.seen,
      width: '110px',
      cell: (row) => <span className="num">{row.lastSeen ? dayOf(new Date(row.lastSeen)) : ''}</span>,
    },
  ]
}

function Card({ row }: { readonly row: Row }) {
  const { say } = useLanguage()
  return (
    <>
      <p>
        <b>{row.person.name}</b> <AccountState account={row} />
      </p>
      <p className="xs sub">{row.posts.map(({ title, organisation }) => `${organisation.name} ${say(title)}`).join('；')}</p>
    </>
  )
}
