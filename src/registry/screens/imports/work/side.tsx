/** Beside the rows: what can be done now, which columns were recognised, what will come of it, the import before. */
import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { many, shortHeading } from '../wording.ts'
import { LastOne } from './last-one.tsx'

const AbsentSheet = lazy(() => import('../acts/absent-sheet.tsx'))
const ColumnsSheet = lazy(() => import('../acts/columns-sheet.tsx'))

const words = catalogue({
  zh: {
    columns: '认出的列',
    change: '改',
    changeLabel: '改认列',
    confirm: '请确认',
    none: '不导入',
    blank: (letter: string) => `${letter} 列`,
    effect: '写入后会怎样',
    members: '会员',
    firmless: '其中无单位',
    plus: (now: string, added: string) => `${now} + 新增 ${added} = `,
    people: ' 人',
    soFar: '（查到此处）',
    notFirm: '，不算进企业',
    absent: '表里没有的',
    absentNote: '一个也不删，另列名单',
    absentLook: '看一看',
    more: '认出的列、写入后会怎样',
  },
  en: {
    columns: 'Columns recognised',
    change: 'Change',
    changeLabel: 'Change what the columns are read as',
    confirm: 'Please confirm',
    none: 'Not imported',
    blank: (letter) => `Column ${letter}`,
    effect: 'What will come of it',
    members: 'Members',
    firmless: 'Without a firm',
    plus: (now, added) => `${now} + ${added} new = `,
    people: '',
    soFar: ' (so far)',
    notFirm: ', in no firm’s count',
    absent: 'Not in the sheet',
    absentNote: 'Nobody is removed; they are listed',
    absentLook: 'Show them',
    more: 'Columns recognised, what will come of it',
  },
})

/** On a phone it lies folded above the rows, which have no end to put it after. */
export function Side({ one, narrow }: { readonly one: ImportWire; readonly narrow: boolean }) {
  const w = useWords(words)
  const [open, setOpen] = useState<'columns' | 'absent'>()
  const shut = () => setOpen(undefined)
  const content = (
    <>
      {one.columns.length > 0 && one.state !== 'columns' ? <Columns one={one} onChange={() => setOpen('columns')} /> : null}
      <Effect one={one} onAbsent={() => setOpen('absent')} />
      {one.last && one.last.id !== one.id ? <LastOne last={one.last} /> : null}
    </>
  )
  return (
    <>
      {narrow ? (
        <details className="fold">
          <summary>{w.more}</summary>
          {content}
        </details>
      ) : (
        content
      )}
      <Suspense>
        {open === 'columns' ? <ColumnsSheet one={one} onClose={shut} /> : null}
        {open === 'absent' ? <AbsentSheet one={one} what="absent" onClose={shut} /> : null}
      </Suspense>
    </>
  )
}

function Columns({ one, onChange }: { readonly one: ImportWire; readonly onChange: () => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const read = one.columns.filter(({ field }) => field !== undefined).length
  return (
    <section>
      <h2 className="h">
        {w.columns}{' '}
        <small className="num">
          {read} / {one.columns.length}
        </small>
        {one.state === 'checked' ? (
          <Button look="txt" size="sm" aria-label={w.changeLabel} onClick={onChange}>
            {w.change}
          </Button>
        ) : null}
      </h2>
      <dl className="map">
        {one.columns.map(({ at, letter, heading, field, confirm }) => (
          <div key={at}>
            <dt title={heading}>{shortHeading(heading) || w.blank(letter)}</dt>
            <dd>
              {field ? (
                say(one.fields.find((spec) => spec.field === field)?.title ?? { zh: field, en: field })
              ) : (
                <span className="faint">{w.none}</span>
              )}{' '}
              {confirm ? <Chip>{w.confirm}</Chip> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Effect({ one, onAbsent }: { readonly one: ImportWire; readonly onAbsent: () => void }) {
  const w = useWords(words)
  const { effect, state } = one
  const soFar = state === 'checking' ? w.soFar : ''
  const ready = state === 'checked' || state === 'checking'
  if (!ready) return null
  const sum = ({ now, added }: { readonly now: number; readonly added: number }) => (
    <>
      {w.plus(many(now), many(added))}
      <b>{many(now + added)}</b>
      {w.people}
    </>
  )
  return (
    <section>
      <h2 className="h">{w.effect}</h2>
      <dl className="kv">
        {effect ? (
          <>
            <dt>{w.members}</dt>
            <dd>
              {sum(effect.members)}
              {soFar}
            </dd>
            <dt>{w.firmless}</dt>
            <dd>
              {sum(effect.withoutFirm)}
              {w.notFirm}
            </dd>
          </>
        ) : null}
        <dt>{w.absent}</dt>
        <dd>
          {w.absentNote}{' '}
          {state === 'checked' ? (
            <button type="button" className="fix" onClick={onAbsent}>
              {w.absentLook}
            </button>
          ) : null}
        </dd>
      </dl>
    </section>
  )
}
