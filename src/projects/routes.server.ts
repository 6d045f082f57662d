/** The routes that mechanisms bring beside those the engine derives; a line for each that has any. */
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Http } from '#platform/http.server.ts'
import { mediationRoutes } from './anxin/dispute-mediation/desk/routes.server.ts'
import { bargainingRoutes } from './qiangshen/collective-bargaining/routes.server.ts'
import { coachingRoutes } from './qiangshen/bargaining-coaching/desk/routes.server.ts'
import { evaluationRoutes } from './qiangshen/bargaining-evaluation/desk/routes.server.ts'
import { congressRoutes } from './qiangshen/workers-congress/routes.server.ts'
import { skillAwardRoutes } from './qiangshen/skill-award/routes.server.ts'

export function mechanismRoutes(http: Http, engine: Engine): void {
  mediationRoutes(http, engine)
  bargainingRoutes(http)
  congressRoutes(http, engine)
  coachingRoutes(http, engine)
  evaluationRoutes(http, engine)
  skillAwardRoutes(http, engine)
}
