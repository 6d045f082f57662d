/** What the screens of contracts ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { type ClauseUnit, type MeaningId, meaningOf } from '#law/clauses/clause.ts'
import { get } from '#ui/api.ts'
import type { BoundWire, ContractWire } from '../../contracts/contract-wire.ts'

/** What the address of the list may say. */
export interface ContractSearch {
  readonly q?: string
  readonly kind?: string
  readonly level?: string
  readonly form?: string
  readonly unit?: string
  readonly on?: string
  readonly signedIn?: string
  readonly expiring?: string
  readonly meaning?: string
  readonly least?: string
  readonly most?: string
}

export interface ContractPage {
  readonly items: readonly ContractWire[]
  readonly total: number
  readonly capped?: boolean
  readonly next?: string
}

/** The address holds figures as people type them; the server takes whole numbers in the unit of the meaning. */
export const factorOf = (unit: ClauseUnit): number =>
  unit === 'tenthsOfHourPerWeek' ? 10 : unit === 'days' || unit === 'times' || unit === 'words' ? 1 : 100

export function asked({ least, most, ...rest }: ContractSearch): Record<string, string> {
  const factor = rest.meaning ? factorOf(meaningOf(rest.meaning as MeaningId).unit) : 1
  const whole = (typed: string | undefined) => (typed && rest.meaning ? String(Math.round(Number(typed) * factor)) : undefined)
  const bounds = { least: whole(least), most: whole(most) }
  return Object.fromEntries(Object.entries({ ...rest, ...bounds }).filter((one): one is [string, string] => one[1] !== undefined))
}

export const contractsPage = (
  search: ContractSearch,
  after: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<ContractPage> => get<ContractPage>('/api/contracts', { ...asked(search), after, limit }, signal)

export const boundQuery = (id: Id) =>
  queryOptions({
    queryKey: ['organisation', id, 'contracts'],
    queryFn: ({ signal }) => get<BoundWire>(`/api/organisations/${id}/contracts`, {}, signal),
    retry: false,
  })
