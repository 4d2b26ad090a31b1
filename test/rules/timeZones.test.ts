import { expect, test } from 'vitest';
import { ordinary, runRules } from './support.ts';

test('verdicts are the same bytes in UTC, Tokyo and New York', { timeout: 60_000 }, async () => {
  const days = [
    '2024-02-29',
    '2026-03-08',
    '2026-04-21',
    '2026-09-08',
    '2026-11-01',
    '2026-12-20',
    '2026-12-31',
  ];
  const situations = JSON.stringify(days.map((asOf) => ({ ...ordinary, asOf, history: [] })));
  const zones = ['UTC', 'Asia/Tokyo', 'America/New_York'];
  const runs = await Promise.all(
    zones.map((TZ) => runRules(['decide', 'eligibility/visit-required', '-'], situations, { TZ })),
  );
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(runs[0]?.stdout).toContain('"dueDate": "2026-05-01"');
});
