/** The first question: what happened; answered at once with the path it takes. */
import { useLanguage, useWords } from '#ui/language.tsx'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { type Draft, type Lack, troubles } from './draft.ts'
import type { DraftKeeper } from './keep.tsx'
import { pathOf } from './path.ts'
import { troubleWords } from './trouble-words.ts'
import { lackWords, words } from './words.ts'

export interface QuestionProps {
  readonly keeper: DraftKeeper
  readonly draft: Draft
  readonly wrong: readonly Lack[]
}

export function What({ keeper, draft, wrong }: QuestionProps) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const lack = (name: Lack) => (wrong.includes(name) ? lackWords[language][name] : undefined)
  return (
    <fieldset className="q">
      <legend>
        <span className="num">{w.number(1)}</span>
        {w.q1}
      </legend>
      <Choices
        name="what"
        value={draft.what}
        wrong={lack('what')}
        options={troubles.map((one) => [one, troubleWords[language][one]] as const)}
        onChange={(what) => keeper.change({ what })}
      />
      {draft.what === 'hours' ? (
        <Choices
          name="part"
          value={draft.part}
          wrong={lack('part')}
          options={
            [
              ['pay', w.pay],
              ['rest', w.rest],
            ] as const
          }
          onChange={(part) => keeper.change({ part })}
        />
      ) : null}
      <div role="status">
        {draft.what && draft.what !== 'hardship' ? (
          <p className="note">
            <Icon name="scale" />
            <span>{say(pathOf(draft.what))}</span>
          </p>
        ) : null}
      </div>
    </fieldset>
  )
}
