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

/** A full-time posting in 埼玉県 in which there is nothing to check: 164 hours a month. */
export const soundPosting = {
  work_time: 'full',
  job_title: '一般事務',
  job_description: '書類の作成',
  duties_change_scope: '変更なし',
  employment_form: 'regular',
  dispatch_kind: 'direct',
  contract_term: 'indefinite',
  workplace_prefecture: '11',
  workplace_city: '見本市',
  workplace_street: '見本町1',
  smoking_measure: 'yes',
  smoking_measure_detail: 'indoor_ban',
  transfer_possible: 'no',
  age_limit: 'none',
  trial_period: 'no',
  base_pay_min: 200_000,
  base_pay_max: 250_000,
  fixed_overtime: 'no',
  pay_basis: 'monthly',
  avg_work_days_month: 20.5,
  shift1_start: '08:30',
  shift1_end: '17:30',
  break_minutes: 60,
  variable_hours_system: 'none',
  overtime: 'no',
  annual_holidays: 119,
  holidays: ['sat', 'sun'],
  insurances: ['employment', 'accident', 'health', 'pension'],
};

/** A part-time posting paid by the hour: five hours on four days. */
export const hourlyPosting = {
  ...soundPosting,
  work_time: 'part',
  employment_form: 'part',
  base_pay_min: 1_400,
  base_pay_max: 1_500,
  pay_basis: 'hourly',
  avg_work_days_month: null,
  shift1_start: '09:00',
  shift1_end: '14:00',
  break_minutes: 0,
  annual_holidays: null,
  weekly_days: 4,
};

/** The verdict on a posting; before the yearly revision of the minimum wages unless another day is given. */
export const decidePosting = async (posting: object, beside: object = {}): Promise<Verdict> =>
  (await shipped).decide('acceptance/posting', { asOf: '2026-06-01', posting, ...beside });

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
