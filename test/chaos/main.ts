import { parseArgs } from 'node:util';
import { chanceOf } from './chance.ts';
import { gather } from './crowd.ts';
import { type InstallationPlan, openInstallation } from './installation.ts';
import { type Judgement, judge, settled } from './judge.ts';
import { type Harvest, reap } from './reaper.ts';
import { sendAgain, type Trouble, troublesOf } from './troubles.ts';

/** What `npm run chaos` prints of one installation. */
type Report = { installation: string; kills: Harvest['kills'] } & Judgement & {
    atSteps: Harvest['atSteps'];
    atRandom: number;
    /** Forms sent once more after their receipt. */
    repeats: number;
    brokenOff: number;
    putOff: number;
    unexpected: Readonly<Record<string, number>>;
    /** Seconds. */
    longestWaitForAReceipt: number;
    recovery: { median: number; longest: number };
    troubles: readonly Trouble[];
    /** Troubles that this machine does not let us make. */
    notMade: readonly string[];
    seconds: number;
  };

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '20261124' },
    postgres: { type: 'string' },
    redis: { type: 'string' },
    only: { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const say = (line: string): void => {
  process.stderr.write(`… ${line}\n`);
};

const plans: InstallationPlan[] = [
  { name: 'sqlite-embedded', postgres: null, redis: null, webs: 1, workers: 0 },
  ...(values.postgres === undefined || values.redis === undefined
    ? []
    : [{ name: 'postgres-bull', postgres: values.postgres, redis: values.redis, webs: 2, workers: 2 }]),
];

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;
const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

async function ordeal(plan: InstallationPlan): Promise<Report> {
  const since = performance.now();
  const chance = chanceOf(seed);
  const installation = await openInstallation(plan);
  try {
    const crowd = await gather(installation, chance, 3);
    // Two of a hundred mails are taken and never acknowledged, as when a line breaks after the final dot.
    const fickle = () => (chance.happens(0.02) ? ('cut' as const) : (250 as const));
    installation.mail.answerMail(fickle);

    say(`${plan.name}: ${kills} kills`);
    crowd.start();
    const { harvest } = await reap(installation, chance, kills, say);
    const troubles: Trouble[] = [];
    for (const trouble of troublesOf(installation, crowd)) {
      say(`${plan.name}: ${trouble.name}`);
      troubles.push(await trouble.happen());
      installation.mail.answerMail(fickle);
    }
    await crowd.stop();
    say(`${plan.name}: what is left to do`);
    do await settled(installation);
    while ((await sendAgain(installation)) > 0);
    const judgement = await judge(installation, crowd.experience);
    const { acknowledged, repeats, brokenOff, putOff, unexpected } = crowd.experience;
    const recoveries = sorted(harvest.recoveries);
    return {
      installation: plan.name,
      kills: harvest.kills,
      ...judgement,
      atSteps: harvest.atSteps,
      atRandom: harvest.atRandom,
      repeats,
      brokenOff,
      putOff,
      unexpected,
      longestWaitForAReceipt: seconds(Math.max(0, ...acknowledged.map(({ milliseconds }) => milliseconds))),
      recovery: {
        median: seconds(recoveries[Math.floor(recoveries.length / 2)] ?? 0),
        longest: seconds(recoveries.at(-1) ?? 0),
      },
      troubles,
      notMade: ['database read-only', ...(installation.smallDisk ? [] : ['disk full'])],
      seconds: Math.round((performance.now() - since) / 1_000),
    };
  } finally {
    await installation.close();
  }
}

const reports: Report[] = [];
for (const plan of plans.filter(({ name }) => values.only === undefined || name === values.only))
  reports.push(await ordeal(plan));

const sum = (count: (report: Report) => number): number =>
  reports.reduce((total, report) => total + count(report), 0);
console.log(
  JSON.stringify({
    seed,
    kills: sum((one) => one.kills),
    acknowledged: sum((one) => one.acknowledged),
    lost: sum((one) => one.lost),
    duplicated: sum((one) => one.duplicated),
    halfDone: sum((one) => one.halfDone),
    mailsMissing: sum((one) => one.mailsMissing),
    mailsExtra: sum((one) => one.mailsExtra),
    auditBreaks: sum((one) => one.auditBreaks),
    installations: reports,
  }),
);
process.exit(0);
