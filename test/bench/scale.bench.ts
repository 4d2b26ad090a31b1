import type { Database } from '#db/connection.ts';
import type { Scale } from '#db/seeds/volume/scale.ts';
import { demoOffice } from '#fixtures/demo.ts';
import type { RunningServer } from '#test/support/server.ts';
import { type Bench, type BenchResult, figure, ratio } from './support/bench.ts';
import { median, quantile, readAtOnce } from './support/load.ts';
import { afterTheNight, openVolume, scaleOf, type Volume } from './support/volume.ts';

const ROUNDS = 5;
const GOAL = { atMost: 1.2 };
/** So many that none of them comes to the limit of searches in an hour. */
const EMPLOYERS = 8;
/** One after the other, and as many at once as clerks of an office work at the same moment. */
const loads = [
  { atOnce: 1, requests: 8, words: 'one at a time' },
  { atOnce: 16, requests: 32, words: '16 at once' },
] as const;

type Side = {
  volume: Volume;
  server: RunningServer;
  clerk: readonly string[];
  employer: readonly string[];
};

const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/** The pages, with records of the first office that the page is about. */
async function pagesOf({
  volume: { database },
}: Side): Promise<Record<string, { path: string; as: 'clerk' | 'employer' }>> {
  const review = await database
    .reader('posting')
    .where({ office_id: demoOffice.id, state: 'under_review' })
    .orderBy('waiting_since')
    .first('id', 'establishment_id');
  return {
    queue: { path: '/staff/reviews', as: 'clerk' },
    review: { path: `/staff/reviews/${review.id}`, as: 'clerk' },
    'establishment search': { path: '/staff/establishments?q=見本山', as: 'clerk' },
    card: { path: `/staff/establishments/${review.establishment_id}`, as: 'clerk' },
    'employer home': { path: '/mypage', as: 'employer' },
    'seeker search': { path: '/mypage/seekers?words=事務', as: 'employer' },
  };
}

async function opened(dialect: Database['dialect'], scale: Scale): Promise<Side | null> {
  const volume = await openVolume(dialect, scale);
  if (volume === null) return null;
  await afterTheNight(volume);
  const [clerk, employer] = [[await volume.clerk()], await volume.employers(EMPLOYERS)];
  return { volume, clerk, employer, server: await volume.start() };
}

/** Both servers answer in turn, so that whatever else the machine does falls on both. */
async function compared(
  name: string,
  small: Side,
  great: Side,
  scale: string,
  say: (line: string) => void,
): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  const sides = { small, great };
  const pages = { small: await pagesOf(small), great: await pagesOf(great) };
  for (const [page, { as }] of Object.entries(pages.great)) {
    const target = (side: 'small' | 'great') => ({
      origin: sides[side].server.origin,
      path: pages[side][page]?.path ?? '',
      cookies: sides[side][as],
    });
    for (const { atOnce, requests, words } of loads) {
      const times = { small: [] as number[], great: [] as number[] };
      const growth: number[] = [];
      for (const side of ['small', 'great'] as const)
        await readAtOnce(target(side), { requests: 16, atOnce });
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = await readAtOnce(target('small'), { requests, atOnce });
        const second = await readAtOnce(target('great'), { requests, atOnce });
        times.small.push(...first);
        times.great.push(...second);
        growth.push(median(second) / median(first));
      }
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times.great, share));
      const label = `${name}, ${page}, ${words}`;
      say(`${label}: p50 ${p50?.toFixed(1)} p95 ${p95?.toFixed(1)} p99 ${p99?.toFixed(1)} ms`);
      results.push(
        figure(`${label}: p50 at ${scale}`, p50 ?? Number.NaN, 'ms'),
        figure(`${label}: p95 at ${scale}`, p95 ?? Number.NaN, 'ms'),
        figure(`${label}: p99 at ${scale}`, p99 ?? Number.NaN, 'ms'),
        ratio(`${label}: growth`, median(growth), `the same page at one office`, GOAL),
      );
    }
  }
  return results;
}

/** What a page costs when the office is one of many: the same office, alone and in the midst of others. */
export const bench: Bench = async ({ say, scale: asked }) => {
  // nation/10 takes the longer part of an hour to fill.
  const scale = asked ?? 'nation/100';
  const size = scaleOf(scale);
  const results: BenchResult[] = [];
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const name = names[dialect];
    say(`${name}: filling one office`);
    const small = await opened(dialect, { offices: 1, share: size.share });
    if (small === null) {
      say(`no ${name} lets us in`);
      continue;
    }
    try {
      say(`${name}: filling ${scale}`);
      const great = await opened(dialect, size);
      if (great === null) continue;
      try {
        results.push(...(await compared(name, small, great, scale, say)));
      } finally {
        await great.server.stop();
        await great.volume.database.remove();
      }
    } finally {
      await small.server.stop();
      await small.volume.database.remove();
    }
  }
  return results;
};
