/** The generated pages say what the code says, and a page that does not is noticed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stalePages, writePages } from './docs.server.ts'

test('docs/law.md and docs/mechanisms are up to date (else: npm run docs)', async () => {
  expect(await stalePages('docs')).toEqual([])
})

test('missing, changed and left-over pages are named, written and taken away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-docs-'))
  try {
    expect(await writePages(folder)).toContain('mechanisms/dispute-mediation.md')
    expect(await stalePages(folder)).toEqual([])
    await writeFile(join(folder, 'law.md'), 'nothing')
    await writeFile(join(folder, 'mechanisms', 'gone.md'), 'left over')
    expect(await writePages(folder)).toEqual(['law.md', 'mechanisms/gone.md'])
    expect(await stalePages(folder)).toEqual([])
    expect(await readFile(join(folder, 'law.md'), 'utf8')).toContain('period `MED.END.ZJ` 15 天 15 calendar days')
  } finally {
    await rm(folder, { recursive: true })
  }
})
