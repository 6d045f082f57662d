import { runBench } from './index.server.ts'
await runBench(process.argv.slice(2))
