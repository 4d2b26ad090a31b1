import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import type { EarlierApplication, VisitSituation } from '#rules/situations/visitRequired.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const rulesDirectory = path.join(root, 'rules');

const shipped = loadCatalogue(rulesDirectory);

/** The catalogue of the rule files the product ships. */
export const shippedCatalogue = (): typeof shipped => shipped;

/** An accepted application for a general posting through MyPage, unless told otherwise. */
export const applied = (
  appliedOn: CalendarDate,
  details: Partial<EarlierApplication> = {},
): EarlierApplication => ({
  appliedOn,
  via: 'mypage',
  kinds: ['general'],
  contract: 'direct',
  accepted: true,
  ...details,
});

/** A situation in which no visit is needed: MyPage opened at the counter, and an application seven weeks ago. */
export const ordinary: VisitSituation = {
  asOf: '2026-11-24',
  posting: { via: 'mypage', kinds: ['general'], contract: 'direct' },
  account: { openedBy: 'counter' },
  officeDemand: false,
  history: [applied('2026-10-01')],
  officeCalendar: { extraOpen: [], extraClosed: [] },
};

export const decideVisit = async (changes: Partial<VisitSituation>): Promise<Verdict> =>
  (await shipped).decide('eligibility/visit-required', { ...ordinary, ...changes });

/** The rules that applied, in the order of the verdict. */
export const rulesOf = (verdict: Verdict): readonly string[] => verdict.reasons.map(({ rule }) => rule);

/** When a posting applied for on that day without any earlier one must be brought to the counter. */
export const dueDateFor = async (
  asOf: CalendarDate,
  officeCalendar = ordinary.officeCalendar,
): Promise<CalendarDate | undefined> => (await decideVisit({ asOf, history: [], officeCalendar })).dueDate;

export type Ran = { exitCode: number | null; stdout: string; stderr: string };

/** Runs the rules command as a process of its own, as `npm run -s rules -- …` does. */
export const runRules = (
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'rules/cli.ts', ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    child.stdin.end(input);
  });

/** A directory of rule files that is gone after the test: file name → text. */
export const ruleDirectory = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'rules-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return directory;
};
