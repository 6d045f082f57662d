/** A house of its own for the browser tests: fresh data, a fixed day, gone afterwards. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { project, projectNode } from './prepare.mjs'

const folder = mkdtempSync(join(tmpdir(), 'hexie-browser-'))
chmodSync(folder, 0o711)
const { DATABASE_URL, ...rest } = process.env
const env = { ...rest, HEXIE_DATA: folder, HEXIE_DEMO: 'small', HEXIE_LOG: 'warn' }
const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', 'src/app/main.server.ts', ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
