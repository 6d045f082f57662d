/** What the screens of the teams ask over HTTP. */
import { queryOptions } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import type { AssignmentWire, MembersPageWire, RecusalWire, TeamsWire } from '../../teams/team-wire.ts'

export interface TeamsSearch {
  readonly team?: string
  readonly standing?: string
  readonly unit?: string
  readonly on?: string
  readonly q?: string
  readonly sort?: string
}

export const teamsQuery = ({ on, unit }: TeamsSearch) =>
  queryOptions({ queryKey: ['teams', on, unit], queryFn: ({ signal }) => get<TeamsWire>('/api/teams', { on, unit }, signal) })

export const membersPage = (search: TeamsSearch, after: string | undefined, limit: number, signal: AbortSignal): Promise<MembersPageWire> =>
  get<MembersPageWire>('/api/teams/members', { ...search, after, limit }, signal)

interface Items<T> {
  readonly items: readonly T[]
}
export const assignmentsQuery = (member: string) =>
  queryOptions({
    queryKey: ['teams', 'assignments', member],
    queryFn: ({ signal }) => get<Items<AssignmentWire>>(`/api/teams/members/${member}/assignments`, {}, signal),
  })

/** Whoever may not know the person in the register is told nothing of their recusals either. */
export const recusalsQuery = (person: string) =>
  queryOptions({
    queryKey: ['teams', 'recusals', person],
    queryFn: ({ signal }) => get<Items<RecusalWire>>('/api/teams/recusals', { person }, signal),
    retry: false,
  })
