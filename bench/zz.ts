import { createReadStream, existsSync } from 'node:fs'
import pg from 'pg'
import { choosePlace } from '#platform/embedded/place.server.ts'
import { connectionSettings } from '#platform/database.server.ts'
import { copyIn } from './w4/copy-in.server.ts'
import { copyStatements, ensureCopyFiles } from './w4/rows-for-copy.server.ts'
import { copyOf, openCluster } from './data.server.ts'
import { databaseSeconds } from './w4/machine.server.ts'
const folder='/tmp/hexie-bench2'
const files=await ensureCopyFiles('/tmp/hexie-bench2/x100', 60000)
const server=await openCluster(folder)
const {cluster}=await choosePlace(folder)
const pgc=new pg.Client(connectionSettings({url:server.url.replace('/hexie?','/postgres?'),role:null}))
await pgc.connect()
const t=(await pgc.query("select datname from pg_database where datname ~ '^bench_import_[0-9a-f]{12}$'")).rows[0].datname
await pgc.end()
async function run(name:string, before:string[]){
  const url=await copyOf(server,t,'bench_zz')
  const c=new pg.Client(connectionSettings({url,role:null,statementSeconds:0})); await c.connect()
  for(const s of before) await c.query(s)
  const pid=(await c.query('select pg_backend_pid() p')).rows[0].p
  const cpu=async()=>{const {readFileSync}=await import('node:fs');const s=readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' ');return (Number(s[11])+Number(s[12]))/100}
  await c.query('begin')
  const a=await cpu(); await copyIn(c,copyStatements.person,createReadStream(files.person,{encoding:'utf8',highWaterMark:1<<18}))
  const b=await cpu(); await copyIn(c,copyStatements.engagement,createReadStream(files.engagement,{encoding:'utf8',highWaterMark:1<<18}))
  const d=await cpu(); await c.query('commit')
  console.log(name.padEnd(34),'person',(b-a).toFixed(2),'engagement',(d-b).toFixed(2))
  if(name==='all') return [(await c.query("select indexname from pg_indexes where schemaname='public' and tablename in ('person','engagement') and indexname not like '%pkey' order by tablename, indexname")).rows.map(r=>r.indexname), await c.end()][0]
  await c.end()
}
const idx=await run('all',[]) as string[]
console.log(idx.join(' '))
await run('all',[])
await run('no triggers, no FK',['set session_replication_role=replica'])
for(const i of idx) await run('without '+i,[`drop index ${i}`])
await run('no secondary index',idx.map(i=>`drop index ${i}`))
await run('no secondary index, no FK',[...idx.map(i=>`drop index ${i}`),'set session_replication_role=replica'])
await server.stop()
