/** How long lists and searches take, for four ways of seeing, in a district of its real size and in one many times larger: both in one run. */
import { dayOf } from '#kernel/day.ts'
import { demoRegistry } from '#registry/demo.ts'
import { districtPlan } from '#registry/demo/full/plan.ts'
import { copyOf, openCluster, ownerOf, say } from '../data.server.ts'
import { type Figures, figuresOf, type Round } from '../figures.ts'
import { type Load, type Server, startLoad } from '../processes.server.ts'
import { signIn, startHexie } from '../versus.server.ts'
import { machineLoad } from '../w4/machine.server.ts'
import { manyDistricts, severalDesk, wholeDistrict } from './crowds.server.ts'
import { type Question, questions } from './questions.ts'

export interface Latency {
  readonly people: number
  readonly bodies: number
  readonly scope: string
  readonly question: string
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly load: number
}

const scopes: readonly (readonly [scope: string, username: string])[] = [
  ['district', 'district'],
  ['street', 'street'],
  ['three streets', severalDesk],
  ['firm union', 'union'],
]

/** `each` questions a round, one after another by one client: what somebody waits for. */
export async function listsWork(folder: string, rounds: number, each: number, times: number): Promise<readonly Latency[]> {
  const server = await openCluster(folder)
  const load = startLoad()
  try {
    const whole = await wholeDistrict(server)
    const many = await manyDistricts(server, whole, times)
    const urls = [await copyOf(server, whole, 'bench_run'), await copyOf(server, many, 'bench_run_many')]
    const houses = await Promise.all(urls.map((url) => startHexie(url, folder)))
    try {
      const sizes = await Promise.all(urls.map(sizeOf))
      const asked = await Promise.all(houses.map((house) => askedOf(house)))
      return await compared({ load, rounds, each, houses, sizes, asked })
    } finally {
      await Promise.all(houses.map((house) => house.stop()))
    }
  } finally {
    load.stop()
    await server.stop()
  }
}

async function sizeOf(url: string): Promise<{ readonly people: number; readonly bodies: number }> {
  const owner = await ownerOf(url)
  const { rows } = await owner.query(
    'select (select count(*)::int from person) as people, (select count(*)::int from organisation) as bodies',
  )
  await owner.end()
  return rows[0]
}

interface Desk {
  readonly scope: string
  readonly cookie: string
  readonly questions: readonly Question[]
}

async function askedOf(house: Server): Promise<readonly Desk[]> {
  const today = dayOf(new Date())
  const named = demoRegistry(today).organisations.filter((one) => one.designated)
  const plan = districtPlan(today, named)
  const known = plan.people.some(Math.floor(plan.people.many / 2), 1)[0]!
  return await Promise.all(
    scopes.map(async ([scope, username]) => {
      const cookie = await signIn(house, username)
      return { scope, cookie, questions: questions(known, await farDown(house, cookie)) }
    }),
  )
}

/** The mark of a page near the end: the last of those that begin with Z. */
async function farDown(house: Server, cookie: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${house.port}/api/persons?q=z&limit=50`, { headers: { cookie } })
  const { next } = (await answer.json()) as { next?: string }
  return next ?? ''
}

interface Comparison {
  readonly load: Load
  readonly rounds: number
  readonly each: number
  readonly houses: readonly Server[]
  readonly sizes: readonly { readonly people: number; readonly bodies: number }[]
  readonly asked: readonly (readonly Desk[])[]
}

/** Each question to one house and then to the other, round by round; the first round warms up. */
async function compared({ load, rounds, each, houses, sizes, asked }: Comparison): Promise<readonly Latency[]> {
  const all: Latency[] = []
  for (const [at, { scope, questions: ofScope }] of asked[0]!.entries())
    for (const [which, question] of ofScope.entries()) {
      const measured: Round[][] = houses.map(() => [])
      for (let round = 0; round <= rounds; round++)
        for (const [n, house] of houses.entries()) {
          const desk = asked[n]![at]!
          const one = { method: 'GET', path: desk.questions[which]!.path, cookie: desk.cookie } as const
          const many = round === 0 ? 10 : each
          const figures = await load.run({ port: house.port, clients: 1, asked: Array.from({ length: many }, () => one) })
          if (round > 0) measured[n]!.push(figures)
        }
      const loadNow = await machineLoad()
      for (const [n, rounds] of measured.entries()) all.push(latency(sizes[n]!, scope, question.name, figuresOf(rounds), loadNow))
      say(`  ${scope}: ${question.name}  ${measured.map((rounds) => figuresOf(rounds).p50.toFixed(1)).join(' · ')} ms`)
    }
  return all
}

const latency = (
  size: { people: number; bodies: number },
  scope: string,
  question: string,
  { p50, p99, bytes }: Figures,
  load: number,
) => ({
  ...size,
  scope,
  question,
  p50,
  p99,
  bytes,
  load,
})
