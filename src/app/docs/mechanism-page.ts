/** `docs/mechanisms/<id>.md`: one mechanism as its definition says it, for whoever has to approve of it. */
import type { Mechanism } from '#engine'
import type { Deadline, Mark, Paper, Role, Rule, Step } from '#engine/define.ts'
import { listOf } from '#engine/run.ts'
import { lengthOf, type Parameter } from '#law'
import { article, both, code, codes, generated, page, table } from './markdown.ts'

export function mechanismPage(m: Mechanism): string {
  const { procedure: p, en } = m
  const folder = `src/projects/${p.project}/${p.id}`
  return page(
    generated,
    `# ${p.title} ${en.title}`,
    `${code(p.id)} · ${code(p.project)} · version ${p.version} · a case is owned by: ${codes(p.owners)} · for whom and why: [${folder}](../../${folder}/README.md)`,
    '## 状态 States',
    statesOf(m),
    '## 角色 Roles',
    rolesOf(m),
    '## 步骤 Steps',
    '● takes the step · ○ may record it for the one whose step it is · ⚖ the clock takes it when a deadline has run out',
    stepsOf(m),
    '## 期限 Deadlines',
    deadlinesOf(m),
    '## 规则 Rules',
    rulesOf(m),
    '## 文书 Papers',
    papersOf(m),
    ...marksOf(m),
  )
}

const stepEntries = (m: Mechanism): readonly (readonly [string, Step])[] => Object.entries<Step>(m.procedure.steps)

function statesOf({ procedure: p, en, ...rest }: Mechanism): string {
  const reached = (state: string) => stepEntries({ procedure: p, en, ...rest }).filter(([, step]) => step.to === state)
  return table(
    ['状态 State', 'English', 'Id', 'Reached by', 'End'],
    Object.entries<string>(p.states).map(([id, zh]) => [
      zh,
      en.states[id]!,
      code(id),
      reached(id)
        .map(([, step]) => step.title)
        .join('、'),
      p.ends.includes(id) ? '■' : '',
    ]),
  )
}

function rolesOf({ procedure: p, en }: Mechanism): string {
  const who = (role: Role): string => {
    if (role.kind === 'party') return 'a party, or who represents it'
    if (role.kind === 'assigned') return 'persons named in the case'
    return `${role.above ? 'at a body above the owner: ' : ''}${codes(role.posts)}`
  }
  return table(
    ['角色 Role', 'English', 'Id', 'Who'],
    Object.entries<Role>(p.roles).map(([id, role]) => [role.title, en.roles[id]!, code(id), who(role)]),
  )
}

function stepsOf(m: Mechanism): string {
  const { procedure: p, en } = m
  const roles = Object.entries<Role>(p.roles)
  const states = (names: readonly string[]) => names.map((name) => p.states[name]).join('、')
  const rows = stepEntries(m).map(([id, step]) => {
    const mark = (role: string) => (listOf(step.by).includes(role) ? '●' : step.recordedBy?.includes(role) ? '○' : '')
    const way = `${step.from === undefined ? '—' : states(listOf(step.from))} → ${step.to === undefined ? '不变' : states([step.to])}`
    const law = listOf(step.by).includes('law') ? '⚖' : ''
    return [`${step.title}\n${en.steps[id]} ${code(id)}`, way, ...roles.map(([role]) => mark(role)), law, article(step.law)]
  })
  return table(['步骤 Step', '从 → 到 From → to', ...roles.map(([, role]) => role.title), '依法', '依据 Article'], rows)
}

const periods = (rule: Parameter): string =>
  rule.rules
    .map(
      (row) =>
        `${code(row.id)} ${row.region} ${row.period.n === 0 ? '当日 the day itself' : both(lengthOf(row.period))}, ${article(row.law)}`,
    )
    .join('\n')

function deadlinesOf({ procedure: p, en }: Mechanism): string {
  const missed = ({ ifMissed: { tell, take, escalate } }: Deadline): string =>
    [take && `⚖ ${code(take)}`, tell?.length && `tells ${codes(tell)}`, escalate && 'tells the unit above'].filter(Boolean).join('\n')
  const more = (deadline: Deadline): string =>
    [
      deadline.pauses &&
        `stands still from ${code(deadline.pauses.from)} to ${code(deadline.pauses.until)}, at most ${deadline.pauses.capDays ?? '∞'} days`,
      deadline.extended && `extended by ${code(deadline.extended.by)}, ${article(deadline.extended.law)}`,
      ...(deadline.also ?? []).map(({ rule, from }) => `shown beside, from ${code(from)}: ${periods(rule)}`),
      deadline.outlives && 'runs on after the end',
    ]
      .filter(Boolean)
      .join('\n')
  return table(
    ['期限 Deadline', '起 From', '止 Until', '规定 Rule', '另有 More', '逾期 If missed'],
    Object.entries<Deadline>(p.deadlines).map(([id, deadline]) => [
      `${deadline.title}\n${en.deadlines[id]} ${code(id)}`,
      `${codes(listOf(deadline.from))}${deadline.start ? '\non a day the facts say' : ''}`,
      codes(listOf(deadline.until)),
      periods(deadline.rule),
      more(deadline),
      missed(deadline),
    ]),
  )
}

function rulesOf(m: Mechanism): string {
  const rules = new Map<string, { readonly rule: Rule; readonly steps: string[] }>()
  for (const [id, step] of stepEntries(m))
    for (const rule of step.needs ?? []) {
      const known = rules.get(rule.id)
      if (known) known.steps.push(id)
      else rules.set(rule.id, { rule, steps: [id] })
    }
  const rows = [...rules.values()].map(({ rule, steps }) => [
    rule.says,
    m.en.rules[rule.id]!,
    code(rule.id),
    article(rule.law),
    codes(steps),
  ])
  return rows.length ? table(['须 It must be true that', 'English', 'Id', '依据 Article', 'Asked at'], rows) : '—'
}

const readersOf = ({ for: roles }: Paper): string => (roles === undefined ? 'every party' : roles.length ? codes(roles) : 'none')

function papersOf(m: Mechanism): string {
  const papers = new Map<string, { readonly paper: Paper; readonly steps: string[] }>()
  for (const [id, step] of stepEntries(m))
    for (const paper of step.papers ?? []) {
      const known = papers.get(paper.id)
      if (known) known.steps.push(id)
      else papers.set(paper.id, { paper, steps: [id] })
    }
  const rows = [...papers.values()].map(({ paper, steps }) => [
    paper.title,
    m.en.papers[paper.id]!,
    code(paper.id),
    paper.series ?? '',
    codes(steps),
    readersOf(paper),
    paper.law ? article(paper.law) : '',
  ])
  return rows.length ? table(['文书 Paper', 'English', 'Id', '字 Series', 'Left by', 'Parties who read it', '依据 Article'], rows) : '—'
}

function marksOf({ procedure: p, en }: Mechanism): readonly string[] {
  const rows = Object.entries<Mark>(p.marks).map(([id, mark]) => [
    mark.title,
    en.marks[id]!,
    code(id),
    article(mark.law),
    [mark.escalate && '告知上级 tells the unit above', mark.suggests].filter(Boolean).join('\n'),
  ])
  return rows.length ? ['## 标记 Marks', table(['标记 Mark', 'English', 'Id', '依据 Article', '作用 Effect'], rows)] : []
}
