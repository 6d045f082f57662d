/** Hexie and the bare baseline on the same database, asked in alternating rounds. */
import { type Figures, figuresOf, type Round } from './figures.ts'
import type { Asked } from './load.server.ts'
import { type Load, type Server, startServer } from './processes.server.ts'
import { demoPassword } from '#registry/session/password.ts'

export const secret = 'the benchmark keeps nothing that needs a secret'

export const startHexie = (url: string, folder: string, more: Readonly<Record<string, string>> = {}): Promise<Server> =>
  startServer(
    'src/app/main.server.ts',
    { DATABASE_URL: url, HEXIE_SECRET: secret, HEXIE_DATA: `${folder}/house`, HEXIE_RATE_PER_MINUTE: '10000000', ...more },
    '/api/health',
    process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
  )

export const startBare = (url: string): Promise<Server> => startServer('bench/bare.server.ts', { DATABASE_URL: url }, '/health')

/** Signs in and answers with the cookie of a new session. */
export async function signIn(server: Server, username: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

export interface Contest {
  readonly load: Load
  readonly rounds: number
  readonly clients: number
  readonly contestants: Readonly<Record<string, { readonly server: Server; readonly asked: (round: number) => readonly Asked[] }>>
}

/** Rounds up to 0 warm up and are not counted. Who goes first changes from round to round. */
export async function compete({ load, rounds, clients, contestants }: Contest): Promise<Readonly<Record<string, Figures>>> {
  const measured: Record<string, Round[]> = {}
  for (let round = -1; round <= rounds; round++) {
    const order = round % 2 ? Object.entries(contestants) : Object.entries(contestants).reverse()
    for (const [name, { server, asked }] of order) {
      const figures = await load.run({ port: server.port, clients, asked: asked(round) })
      if (round > 0) (measured[name] ??= []).push(figures)
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, figuresOf(all)]))
}
