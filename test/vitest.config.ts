import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

type Limits = { testTimeout?: number; hookTimeout?: number; fileParallelism?: boolean };

const project = (
  name: string,
  folders: readonly string[],
  limits: Limits = {},
): TestProjectConfiguration => ({
  extends: true,
  test: { name, include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`), ...limits },
});

/** A busy machine is no reason to fail: these only stop what hangs. */
const patient: Limits = { testTimeout: 20_000, hookTimeout: 20_000 };

/** Two workers, as many as the smallest machine has cores; a browser walk needs the machine to itself. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: [fileURLToPath(new URL('support/setup.ts', import.meta.url))],
    projects: [
      project('unit', ['domain', 'forms', 'rules', 'components', 'architecture', 'text', 'web'], patient),
      project('database', ['db', 'jobs', 'procedures', 'mypage'], patient),
      project('scenarios', ['scenarios'], { testTimeout: 30_000, hookTimeout: 30_000 }),
      project('e2e', ['e2e'], { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
