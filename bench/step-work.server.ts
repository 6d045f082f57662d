/** W1: one durable step over HTTP, signed in, each on another case, beside one hand-written statement. */
import type { Row } from './figures.ts'
import { streetKeys } from '#registry/demo.ts'
import { organisationId } from '#registry/demo.ts'
import type { Data } from './data.server.ts'
import { deskOf } from './data.server.ts'
import type { Asked } from './load.server.ts'
import type { Load, Server } from './processes.server.ts'
import { compete, signIn } from './versus.server.ts'

const input = {
  says: '工资一直没有发，希望这个月底以前付清。',
  lines: [
    { item: '9 月工资', amountFen: 680_000 },
    { item: '10 月工资', amountFen: 680_000 },
  ],
}

interface Contestants {
  readonly data: Data
  readonly hexie: Server
  readonly bare: Server
  readonly load: Load
  readonly rounds: number
  readonly each: number
}

export async function stepWork({ data, hexie, bare, load, rounds, each }: Contestants): Promise<readonly Row[]> {
  const cookies = new Map<string, string>()
  for (const street of streetKeys) cookies.set(organisationId(street), await signIn(hexie, deskOf(street)))
  const { rows } = await data.owner.query<{ id: string; unit_id: string; hash: string }>(
    `select id, unit_id from case_file where state = 'mediating' and unit_id = any ($1) order by hashtext(id::text) limit $2`,
    [[...cookies.keys()], (rounds + 2) * each],
  )
  if (rows.length < (rounds + 2) * each) throw new Error(`only ${rows.length} cases in mediation`)
  const part = (round: number) => rows.slice((round + 1) * each, (round + 2) * each)
  const toHexie = (round: number): readonly Asked[] =>
    part(round).map(({ id, unit_id }, n) => ({
      method: 'POST',
      path: `/api/cases/${id}/steps`,
      cookie: cookies.get(unit_id)!,
      body: JSON.stringify({ step: 'stateClaim', input, key: `bench-${round}-${n}` }),
    }))
  const toBare = (round: number): readonly Asked[] =>
    part(round).map(({ id }) => ({ method: 'POST', path: `/cases/${id}/steps`, body: JSON.stringify({ step: 'stateClaim', input }) }))
  const figures = await compete({
    load,
    rounds,
    clients: 10,
    contestants: { hexie: { server: hexie, asked: toHexie }, bare: { server: bare, asked: toBare } },
  })
  return [
    { name: 'W1 a step, bare', figures: figures.bare! },
    { name: 'W1 a step, Hexie', figures: figures.hexie!, beside: figures.bare! },
  ]
}
