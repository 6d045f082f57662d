/** The registry at work for a test: the demonstration district in a database of its own, the server with sessions, people signed in. */
import { afterAll } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import type { Http } from '#platform/http.server.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '../demo.server.ts'
import { type Directory, openDirectory } from '../directory.server.ts'
import { registryRoutes } from '../routes.server.ts'
import { openSecretBook, type SecretBook } from '../secrets/secret-book.server.ts'
import { openSession, type Session, type SessionOptions } from '../session.server.ts'
import { demoPassword } from '../session/password.ts'
import { registryDeps, testSecret } from './deps-for-tests.server.ts'

export interface RegistryForTests {
  readonly db: TestDatabase
  readonly app: Http
  readonly directory: Directory
  readonly session: Session
  readonly secrets: SecretBook
  /** The cookie of a fresh sign-in, as a request header. */
  signIn(username: string, password?: string): Promise<{ readonly cookie: string }>
}

export const testDay: Day = day('2026-11-22')

/** Call at the top of a test file; add further routes to `app` before the first request. */
export async function testRegistry(options: Partial<SessionOptions> = {}): Promise<RegistryForTests> {
  const db = await testDatabase()
  const secrets = await openSecretBook(db, testSecret)
  await seedRegistry(db, testDay, secrets)
  const app = await testHttp({})
  const directory = openDirectory(db)
  const session = await openSession(app, {
    db,
    directory,
    secret: testSecret,
    secrets,
    today: () => testDay,
    ...options,
  })
  await registryRoutes(app, await registryDeps({ db, directory, session, secrets, today: options.today ?? (() => testDay) }))
  afterAll(async () => {
    await session.close()
    await secrets.close()
  })
  return {
    db,
    app,
    directory,
    session,
    secrets,
    async signIn(username, password = demoPassword) {
      const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password } })
      if (answer.statusCode !== 200) throw new Error(`sign-in of ${username}: ${answer.statusCode} ${answer.body}`)
      return { cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
    },
  }
}
