/** Evaluation in English, complete by type. */
import type { English } from '#engine/mechanism.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Evaluation } from './data.ts'
import type { bargainingEvaluation } from './procedure.ts'
import { dimensions, measures, respondents } from './rubric/rubric.ts'

type P = typeof bargainingEvaluation
type Names<K extends 'states' | 'roles' | 'steps' | 'deadlines' | 'marks'> = Extract<keyof P[K], string>

const contract = { caseId: 'Contract', title: 'Contract', number: 'Number', since: 'From', until: 'To' }
const firm = {
  organisationId: 'Firm',
  name: 'Name',
  designated: 'Above the designated size',
  employees: 'Employees',
  unionName: 'Union',
  union: 'Union chair',
  personId: 'Union chair',
  modelSince: 'Model firm since',
}
const score = { scores: 'Item by item', item: 'Item', points: 'Points', evidence: 'Grounds', file: 'Attachment' }
const rates = { participation: 'Participation', awareness: 'Awareness', satisfaction: 'Satisfaction' }
const rubric = {
  rubric: 'Rubric',
  version: 'Version',
  title: 'Name',
  titleEn: 'English',
  items: 'Items',
  id: 'Id',
  dimension: 'Dimension',
  points: 'Points',
  by: 'How it is scored',
  evidence: 'What to look at',
  questions: 'Questions',
  words: 'Question',
  wordsEn: 'English',
  measure: 'Counts towards',
  asks: 'Who is asked',
  weights: 'Weights',
  workers: 'Workers',
  union: 'Union',
  management: 'Management',
  targets: 'Targets',
  ...rates,
  pass: 'Mark to pass',
  model: 'Mark for a model',
  roundShare: 'Firms of a round that are to pass',
}
const tally = {
  tally: 'Answers counted',
  role: 'Who',
  invited: 'Invited',
  answered: 'Answered',
  aware: 'Aware',
  awareOf: 'Answers on awareness',
  satisfied: 'Satisfied',
  satisfiedOf: 'Answers on satisfaction',
}

const fields: { readonly [K in keyof typeof Evaluation]: Readonly<Record<string, string>> } = {
  opening: {
    ...contract,
    ...firm,
    company: 'Firm',
    round: 'Round',
    invitedWorkers: 'Workers asked',
    invitedUnion: 'Union officers asked',
    invitedManagement: 'Managers asked',
    selfScoreBy: 'Own score due on',
    says: 'Remarks',
    firm: 'Firm',
    contract: 'Contract in force',
    rubricVersion: 'Version of the rubric',
  },
  selfScores: { ...score, says: 'Remarks' },
  closings: { says: 'On the questionnaires', ...tally, ...rubric },
  scores: { ...score, says: 'Opinion of the evaluators' },
  conclusions: {
    says: 'Assessment and advice',
    result: 'Result',
    total: 'Total',
    subject: 'Parties',
    process: 'Procedure',
    content: 'Content',
    performance: 'Performance and effect',
    overall: 'Overall',
    ...rates,
  },
  plans: { measures: 'Measures', what: 'What', who: 'By whom', by: 'By when', until: 'Evaluated again on' },
  planResults: { done: 'What was improved' },
  proposals: { ...contract, ...firm, reasons: 'Reasons', contract: 'Contract in force', firm: 'Firm' },
  decision: { says: 'Decision' },
  refusal: { reason: 'Reason' },
  withdrawal: { reason: 'Reason' },
}

const words: Readonly<Record<string, Text>> = {
  ...dimensions,
  ...respondents,
  ...measures,
  evaluator: text('由人打分', 'Scored by a person'),
}

export const en: English<typeof Evaluation, Names<'states'>, Names<'roles'>, Names<'steps'>, Names<'deadlines'>, Names<'marks'>> = {
  title: 'Evaluation of collective bargaining',
  short: 'Evaluation',
  roles: { union: 'Enterprise union', employer: 'Employer', evaluator: 'Evaluators', confirmer: 'District federation' },
  states: {
    gathering: 'Gathering answers',
    scoring: 'Being scored',
    concluded: 'Result given',
    improving: 'Improving',
    proposed: 'Proposed as a model',
    closed: 'Closed',
    model: 'Model firm',
    withdrawn: 'Not evaluated',
  },
  steps: {
    open: 'Begin an evaluation',
    selfScore: 'Score yourselves',
    closeAnswers: 'Close the questionnaires',
    score: 'Score the items',
    conclude: 'Give the result',
    plan: 'Set the plan',
    planDone: 'Improved: evaluate again',
    proposeModel: 'Propose as a model firm',
    confirmModel: 'Confirm as a model firm',
    declineModel: 'Do not confirm',
    close: 'Close',
    withdraw: 'Stop the evaluation',
  },
  hints: {
    open: 'The firm gets a form to score itself; workers, union and managers get codes to their questionnaires',
    selfScore: 'Item by item against the rubric; the evaluators see it, it does not count',
    closeAnswers: 'No more answers are taken; the counts go on record',
    score: 'Give grounds where you deduct; questionnaire items follow from the counts',
    conclude: 'The house adds up by the rubric and writes the report',
    planDone: 'Own score, questionnaires and scores anew; the earlier result stays on record',
    confirmModel: 'From today the register calls it a model firm',
  },
  deadlines: { selfScore: 'Own score due', improve: 'Improve as planned' },
  marks: {},
  papers: { evaluationReport: 'Evaluation report', improvementPlan: 'Plan for improvement' },
  rules: {
    firmIsOurs: 'The firm must lie within this union and be in the register',
    selfScoreIsIn: 'The firm must have scored itself',
    workersHaveAnswered: 'Workers must have answered, and the counts be on record',
    everyItemIsScored: 'Every item must be scored',
    pointsAreWithin: 'No item may get more than its points; questionnaire items are not scored by people',
    deductionsHaveReasons: 'Every deduction needs its grounds',
    scoresAreIn: 'The items must be scored before there is a result',
    resultIsRecomputed: 'The result on record must be what rubric, scores and answers come to',
    resultPasses: 'The total must reach the mark to pass',
    resultIsBelow: 'The total must lie below the mark to pass',
    planLooksAhead: 'Each measure must lie after today and not after the day of the next evaluation',
    resultIsAboveModel: 'The total must lie above the mark for a model',
    contractIsInForce: 'The firm must have a contract in force that day',
    firmIsNoModelYet: 'The firm must not be a model firm already',
  },
  fields,
  words,
}
