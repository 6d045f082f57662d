/** W2: a page of fifty cases of one street, filtered by state, sorted by the law's date, with the exact total, for several roles. */
import { organisationId } from '#registry/demo.ts'
import type { Row } from './figures.ts'
import type { Asked } from './load.server.ts'
import type { Load, Server } from './processes.server.ts'
import { compete, signIn } from './versus.server.ts'

const roles = ['street', 'district', 'mediator', 'worker'] as const
const unit = organisationId('baiyang')
const state = 'mediating'

interface Contestants {
  readonly hexie: Server
  readonly bare: Server
  readonly load: Load
  readonly rounds: number
  readonly each: number
  readonly scale: string
}

export async function listWork({ hexie, bare, load, rounds, each, scale }: Contestants): Promise<readonly Row[]> {
  const always = (asked: Asked) => () => Array.from({ length: each }, () => asked)
  const contestants: Record<string, { server: Server; asked: (round: number) => readonly Asked[] }> = {
    bare: { server: bare, asked: always({ method: 'GET', path: `/cases?unit=${unit}&state=${state}` }) },
  }
  for (const role of roles) {
    const cookie = await signIn(hexie, role)
    contestants[role] = {
      server: hexie,
      asked: always({ method: 'GET', path: `/api/cases?unit=${unit}&state=${state}&sort=due&limit=50`, cookie }),
    }
  }
  const figures = await compete({ load, rounds, clients: 10, contestants })
  return [
    { name: `W2 list${scale}, bare`, figures: figures.bare! },
    ...roles.map((role) => ({ name: `W2 list${scale}, ${role}`, figures: figures[role]!, beside: figures.bare! })),
  ]
}
