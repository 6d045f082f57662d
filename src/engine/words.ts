/** The Chinese of a definition beside its English, and refusals said in the user's words. Pure. */
import type { Text } from '#kernel/text.ts'
import type { Citation } from '#law'
import type { Role } from './define.ts'
import type { Mechanism } from './mechanism.ts'
import { type Refusal, stepOf } from './run.ts'
import type { LawWire, RefusalWire } from './wire.ts'

export const lawWire = ({ act, title, short, article, quote }: Citation): LawWire => ({ act, title, short, article, quote })

export const roleTitle = (m: Mechanism, role: string): Text =>
  role === 'law'
    ? { zh: '依法', en: 'By law' }
    : { zh: (m.procedure.roles as Record<string, Role>)[role]?.title ?? role, en: m.en.roles[role] ?? role }
export const stateTitle = (m: Mechanism, state: string): Text => ({
  zh: m.procedure.states[state] ?? state,
  en: m.en.states[state] ?? state,
})
export const stepTitle = (m: Mechanism, step: string): Text => ({ zh: stepOf(m.procedure, step).title, en: m.en.steps[step] ?? step })
export const deadlineTitle = (m: Mechanism, id: string): Text => ({
  zh: m.procedure.deadlines[id]?.title ?? id,
  en: m.en.deadlines[id] ?? id,
})
export const paperTitle = (m: Mechanism, paper: { readonly id: string; readonly title: string }): Text => ({
  zh: paper.title,
  en: m.en.papers[paper.id] ?? paper.title,
})

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map((t) => `“${t.zh}”`).join('、'),
  en: texts.map((t) => `“${t.en}”`).join(', '),
})

/** Why not, in words that say what to do, with the article where the law is what stands in the way. */
export function refusalWire(m: Mechanism, step: string, why: Refusal): RefusalWire {
  const law = lawWire(stepOf(m.procedure, step).law)
  switch (why.why) {
    case 'broken': {
      const { rule } = why
      const says = { zh: `须${rule.says}`, en: m.en.rules[rule.id] ?? rule.says }
      return { why: 'broken', says, rule: rule.id, law: lawWire(rule.law), ...(why.missing ? { missing: why.missing } : {}) }
    }
    case 'not you': {
      const roles = joined(why.by.map((role) => roleTitle(m, role)))
      return { why: 'not you', says: { zh: `由${roles.zh}办理`, en: `For ${roles.en}` }, law }
    }
    case 'incomplete':
      return {
        why: 'incomplete',
        says: {
          zh: `还没有填完整：${why.faults.map((f) => f.says.zh).join('；')}`,
          en: `Not complete: ${why.faults.map((f) => `${f.path} ${f.says.en}`).join('; ')}`,
        },
        law,
      }
    case 'not now': {
      if (why.done) return { why: 'not now', says: { zh: '已经办过，只办一次', en: 'Already done, and done only once' }, law }
      const from = joined(why.from.map((state) => stateTitle(m, state)))
      const here = why.state ? stateTitle(m, why.state) : { zh: '未立案', en: 'not opened' }
      if (why.from.length === 0) return { why: 'not now', says: { zh: '案件已经立案', en: 'The case is already open' }, law }
      return {
        why: 'not now',
        says: { zh: `到${from.zh}时才能办，现在是“${here.zh}”`, en: `Possible when ${from.en}; it is “${here.en}” now` },
        law,
      }
    }
  }
}
