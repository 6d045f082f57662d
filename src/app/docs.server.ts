/** The generated pages of `docs/`: written from the definitions, or only compared with them. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { legalRules } from '#law/rules.ts'
import { mechanisms } from '#projects/index.ts'
import { acts } from './docs/acts.ts'
import { lawPage } from './docs/law-page.ts'
import { mechanismPage } from './docs/mechanism-page.ts'

/** What the pages should say, by their path below `docs/`. */
function pages(): ReadonlyMap<string, string> {
  return new Map([
    ['law.md', lawPage(acts, legalRules, mechanisms)],
    ...mechanisms.map((m) => [`mechanisms/${m.procedure.id}.md`, mechanismPage(m)] as const),
  ])
}

/** The pages in this folder that do not say what the code says, missing and left-over ones among them. */
export async function stalePages(folder: string): Promise<readonly string[]> {
  const wanted = pages()
  const there = (await readdir(join(folder, 'mechanisms')).catch(() => [])).map((name) => `mechanisms/${name}`)
  const stale = await Promise.all(
    [...wanted].map(async ([path, says]) => ((await readFile(join(folder, path), 'utf8').catch(() => undefined)) === says ? [] : [path])),
  )
  return [...stale.flat(), ...there.filter((path) => !wanted.has(path))]
}

/** Brings the folder up to date and names the pages that were not. */
export async function writePages(folder: string): Promise<readonly string[]> {
  const wanted = pages()
  const stale = await stalePages(folder)
  for (const path of stale) {
    const says = wanted.get(path)
    if (says === undefined) await rm(join(folder, path))
    else {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), says)
    }
  }
  return stale
}
