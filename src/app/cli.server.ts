/** `npm run hexie -- <command>`: what an operator does at a terminal. */
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Config, projectFolder, readConfig } from '#platform/config.server.ts'
import { failureLines, startProblem } from '#platform/start-problem.ts'
import { openStore, type Store } from '#platform/database/store.server.ts'

interface Command {
  readonly zh: string
  readonly en: string
  run(args: readonly string[]): Promise<void>
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const commands: Readonly<Record<string, Command>> = {
  help: { zh: '显示本说明', en: 'shows this', run: async () => say(help()) },
  migrate: { zh: '建立或更新数据表', en: 'makes or updates the tables', run: migrateOnly },
  'admin create': {
    zh: '建立首个管理账号：--username 用户名 --name 姓名（密码在提示后输入）',
    en: 'makes the first account: --username … --name … (asks for the password)',
    run: adminCreate,
  },
  'audit verify': {
    zh: '核对办件记录和个人信息使用记录的哈希链，指出第一处断开；--against <文件> 与另存的链头核对',
    en: 'checks the hash chains of cases and of the log, naming each first broken link; --against <file>: also an anchor',
    run: auditVerify,
  },
  'audit anchor': {
    zh: '把各条哈希链的链头写到新文件，另处留存：audit anchor <文件>',
    en: 'writes the heads of the hash chains to a new file, to be kept elsewhere: audit anchor <file>',
    run: auditAnchor,
  },
  backup: { zh: '备份到新文件夹：backup <文件夹>', en: 'copies everything into a new folder: backup <folder>', run: backupTo },
  restore: {
    zh: '从备份恢复到空的数据文件夹：restore <文件夹>',
    en: 'fills an empty data folder from a backup: restore <folder>',
    run: restoreFrom,
  },
  keys: {
    zh: '敏感字段的密钥：keys list、keys rotate [--digest]、keys reseal、keys rewrap',
    en: 'keys of sensitive fields: list, rotate [--digest], reseal, rewrap (HEXIE_SECRET_PREVIOUS → HEXIE_SECRET)',
    run: keys,
  },
  docs: {
    zh: '按程序定义写出 docs/law.md 和 docs/mechanisms；--check 只核对',
    en: 'writes docs/law.md and docs/mechanisms from the code; --check only compares',
    run: docs,
  },
  bench: { zh: '测量工作负载', en: 'measures the workloads', run: bench },
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const rows = Object.entries(commands).map(([name, { zh, en }]) => `  ${name.padEnd(width)}  ${zh}\n  ${''.padEnd(width)}  ${en}`)
  return ['npm run hexie -- <command>', '', ...rows].join('\n')
}

const settings = (): Promise<Config> => readConfig(process.env, [])

async function withStore(work: (store: Store, config: Config) => Promise<void>): Promise<void> {
  const config = await settings()
  const failed = (error: Error) => process.stderr.write(`${failureLines(error)}\n`)
  const migrated = (names: readonly string[]) => say(`✓ ${names.join(', ')}`)
  const store = await openStore({ config, failed, lost: failed, migrated })
  try {
    await work(store, config)
  } finally {
    await store.close()
  }
}

async function migrateOnly(): Promise<void> {
  await withStore(async ({ kind }) => say(`✓ 数据表已是最新 The tables are up to date  ${kind}`))
}

async function adminCreate(args: readonly string[]): Promise<void> {
  const { username, name } = parse(args, { username: { type: 'string' }, name: { type: 'string' } }).values
  if (!username || !name) throw startProblem('需要 --username 和 --name。', 'Give --username and --name.')
  const password = process.env.HEXIE_ADMIN_PASSWORD ?? (await askPassword())
  const { createAdmin } = await import('#registry/accounts/accounts.server.ts')
  const { openClock } = await import('#platform/clock.server.ts')
  await withStore(async ({ db }) => {
    await createAdmin(db, { username, password, name }, openClock(undefined).today())
    say(`✓ 账号 ${username} 已建立 Account ${username} was made`)
  })
}

async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY)
    throw startProblem(
      '没有终端可输入密码，请用 HEXIE_ADMIN_PASSWORD 给出。',
      'There is no terminal to type a password at; give it in HEXIE_ADMIN_PASSWORD.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const password = await terminal.question('密码 Password: ')
  terminal.close()
  return password
}

async function auditVerify(args: readonly string[]): Promise<void> {
  const { against } = parse(args, { against: { type: 'string' } }).values
  const { verifyChains } = await import('./audit-command.server.ts')
  await withStore(({ db }) => verifyChains({ db, say }, against && resolve(process.env.INIT_CWD ?? '.', against)))
}

async function auditAnchor(args: readonly string[]): Promise<void> {
  const [file] = parse(args, {}).positionals
  if (!file) throw startProblem('请写明文件。', 'Name the file.')
  const { writeAnchor } = await import('./audit-command.server.ts')
  await withStore(({ db }) => writeAnchor({ db, say }, resolve(process.env.INIT_CWD ?? '.', file)))
}

async function keys(args: readonly string[]): Promise<void> {
  const { keysCommand } = await import('./keys-command.server.ts')
  await withStore(({ db }, config) => keysCommand(args, { db, config, previous: process.env.HEXIE_SECRET_PREVIOUS || undefined, say }))
}

async function backupTo(args: readonly string[]): Promise<void> {
  const { backUp } = await import('#platform/embedded/backup.server.ts')
  const folder = folderIn(args)
  await backUp(await settings(), folder, new Date())
  say(`✓ 已备份到 Backed up to  ${folder}`)
}

async function restoreFrom(args: readonly string[]): Promise<void> {
  const { restore } = await import('#platform/embedded/backup.server.ts')
  const { made } = await restore(await settings(), folderIn(args))
  say(`✓ 已恢复 Restored  ${made}`)
}

/** Relative to where the command was typed, not to the project. */
function folderIn(args: readonly string[]): string {
  const [folder] = parse(args, {}).positionals
  if (!folder) throw startProblem('请写明文件夹。', 'Name the folder.')
  return resolve(process.env.INIT_CWD ?? '.', folder)
}

async function docs(args: readonly string[]): Promise<void> {
  const { check } = parse(args, { check: { type: 'boolean' } }).values
  const { stalePages, writePages } = await import('./docs.server.ts')
  const stale = await (check ? stalePages : writePages)(resolve(projectFolder, 'docs'))
  if (check && stale.length > 0)
    throw startProblem(
      `与程序不符，请运行 npm run docs：${stale.join('、')}`,
      `Not what the code says; run npm run docs: ${stale.join(', ')}`,
    )
  say(`✓ ${stale.length > 0 ? stale.join(', ') : '已是最新 up to date'}`)
}

async function bench(args: readonly string[]): Promise<void> {
  // The workloads stand beside the house, not in it.
  const file = pathToFileURL(join(projectFolder, 'bench/index.server.ts')).href
  const { runBench } = (await import(file)) as { runBench(args: readonly string[]): Promise<void> }
  await runBench(args)
}

function parse<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw startProblem(`参数不对：${(error as Error).message}`, (error as Error).message)
  }
}

async function main(words: readonly string[]): Promise<void> {
  const two = words.slice(0, 2).join(' ')
  const name = two in commands ? two : (words[0] ?? 'help')
  const command = commands[name]
  if (!command)
    throw startProblem(`没有 ${name} 这个命令，见 npm run hexie -- help。`, `There is no command ${name}; see npm run hexie -- help.`)
  await command.run(words.slice(name.split(' ').length))
}

try {
  await main(process.argv.slice(2))
  process.exit(0)
} catch (error) {
  process.stderr.write(`${failureLines(error)}\n`)
  process.exit(1)
}
