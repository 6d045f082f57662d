/** One clause in a form: what it settles, its figure in the unit of that, and for whom; the words of one that has no figure. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { type Clause, type Meaning, type MeaningId, meaningIds, meaningOf } from '#law/clauses/clause.ts'
import { unitWords } from '#law/clauses/entry.ts'
import { skills } from '#registry/people/person-words.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type FieldProps, useFault } from './field.tsx'
import { FigureBox } from './figure-box.tsx'

const words = catalogue({
  zh: {
    meaning: '条款',
    choose: '请选择',
    noGrade: '未定级',
    figure: '数值',
    trade: '工种',
    every: '不分工种',
    grade: '技能等级',
    everyGrade: '不分等级',
    level: '等次',
    levelHint: '如一等奖、本科、市级',
    words: '文字',
    wordsHint: '条件或说明，没有可不填',
    pay: '工资与津贴',
    skill: '能级工资',
    rest: '工时、休假与福利',
  },
  en: {
    meaning: 'Clause',
    choose: 'Choose',
    noGrade: 'No grade',
    figure: 'Figure',
    trade: 'Trade',
    every: 'every trade',
    grade: 'Skill grade',
    everyGrade: 'every grade',
    level: 'Rank or level',
    levelHint: 'first prize, bachelor, city',
    words: 'Words',
    wordsHint: 'a condition, if there is one',
    pay: 'Pay and allowances',
    skill: 'Skill-grade wages',
    rest: 'Hours, leave and benefits',
  },
})

const groupOf = ({ skill, unit }: Meaning): 'pay' | 'skill' | 'rest' =>
  skill ? 'skill' : unit.startsWith('fen') || unit === 'basisPoints' ? 'pay' : 'rest'
const groups = Map.groupBy(meaningIds, (id) => groupOf(meaningOf(id)))

/** Choosing what a clause settles, in three groups. */
export function MeaningChoice({
  value,
  onChange,
  ...rest
}: { readonly value: MeaningId | undefined; readonly onChange: (meaning: MeaningId | undefined) => void } & Readonly<
  Record<'id' | 'name' | 'aria-label' | 'aria-describedby', string | undefined>
> & { readonly 'aria-invalid'?: boolean }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <select
      {...rest}
      className="box"
      value={value ?? ''}
      onChange={({ target }) => onChange((target.value || undefined) as MeaningId | undefined)}
    >
      <option value="">{w.choose}</option>
      {[...groups].map(([group, ids]) => (
        <optgroup key={group} label={w[group]}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {say(meaningOf(id).title)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

export function ClauseField({ path }: FieldProps) {
  const id = useId()
  const w = useWords(words)
  const { say } = useLanguage()
  const { setValue } = useFormContext()
  const given = (useWatch({ name: path }) ?? {}) as Partial<Clause>
  const meaning = given.meaning ? meaningOf(given.meaning) : undefined
  const fault = useFault(path)
  return (
    <fieldset className="pair clause" aria-describedby={fault ? `${id}-fault` : undefined}>
      <Part label={w.meaning} path={`${path}.meaning`}>
        {(wiring) => (
          <MeaningChoice
            {...wiring}
            aria-label={undefined}
            value={given.meaning}
            // Another unit, another figure: 3,150 yuan is no growth of 3,150.
            onChange={(next) => setValue(path, { ...given, meaning: next, value: undefined }, { shouldDirty: true })}
          />
        )}
      </Part>
      {meaning && meaning.unit !== 'words' ? (
        <Part label={w.figure} path={`${path}.value`}>
          {(wiring) => (
            <div className="with">
              <Figure {...wiring} path={`${path}.value`} unit={meaning.unit} />
              {say(unitWords[meaning.unit])}
            </div>
          )}
        </Part>
      ) : null}
      {meaning ? <Narrowing path={path} skill={meaning.skill !== undefined} pay={meaning.unit.startsWith('fen')} /> : null}
      <Part label={w.words} path={`${path}.words`}>
        {(wiring) => <Plain {...wiring} path={`${path}.words`} hint={meaning?.unit === 'words' ? '' : w.wordsHint} />}
      </Part>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  )
}

/** For whom the clause is: what names no trade and no grade is for everybody. */
function Narrowing({ path, skill, pay }: { readonly path: string; readonly skill: boolean; readonly pay: boolean }) {
  const w = useWords(words)
  if (!skill && !pay) return null
  return (
    <>
      <Part label={w.trade} path={`${path}.trade`}>
        {(wiring) => <Plain {...wiring} path={`${path}.trade`} hint={w.every} />}
      </Part>
      <Part label={w.grade} path={`${path}.grade`}>
        {(wiring) => <Grade {...wiring} path={`${path}.grade`} none={w.everyGrade} />}
      </Part>
      {skill ? (
        <Part label={w.level} path={`${path}.level`}>
          {(wiring) => <Plain {...wiring} path={`${path}.level`} hint={w.levelHint} />}
        </Part>
      ) : null}
    </>
  )
}

interface Wiring {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

function Part({
  label,
  path,
  children,
}: {
  readonly label: string
  readonly path: string
  readonly children: (wiring: Wiring) => ReactNode
}) {
  const id = useId()
  const fault = useFault(path)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, name: path, 'aria-invalid': fault !== undefined, 'aria-describedby': fault ? `${id}-fault` : undefined })}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}

function Figure({ path, unit, ...wiring }: Wiring & { readonly path: string; readonly unit: Meaning['unit'] }) {
  const { field } = useController({ name: path })
  return <FigureBox {...wiring} ref={field.ref} unit={unit} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
}

function Plain({ path, hint, ...wiring }: Wiring & { readonly path: string; readonly hint: string }) {
  const { field } = useController({ name: path })
  const value = typeof field.value === 'string' ? field.value : ''
  return <input {...wiring} {...field} className="box" type="text" autoComplete="off" placeholder={hint} maxLength={200} value={value} />
}

function Grade({ path, none, ...wiring }: Wiring & { readonly path: string; readonly none: string }) {
  const { field } = useController({ name: path })
  return <GradeChoice {...wiring} ref={field.ref} onBlur={field.onBlur} value={field.value} onChange={field.onChange} none={none} />
}

/** One of the eight grades by name; `zero` for people who hold none, where the number says so. */
export function GradeChoice({
  value,
  onChange,
  none,
  zero = false,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  readonly value: unknown
  readonly onChange: (grade: number | undefined) => void
  readonly none?: string
  readonly zero?: boolean
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <select
      {...rest}
      className="box"
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    >
      <option value="">{none ?? w.choose}</option>
      {zero ? <option value={0}>{w.noGrade}</option> : null}
      {skills.map((grade, at) => (
        <option key={grade.zh} value={at + 1}>
          {say(grade)}
        </option>
      ))}
    </select>
  )
}
