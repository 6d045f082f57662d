/** `npm run hexie -- <command>`: the command line, on the project's own Node. */
import { become, ensureInstalled } from './prepare.mjs'

await ensureInstalled()
become('src/app/cli.server.ts', process.argv.slice(2))
