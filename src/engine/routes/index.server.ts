/** Every route of the engine. */
import type { Http } from '#platform/http.server.ts'
import { attachmentRoutes } from './attachment-routes.server.ts'
import { caseRoutes } from './case-routes.server.ts'
import type { Engine } from './engine.server.ts'
import { exportRoutes } from './export-routes.server.ts'
import { eventRoutes } from './event-routes.server.ts'
import { paperRoutes } from './paper-routes.server.ts'
import { procedureRoutes } from './procedure-routes.server.ts'
import { todayRoutes } from './today-routes.server.ts'

export function engineRoutes(app: Http, engine: Engine, districts: () => Promise<readonly string[]>): void {
  procedureRoutes(app, engine.mechanisms.values())
  caseRoutes(app, engine)
  exportRoutes(app, engine)
  attachmentRoutes(app, engine)
  paperRoutes(app, engine, districts)
  todayRoutes(app, engine)
  eventRoutes(app, engine)
}
