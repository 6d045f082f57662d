/** Coverage of collective bargaining on any day: 双100%, firms and workers covered once, contracts signed and in force, with the names behind each. */
import '#ui/controls/field.css'
import './coverage.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Day, dayOf, isDay } from '#kernel/day.ts'
import { withQuery } from '#ui/api.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { IndicatorsWire } from '#indicators/wire.ts'
import { Bridge } from './bridge.tsx'
import { Names } from './names.tsx'
import { Count, Ratio } from './number.tsx'
import { type Behind, type CoverageSearch, indicatorsQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '集体协商覆盖',
    on: '看哪一天',
    unit: '看哪里',
    all: '我能看到的全部',
    back: '回到今天',
    export: '导出 Excel',
    print: '打印',
    contracts: '当天有效的集体合同',
    figures: '最低工资等标准',
    whose: (name: string, day: string) => `${name}，${day}`,
  },
  en: {
    title: 'Coverage of collective bargaining',
    on: 'As of',
    unit: 'Where',
    all: 'All that I may see',
    back: 'Back to today',
    export: 'Export to Excel',
    print: 'Print',
    contracts: 'Contracts in force that day',
    figures: 'Minimum wage and other figures',
    whose: (name, day) => `${name}, ${day}`,
  },
})

/** The page, tied to the address. */
export function CoverageAt() {
  const said = useSearch({ strict: false }) as CoverageSearch
  const navigate = useNavigate()
  const { day, ...rest } = said
  const search: CoverageSearch = day && isDay(day) ? said : rest
  const onSearch = (next: CoverageSearch) => void navigate({ to: '/desk/coverage', search: { ...next }, replace: true, resetScroll: false })
  return <CoveragePage search={search} onSearch={onSearch} />
}

interface Props {
  readonly search: CoverageSearch
  readonly onSearch: (search: CoverageSearch) => void
}

function CoveragePage({ search, onSearch }: Props) {
  const { say, language } = useLanguage()
  const w = useWords(words)
  const { data, error, refetch } = useQuery(indicatorsQuery(search))
  const [behind, open] = useState<Behind>()
  return (
    <div className="cover">
      <title>{w.title}</title>
      <header className="cover-head">
        <h1 className="big">{w.title}</h1>
        <div className="register-acts">
          <Button look="txt" onClick={() => location.assign(withQuery('/api/indicators/export', { ...search, language }))}>
            {w.export}
          </Button>
          <Button look="txt" onClick={() => window.print()}>
            {w.print}
          </Button>
        </div>
      </header>
      <Asked search={search} data={data} onSearch={onSearch} />
      {error ? <Trouble error={error} onAgain={() => void refetch()} /> : data ? null : <Waiting />}
      {data ? (
        <>
          <p className="vh" role="status">
            {w.whose(say(data.unit.name), data.day)}
          </p>
          <Numbers data={data} onOpen={open} />
          <p className="cover-links s">
            <Go
              to="/desk/contracts"
              search={{ form: 'contract', ...(search.day ? { on: search.day } : {}), ...(search.unit ? { unit: search.unit } : {}) }}
            >
              {w.contracts}
            </Go>
            <Go to="/desk/figures">{w.figures}</Go>
          </p>
        </>
      ) : null}
      {behind && data ? <Names behind={behind} search={search} day={data.day} onClose={() => open(undefined)} /> : null}
    </div>
  )
}

function Numbers({ data, onOpen }: { readonly data: IndicatorsWire; readonly onOpen: (behind: Behind) => void }) {
  const of = (id: string) => data.items.find((one) => one.id === id)
  const ratios = data.items.filter(({ measure }) => measure === 'ratio')
  const counts = ['firmsCovered', 'workersCovered', 'contractsInForce'].flatMap((id) => of(id) ?? [])
  const [signed, inForce] = [of('contractsSigned'), of('contractsInForce')]
  return (
    <>
      <div className="cover-grid">
        {ratios.map((one) => (
          <Ratio key={one.id} one={one} onOpen={onOpen} />
        ))}
        {counts.map((one) => (
          <Count key={one.id} one={one} onOpen={onOpen} />
        ))}
      </div>
      {signed && inForce ? <Bridge signed={signed} inForce={inForce} onOpen={onOpen} /> : null}
    </>
  )
}

function Asked({ search, data, onSearch }: Props & { readonly data: IndicatorsWire | undefined }) {
  const w = useWords(words)
  const today: Day = dayOf(new Date())
  const { day: _day, ...anyDay } = search
  const { unit: _unit, ...anyUnit } = search
  const units = data?.units ?? []
  return (
    <section className="cover-asked" aria-label={w.on}>
      <span className="s sub" aria-hidden="true">
        {w.on}
      </span>
      <DayBox
        label={w.on}
        value={search.day ?? data?.day ?? today}
        onChange={(day) => {
          // Parts are typed one by one: a year of one digit is on its way to four.
          if (isDay(day) && day >= '1995') onSearch({ ...anyDay, day })
        }}
      />
      {units.length > 1 || search.unit ? (
        <select
          className="box"
          aria-label={w.unit}
          value={search.unit ?? ''}
          onChange={(event) => onSearch(event.target.value ? { ...search, unit: event.target.value } : anyUnit)}
        >
          <option value="">{w.all}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      {search.day ? (
        <Button look="txt" onClick={() => onSearch(anyDay)}>
          {w.back}
        </Button>
      ) : null}
    </section>
  )
}
