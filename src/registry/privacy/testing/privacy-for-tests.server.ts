/** Privacy over HTTP for a test: the demonstration's registry, people with accounts of their own, and forms with a file. */
import type { Id } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { createAccount } from '../../accounts/accounts.server.ts'
import { demoDistrict, organisationId } from '../../demo.ts'
import { testRegistry } from '../../testing/registry-for-tests.server.ts'
import { addPerson, type NewPerson, place } from './people-for-tests.server.ts'

export type Who = { readonly cookie: string } | undefined
export const password = 'a-long-word-for-tests'
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** Call at the top of a test file. */
export async function testPrivacy() {
  const { app, db, secrets: book, signIn } = await testRegistry()
  const { id: district } = demoDistrict
  const secrets = await book.of(district)
  const [boss, street, mediator, worker] = await Promise.all(['district', 'street', 'mediator', 'worker'].map((name) => signIn(name)))
  const get = (who: Who, url: string) => app.inject({ url, headers: who ?? {} })
  return {
    app,
    db,
    secrets,
    signIn,
    district,
    house: houseScope(district),
    boss,
    street,
    mediator,
    worker,
    get,
    send: (who: Who, method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
      app.inject({ method, url, headers: who ?? {}, ...(payload && { payload }) }),
    upload(who: Who, url: string, fields: Readonly<Record<string, string>>, file?: Buffer) {
      const { payload, headers } = form(fields, file)
      return app.inject({ method: 'POST', url, payload, headers: { ...headers, ...who } })
    },
    /** Somebody of 白杨, unless another unit is named. */
    async person(name: string, more: Partial<NewPerson> = {}): Promise<Id> {
      const id = await addPerson(db, secrets, { name, unit: organisationId('baiyang'), ...more })
      await place(db, district, [id])
      return id
    },
    async account(id: Id, username: string): Promise<{ readonly cookie: string }> {
      await createAccount(db, { username, password, name: username, person: id, district })
      return await signIn(username, password)
    },
    ownId: async (who: Who): Promise<Id> => (await get(who, '/api/me')).json().person.id,
  }
}

function form(fields: Readonly<Record<string, string>>, file?: Buffer) {
  const edge = 'edge-of-the-form'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="报告.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + (file ? head : '')),
    ...(file ? [file, Buffer.from('\r\n')] : []),
    Buffer.from(`--${edge}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } }
}
