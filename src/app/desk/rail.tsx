/** The rail: the places of the desk that exist, with how many clocks press there. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { postsQuery, todayQuery } from '#engine/screens/questions.ts'
import { addDays } from '#kernel/day.ts'
import { isPostKind, postKinds } from '#registry/post.ts'
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: {
    nav: '主导航',
    today: '今日',
    cases: '案件',
    clocks: '时限',
    register: '名册',
    organisations: '组织',
    people: '人员',
    teams: '队伍',
    memberships: '入会',
    accounts: '账号',
    administration: '管理',
    duplicates: '重复人员',
    requests: '信息申请',
    assessments: '影响评估',
    audit: '日志',
    imports: '导入',
    qiangshen: '强身',
    bargaining: '协商',
    campaigns: '集中要约',
    evaluation: '质效评估',
    coaching: '协商指导',
    contracts: '合同',
    coverage: '覆盖',
    figures: '标准',
    payroll: '工资核对',
    anxin: '安心',
    mediation: '调解',
    congress: '职代会',
    overdue: (n: number) => `${n} 件逾期`,
    soon: (n: number) => `七日内 ${n} 件`,
  },
  en: {
    nav: 'Main',
    today: 'Today',
    cases: 'Cases',
    clocks: 'Clocks',
    register: 'Register',
    organisations: 'Organisations',
    people: 'People',
    teams: 'Teams',
    memberships: 'Joining',
    accounts: 'Accounts',
    administration: 'Administration',
    duplicates: 'Duplicates',
    requests: 'Data requests',
    assessments: 'Assessments',
    audit: 'Log',
    imports: 'Import',
    qiangshen: 'Income',
    bargaining: 'Bargaining',
    campaigns: 'Mass offers',
    evaluation: 'Evaluation',
    coaching: 'Coaching',
    contracts: 'Contracts',
    coverage: 'Coverage',
    figures: 'Figures',
    payroll: 'Payroll check',
    anxin: 'Rights',
    mediation: 'Mediation',
    congress: 'Congress',
    overdue: (n) => `${n} overdue`,
    soon: (n) => `${n} within seven days`,
  },
})

interface Press {
  readonly overdue: number
  readonly soon: number
}

const none: Press = { overdue: 0, soon: 0 }

/** Overdue ones alone where there are any, else those of the next seven days. */
function usePress(): { readonly all: Press; readonly mediation: Press; readonly bargaining: Press } {
  const { data } = useQuery(todayQuery)
  if (!data) return { all: none, mediation: none, bargaining: none }
  const within = addDays(data.today, 7)
  const of = (procedure: string): Press => {
    const mine = data.clocks.filter((row) => row.procedure === procedure)
    return {
      overdue: mine.filter((row) => row.due?.overdue).length,
      soon: mine.filter((row) => row.due && !row.due.overdue && row.due.last <= within).length,
    }
  }
  return { all: { overdue: data.counts.overdue, soon: 0 }, mediation: of('dispute-mediation'), bargaining: of('collective-bargaining') }
}

const federationPosts: readonly string[] = ['districtOfficer', 'chair', 'viceChair', 'officer']

export function Rail() {
  const w = useWords(words)
  const press = usePress()
  const { data: posts = [] } = useQuery(postsQuery)
  const standing = (kind: string) => (isPostKind(kind) ? postKinds[kind].standing : undefined)
  // A firm's or an office's representative finds what is theirs; the union's own work is for its desks.
  const desk = posts.some((kind) => standing(kind) === 'desk')
  return (
    <nav className="rail" aria-label={w.nav}>
      <Place to="/desk" press={press.all}>
        {w.today}
      </Place>
      <Place to="/desk/cases">{w.cases}</Place>
      <Place to="/desk/clocks">{w.clocks}</Place>
      <Income press={press.bargaining} desk={desk} federation={posts.some((kind) => federationPosts.includes(kind))} />
      <h2 className="c-anxin">{w.anxin}</h2>
      <Place to="/desk/mediation" press={press.mediation}>
        {w.mediation}
      </Place>
      {desk ? (
        <>
          <h2 className="c-register">{w.register}</h2>
          <Place to="/desk/organisations">{w.organisations}</Place>
          <Place to="/desk/people">{w.people}</Place>
          <Place to="/desk/teams">{w.teams}</Place>
        </>
      ) : null}
      <Administration />
    </nav>
  )
}

/** 强身: what a federation, a union and a firm have there are not the same. */
function Income({ press, desk, federation }: { readonly press: Press; readonly desk: boolean; readonly federation: boolean }) {
  const w = useWords(words)
  return (
    <>
      <h2 className="c-qiangshen">{w.qiangshen}</h2>
      <Place to="/desk/bargaining" press={press}>
        {w.bargaining}
      </Place>
      {federation ? <Place to="/desk/campaigns">{w.campaigns}</Place> : null}
      {desk ? <Place to="/desk/congress/delegates">{w.congress}</Place> : null}
      <Place to="/desk/contracts">{w.contracts}</Place>
      <Place to="/desk/payroll-check">{w.payroll}</Place>
      {desk ? (
        <>
          <Place to="/desk/coverage">{w.coverage}</Place>
          <Place to="/desk/evaluation">{w.evaluation}</Place>
          <Place to="/desk/coaching">{w.coaching}</Place>
          <Place to="/desk/figures">{w.figures}</Place>
        </>
      ) : null}
    </>
  )
}

/** For those who look after others' records; the log and the assessments are the district's. */
function Administration() {
  const w = useWords(words)
  const { data: posts = [] } = useQuery(postsQuery)
  const administers = posts.some((kind) => isPostKind(kind) && postKinds[kind].administers)
  if (!administers) return null
  return (
    <>
      <Place to="/desk/memberships">{w.memberships}</Place>
      <Place to="/desk/imports">{w.imports}</Place>
      <h2 className="c-register">{w.administration}</h2>
      <Place to="/desk/accounts">{w.accounts}</Place>
      <Place to="/desk/duplicates">{w.duplicates}</Place>
      <Place to="/desk/data-requests">{w.requests}</Place>
      {posts.includes('districtOfficer') ? (
        <>
          <Place to="/desk/assessments">{w.assessments}</Place>
          <Place to="/desk/audit">{w.audit}</Place>
        </>
      ) : null}
    </>
  )
}

function Place({ to, press, children }: { readonly to: string; readonly press?: Press; readonly children: string }) {
  const w = useWords(words)
  const path = useLocation({ select: (at) => at.pathname.replace(/\/$/, '') })
  const here = to === '/desk' ? path === to : path.startsWith(to)
  const late = press && press.overdue > 0
  const count = late ? press.overdue : (press?.soon ?? 0)
  return (
    <Go to={to} {...(here ? { 'aria-current': 'page' as const } : {})}>
      {children}
      {count > 0 ? (
        <>
          <sup className={late ? 'late' : undefined} aria-hidden="true">
            {count}
          </sup>
          <span className="vh">{late ? w.overdue(count) : w.soon(count)}</span>
        </>
      ) : null}
    </Go>
  )
}
