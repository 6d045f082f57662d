/** Answer sheets that come to given counts: the demonstration's questionnaires, so that whoever counts them again finds the same. Pure. */
import { type Respondent, type Rubric, respondentIds } from '../rubric/rubric.ts'
import { type Answers, questionsFor, type SideTally } from '../rubric/score.ts'

/** How many came back, knew and were satisfied, in hundredths. */
export interface Mood {
  readonly answered: number
  readonly aware: number
  readonly satisfied: number
}

/** Counts of one side as the mood has them; what was asked of nobody is nought. */
export function tallyFor(rubric: Rubric, role: Respondent, invited: number, mood: Mood): SideTally {
  const asked = (measure: string) => questionsFor(rubric, role).filter((one) => one.measure === measure).length
  const answered = Math.round((invited * mood.answered) / 100)
  const awareOf = answered * asked('awareness')
  const satisfiedOf = answered * asked('satisfaction')
  return {
    role,
    invited,
    answered,
    aware: Math.round((awareOf * mood.aware) / 100),
    awareOf,
    satisfied: Math.round((satisfiedOf * mood.satisfied) / 100),
    satisfiedOf,
  }
}

/** Managers and officers answer nearly all, and like it better than the workers do. */
export function tallyOfMood(rubric: Rubric, invited: Readonly<Record<Respondent, number>>, mood: Mood): readonly SideTally[] {
  const better = (n: number) => Math.min(100, n + 8)
  const others = { answered: better(mood.answered), aware: better(mood.aware), satisfied: better(mood.satisfied) }
  return respondentIds
    .filter((role) => invited[role] > 0)
    .map((role) => tallyFor(rubric, role, invited[role], role === 'workers' ? mood : others))
}

/** The sheets behind the counts: good answers lie evenly among them. */
export function sheetsOf(rubric: Rubric, side: SideTally): readonly Answers[] {
  const asked = questionsFor(rubric, side.role)
  const seen = { awareness: 0, satisfaction: 0 }
  const goods = { awareness: [side.aware, side.awareOf], satisfaction: [side.satisfied, side.satisfiedOf] } as const
  return Array.from({ length: side.answered }, () =>
    Object.fromEntries(
      asked.map(({ id, measure }) => {
        const [good, of] = goods[measure]
        const at = seen[measure]++
        const isGood = Math.floor(((at + 1) * good) / of) > Math.floor((at * good) / of)
        return [id, measure === 'awareness' ? Number(isGood) : isGood ? 4 + (at % 2) : 2 + (at % 2)]
      }),
    ),
  )
}
