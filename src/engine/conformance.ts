/** What every mechanism must keep, asked of each one. A new mechanism is tested before its author writes a test. */
import { campaignFaults } from './campaigns/campaign-faults.ts'
import { z } from 'zod'
import type { Region } from '#law'
import type { Deadline, Mark, Paper, Rule, Step } from './define.ts'
import { dueOf, lawStepsOf } from './due.ts'
import { isGathered } from './define.ts'
import type { Mechanism, Told } from './mechanism.ts'
import { papersOf } from './present.ts'
import { atOf, type Entry, factsOf, listOf, type Now, type Refusal, refusal, stateOf } from './run.ts'

/** The faults found, as sentences. None is the only good answer. */
export async function faultsOf(m: Mechanism, now: Now, regions: readonly Region[]): Promise<string[]> {
  const told = await m.told()
  return [
    ...shapeFaults(m),
    ...storyFaults(m, told, now),
    ...ruleFaults(m, told, now),
    ...lawFaults(m, now, regions),
    ...wordFaults(m),
    ...campaignFaults(m),
  ]
}

const stepsOf = (m: Mechanism) => Object.entries<Step>(m.procedure.steps)

/** Every state is reached, every end is an end, and what gathers is a gathered section. */
function shapeFaults(m: Mechanism): string[] {
  const p = m.procedure
  const faults: string[] = []
  const reached = new Set(
    stepsOf(m)
      .filter(([, step]) => step.from === undefined)
      .map(([, step]) => step.to),
  )
  if (reached.size === 0) faults.push('no step opens a case')
  for (let grew = true; grew; ) {
    grew = false
    for (const [, step] of stepsOf(m)) {
      if (step.to !== undefined && !reached.has(step.to) && listOf(step.from).some((state) => reached.has(state)))
        grew = Boolean(reached.add(step.to))
    }
  }
  for (const state of Object.keys(p.states)) {
    if (!reached.has(state)) faults.push(`no step leads to ${state}`)
    const leaves = stepsOf(m).some(([, step]) => listOf(step.from).includes(state) && step.to !== undefined && step.to !== state)
    if (leaves === p.ends.includes(state)) faults.push(leaves ? `${state} is an end, yet a step leaves it` : `no step leaves ${state}`)
  }
  for (const [name, step] of stepsOf(m)) {
    if (step.from === undefined && step.to === undefined) faults.push(`${name} opens a case nowhere`)
    if (step.fills && isGathered(p.facts[step.fills])) faults.push(`${name} fills ${step.fills}, which is gathered`)
    if (step.gathers && !isGathered(p.facts[step.gathers])) faults.push(`${name} gathers ${step.gathers}, which is not gathered`)
  }
  const takenByLaw = new Set(Object.values<Deadline>(p.deadlines).map((deadline) => deadline.ifMissed.take))
  for (const [name, step] of stepsOf(m))
    if (listOf(step.by).includes('law') && !takenByLaw.has(name)) faults.push(`no deadline takes the law's step ${name}`)
  return faults
}

/** Every step of every story may be taken, the law's own on its day, and every step, paper, deadline and mark is told by some story. */
function storyFaults(m: Mechanism, { stories }: Told, now: Now): string[] {
  const p = m.procedure
  const faults: string[] = []
  const told = { steps: new Set<string>(), papers: new Set<string>(), deadlines: new Set<string>(), marks: new Set<string>() }
  for (const [name, story] of Object.entries(stories)) {
    story.forEach((entry, at) => {
      const before = story.slice(0, at)
      told.steps.add(entry.step)
      const why = refusal(p, before, entry, { ...now, today: entry.on })
      if (why) faults.push(`${name}: ${entry.step} on ${entry.on} is refused: ${reason(why)}`)
      if (entry.by === 'law') faults.push(...lawDayFaults(m, name, before, entry, now))
      const log = story.slice(0, at + 1)
      faults.push(...paperFaults(m, name, log, { ...now, today: entry.on }, told.papers))
      for (const due of dueOf(p, log, { ...now, today: entry.on })) told.deadlines.add(due.id)
    })
    const known = factsOf(p, story)
    for (const [id, mark] of Object.entries<Mark>(p.marks))
      if (mark.reads.every((section) => known[section] !== undefined) && mark.when(known)) told.marks.add(id)
    if (!p.subject(known)) faults.push(`${name} has no subject`)
    if (stateOf(p, story) === undefined) faults.push(`${name} ends nowhere`)
  }
  for (const [name, step] of stepsOf(m)) {
    if (!told.steps.has(name)) faults.push(`no story takes the step ${name}`)
    for (const paper of step.papers ?? []) if (!told.papers.has(paper.id)) faults.push(`no story leaves the paper ${paper.id}`)
  }
  for (const id of Object.keys(p.deadlines)) if (!told.deadlines.has(id)) faults.push(`no story runs the clock ${id}`)
  for (const id of Object.keys(p.marks)) if (!told.marks.has(id)) faults.push(`no story bears the mark ${id}`)
  return faults
}

const reason = (why: Refusal): string =>
  why.why === 'broken' ? why.rule.says : why.why === 'incomplete' ? why.faults.map((f) => `${f.path} ${f.says.zh}`).join('; ') : why.why

function lawDayFaults(m: Mechanism, story: string, before: readonly Entry[], entry: Entry, now: Now): string[] {
  const taken = lawStepsOf(m.procedure, dueOf(m.procedure, before, { ...now, today: entry.on }), entry.on)
  return taken.some((one) => one.step === entry.step && one.on === entry.on)
    ? []
    : [`${story}: the law would not take ${entry.step} on ${entry.on}`]
}

function paperFaults(m: Mechanism, story: string, log: readonly Entry[], now: Now, told: Set<string>): string[] {
  const dues = dueOf(m.procedure, log, now)
  return papersOf(m, log, now).flatMap((paper: Paper) => {
    told.add(paper.id)
    const at = {
      ...atOf(log, log.at(-1)!.on, now),
      caseNumber: '案〔2026〕1号',
      issuer: '承办组织',
      papers: {},
      due: (id: string) => dues.find((due) => due.id === id)?.last,
    }
    const body = paper.write(factsOf(m.procedure, log), at)
    const empty = body.blocks.length === 0 || /undefined|NaN|\[object/.test(JSON.stringify(body))
    return empty ? [`${story}: the paper ${paper.id} is empty or says undefined`] : []
  })
}

/** Every rule can be broken: for each there is an input, found among the stories and their neighbours, which it refuses. Told by `breaks`. */
function ruleFaults(m: Mechanism, { breaks = {} }: Told, now: Now): string[] {
  const rules = new Map<string, Rule>()
  for (const [, step] of stepsOf(m)) for (const rule of step.needs ?? []) rules.set(rule.id, rule)
  const broken = new Set<string>()
  for (const story of Object.values(breaks)) {
    const next = story.at(-1)
    if (!next) continue
    const why = refusal(m.procedure, story.slice(0, -1), next, { ...now, today: next.on })
    if (why?.why === 'broken') broken.add(why.rule.id)
  }
  return [...rules.keys()].filter((id) => !broken.has(id)).map((id) => `no story breaks the rule ${id}`)
}

function lawFaults(m: Mechanism, now: Now, regions: readonly Region[]): string[] {
  return Object.values<Deadline>(m.procedure.deadlines).flatMap((deadline) =>
    regions.flatMap((region) => {
      try {
        deadline.rule.on(now.today, region)
        return []
      } catch (error) {
        return [(error as Error).message]
      }
    }),
  )
}

/** Every field and every option has its words in both languages. */
function wordFaults(m: Mechanism): string[] {
  const faults: string[] = []
  for (const [section, schema] of Object.entries(m.procedure.facts)) {
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const {
        properties,
        items,
        anyOf,
        enum: options,
        const: only,
      } = node as { properties?: Record<string, { title?: string }>; items?: unknown; anyOf?: unknown[]; enum?: unknown[]; const?: unknown }
      for (const option of [...(options ?? []), ...(only === undefined ? [] : [only])]) {
        if (typeof option === 'string' && !m.en.words[option]) faults.push(`the option ${option} of ${path} has no words`)
      }
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (!field.title) faults.push(`the field ${path}.${name} has no Chinese title`)
        if (!m.en.fields[section]?.[name]) faults.push(`the field ${path}.${name} has no English`)
        walk(field, `${path}.${name}`)
      }
      for (const part of [items, ...(anyOf ?? [])]) walk(part, path)
    }
    walk(z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }), section)
  }
  for (const [, step] of stepsOf(m)) {
    for (const paper of step.papers ?? []) if (!m.en.papers[paper.id]) faults.push(`the paper ${paper.id} has no English`)
    for (const rule of step.needs ?? []) if (!m.en.rules[rule.id]) faults.push(`the rule ${rule.id} has no English`)
  }
  return faults
}
