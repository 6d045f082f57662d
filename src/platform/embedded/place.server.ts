/** Where the embedded database keeps its files and as whom it runs; PostgreSQL refuses root, so root lends it an ordinary user. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startProblem } from '../start-problem.ts'
import { type Binaries, copyBinaries, findBinaries } from './binaries.server.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

export interface Place {
  readonly binaries: Binaries
  /** PostgreSQL's own data folder. */
  readonly cluster: string
  /** The folder of its socket; short, because socket paths are limited to about a hundred bytes. */
  readonly socketFolder: string
  readonly password: string
  /** Set when started as root. */
  readonly owner?: Owner
}

/** Written once into the data folder: its database may lie elsewhere, and nothing else knows the password. */
interface Identity {
  readonly id: string
  readonly password: string
  readonly cluster: string
}

const sharedFolder = '/var/lib/hexie'

/** The place of the data folder's database, decided once; one that is brought along keeps the password it had. */
export async function choosePlace(dataFolder: string, password: string = randomBytes(24).toString('base64url')): Promise<Place> {
  const found = await findBinaries()
  const owner = process.getuid?.() === 0 ? await ordinaryUser(dataFolder) : undefined
  await makeDataFolder(dataFolder, owner)
  const identity = await identityOf(dataFolder, password, owner)
  const binaries = owner && !canRun(found, owner) ? await copyForAll(found) : found
  const socketFolder = await makeSocketFolder(identity, owner)
  return { binaries, cluster: identity.cluster, socketFolder, password: identity.password, ...(owner && { owner }) }
}

async function makeDataFolder(folder: string, owner?: Owner): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: owner ? 0o711 : 0o700 })
    await writeFile(join(folder, '.writable'), '')
  } catch (error) {
    throw startProblem(`数据文件夹 ${folder} 不能写入。`, `The data folder ${folder} cannot be written to.`, error)
  }
}

async function identityOf(dataFolder: string, password: string, owner?: Owner): Promise<Identity> {
  const file = join(dataFolder, 'postgres.json')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) {
    const identity = JSON.parse(known) as Identity
    // A data folder that was moved takes the database inside it along.
    return identity.cluster.startsWith(sharedFolder) ? identity : { ...identity, cluster: join(dataFolder, 'postgres') }
  }
  const id = randomBytes(6).toString('hex')
  const inside = !owner || (await canReach(dataFolder, owner))
  const cluster = inside ? join(dataFolder, 'postgres') : join(sharedFolder, `data-${id}`)
  const identity: Identity = { id, password, cluster }
  await writeFile(file, JSON.stringify(identity), { mode: 0o600 })
  return identity
}

async function makeSocketFolder({ id }: Identity, owner?: Owner): Promise<string> {
  const folder = join(process.platform === 'darwin' ? '/tmp' : tmpdir(), `hexie-${id}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (owner) await chown(folder, owner.uid, owner.gid)
  const { uid, mode } = await stat(folder)
  // In a folder open to all somebody else may have been first.
  if (process.getuid && (uid !== (owner?.uid ?? process.getuid()) || (mode & 0o077) !== 0))
    throw startProblem(`文件夹 ${folder} 属于别人。`, `The folder ${folder} belongs to somebody else.`)
  return folder
}

/** The owner of an existing database, else the system's postgres user, else a new one, else nobody. */
async function ordinaryUser(dataFolder: string): Promise<Owner> {
  const identity = await readFile(join(dataFolder, 'postgres.json'), 'utf8').then(
    (text) => JSON.parse(text) as Identity,
    () => undefined,
  )
  const existing = identity && (await stat(identity.cluster).catch(() => undefined))
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  for (const name of ['hexie', 'postgres']) {
    const user = await userNamed(name)
    if (user) return user
  }
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'hexie'], { stdio: 'ignore' })
  return (await userNamed('hexie')) ?? (await userNamed('nobody')) ?? { uid: 65_534, gid: 65_534 }
}

async function userNamed(name: string): Promise<Owner | undefined> {
  const list = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const row = list
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name)
  return row && { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Asked by running it, which knows of every kind of closed door. */
function canRun({ postgres }: Binaries, { uid, gid }: Owner): boolean {
  return spawnSync(postgres, ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

async function canReach(folder: string, { uid, gid }: Owner): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid: holder, gid: group } = await stat(at)
    const may = holder === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001
    if (!may) return false
    if (dirname(at) === at) return true
  }
}

async function copyForAll(found: Binaries): Promise<Binaries> {
  try {
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
    await chmod(sharedFolder, 0o755)
    return await copyBinaries(found, sharedFolder)
  } catch (error) {
    throw startProblem(
      `内置数据库不能以 root 运行，也不能复制到 ${sharedFolder}。请换用普通用户启动，或用 DATABASE_URL 指定数据库。`,
      `The embedded database cannot run as root and cannot be copied to ${sharedFolder}. Start as an ordinary user or set DATABASE_URL.`,
      error,
    )
  }
}
