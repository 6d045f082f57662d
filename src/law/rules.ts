/** Every period of the law that has been read, under its stable id. What is only customary or remembered is no rule. */
import type { LegalRule } from './parameter.ts'
import { bargainingRules } from './rules/bargaining.ts'
import { disputeRules } from './rules/dispute.ts'
import { recordsRules } from './rules/records.ts'
import { safetyRules } from './rules/safety.ts'
import { standardsRules } from './rules/standards.ts'
import { supervisionRules } from './rules/supervision.ts'
import { unionRules } from './rules/union.ts'

export const legalRules: readonly LegalRule[] = [
  ...unionRules,
  ...bargainingRules,
  ...disputeRules,
  ...supervisionRules,
  ...standardsRules,
  ...safetyRules,
  ...recordsRules,
]

const byId = new Map(legalRules.map((rule) => [rule.id, rule]))
if (byId.size !== legalRules.length) throw new Error('two legal rules share an id')

/** The rule under this id. Throws on an id that the law does not have. */
export function ruleById(id: string): LegalRule {
  const rule = byId.get(id)
  if (!rule) throw new Error(`no legal rule ${id}`)
  return rule
}

export const isRuleId = (id: string): boolean => byId.has(id)

/** What rows of one act in several regions have in common: `MED.END.ZJ` → `MED.END`. */
export const stemOf = (id: string): string => id.replace(/\.(CN|ZJ|HZ|LAW|RULE17)$/, '')
