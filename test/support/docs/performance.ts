import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchResult } from '#test/bench/support/bench.ts';
import { table } from './markdown.ts';
import { benchNotes, nationalPlan } from './performanceNotes.ts';

type Run = {
  machine: { cpu: string; cores: number; platform: string; node: string };
  commit: string | null;
  results: readonly BenchResult[];
};

const lastRun = path.resolve(import.meta.dirname, '../../../docs/performance/last-run.json');

const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });

const rowOf = ({ name, value, unit, against, goal, met }: BenchResult): string[] => [
  name,
  `${number(value)} ${unit}`,
  against ?? '',
  goal ?? '',
  met === null ? '' : met ? 'met' : 'missed',
];

const machineOf = ({ machine, commit }: Run): string =>
  `${machine.cores} cores, ${machine.cpu}, ${machine.platform}, Node ${machine.node}; commit \`${commit ?? 'unknown'}\``;

const section = (name: string, run: Run | undefined): string => {
  const { title, limits, lifts } = benchNotes[name] ?? { title: name, limits: '', lifts: '' };
  const command = `npm run bench -- ${name} --keep`;
  const measured =
    run === undefined
      ? `Not measured yet: \`${command}\`.`
      : `${machineOf(run)}. Again: \`${command}\`.\n\n${table(['what', 'value', 'against', 'goal', ''], run.results.map(rowOf))}`;
  return [`## ${title}`, measured, `**What limits it.** ${limits}`, `**What would lift it.** ${lifts}`]
    .filter((part) => !part.endsWith('** '))
    .join('\n\n');
};

/** docs/performance.md: the last run of each benchmark, what limits it, and the plan for the nation. */
export function performancePage(): string {
  const runs: Record<string, Run> = existsSync(lastRun) ? JSON.parse(readFileSync(lastRun, 'utf8')) : {};
  const names = [...Object.keys(benchNotes), ...Object.keys(runs).filter((name) => !(name in benchNotes))];
  return `${[
    '# Performance',
    'Generated from the last run of each benchmark (`docs/performance/last-run.json`) by `npm run docs`; do not edit. Every ratio (`×`) compares two things measured by turns in one run, so it holds on a busy machine; times and rates do not.',
    ...names.map((name) => section(name, runs[name])),
    nationalPlan,
  ].join('\n\n')}\n`;
}
