/** `npm test`: types, style, unused code, pure and database tests, the web's build, and the stories in a real browser. Ends with a count. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { cleanEnvironment, ensureInstalled, ensureWeb, project, projectNode, say } from './prepare.mjs'

await ensureInstalled()
const reports = mkdtempSync(join(tmpdir(), 'hexie-reports-'))
const env = cleanEnvironment()
env.PATH = [dirname(projectNode()), join(project, 'node_modules', '.bin'), env.PATH].join(delimiter)
let passed = 0
let failed = 0

/** Runs one program in the foreground, without input; true when it ended well. */
function run(zh, en, program, args, more = {}) {
  say(`${zh}…`, `${en}…`)
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...more } })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

const script = (path) => join(project, 'node_modules', ...path.split('/'))
const node = (zh, en, path, args, more) => run(zh, en, projectNode(), [script(path), ...args], more)
const count = (good) => (good ? passed++ : failed++)

/** Adds what a report says; a run that failed without a failed test (or without a report) counts as one failure. */
function add(file, good, read) {
  let tests = { passed: 0, failed: 0 }
  try {
    tests = read(JSON.parse(readFileSync(join(reports, file), 'utf8')))
  } catch {
    good = false
  }
  passed += tests.passed
  failed += tests.failed || (good ? 0 : 1)
}

count(await node('检查类型', 'checking types', 'typescript/bin/tsc', ['--noEmit']))
count(await node('检查写法', 'checking style', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']))
count(await node('查找无用代码', 'looking for unused code', 'knip/bin/knip.js', []))

const units = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`]
const unitsGood = await node('单元与数据库测试', 'pure and database tests', 'vitest/vitest.mjs', units)
add('vitest.json', unitsGood, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))

await ensureWeb()
count(true)
const browser = { HEXIE_CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') }
const storiesGood = await node('浏览器测试', 'stories in the browser', '@playwright/test/cli.js', ['test', '--reporter=list,json'], browser)
add('playwright.json', storiesGood, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }))

rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
