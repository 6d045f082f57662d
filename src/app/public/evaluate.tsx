/** The questionnaire of an evaluation in the frame of the public pages. */
import { Questionnaire } from '#projects/qiangshen/bargaining-evaluation/page/form/questionnaire.tsx'
import { PublicShell } from './shell.tsx'

export const Evaluate = () => (
  <PublicShell at="join">
    <Questionnaire />
  </PublicShell>
)
