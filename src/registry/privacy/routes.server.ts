/** Privacy over HTTP: who saw me, consents, what people ask, the file of one's data, assessments, duplicates and merges. */
import type { Http } from '#platform/http.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { assessmentRoutes } from './assessments/assessment-routes.server.ts'
import { consentRoutes } from './consent/consent-routes.server.ts'
import { duplicateRoutes } from './duplicates/duplicate-routes.server.ts'
import { myDataRoutes } from './mine/my-data-routes.server.ts'
import { requestRoutes } from './requests/request-routes.server.ts'
import { sightRoutes } from './sights/sight-routes.server.ts'

export function privacyRoutes(app: Http, deps: RegistryDeps): void {
  sightRoutes(app, deps)
  consentRoutes(app, deps)
  requestRoutes(app, deps)
  myDataRoutes(app, deps)
  assessmentRoutes(app, deps)
  duplicateRoutes(app, deps)
}
