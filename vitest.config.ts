import { defineConfig } from 'vitest/config'

const long = process.env['CARAVAN_LONG'] === '1'

export default defineConfig({
  test: {
    include: long ? ['tests/long/**/*.long.ts'] : ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: long ? 900_000 : 60_000,
    hookTimeout: 180_000,
  },
})
