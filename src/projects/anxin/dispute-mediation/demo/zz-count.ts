import { demoCases } from '/work/main/src/projects/anxin/dispute-mediation/demo/cases.ts'
import { disputeMediation as p } from '/work/main/src/projects/anxin/dispute-mediation/procedure.ts'
import { stateOf } from '/work/main/src/engine/run.ts'
import { dueOf } from '/work/main/src/engine/due.ts'
import { nationalCalendar } from '/work/main/src/law/national-days.ts'
const now = { today: '2026-11-23', region: 'CN-ZJ-HZ', calendar: nationalCalendar } as any
const t=performance.now(); const cs = demoCases(now); console.log('ms', performance.now()-t)
const c: any = {}; for (const {log} of cs) { const s=stateOf(p,log)!; c[s]=(c[s]??0)+1 } console.log(c)
for (const {log} of cs) { const s=stateOf(p,log)!; if(!p.ends.includes(s as any)) console.log(s, log[0].on, log.at(-1)!.step, log.at(-1)!.on, dueOf(p,log,now).filter(d=>!d.id.startsWith('limit')).map(d=>d.id+':'+d.last+(d.overdue?'!':'')).join(' ')) }
const owners: any={}; for (const {owner} of cs) owners[owner]=(owners[owner]??0)+1; console.log(Object.keys(owners).length)
const months:any={}; for (const {log} of cs) months[log[0].on.slice(0,7)]=(months[log[0].on.slice(0,7)]??0)+1; console.log(months)
