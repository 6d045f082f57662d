import pg from 'pg'
import { readFileSync } from 'node:fs'
import { connectionSettings } from '#platform/database.server.ts'
const url = readFileSync('/tmp/hold.log','utf8').trim().split('\n').at(-1)!
const c = new pg.Client(connectionSettings({ url, role: process.env.ROLE ?? null, statementSeconds: 0 } as any)); await c.connect()
for (const sql of readFileSync(0,'utf8').split(/;\s*\n/).filter(s=>s.trim())) { try { const r = await c.query(sql); for (const row of r.rows) console.log(Object.keys(row).length===1? String(Object.values(row)[0]) : JSON.stringify(row)) } catch(e){console.log(String(e))} console.log('--') }
await c.end()
