/** The plan of the house. Imports go down, and in: to a lower floor, and from the edges to the pure. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Floors, from the ground up. A file may import its own folder, and any floor below; never a neighbour on its own floor. */
const floors = [['kernel'], ['platform', 'ui'], ['law'], ['registry', 'ledger'], ['engine'], ['indicators'], ['projects'], ['app']]

function floorOf(path: string): number {
  const floor = floors.findIndex((rooms) => rooms.includes(path.split('/')[0]!))
  if (floor < 0) throw new Error(`${path} stands on no floor`)
  return floor
}

/** `#engine` and `../day.ts` as the path of a file below src. */
function resolve(from: string, name: string): string {
  const path = name.startsWith('#') ? name.slice(1) : new URL(name, `file:///${from}`).pathname.slice(1)
  return /\.(tsx?|css|json)$/.test(path) ? path : `${path}/index.ts`
}

const kindOf = (path: string) => (path.endsWith('.server.ts') ? 'server' : path.endsWith('.tsx') ? 'screen' : 'pure')
const mechanismOf = (path: string) => /^projects\/[^/]+\/[^/]+\//.exec(path)?.[0]
/** Screens may have helpers without markup beside them: they run in the browser alone. */
const browserOnly = (path: string) =>
  /^(ui|app\/(desk|worker|public)|(engine|registry)\/screens)\//.test(path) || /^app\/[a-z-]+\.ts$/.test(path)

/** Why this import may not be, or null. `typeOnly`: screens and servers may share their types. */
export function fault(from: string, to: string, typeOnly = false): string | null {
  if (from.split('/')[0] !== to.split('/')[0] && floorOf(to) >= floorOf(from)) return `${from} reaches up or across to ${to}`
  if (mechanismOf(from) && mechanismOf(to) && mechanismOf(from) !== mechanismOf(to)) return `${from} reaches into another mechanism, ${to}`
  if (typeOnly || kindOf(to) === 'pure' || kindOf(from) === kindOf(to)) return null
  if (kindOf(to) === 'screen' && browserOnly(from)) return null
  return `${from} is ${kindOf(from)}, ${to} is ${kindOf(to)}`
}

test('the plan bites', () => {
  expect(fault('kernel/day.ts', 'engine/run.ts')).toMatch('reaches up')
  expect(fault('ledger/post.ts', 'registry/person.ts')).toMatch('across')
  expect(fault('projects/anxin/aid/rules.ts', 'projects/qiangshen/wage/rules.ts')).toMatch('another mechanism')
  expect(fault('engine/run.ts', 'engine/store.server.ts')).toMatch('is pure')
  expect(fault('engine/case-page.tsx', 'engine/store.server.ts')).toMatch('is screen')
  expect(fault('engine/case-page.tsx', 'engine/store.server.ts', true)).toBeNull()
  expect(fault('engine/store.server.ts', 'engine/run.ts')).toBeNull()
})

const files = (readdirSync('src', { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
const sources = files.filter((path) => path.includes('/') && !path.includes('.test.'))
const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const text = (path: string) => readFileSync(`src/${path}`, 'utf8')

test('every import keeps to the plan', () => {
  const faults: string[] = []
  for (const from of sources) {
    floorOf(from)
    for (const [, kind, name] of text(from).matchAll(/^(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'([#.][^']+)'/gm)) {
      const why = fault(from, resolve(from, name!), kind !== undefined)
      if (why) faults.push(why)
    }
    for (const [, name] of text(from).matchAll(/import\('([#.][^']+)'\)/g)) {
      const why = fault(from, resolve(from, name!))
      if (why) faults.push(why)
    }
  }
  expect(faults).toEqual([])
})

test('a pure file has no clock, no chance and no node', () => {
  const faults = sources
    .filter((path) => kindOf(path) === 'pure' && !browserOnly(path))
    .filter((path) => /from 'node:|Date\.now\(|new Date\(\)|Math\.random\(|\bprocess\./.test(text(path)))
  expect(faults).toEqual([])
})

test('every file says in its first line what it is, and keeps under the wall', () => {
  const silent = sources.filter((path) => !/^(\/\*\*|#!)/.test(text(path)))
  const walls = files.filter((path) => !path.startsWith('law/acts/') && text(path).split('\n').length > 301)
  expect({ silent, walls }).toEqual({ silent: [], walls: [] })
})

test('a folder holds at most fifteen files, under names that say something', () => {
  const folders = [...new Set(files.map(folderOf))].filter(Boolean)
  const full = folders.filter(
    (folder) => !folder.startsWith('law/acts') && files.filter((path) => folderOf(path) === folder && !path.includes('.test.')).length > 15,
  )
  const empty = files.filter((path) => /(^|\/)(utils?|helpers?|common|types|interfaces|misc|manager|service)\.tsx?$/.test(path))
  expect({ full, empty }).toEqual({ full: [], empty: [] })
})
