/** The tables kept from evaluations: results by dimension, and model firms. Made anew from a log at any time. */
import type { Keeps } from '#engine/mechanism.ts'
import type { Evaluation, Facts } from './data.ts'
import type { Known } from '#engine/define.ts'
import { passes, type Result } from './rubric/score.ts'

/** When each result was given, with the rubric of its attempt: a later attempt clears the sections, never the log. */
function results(log: readonly { readonly step: string; readonly on: string; readonly input?: unknown }[]) {
  let closing: Facts['closings'][number] | undefined
  return log.flatMap((entry) => {
    if (entry.step === 'closeAnswers') closing = entry.input as typeof closing
    if (entry.step !== 'conclude') return []
    const { result } = entry.input as Facts['conclusions'][number]
    return result && closing?.rubric ? [{ on: entry.on, result, rubric: closing.rubric }] : []
  })
}

const columns = ({ participation, awareness, satisfaction, ...points }: Result) => ({
  ...points,
  participation: participation ?? null,
  awareness: awareness ?? null,
  satisfaction: satisfaction ?? null,
})

export const keeps: Keeps<Known<typeof Evaluation>> = {
  evaluation_result: ({ known: { opening }, log }) => {
    const all = opening ? results(log) : []
    return all.map(({ on, result, rubric }, at) => ({
      attempt: at + 1,
      firm_id: opening!.company.organisationId,
      round: opening!.round,
      rubric: rubric.version,
      concluded_on: on,
      ...columns(result),
      passes: passes(rubric, result),
      latest: at === all.length - 1,
    }))
  },
  model_firm: ({ known: { opening, proposals, conclusions }, number, state, log }) =>
    state === 'model' && opening
      ? [
          {
            firm_id: opening.company.organisationId,
            since: log.findLast((entry) => entry.step === 'confirmModel')!.on,
            reasons: proposals.at(-1)!.reasons,
            total: conclusions.at(-1)!.result!.total,
            number,
          },
        ]
      : [],
}
