/** How the web is built: one entry, shells and pages split by import(), each file also compressed once and for all. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const outDir = 'dist/web'

/** Beside each text file its .br and .gz, which the server then only has to send. */
function compressed(): Plugin {
  return {
    name: 'hexie-compressed',
    apply: 'build',
    async closeBundle() {
      const names = await readdir(join(outDir, 'assets'))
      await Promise.all(names.filter((name) => /\.(js|css|svg|json)$/.test(name)).map((name) => compress(join(outDir, 'assets', name))))
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
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 400 },
  server: { proxy: { '/api': process.env.HEXIE_API ?? 'http://127.0.0.1:3000' } },
})
