/** How the web is built: one entry, shells and pages split by import(), each file also compressed once and for all. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Beside each text file its .br and .gz, which the server then only has to send. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'hexie-compressed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, build.assetsDir)
    },
    async closeBundle() {
      const names = await readdir(folder)
      await Promise.all(names.filter((name) => /\.(js|css|svg|json)$/.test(name)).map((name) => compress(join(folder, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < 1024) return
  const [small, smaller] = await Promise.all([promisify(gzip)(content, { level: 9 }), promisify(brotliCompress)(content)])
  await Promise.all([writeFile(`${file}.gz`, small), writeFile(`${file}.br`, smaller)])
}

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        // What every page needs is one file, and the phone's first screen another: fewer trips, and better compressed together.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]|src[\\/](ui[\\/](language|api|theme|dates|link)|app[\\/](main|router|query-client|worker[\\/]parts[\\/]icon)|kernel[\\/](day|id|money|text))/,
            },
            {
              name: 'phone',
              test: /src[\\/]app[\\/]worker[\\/](routes|home|ballots-card|skill[\\/](skill-card|card-words|mine)|shell|matter-card|parts[\\/](?!day-field|choices|law-quote)|ask-line|text-size|icon|kept|day|words|help[\\/]begun)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.HEXIE_API ?? 'http://127.0.0.1:3000' } },
})
