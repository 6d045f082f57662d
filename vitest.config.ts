/** Two kinds of test: pure ones, and those with a real database (`*.server.test.ts`), which share one PostgreSQL for the run. */
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** What another office program makes of our files is asked where there is one; elsewhere these files are not part of the run. */
const hasOffice = ['/usr/lib/libreoffice', '/opt/libreoffice'].some((path) => existsSync(`${path}/program/libsclo.so`))
const withOffice = 'src/**/*.office.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.server.test.ts', ...(hasOffice ? [] : [withOffice])],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.server.test.ts'],
          environment: 'node',
          globalSetup: ['src/platform/testing/global-setup.server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
