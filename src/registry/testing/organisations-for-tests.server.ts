/** The register asked about organisations by the demonstration's people, for tests. */
import type { OrganisationRecordWire, OrganisationWire, HistoryEntryWire } from '../organisations/organisation-wire.ts'
import { testRegistry } from './registry-for-tests.server.ts'

export type Who = { readonly cookie: string }

/** Call at the top of a test file. */
export async function testOrganisations() {
  const registry = await testRegistry()
  const { app, signIn } = registry
  const [district, street, mediator, union, worker] = await Promise.all([
    signIn('district'),
    signIn('street'),
    signIn('mediator'),
    signIn('union'),
    signIn('worker'),
  ])
  const get = async (who: Who | undefined, url: string) => app.inject({ url, headers: who ?? {} })
  const post = async (who: Who | undefined, url: string, payload: object) =>
    app.inject({ method: 'POST', url, payload, headers: who ?? {} })
  return {
    ...registry,
    who: { district, street, mediator, union, worker },
    get,
    post,
    list: async (who: Who, query: string) =>
      (await get(who, `/api/organisations?${query}`)).json() as {
        readonly items: readonly OrganisationWire[]
        readonly total: number
        readonly next?: string
      },
    recordOf: async (who: Who, id: string) => (await get(who, `/api/organisations/${id}`)).json() as OrganisationRecordWire,
    history: async (who: Who, id: string, query = '') =>
      ((await get(who, `/api/organisations/${id}/history?limit=200${query}`)).json() as { readonly items: readonly HistoryEntryWire[] })
        .items,
  }
}
