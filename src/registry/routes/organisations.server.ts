/** Organisations over HTTP: lists and figures, one with everything about it, what is recorded of them, and where they lie. */
import type { Http } from '#platform/http.server.ts'
import { factRoutes } from '../organisations/facts/fact-routes.server.ts'
import { exportRoutes } from '../organisations/export.server.ts'
import { historyRoutes } from '../organisations/history.server.ts'
import { listRoutes } from '../organisations/list.server.ts'
import { coverRoutes } from '../organisations/places/cover.server.ts'
import { endRoutes } from '../organisations/places/end.server.ts'
import { enterRoutes } from '../organisations/places/enter.server.ts'
import { moveRoutes } from '../organisations/places/move.server.ts'
import { termRoutes } from '../organisations/places/terms.server.ts'
import { recordRoutes } from '../organisations/record.server.ts'
import { unitRoutes } from '../organisations/units.server.ts'
import type { RegistryDeps } from '../routes.server.ts'

export { known } from '../organisations/governed.server.ts'

export function organisationRoutes(app: Http, deps: RegistryDeps): void {
  listRoutes(app, deps)
  enterRoutes(app, deps)
  moveRoutes(app, deps)
  endRoutes(app, deps)
  termRoutes(app, deps)
  coverRoutes(app, deps)
  factRoutes(app, deps)
  recordRoutes(app, deps)
  historyRoutes(app, deps)
  unitRoutes(app, deps)
  exportRoutes(app, deps)
}
