/** `npm run dev`: the server started anew when its files change, and the web with hot reload in front of it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, project, projectNode, say } from './prepare.mjs'

await ensureInstalled()
const port = process.env.PORT ?? '3000'
const children = [
  [
    ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', 'src/app/main.server.ts', ...process.argv.slice(2)],
    { PORT: port },
  ],
  [[join('node_modules', 'vite', 'bin', 'vite.js')], { HEXIE_API: `http://127.0.0.1:${port}` }],
].map(([args, env]) => spawn(projectNode(), args, { cwd: project, stdio: 'inherit', env: { ...process.env, ...env } }))
say('网页 http://localhost:5173', 'the web with hot reload')

function stop(signal) {
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))
for (const child of children)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop('SIGTERM')
  })
