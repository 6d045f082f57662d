/** Two kinds of test: pure ones, and those with a real database (`*.server.test.ts`), which share one PostgreSQL for the run. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['src/**/*.test.{ts,tsx}'], exclude: ['src/**/*.server.test.ts'], environment: 'node' } },
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
