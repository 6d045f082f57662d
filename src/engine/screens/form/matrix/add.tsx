/** What makes a matrix grow: a sample to begin with, another row, another trade. */
import { useId, useState } from 'react'
import { type Clause, type MeaningId, meaningOf, skillClasses } from '#law/clauses/clause.ts'
import { byGrade, type MatrixRow, skillClassIds, skillMeanings } from '#law/clauses/matrix.ts'
import { matrixModels } from '#law/clauses/matrix-models.ts'
import { skills } from '#registry/people/person-words.ts'
import { Button } from '#ui/controls/button.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { levelsFor, words } from './words.ts'

export function Models({ onChoose }: { readonly onChoose: (clauses: readonly Clause[]) => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="mx-models">
      <label htmlFor={id}>{w.model}</label>
      <select
        id={id}
        className="box"
        value=""
        onChange={(event) => {
          const model = matrixModels.find((one) => one.id === event.target.value)
          if (model) onChoose(model.clauses)
        }}
      >
        <option value="">{w.choose}</option>
        {matrixModels.map((model) => (
          <option key={model.id} value={model.id}>
            {say(model.title)}
          </option>
        ))}
      </select>
      <p className="s sub">{w.modelSays}</p>
    </div>
  )
}

const own = '…'

export function AddRow({ onAdd }: { readonly onAdd: (row: MatrixRow) => void }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const [meaning, setMeaning] = useState<MeaningId>('skillAllowance')
  const [which, setWhich] = useState('4')
  const [level, setLevel] = useState('')
  const [whatId, whichId, ownId] = [useId(), useId(), useId()]
  const graded = byGrade(meaning)
  const add = () => {
    const said = which === own ? level.trim() : which
    onAdd({
      skill: meaningOf(meaning).skill!,
      meaning,
      ...(graded ? { grade: Number(which) } : said === '' ? {} : { level: said }),
      cells: {},
    })
  }
  return (
    <fieldset className="mx-add">
      <legend>{w.addRow}</legend>
      <label htmlFor={whatId}>{w.what}</label>
      <select
        id={whatId}
        className="box"
        value={meaning}
        onChange={(event) => {
          const next = event.target.value as MeaningId
          setMeaning(next)
          setWhich(byGrade(next) ? '4' : (levelsFor(next)[0] ?? ''))
        }}
      >
        {skillClassIds.map((skill) => (
          <optgroup key={skill} label={say(skillClasses[skill])}>
            {skillMeanings
              .filter((one) => meaningOf(one).skill === skill)
              .map((one) => (
                <option key={one} value={one}>
                  {say(meaningOf(one).title)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <label htmlFor={whichId}>{w.which}</label>
      <select id={whichId} className="box" value={which} onChange={(event) => setWhich(event.target.value)}>
        {graded
          ? skills.map((grade, at) => (
              <option key={grade.zh} value={at + 1}>
                {say(grade)}
              </option>
            ))
          : [
              <option key="" value="">
                {w.anyLevel}
              </option>,
              ...levelsFor(meaning).map((one) => <option key={one}>{one}</option>),
              <option key={own} value={own}>
                {w.other}
              </option>,
            ]}
      </select>
      {which === own ? (
        <input
          id={ownId}
          className="box short"
          aria-label={w.other}
          maxLength={40}
          value={level}
          onChange={(event) => setLevel(event.target.value)}
        />
      ) : null}
      <Button size="sm" onClick={add} disabled={which === own && level.trim() === ''}>
        {w.add}
      </Button>
    </fieldset>
  )
}

export function AddTrade({ onAdd }: { readonly onAdd: (trade: string) => void }) {
  const w = useWords(words)
  const [trade, setTrade] = useState('')
  const id = useId()
  return (
    <fieldset className="mx-add">
      <legend>{w.addTrade}</legend>
      <label htmlFor={id} className="vh">
        {w.trade}
      </label>
      <input
        id={id}
        className="box short"
        placeholder={w.trade}
        maxLength={40}
        value={trade}
        onChange={(event) => setTrade(event.target.value)}
      />
      <Button
        size="sm"
        disabled={trade.trim() === ''}
        onClick={() => {
          onAdd(trade.trim())
          setTrade('')
        }}
      >
        {w.add}
      </Button>
    </fieldset>
  )
}
