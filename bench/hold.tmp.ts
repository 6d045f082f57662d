import { openData } from '/work/main/bench/data.server.ts'
const d = await openData('/tmp/hexie-bench', Number(process.argv[2] ?? 50000))
console.log(d.url)
process.on('SIGTERM', async () => { await d.close(); process.exit(0) })
setInterval(() => {}, 1000)
