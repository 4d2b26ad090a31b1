import { type Bench, figure } from './support/bench.ts';
import { median, readAtOnce } from './support/load.ts';
import { memoryOf, peakMemoryOf } from './support/memory.ts';
import { afterTheNight, openVolume, scaleOf } from './support/volume.ts';

const STARTS = 3;
const pages = [
  '/staff',
  '/staff/reviews',
  '/staff/establishments?q=見本山',
  '/staff/stats',
  '/staff/referrals',
];

/** The embedded server over one office on SQLite: until it answers, and what it holds before and after work. */
export const bench: Bench = async ({ say, scale }) => {
  say('filling one office');
  const volume = await openVolume('sqlite', scaleOf(scale ?? 'office'));
  if (volume === null) return [];
  try {
    await afterTheNight(volume);
    const cookie = await volume.clerk();
    const times: number[] = [];
    const first: number[] = [];
    const fresh: number[] = [];
    const worked: number[] = [];
    const peak: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      say(`start ${start + 1} of ${STARTS}`);
      const began = performance.now();
      const server = await volume.start();
      try {
        times.push((performance.now() - began) / 1000);
        fresh.push(memoryOf(server.pid));
        const page = (path: string) => ({ origin: server.origin, path, cookies: [cookie] });
        first.push(...(await readAtOnce(page('/staff/reviews'), { requests: 1, atOnce: 1 })));
        for (const path of pages) await readAtOnce(page(path), { requests: 32, atOnce: 16 });
        worked.push(memoryOf(server.pid));
        peak.push(peakMemoryOf(server.pid));
      } finally {
        await server.stop();
      }
    }
    return [
      figure('from the start of the process until it is ready', median(times), 's'),
      figure('the first page after that', median(first), 'ms'),
      figure('memory once it is ready', median(fresh), 'MB'),
      figure(`memory after ${pages.length * 32} pages, 16 at once`, median(worked), 'MB'),
      figure('the most it held meanwhile', median(peak), 'MB'),
    ];
  } finally {
    await volume.database.remove();
  }
};
