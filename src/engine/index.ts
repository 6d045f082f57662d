/** How any procedure is written (`define`) and run (`run`, `due`). Knows no mechanism. */
export {
  type At,
  type Deadline,
  facts,
  gathered,
  type Known,
  type Mark,
  type Paper,
  type Party,
  paper,
  type Procedure,
  procedure,
  type Role,
  type Rule,
  rule,
  type Shape,
  type Step,
  type WritingAt,
} from './define.ts'
export { type Due, dueOf, lawDayOf, lawStepsOf } from './due.ts'
export { type English, type Mechanism, mechanism, type Story } from './mechanism.ts'
export type { Block, Body, Signature } from './paper-body.ts'
export { type AnyProcedure, type Entry, factsOf, type Now, type Refusal, refusal, stateOf } from './run.ts'
