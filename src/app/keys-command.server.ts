/** `hexie keys`: lists the keys of sensitive fields, makes new ones, carries values over, changes the secret they are wrapped with. */
import { type Config, secretOf } from '#platform/config.server.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { startProblem } from '#platform/start-problem.ts'
import { type KeyPurpose, secretsFrom } from '#registry/secrets/cipher.server.ts'
import { keysFor, type Master, rewrapKeys, rotateKey } from '#registry/secrets/data-keys.server.ts'
import { reseal } from '#registry/secrets/reseal.server.ts'

export interface KeysCommand {
  readonly db: Database
  readonly config: Pick<Config, 'secret' | 'dataFolder'>
  /** HEXIE_SECRET_PREVIOUS, while the secret is being changed. */
  readonly previous?: string
  readonly say: (line: string) => void
}

export async function keysCommand(args: readonly string[], command: KeysCommand): Promise<void> {
  const [what = 'list', ...flags] = args
  const wrong = flags.filter((flag) => !(what === 'rotate' && flag === '--digest'))
  if (wrong.length > 0 || !['list', 'rotate', 'reseal', 'rewrap'].includes(what))
    throw startProblem(
      'keys 后面可写 list、rotate [--digest]、reseal 或 rewrap。',
      'keys is followed by list, rotate [--digest], reseal or rewrap.',
    )
  const districts = await command.db.open<District>('select id, name from district order by id')
  if (districts.length === 0) command.say('还没有任何区 There is no district yet')
  for (const district of districts) {
    if (what === 'list') await list(district, command)
    else if (what === 'rotate') await rotate(district, flags.includes('--digest') ? 'digest' : 'seal', command)
    else if (what === 'reseal') await carry(district, await masterOf(command), command)
    else await rewrap(district, command)
  }
}

interface District {
  readonly id: string
  readonly name: string
}

interface KeyLine {
  readonly purpose: KeyPurpose
  readonly version: number
  readonly cipher: string
  readonly made: string
  readonly retired: string | null
}

async function list({ id, name }: District, { db, say }: KeysCommand): Promise<void> {
  const lines = await db.ask<KeyLine>(
    houseScope(id),
    `select purpose, version, cipher, to_char(made_at, 'YYYY-MM-DD') as made, to_char(retired_at, 'YYYY-MM-DD') as retired
     from data_key where district_id = $1 order by purpose, version`,
    [id],
  )
  for (const { purpose, version, cipher, made, retired } of lines) {
    const uses = purpose === 'seal' ? cipher : 'hmac-sha-256'
    say(`${name}  ${purpose.padEnd(6)}  ${version}  ${uses}  ${made}  ${retired ? `停用 retired ${retired}` : ''}`.trimEnd())
  }
  if (lines.length === 0) say(`${name}  还没有密钥 no keys yet`)
}

async function rotate(district: District, purpose: KeyPurpose, command: KeysCommand): Promise<void> {
  const master = await masterOf(command)
  const version = await rotateKey(command.db, district.id, master, purpose)
  command.say(`✓ ${district.name}  新密钥 new key  ${purpose} ${version}`)
  await carry(district, master, command)
}

async function carry({ id, name }: District, master: Master, { db, say }: KeysCommand): Promise<void> {
  let said = 0
  const told = (carried: number): void => {
    if (carried - said < 10_000) return
    said = carried
    say(`  ${carried}`)
  }
  const { carried, unreadable, left } = await reseal(db, secretsFrom(await keysFor(db, id, master)), { told })
  say(`✓ ${name}  已重新加密 sealed anew  ${carried}`)
  if (unreadable > 0) say(`✗ ${name}  无法解开 cannot be opened  ${unreadable}`)
  if (left > 0) say(`✗ ${name}  仍用旧密钥（再运行 keys reseal） still under an older key (run keys reseal again)  ${left}`)
}

async function rewrap({ id, name }: District, command: KeysCommand): Promise<void> {
  const secret = await secretOf(command.config)
  if (command.previous === undefined)
    throw startProblem(
      '更换 HEXIE_SECRET：新的放在 HEXIE_SECRET，旧的放在 HEXIE_SECRET_PREVIOUS，再运行 keys rewrap。',
      'To change HEXIE_SECRET put the new one in it, the old one in HEXIE_SECRET_PREVIOUS, and run keys rewrap.',
    )
  const wrapped = await rewrapKeys(command.db, id, [secret, command.previous])
  command.say(`✓ ${name}  已用新的 HEXIE_SECRET 封存密钥 keys wrapped with the new HEXIE_SECRET  ${wrapped}`)
}

async function masterOf({ config, previous }: KeysCommand): Promise<Master> {
  const secret = await secretOf(config)
  return previous === undefined ? secret : [secret, previous]
}
