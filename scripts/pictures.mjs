/** `npm run pictures`: the pictures of the README, taken anew from the real screens of a fresh demonstration. */
import { findChromium } from './chromium.mjs'
import { become, ensureInstalled, ensureWeb } from './prepare.mjs'

await ensureInstalled()
await ensureWeb()
process.env.HEXIE_CHROMIUM = findChromium()
become('test/shoot.ts', process.argv.slice(2))
