/** What both commands need before the project can run: its packages, its own Node, its web. Plain Node 20, nothing installed. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(project, ...parts)
const nodeProgram = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const wantedNode = 24

export const say = (zh, en) => process.stdout.write(`· ${zh} ${en}\n`)

/** One sentence in each language, and out. */
export function fail(zh, en, detail = '') {
  process.stderr.write(`${detail ? `${detail.trim()}\n` : ''}\n✗ ${zh}\n✗ ${en}\n`)
  process.exit(1)
}

export function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`需要 Node 20 或更新的版本，现在是 ${process.version}。`, `Node 20 or newer is needed; this is ${process.version}.`)
}

/** Packages from the lock file, when they are missing or of another lock file. */
export async function ensureInstalled() {
  checkNode()
  const lock = readFileSync(at('package-lock.json'))
  const wanted = digest([lock, `${process.platform}-${process.arch}`])
  const stamp = at('node_modules', '.hexie-installed')
  if (!stamped(stamp, wanted)) {
    if (!matchesLock(JSON.parse(lock.toString()))) await install()
    if (!nodeRuns(nodeProgram)) await bringNode()
    writeStamp(stamp, wanted)
  }
}

async function install() {
  const what = ['安装依赖（首次约一两分钟）', 'installing packages (a minute or two the first time)']
  // Not `npm ci`: it refuses where a registry lacks optional packages for other machines. `--no-save` leaves the lock file as it is.
  // Install scripts are not run: the one that matters is run below, and the database finds its libraries itself.
  const { code, output } = await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], what)
  if (code === 0) return
  if (/EACCES|EROFS|EPERM/.test(output)) fail(`文件夹 ${project} 不能写入。`, `The folder ${project} cannot be written to.`)
  fail(
    '安装依赖失败，请检查网络或 npm 的设置后重试。',
    'Installing packages failed; check the network or the settings of npm and try again.',
    output.slice(-3000),
  )
}

/** The pinned Node, through the install script of the npm package `node`, whatever npm thinks of install scripts. */
async function bringNode() {
  const folder = at('node_modules', 'node')
  const what = [`取得 Node ${wantedNode}`, `fetching Node ${wantedNode}`]
  const { output } = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, env: cleanEnvironment() }, what)
  if (nodeRuns(nodeProgram)) return
  // One that cannot run here must not be taken for one that can.
  rmSync(nodeProgram, { force: true })
  if (Number(process.versions.node.split('.')[0]) >= wantedNode) return
  fail(
    `未能取得 Node ${wantedNode}：请检查网络后重试，或自行安装 Node ${wantedNode}。`,
    `Node ${wantedNode} could not be fetched: check the network and try again, or install Node ${wantedNode} yourself.`,
    output.slice(-3000),
  )
}

/** The Node that runs the project. */
export const projectNode = () => (existsSync(nodeProgram) ? nodeProgram : process.execPath)

function nodeRuns(program) {
  if (!existsSync(program)) return false
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= wantedNode
}

/** True when what npm says it installed is what the lock file asks for; packages for other machines may be absent. */
function matchesLock(lock) {
  const hidden = at('node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([name, { version, integrity, optional, link }]) =>
      name === '' || link || (there[name] ? there[name].version === version && there[name].integrity === integrity : optional),
  )
}

/** Builds the web when its sources changed since the last build. */
export async function ensureWeb() {
  const wanted = digest(webSources().map((path) => `${path}\n${readFileSync(at(path), 'utf8')}`))
  const stamp = at('dist', 'web.stamp')
  if (existsSync(at('dist', 'web', 'index.html')) && stamped(stamp, wanted)) return
  // Built aside and put in place whole: a build that fails or is broken off leaves the last one as it was.
  const aside = at('dist', `web-${process.pid}`)
  const args = [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error', '--outDir', aside]
  const { code, output } = await run(projectNode(), args, { cwd: project, env: cleanEnvironment() }, ['建立网页', 'building the web'])
  if (code !== 0) {
    rmSync(aside, { recursive: true, force: true })
    fail('网页建立失败。', 'The web could not be built.', output.slice(-4000))
  }
  rmSync(stamp, { force: true })
  rmSync(at('dist', 'web'), { recursive: true, force: true })
  renameSync(aside, at('dist', 'web'))
  writeStamp(stamp, wanted)
}

/** What the web is made of: everything of src but what only the server or a test reads. */
function webSources() {
  const found = ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json', 'tsconfig.json'].filter((path) =>
    existsSync(at(path)),
  )
  const walk = (folder) => {
    for (const entry of readdirSync(at(folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (!/\.(server|test)\.tsx?$|\.md$/.test(entry.name)) found.push(path)
    }
  }
  walk('src')
  if (existsSync(at('public'))) walk('public')
  return found.sort()
}

const digest = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

const stamped = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted

function writeStamp(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch {
    fail(`文件夹 ${project} 不能写入。`, `The folder ${project} cannot be written to.`)
  }
}

function npm(args, what) {
  const cli = process.env.npm_execpath
  const options = { cwd: project, env: cleanEnvironment() }
  if (cli && basename(cli) === 'npm-cli.js') return run(process.execPath, [cli, ...args], options, what)
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows }, what)
}

/** Runs quietly, with a line at the start and one each ten seconds, so that a long step is seen to be alive. */
function run(program, args, options, [zh, en]) {
  say(`${zh}…`, `${en}…`)
  const started = Date.now()
  const beat = setInterval(() => process.stdout.write(`  ${Math.round((Date.now() - started) / 1000)} s\n`), 10_000)
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => keep(error.message))
    child.on('close', (code) => {
      clearInterval(beat)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Without what an outer `npm run` left for its own script: a nested npm would take it for its own. The project's programs come first. */
export function cleanEnvironment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)),
  )
  env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  env.NO_COLOR = '1'
  return env
}

/** Runs a program of the project in the foreground on the project's Node and ends as it ends. */
export function become(file, args) {
  const env = { ...process.env, NODE_COMPILE_CACHE: at('node_modules', '.cache', 'hexie') }
  env.PATH = [dirname(projectNode()), at('node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', at(file), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail('程序不能启动。', 'The program cannot be started.', String(error)))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
}
