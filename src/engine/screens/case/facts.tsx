/** Who is in the case, and what is known of it, section by section. */
import { type Day, isDay } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { valueWords } from '#law/clauses/compare.ts'
import { clauseTitle } from '#law/clauses/entry.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CaseWire, PartyWire, ProcedureWire } from '../../wire.ts'
import { type Schema, sectionSchema, widgetOf } from '../form/schema.ts'
import { useFieldWords } from '../form/words.tsx'

const words = catalogue({
  zh: {
    parties: '当事人',
    facts: '案情',
    yes: '是',
    no: '否',
    noGrade: '未定级',
    yuan: (sum: string) => `${sum} 元`,
    nth: (n: number) => `第 ${n} 次`,
    sep: '；',
    comma: '、',
  },
  en: {
    parties: 'Parties',
    facts: 'What is known',
    yes: 'yes',
    no: 'no',
    noGrade: 'none',
    yuan: (sum) => `${sum} yuan`,
    nth: (n) => `No. ${n}`,
    sep: '; ',
    comma: ', ',
  },
})

export function Parties({ file }: { readonly file: CaseWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const byRole = Map.groupBy(file.parties, (party: PartyWire) => party.role)
  return (
    <section>
      <h2 className="h">{w.parties}</h2>
      <dl className="kv">
        {[...byRole].map(([role, parties]) => (
          <div key={role} className="kv-row">
            <dt>{say(parties[0]!.roleTitle)}</dt>
            <dd>
              <b>{parties[0]!.name}</b>
              {parties.slice(1).map((party) => w.comma + party.name)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Sections in the order of the steps that fill them; the first lies open. */
export function Facts({ procedure, file }: { readonly procedure: ProcedureWire; readonly file: CaseWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const seen = new Set<string>()
  const sections = procedure.steps.flatMap((step) => {
    const { section } = step
    if (!section || seen.has(section) || !isKnown(file.facts[section])) return []
    seen.add(section)
    return [{ section, title: step.title }]
  })
  if (sections.length === 0) return null
  return (
    <section>
      <h2 className="h">{w.facts}</h2>
      {sections.map(({ section, title }, at) => (
        <details key={section} className="known" open={at === 0}>
          <summary>
            {say(title)}{' '}
            {Array.isArray(file.facts[section]) && file.facts[section].length > 1 ? <small>{file.facts[section].length}</small> : null}
          </summary>
          <Section procedure={procedure} section={section} value={file.facts[section]} today={file.today} />
        </details>
      ))}
    </section>
  )
}

const isKnown = (value: unknown): boolean => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

function Section({
  procedure,
  section,
  value,
  today,
}: {
  readonly procedure: ProcedureWire
  readonly section: string
  readonly value: unknown
  readonly today: Day
}) {
  const w = useWords(words)
  const schema = sectionSchema(procedure, section)
  if (!schema) return null
  if (!Array.isArray(value)) return <Pairs procedure={procedure} section={section} schema={schema} value={value} today={today} />
  return value.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, so the place is the identity
    <div key={at} className="known-item">
      {value.length > 1 ? <p className="xs faint">{w.nth(at + 1)}</p> : null}
      <Pairs procedure={procedure} section={section} schema={schema} value={item} today={today} />
    </div>
  ))
}

/** What needs the whole width: long words, lists, and whatever has parts of its own. */
const isTall = (field: Schema): boolean =>
  ['long', 'rows', 'group'].includes(widgetOf(field)) || Object.keys(field.properties ?? {}).length > 2

interface PairsProps {
  readonly procedure: ProcedureWire
  readonly section: string
  readonly schema: Schema
  readonly value: unknown
  readonly today: Day
}

function Pairs({ procedure, section, schema, value, today }: PairsProps) {
  const { label } = useFieldWords({ procedure, section })
  const given = (value ?? {}) as Record<string, unknown>
  return (
    <dl className="kv">
      {Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
        const one = given[name]
        if (!isKnown(one) || widgetOf(field) === 'hidden') return []
        return [
          <div key={name} className={isTall(field) ? 'kv-row tall' : 'kv-row'}>
            <dt>{label(name, field.title)}</dt>
            <dd>
              <Value procedure={procedure} section={section} schema={field} value={one} today={today} />
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}

function Value(props: PairsProps) {
  const { procedure, section, schema, value, today } = props
  const { option } = useFieldWords({ procedure, section })
  const { language, say } = useLanguage()
  const w = useWords(words)
  if (Array.isArray(value)) return <Many {...props} value={value} />
  switch (widgetOf(schema)) {
    case 'money':
      return <span className="num nb">{w.yuan(yuan(Number(value)))}</span>
    case 'basisPoints':
      return <span className="num nb">{yuan(Number(value))}%</span>
    case 'day':
      return <span className="num nb">{typeof value === 'string' && isDay(value) ? shortDay(value, language, today) : String(value)}</span>
    case 'statement':
      return value === true ? w.yes : w.no
    case 'choice':
      return option(String(value))
    case 'person':
    case 'organisation':
      return <Named {...props} />
    case 'grade':
      return value === 0 ? w.noGrade : say(skillTitle(Number(value)))
    case 'clause':
      return <Settled clause={value as Clause} />
    case 'group':
      return <Pairs {...props} />
    case 'long':
      return <span className="long">{String(value)}</span>
    default:
      return <span className="num">{String(value)}</span>
  }
}

/** 数控车工 · 高级工 技能津贴 300 元/月 */
function Settled({ clause }: { readonly clause: Clause }) {
  const { say } = useLanguage()
  return (
    <>
      {say(clauseTitle(clause, skillTitle))} <b className="num nb">{say(valueWords(clause))}</b>
    </>
  )
}

/** The name first, and what else is said of the one named. */
function Named(props: PairsProps) {
  const given = props.value as Record<string, unknown>
  const { name: _, ...rest } = props.schema.properties ?? {}
  const more = Object.keys(rest).some((key) => isKnown(given[key]) && widgetOf(rest[key]!) !== 'hidden')
  return (
    <>
      <b>{String(given.name ?? '')}</b>
      {more ? <Pairs {...props} schema={{ ...props.schema, properties: rest }} /> : null}
    </>
  )
}

/** Rows of figures are a table; the rest is a list. */
function Many(props: PairsProps & { readonly value: readonly unknown[] }) {
  const { schema, value, procedure, section } = props
  const { label, option } = useFieldWords({ procedure, section })
  const w = useWords(words)
  const item = schema.items ?? {}
  if (item.enum) return value.map((one) => option(String(one))).join(w.sep)
  if (item.type !== 'object' || widgetOf(item) !== 'group')
    return (
      <ul className="plain">
        {value.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, so the place is the identity
          <li key={at}>
            <Value {...props} schema={item} value={one} />
          </li>
        ))}
      </ul>
    )
  const columns = Object.entries(item.properties ?? {}).filter(([name]) =>
    value.some((one) => isKnown((one as Record<string, unknown>)[name])),
  )
  return (
    <table className="rows">
      <thead>
        <tr>
          {columns.map(([name, field]) => (
            <th key={name} scope="col" className={widgetOf(field) === 'money' ? 'r' : undefined}>
              {label(name, field.title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, so the place is the identity
          <tr key={at}>
            {columns.map(([name, field]) => (
              <td key={name} className={widgetOf(field) === 'money' ? 'r num' : undefined}>
                {isKnown((one as Record<string, unknown>)[name]) ? (
                  <Value {...props} schema={field} value={(one as Record<string, unknown>)[name]} />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
