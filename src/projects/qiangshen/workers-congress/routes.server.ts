/** What the workers' congress adds to the API: the register of delegates and the ballots. */
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Http } from '#platform/http.server.ts'
import { ballotRoutes } from './ballot/routes.server.ts'
import { delegateRoutes } from './delegates/routes.server.ts'

export function congressRoutes(http: Http, engine: Engine): void {
  delegateRoutes(http, engine)
  ballotRoutes(http, engine)
}
