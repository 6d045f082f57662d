/** Hexie's import over HTTP as a person drives it: put in, look until it is checked, write. The server is observed from outside. */
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportWire } from '#registry/imports/import-wire.ts'
import type { Server } from '../processes.server.ts'

export interface ImportTimes {
  readonly uploadSeconds: number
  readonly checkSeconds: number
  readonly commitSeconds: number
  readonly seconds: number
  readonly rows: number
  readonly wrong: number
}

const since = (from: number): number => (performance.now() - from) / 1000

export async function importFile(server: Server, cookie: string, unit: string, file: string): Promise<ImportTimes> {
  const base = `http://127.0.0.1:${server.port}/api/imports`
  const started = performance.now()
  const form = new FormData()
  form.set('kind', 'members')
  form.set('unit', unit)
  form.set('file', await openAsBlob(file), basename(file))
  const put = await fetch(base, { method: 'POST', headers: { cookie }, body: form })
  if (put.status !== 202) throw new Error(`import: ${put.status} ${await put.text()}`)
  const { id } = (await put.json()) as { id: string }
  const uploadSeconds = since(started)
  const checked = await until(`${base}/${id}`, cookie, 'checked')
  const checkSeconds = since(started) - uploadSeconds
  const asked = performance.now()
  const commit = await fetch(`${base}/${id}/commit`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{}',
  })
  if (!commit.ok) throw new Error(`commit: ${commit.status} ${await commit.text()}`)
  await until(`${base}/${id}`, cookie, 'committed')
  const { valid, wrong } = checked.counts
  return { uploadSeconds, checkSeconds, commitSeconds: since(asked), seconds: since(started), rows: valid, wrong }
}

async function until(url: string, cookie: string, state: ImportWire['state']): Promise<ImportWire> {
  for (;;) {
    const answer = await fetch(url, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    const now = (await answer.json()) as ImportWire
    if (now.state === state) return now
    if (now.state === 'failed' || now.state === 'columns')
      throw new Error(`import ${now.state}: ${now.problem?.en} ${JSON.stringify(now.columns)}`)
    await pause(250)
  }
}
