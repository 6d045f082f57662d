/** `docs/law.md`: what stands on each article, so that whoever changes a law sees what must change with it. */
import type { Mechanism } from '#engine'
import type { Deadline, Mark, Step } from '#engine/define.ts'
import { listOf } from '#engine/run.ts'
import { type Act, type Citation, lengthOf, type LegalRule } from '#law'
import { both, code, generated, page, table } from './markdown.ts'

/** One thing in the code and the article it cites. */
interface Stands {
  readonly on: Citation
  readonly what: string
}

export function lawPage(acts: readonly Act[], rules: readonly LegalRule[], mechanisms: readonly Mechanism[]): string {
  const all = [...rules.map(periodOf), ...mechanisms.flatMap(standing)]
  for (const { on, what } of all)
    if (!acts.some((act) => act.id === on.act)) throw new Error(`${what} cites ${on.act}, which is not among the acts`)
  return page(
    generated,
    '# 条文与程序 What stands on each article',
    'The acts that the program quotes, and for each article the legal periods, steps, deadlines, rules, papers and marks that rest on it. ' +
      'When an article changes, its row is the list of what to look at.',
    ...acts.map((act) => section(act, all)),
  )
}

function section(act: Act, all: readonly Stands[]): string {
  const articles = Object.keys(act.articles).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  const rows = articles.map((article) => {
    const here = all.filter(({ on }) => on.act === act.id && on.article === article).map(({ what }) => what)
    return [article, act.articles[article]!, [...new Set(here)].join('\n')]
  })
  return page(
    `## ${act.short.zh} ${act.short.en}`,
    `${act.title.zh} · ${act.title.en} · ${code(act.region)} · in force from ${act.from}`,
    table(['条 Article', '条文 Words', '依据它的 What stands on it'], rows),
  ).trimEnd()
}

const periodOf = (rule: LegalRule): Stands => ({
  on: rule.law,
  what: `period ${code(rule.id)} ${rule.direction === 'before' ? 'at least ' : ''}${both(lengthOf(rule.period))}: ${both(rule.title)}`,
})

/** A deadline stands on the article of each region's row, and on the one that lets it be extended. */
function standing(m: Mechanism): readonly Stands[] {
  const { procedure: p, en } = m
  const name = (kind: string, id: string, zh: string, english: string) => `${p.short}: ${kind} ${code(id)} ${zh} ${english}`
  const steps = Object.entries<Step>(p.steps).flatMap(([id, step]) => [
    { on: step.law, what: name('step', id, step.title, en.steps[id]!) },
    ...(step.needs ?? []).map((rule) => ({ on: rule.law, what: name('rule', rule.id, rule.says, en.rules[rule.id]!) })),
    ...(step.papers ?? []).flatMap((paper) =>
      paper.law ? [{ on: paper.law, what: name('paper', paper.id, paper.title, en.papers[paper.id]!) }] : [],
    ),
  ])
  const deadlines = Object.entries<Deadline>(p.deadlines).flatMap(([id, deadline]) => {
    const rows = [deadline.rule, ...(deadline.also ?? []).map((other) => other.rule)].flatMap(({ rules }) => rules)
    return [...rows.map((rule) => rule.law), ...listOf(deadline.extended?.law)].map((on) => ({
      on,
      what: name('deadline', id, deadline.title, en.deadlines[id]!),
    }))
  })
  const marks = Object.entries<Mark>(p.marks).map(([id, mark]) => ({ on: mark.law, what: name('mark', id, mark.title, en.marks[id]!) }))
  return [...steps, ...deadlines, ...marks]
}
