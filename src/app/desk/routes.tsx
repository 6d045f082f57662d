/** The desk: its pages under /desk. Today comes with the frame; every other page is fetched when it is opened. */
import '#ui/base.css'
import '#ui/song/song.css'
import './frame.css'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { todayQuery } from '#engine/screens/questions.ts'
import { Today } from '#engine/screens/today/today.tsx'
import { queryClient } from '../query-client.ts'
import type { ShellRoutes } from '../router.tsx'
import { Frame } from './frame.tsx'
import { meQuery } from './me.tsx'
import { Failed } from './failed.tsx'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const kept = (search: Record<string, unknown>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])!]] : [])))

export const routes: ShellRoutes = (root) => {
  const desk = createRoute({
    getParentRoute: () => root,
    path: '/desk',
    component: Frame,
    errorComponent: Failed,
    loader: () => {
      queryClient.prefetchQuery(meQuery)
      queryClient.prefetchQuery(todayQuery)
    },
  })
  const at = { getParentRoute: () => desk, errorComponent: Failed } as const
  return [
    desk.addChildren([
      createRoute({ ...at, path: '/', component: Today }),
      createRoute({
        ...at,
        path: '/cases',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['procedure', 'state', 'unit', 'due', 'q', 'sort']),
        component: lazyRouteComponent(() => import('./cases.tsx'), 'CasesAt'),
      }),
      createRoute({
        ...at,
        path: '/cases/$caseId',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['step']),
        component: lazyRouteComponent(() => import('./cases.tsx'), 'CaseAt'),
      }),
      createRoute({
        ...at,
        path: '/new',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['procedure', 'step']),
        component: lazyRouteComponent(() => import('./new.tsx'), 'NewAt'),
      }),
      createRoute({ ...at, path: '/clocks', component: lazyRouteComponent(() => import('./clocks.tsx'), 'Clocks') }),
      createRoute({
        ...at,
        path: '/people',
        validateSearch: (search: Record<string, unknown>) =>
          kept(search, ['q', 'unit', 'firm', 'union', 'sector', 'skill', 'education', 'standing', 'member', 'letter', 'sort']),
        component: lazyRouteComponent(() => import('#registry/screens/people/people-list.tsx'), 'PeopleAt'),
      }),
      createRoute({
        ...at,
        path: '/people/$personId',
        component: lazyRouteComponent(() => import('#registry/screens/people/person/person-page.tsx'), 'PersonAt'),
      }),
      createRoute({
        ...at,
        path: '/organisations',
        validateSearch: (search: Record<string, unknown>) =>
          kept(search, ['q', 'unit', 'kind', 'sector', 'size', 'standing', 'designated', 'union', 'on', 'sort']),
        component: lazyRouteComponent(() => import('#registry/screens/organisations/organisation-list.tsx'), 'OrganisationsAt'),
      }),
      createRoute({
        ...at,
        path: '/organisations/$organisationId',
        component: lazyRouteComponent(() => import('#registry/screens/organisations/record/organisation-page.tsx'), 'OrganisationAt'),
      }),
      createRoute({
        ...at,
        path: '/teams',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['team', 'standing', 'unit', 'on', 'q', 'sort']),
        component: lazyRouteComponent(() => import('#registry/screens/teams/teams-page.tsx'), 'TeamsAt'),
      }),
      createRoute({
        ...at,
        path: '/terms',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['unit', 'due']),
        component: lazyRouteComponent(() => import('#registry/screens/reminders/terms-page.tsx'), 'TermsAt'),
      }),
      createRoute({
        ...at,
        path: '/memberships',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['union']),
        component: lazyRouteComponent(() => import('#registry/screens/reminders/memberships-page.tsx'), 'MembershipsAt'),
      }),
      createRoute({
        ...at,
        path: '/accounts',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['q']),
        component: lazyRouteComponent(() => import('#registry/screens/accounts/accounts-page.tsx'), 'AccountsAt'),
      }),
      createRoute({
        ...at,
        path: '/imports',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['kind']),
        component: lazyRouteComponent(() => import('#registry/screens/imports/begin/imports-page.tsx'), 'ImportsAt'),
      }),
      createRoute({
        ...at,
        path: '/imports/$importId',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['show', 'cause']),
        component: lazyRouteComponent(() => import('#registry/screens/imports/work/import-page.tsx'), 'ImportAt'),
      }),
      createRoute({
        ...at,
        path: '/duplicates',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['person']),
        component: lazyRouteComponent(() => import('#registry/screens/privacy/duplicates-page.tsx'), 'DuplicatesPage'),
      }),
      createRoute({
        ...at,
        path: '/data-requests',
        component: lazyRouteComponent(() => import('#registry/screens/privacy/requests-page.tsx'), 'RequestsPage'),
      }),
      createRoute({
        ...at,
        path: '/assessments',
        component: lazyRouteComponent(() => import('#registry/screens/privacy/assessments-page.tsx'), 'AssessmentsPage'),
      }),
      createRoute({
        ...at,
        path: '/audit',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['person']),
        component: lazyRouteComponent(() => import('#registry/screens/privacy/audit-page.tsx'), 'AuditPage'),
      }),
      createRoute({
        ...at,
        path: '/campaigns',
        component: lazyRouteComponent(() => import('#engine/screens/campaigns/campaigns-page.tsx'), 'CampaignsAt'),
      }),
      createRoute({
        ...at,
        path: '/campaigns/new',
        validateSearch: (search: Record<string, unknown>) =>
          kept(search, ['procedure', 'q', 'unit', 'sector', 'size', 'designated', 'union', 'contract']),
        component: lazyRouteComponent(() => import('#engine/screens/campaigns/new-campaign.tsx'), 'NewCampaignAt'),
      }),
      createRoute({
        ...at,
        path: '/campaigns/$campaignId',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['state', 'phase', 'q']),
        component: lazyRouteComponent(() => import('#engine/screens/campaigns/campaign-page.tsx'), 'CampaignAt'),
      }),
      createRoute({
        ...at,
        path: '/bargaining',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['state', 'unit', 'due', 'q', 'sort']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/collective-bargaining/page/list-page.tsx'), 'BargainingsAt'),
      }),
      createRoute({
        ...at,
        path: '/bargaining/$caseId',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['step']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/collective-bargaining/page/bargaining-page.tsx'), 'BargainingAt'),
      }),
      createRoute({
        ...at,
        path: '/payroll-check',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['firm', 'month', 'q']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/skill-award/page.tsx'), 'PayrollCheckAt'),
      }),
      createRoute({
        ...at,
        path: '/congress/delegates',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['union', 'on', 'q', 'past']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/workers-congress/page/delegates-page.tsx'), 'DelegatesAt'),
      }),
      createRoute({
        ...at,
        path: '/contracts',
        validateSearch: (search: Record<string, unknown>) =>
          kept(search, ['q', 'kind', 'level', 'form', 'unit', 'on', 'signedIn', 'expiring', 'meaning', 'least', 'most']),
        component: lazyRouteComponent(() => import('#registry/screens/contracts/contracts-page.tsx'), 'ContractsAt'),
      }),
      createRoute({
        ...at,
        path: '/coverage',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['day', 'unit']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/coverage/page/coverage-page.tsx'), 'CoverageAt'),
      }),
      createRoute({
        ...at,
        path: '/figures',
        component: lazyRouteComponent(() => import('#law/figures/figures-page.tsx'), 'FiguresPage'),
      }),
      createRoute({
        ...at,
        path: '/evaluation',
        validateSearch: (search: Record<string, unknown>) => kept(search, ['round', 'state', 'band', 'unit', 'q']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/bargaining-evaluation/page/evaluation-list.tsx'), 'EvaluationsAt'),
      }),
      createRoute({
        ...at,
        path: '/evaluation/rubric',
        component: lazyRouteComponent(() => import('#projects/qiangshen/bargaining-evaluation/page/rubric/rubric-page.tsx'), 'RubricAt'),
      }),
      createRoute({
        ...at,
        path: '/evaluation/$caseId',
        component: lazyRouteComponent(() => import('#projects/qiangshen/bargaining-evaluation/page/evaluation-page.tsx'), 'EvaluationAt'),
      }),
      createRoute({
        ...at,
        path: '/coaching',
        validateSearch: (search: Record<string, unknown>) =>
          kept(search, ['view', 'instructor', 'mine', 'state', 'due', 'unit', 'q', 'firm']),
        component: lazyRouteComponent(() => import('#projects/qiangshen/bargaining-coaching/page/coaching-page.tsx'), 'CoachingAt'),
      }),
      createRoute({
        ...at,
        path: '/mediation',
        component: lazyRouteComponent(() => import('#projects/anxin/dispute-mediation/page.tsx'), 'MediationDesk'),
      }),
    ]),
  ]
}
