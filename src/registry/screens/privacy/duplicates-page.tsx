/** 重复人员: pairs that may be one person, judged side by side; and the merges of late, to be undone for thirty days. */
import '../people/people.css'
import './privacy.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { alikeReasons } from '../../privacy/duplicates/alike.ts'
import type { PairsPageWire, PairWire, TwinWire } from '../../privacy/duplicates/duplicates-wire.ts'
import { Merges } from './merges.tsx'
import { personQuery } from '../people/questions.ts'
import { askPeople, pairsPage } from './questions.ts'

const MergeSheet = lazy(() => import('./merge-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '重复人员',
    total: (n: number, capped: boolean) => (capped ? `超过 ${n} 对` : `${n} 对`),
    search: '重新查找',
    searching: '正在查找…',
    compare: '并排核对',
    find: '姓名、身份证号或手机号',
    with: (name: string) => `${name} 还登记在哪一条里？找出来并排比对`,
    none: '没有找到这个人',
    noneTitle: '没有待核对的',
    noneSays: '系统每天按手机号、姓名加生日、同单位同名查找，不会自动合并；找到后在这里等您判断。',
    more: '再看一些',
    all: '看全部',
  },
  en: {
    title: 'Duplicates',
    total: (n, capped) => (capped ? `more than ${n} pairs` : `${n} pairs`),
    search: 'Look again',
    searching: 'Looking…',
    compare: 'Compare',
    find: 'Name, ID number or mobile number',
    with: (name) => `Which other record is ${name} too? Find it and lay them side by side`,
    none: 'Nobody found',
    noneTitle: 'Nothing to judge',
    noneSays:
      'Every day the same telephone, name and birthday, or name within a firm are looked for. Nothing is merged by itself; pairs wait here for you.',
    more: 'Show more',
    all: 'Show all',
  },
})

interface Search {
  readonly person?: string
}

export function DuplicatesPage() {
  const w = useWords(words)
  const { person } = useSearch({ strict: false }) as Search
  const client = useQueryClient()
  const [pair, setPair] = useState<readonly [string, string]>()
  const [looking, setLooking] = useState<unknown>()
  const pages = usePages<PairWire, PairsPageWire>(['duplicates', 'list', person ?? ''], (after, signal) =>
    pairsPage(person ? { person } : {}, after, signal),
  )
  const { first, rows, list } = pages
  const again = () => {
    client.resetQueries({ queryKey: ['duplicates'] })
    client.invalidateQueries({ queryKey: ['merges'] })
    client.resetQueries({ queryKey: ['people'] })
  }
  const look = async () => {
    setLooking(true)
    await post('/api/persons/duplicates/search').then(() => setLooking(undefined), setLooking)
    again()
  }
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(first.total, first.capped ?? false) : ''}</small>
        </h1>
        <div className="register-acts">
          <Button busy={looking === true} onClick={() => void look()}>
            {looking === true ? w.searching : w.search}
          </Button>
        </div>
      </header>
      {looking !== undefined && looking !== true ? <Trouble error={looking} /> : null}
      {person ? <Other person={person} onPair={setPair} /> : null}
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : !first ? <Waiting /> : null}
      {first && rows.length === 0 ? (
        <Empty title={w.noneTitle}>
          <p>{w.noneSays}</p>
        </Empty>
      ) : null}
      <ul className="twins">
        {rows.map((row) => (
          <Pair key={row.a.id + row.b.id} row={row} onCompare={() => setPair([row.a.id, row.b.id])} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
      <Merges onDone={again} />
      <Suspense>
        {pair ? (
          <MergeSheet
            a={pair[0]}
            b={pair[1]}
            onClose={() => setPair(undefined)}
            onDone={() => {
              setPair(undefined)
              again()
            }}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

function Pair({ row, onCompare }: { readonly row: PairWire; readonly onCompare: () => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <li className="sheet twin-pair">
      <p className="h">
        {row.reasons.map((reason) => (
          <Chip key={reason}>{say(alikeReasons[reason])}</Chip>
        ))}
      </p>
      <ul>
        <Twin twin={row.a} />
        <Twin twin={row.b} />
      </ul>
      <div className="acts">
        <Button onClick={onCompare} aria-label={`${w.compare}：${row.a.name}、${row.b.name}`}>
          {w.compare}
        </Button>
      </div>
    </li>
  )
}

function Twin({ twin }: { readonly twin: TwinWire }) {
  const { name, birth, phone, idNumber, firm, unit } = twin
  return (
    <li>
      <b>{name}</b>
      <span className="sub num">{[birth, phone, idNumber].filter(Boolean).join(' · ')}</span>
      <span className="sub">{[firm?.name, unit?.name].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

/** From a person's page: another one is chosen by hand. */
function Other({ person, onPair }: { readonly person: string; readonly onPair: (pair: readonly [string, string]) => void }) {
  const w = useWords(words)
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const { data: whose } = useQuery({ ...personQuery(person), retry: false })
  return (
    <div className="privacy-find">
      {whose ? <p>{w.with(whose.name)}</p> : null}
      <Picker
        id="other"
        label={w.find}
        name={name}
        free={false}
        hint={w.find}
        none={w.none}
        kind="people"
        ask={async (q, signal) => (await askPeople(q, signal)).filter(({ id }) => id !== person)}
        onChange={(said, id) => {
          setName(said)
          if (id) onPair([person, id])
        }}
      />
      <Button look="txt" onClick={() => void navigate({ to: '/desk/duplicates', search: {} })}>
        {w.all}
      </Button>
    </div>
  )
}
