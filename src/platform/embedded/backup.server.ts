/** A copy of everything a house holds, and a house made of such a copy: database, people's files, keys. */
import { spawn } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.server.ts'
import { choosePlace, type Owner } from './place.server.ts'
import { openEmbedded } from './embedded.server.ts'
import { startProblem } from '../start-problem.ts'

type Sources = Pick<Config, 'databaseUrl' | 'dataFolder' | 'version'>

interface Manifest {
  readonly made: string
  readonly version: string
  readonly database: 'embedded' | 'dump'
  /** Of an embedded database: the copy keeps its password. */
  readonly password?: string
}

/** Writes into a new folder that only its maker can read. An embedded database must not be in use; one behind DATABASE_URL may be. */
export async function backUp(config: Sources, target: string, now: Date): Promise<void> {
  await emptyFolder(target)
  const manifest = config.databaseUrl ? await dump(config.databaseUrl, target) : await copyCluster(config.dataFolder, target)
  for (const name of ['files', 'secret']) await copyIfThere(join(config.dataFolder, name), join(target, name))
  const whole: Manifest = { made: now.toISOString(), version: config.version, ...manifest }
  // Last, so that a copy broken off is not taken for a whole one.
  await writeFile(join(target, 'backup.json'), JSON.stringify(whole, null, 2), { mode: 0o600 })
}

/** Fills an empty data folder, and an empty database, from such a copy. Start the house afterwards: it migrates what is older. */
export async function restore(config: Sources, source: string): Promise<Manifest> {
  const text = await readFile(join(source, 'backup.json'), 'utf8').catch((error) => {
    throw startProblem(`${source} 里没有完整的备份。`, `There is no whole backup in ${source}.`, error)
  })
  const manifest = JSON.parse(text) as Manifest
  if ((manifest.database === 'dump') !== Boolean(config.databaseUrl))
    throw startProblem(
      manifest.database === 'dump'
        ? '这份备份须恢复到 DATABASE_URL 指定的数据库。'
        : '这份备份来自内置数据库，恢复时请不要设置 DATABASE_URL。',
      manifest.database === 'dump'
        ? 'This backup goes into a database named by DATABASE_URL.'
        : 'This backup is of an embedded database; restore it without DATABASE_URL.',
    )
  await emptyFolder(config.dataFolder)
  if (config.databaseUrl)
    await run('pg_restore', [
      '--no-owner',
      '--no-acl',
      '--exit-on-error',
      '--single-transaction',
      `--dbname=${config.databaseUrl}`,
      join(source, 'database.dump'),
    ])
  else await putCluster(config.dataFolder, source, manifest)
  for (const name of ['files', 'secret']) await copyIfThere(join(source, name), join(config.dataFolder, name))
  return manifest
}

async function dump(url: string, target: string): Promise<Pick<Manifest, 'database'>> {
  await run('pg_dump', ['--format=custom', '--no-owner', '--no-acl', `--file=${join(target, 'database.dump')}`, `--dbname=${url}`])
  await chmod(join(target, 'database.dump'), 0o600)
  return { database: 'dump' }
}

/** Started first, which refuses when a house is at work on it and recovers one that was killed, then stopped in order: now its files stand still. */
async function copyCluster(dataFolder: string, target: string): Promise<Pick<Manifest, 'database' | 'password'>> {
  const server = await openEmbedded({ dataFolder, lost: () => {} })
  await server.stop()
  const { cluster, password } = await choosePlace(dataFolder)
  await cp(cluster, join(target, 'postgres'), { recursive: true, preserveTimestamps: true })
  return { database: 'embedded', password }
}

async function putCluster(dataFolder: string, source: string, { password = '' }: Manifest): Promise<void> {
  const place = await choosePlace(dataFolder, password)
  await cp(join(source, 'postgres'), place.cluster, { recursive: true, preserveTimestamps: true })
  if (place.owner) await giveTo(place.cluster, place.owner)
  await chmod(place.cluster, 0o700)
}

async function giveTo(folder: string, owner: Owner): Promise<void> {
  await chown(folder, owner.uid, owner.gid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), owner.uid, owner.gid)
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw startProblem(`文件夹 ${folder} 不是空的。`, `The folder ${folder} is not empty.`)
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', reject)
  }).catch((error) => {
    throw startProblem(
      `本机没有 ${program}；请安装 PostgreSQL 的客户端工具。`,
      `There is no ${program} here; install PostgreSQL’s client tools.`,
      error,
    )
  })
  if (code !== 0) throw startProblem(`${program} 没有成功，见上。`, `${program} did not succeed; see above.`)
}
