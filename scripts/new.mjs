/** `npm run new <project> <mechanism> [title]`: the folder of a new mechanism, and its line in `src/projects/index.ts`. Plain Node 20. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, fail, project as root, projectNode, say } from './prepare.mjs'
import { camel, skeletonOf } from './skeleton.mjs'

const projects = ['peigen', 'qiangshen', 'anxin']
const [project, id, title = '新程序'] = process.argv.slice(2)

check()
await ensureInstalled()
const folder = join('src', 'projects', project, id)
mkdirSync(join(root, folder), { recursive: true })
for (const [file, text] of Object.entries(skeletonOf({ id, project, title }))) writeFileSync(join(root, folder, file), text)
list()
run(['node_modules/@biomejs/biome/bin/biome', 'format', '--write', folder, 'src/projects/index.ts'])
run(['src/app/cli.server.ts', 'docs'])
say(`已建立 ${folder}，先读 CONTRIBUTING.md。`, `made ${folder}; CONTRIBUTING.md says how to go on.`)

function check() {
  if (!projects.includes(project) || !id)
    fail('用法：npm run new <peigen|qiangshen|anxin> <名称> [中文标题]', 'Say: npm run new <peigen|qiangshen|anxin> <name> [Chinese title]')
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    fail(
      `${id} 应为两个以上的英文小写词，用连字符相连，如 wage-talks。`,
      `${id} should be two or more lower-case words joined by hyphens, like wage-talks.`,
    )
  const taken = projects.flatMap((one) => (existsSync(join(root, 'src/projects', one)) ? readdirSync(join(root, 'src/projects', one)) : []))
  if (taken.includes(id)) fail(`已有名为 ${id} 的程序。`, `There is already a mechanism named ${id}.`)
}

/** One import and one name; the formatter sees to the rest. */
function list() {
  const file = join(root, 'src', 'projects', 'index.ts')
  const before = readFileSync(file, 'utf8')
  const line = `import ${camel(id)} from './${project}/${id}/index.ts'\n`
  const after = before
    .replace(/(?:^import .*\n)+/m, (imports) => imports + line)
    .replace(/(readonly Mechanism\[\] = \[[^\]]*?),?\s*\]/, (_, names) => `${names}${names.endsWith('[') ? '' : ', '}${camel(id)}]`)
  writeFileSync(file, after)
}

function run(args) {
  const { status, stderr } = spawnSync(projectNode(), ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, encoding: 'utf8' })
  if (status !== 0) fail(`${args[0]} 失败。`, `${args[0]} failed.`, stderr)
}
