/** The definitions over HTTP: every procedure with its steps, forms, clocks and articles, built once. */
import { z } from 'zod'
import type { Http } from '#platform/http.server.ts'
import type { Deadline, Role, Rule, Step } from '../define.ts'
import type { Mechanism } from '../mechanism.ts'
import { listOf } from '../run.ts'
import type { ProcedureWire } from '../wire.ts'
import { deadlineTitle, lawWire, paperTitle, roleTitle, stateTitle, stepTitle } from '../words.ts'

const schemaOf = (m: Mechanism, section: string | undefined): unknown =>
  section === undefined
    ? undefined
    : z.toJSONSchema(m.procedure.facts[section], { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })

export function procedureWire(m: Mechanism): ProcedureWire {
  const p = m.procedure
  return {
    id: p.id,
    project: p.project,
    version: p.version,
    title: { zh: p.title, en: m.en.title },
    short: { zh: p.short, en: m.en.short },
    roles: Object.entries<Role>(p.roles).map(([id, role]) => ({
      id,
      title: roleTitle(m, id),
      kind: role.kind,
      ...(role.kind === 'desk' ? { posts: role.posts } : {}),
    })),
    states: Object.keys(p.states).map((id) => ({ id, title: stateTitle(m, id), end: p.ends.includes(id) })),
    steps: Object.entries<Step>(p.steps).map(([id, step]) => stepOfProcedure(m, id, step)),
    deadlines: Object.entries<Deadline>(p.deadlines).map(([id, deadline]) => ({
      id,
      title: deadlineTitle(m, id),
      from: listOf(deadline.from),
      until: listOf(deadline.until),
      rule: deadline.rule.id,
      law: lawWire(deadline.rule.rules[0]!.law),
    })),
    fields: Object.fromEntries(Object.keys(p.facts).map((section) => [section, fieldsOf(m, section)])),
    words: m.en.words,
  }
}

function stepOfProcedure(m: Mechanism, id: string, step: Step): ProcedureWire['steps'][number] {
  const section = step.fills ?? step.gathers
  return {
    id,
    title: stepTitle(m, id),
    ...(step.hint ? { hint: { zh: step.hint, en: m.en.hints[id] ?? step.hint } } : {}),
    from: listOf(step.from),
    ...(step.to ? { to: step.to } : {}),
    by: listOf(step.by),
    recordedBy: listOf(step.recordedBy),
    law: lawWire(step.law),
    ...(section ? { section, schema: schemaOf(m, section) } : {}),
    papers: (step.papers ?? []).map((paper) => paperTitle(m, paper)),
    rules: (step.needs ?? []).map((rule: Rule) => ({
      id: rule.id,
      says: { zh: rule.says, en: m.en.rules[rule.id] ?? rule.says },
      law: lawWire(rule.law),
    })),
  }
}

/** Labels of a section's fields: the Chinese from the schema's titles, the English from the mechanism. */
function fieldsOf(m: Mechanism, section: string): ProcedureWire['fields'][string] {
  const english = m.en.fields[section] ?? {}
  const labels: Record<string, { zh: string; en: string }> = {}
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties, items, anyOf, oneOf, allOf } = schema as Record<string, unknown>
    for (const [name, field] of Object.entries((properties ?? {}) as Record<string, { title?: string }>)) {
      if (field.title) labels[name] = { zh: field.title, en: english[name] ?? field.title }
      walk(field)
    }
    for (const part of [items, ...[anyOf, oneOf, allOf].flatMap((all) => (Array.isArray(all) ? all : []))]) walk(part)
  }
  walk(schemaOf(m, section))
  return labels
}

export function procedureRoutes(app: Http, mechanisms: Iterable<Mechanism>): void {
  const all = [...mechanisms].map(procedureWire)
  app.get(
    '/api/procedures',
    { config: { access: { who: 'public' } }, schema: { response: { 200: z.custom<readonly ProcedureWire[]>() } } },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      return all
    },
  )
}
