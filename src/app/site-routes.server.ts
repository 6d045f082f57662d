/** What anyone may know of this installation before signing in: whose it is, its day, and the accounts to try where it is a demonstration. */
import { z } from 'zod'
import type { Http } from '#platform/http.server.ts'
import type { Day } from '#kernel/day.ts'
import { demoPassword } from '#registry/session/password.ts'
import { demoRegistry } from '#registry/demo.ts'
import { theDistrict } from '#registry/district.server.ts'
import { postKinds } from '#registry/post.ts'
import type { Database } from '#platform/database.server.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const site = z.object({
  federation: words.optional(),
  region: z.string().optional(),
  today: z.string(),
  demo: z
    .object({ password: z.string(), accounts: z.array(z.object({ username: z.string(), name: z.string(), title: words })) })
    .optional(),
})

export interface SiteDeps {
  readonly db: Database
  readonly today: () => Day
  readonly demonstration: boolean
}

export function siteRoutes(app: Http, { db, today, demonstration }: SiteDeps): void {
  // Made once: whoever opens the first page must not make the demonstration's registry anew.
  const demo = demonstration ? { password: demoPassword, accounts: demoAccounts(today()) } : undefined
  app.get('/api/site', { config: { access: { who: 'public' } }, schema: { tags: ['site'], response: { 200: site } } }, async () => {
    const district = await theDistrict(db)
    return {
      ...(district
        ? {
            federation: { zh: district.name, en: demonstration ? 'Qiantang District Federation of Trade Unions, Hangzhou' : district.name },
            region: district.region,
          }
        : {}),
      today: today(),
      ...(demo ? { demo } : {}),
    }
  })
}

function demoAccounts(day: Day) {
  const { accounts, posts, organisations } = demoRegistry(day)
  return accounts.map(({ username, person, name }) => {
    const post = posts.find((one) => one.person === person)
    const place = organisations.find((one) => one.id === post?.organisation)?.name ?? ''
    const title = post ? postKinds[post.kind].title : { zh: '', en: '' }
    return { username, name, title: { zh: `${place} ${title.zh}`.trim(), en: `${title.en}, ${place}` } }
  })
}
