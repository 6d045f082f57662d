/** The registry over HTTP: who I am, organisations, people, posts, accounts, and the public directories. */
import type { Day } from '#kernel/day.ts'
import type { Database } from '#platform/database.server.ts'
import type { FileStore } from '#platform/files.server.ts'
import type { Http } from '#platform/http.server.ts'
import type { Log } from '#platform/log.server.ts'
import { contractRoutes } from './contracts/routes.server.ts'
import type { Directory } from './directory.server.ts'
import { importRoutes } from './imports/import-routes.server.ts'
import { accountRoutes } from './accounts/routes.server.ts'
import { directoryRoutes } from './routes/directory.server.ts'
import { meRoutes } from './routes/me.server.ts'
import { organisationRoutes } from './routes/organisations.server.ts'
import { joiningRoutes } from './people/joining/routes.server.ts'
import { peopleRoutes } from './people/people-routes.server.ts'
import { postRoutes } from './routes/posts.server.ts'
import type { OpenMatters } from './privacy/requests/erase.server.ts'
import { privacyRoutes } from './privacy/routes.server.ts'
import type { SecretBook } from './secrets/secret-book.server.ts'
import { teamRoutes } from './teams/routes.server.ts'
import type { Session } from './session.server.ts'

export interface RegistryDeps {
  readonly db: Database
  readonly directory: Directory
  readonly session: Pick<Session, 'changed' | 'registryChanged'>
  readonly today: () => Day
  readonly instant: () => Date
  readonly secrets: SecretBook
  readonly files: FileStore
  readonly fileLimitBytes: number
  /** Where uploads lie while they are worked on. */
  readonly dataFolder: string
  readonly publicUrl: string
  readonly log: Log
  /** Asked before somebody's data are erased. */
  readonly openMatters: OpenMatters
}

export async function registryRoutes(app: Http, deps: RegistryDeps): Promise<void> {
  meRoutes(app, deps)
  organisationRoutes(app, deps)
  peopleRoutes(app, deps)
  joiningRoutes(app, deps)
  postRoutes(app, deps)
  accountRoutes(app, deps)
  directoryRoutes(app, deps)
  teamRoutes(app, deps)
  privacyRoutes(app, deps)
  importRoutes(app, deps)
  contractRoutes(app, deps)
}
