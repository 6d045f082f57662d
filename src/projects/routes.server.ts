/** The routes that mechanisms bring beside those the engine derives; a line for each that has any. */
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Http } from '#platform/http.server.ts'
import { mediationRoutes } from './anxin/dispute-mediation/desk/routes.server.ts'

export function mechanismRoutes(http: Http, engine: Engine): void {
  mediationRoutes(http, engine)
}
