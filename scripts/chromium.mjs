/** Finds a Chromium that runs: on the system, in Playwright's cache, freshly fetched, or installed where that is allowed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, project, projectNode, say } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The path of its program. Ends with one sentence when there is none to be had. */
export function findChromium() {
  return process.env.HEXIE_CHROMIUM || onSystem() || ofPlaywright() || fetched() || installed() || none()
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(runs)
}

function ofPlaywright() {
  const ask = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { stdout } = spawnSync(projectNode(), ['-e', ask], { cwd: project, encoding: 'utf8' })
  const path = stdout.trim()
  return runs(path) ? path : undefined
}

function fetched() {
  say('取得 Playwright 的 Chromium…', 'fetching Playwright’s Chromium…')
  const cli = join(project, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(projectNode(), [cli, 'install', 'chromium'], { cwd: project, stdio: 'ignore', timeout: 300_000 })
  return ofPlaywright()
}

function installed() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  say('用 apt-get 安装 Chromium 和中文字体…', 'installing Chromium and Chinese fonts with apt-get…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env, timeout: 300_000 })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'ignore',
    env,
    timeout: 900_000,
  })
  return onSystem()
}

function none() {
  fail(
    '没有找到能运行的 Chromium：请安装 chromium 或 Google Chrome，或用 HEXIE_CHROMIUM 指明其路径。',
    'No Chromium that runs was found: install chromium or Google Chrome, or give its path in HEXIE_CHROMIUM.',
  )
}

/** Asked for its version, because some systems have a stub of that name and some lack its libraries. */
function runs(path) {
  return Boolean(path) && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}
