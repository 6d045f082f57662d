/** `npm start`: from a fresh clone to a running house. Plain Node 20. */
import { become, ensureInstalled, ensureWeb } from './prepare.mjs'

await ensureInstalled()
await ensureWeb()
become('src/app/main.server.ts', process.argv.slice(2))
