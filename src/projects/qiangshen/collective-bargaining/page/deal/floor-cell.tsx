/** What lies beneath a row, with its source: the minimum wage, the contracts above, the published guideline. */
import { contractLevels } from '#registry/contracts/contract.ts'
import { figureText } from '#law/clauses/entry.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import type { Row, Table } from '../../table/table.ts'
import { dealWords } from './words.tsx'

export function FloorCell({ row, table }: { readonly row: Row; readonly table: Table }) {
  const { say } = useLanguage()
  const w = useWords(dealWords)
  const { meaning, floor } = row
  const show = (value: number) => figureText(meaning.unit, value)
  const minimum = meaning.pay ? table.floor?.minimumWageFen : undefined
  const guideline = row.clause.meaning === 'wageGrowth' ? table.guideline : undefined
  if (minimum === undefined && floor.length === 0 && !guideline) return <span className="faint">{w.noFloor}</span>
  return (
    <>
      {minimum === undefined ? null : (
        <span>
          {w.above} <b>{show(minimum)}</b> {w.minimumWage}
        </span>
      )}
      {floor.map(({ title, level, value }) => (
        <span key={title} title={title}>
          {meaning.better === 'more' ? w.least : w.most} <b>{show(value)}</b> {w.contract(levelTitle(level, say))}
        </span>
      ))}
      {guideline ? (
        <>
          <span>
            {w.guideline} <b>{show(guideline.base)}</b>
          </span>
          <span>
            {w.lower(show(guideline.lower))}　{w.upper(show(guideline.upper))}
          </span>
        </>
      ) : null}
    </>
  )
}

const levelTitle = (level: string, say: ReturnType<typeof useLanguage>['say']): string =>
  Object.hasOwn(contractLevels, level) ? say(contractLevels[level as keyof typeof contractLevels]) : level

/** Where the floors are written, under the table. */
export function Sources({ table }: { readonly table: Table }) {
  const { language } = useLanguage()
  const w = useWords(dealWords)
  const [comma, colon] = language === 'zh' ? (['；', '：'] as const) : (['; ', ': '] as const)
  const named = (what: string, source: string | undefined) => (source ? [`${what} ${source}`] : [])
  const said = [
    ...named(w.minimumWage, table.floor?.minimumWageSource),
    ...named(w.guidelineName, table.guideline?.source),
    ...(table.floor?.contracts ?? []).map(({ title, number }) => `${language === 'zh' ? `《${title}》` : title} ${number}`),
  ]
  return said.length > 0 ? (
    <p className="xs faint deal-sources">
      {w.sources}
      {colon}
      {said.join(comma)}
    </p>
  ) : null
}
