import type { CalendarDate } from '#app/domain/calendar.ts';
import { seatOf } from '#fixtures/volume.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import type { Database } from '../../connection.ts';
import { layBeside } from './beside.ts';
import { createChance } from './chance.ts';
import { daysBefore } from './days.ts';
import { openFill } from './fill.ts';
import { hire, officeOf, registerEmployers, registerSeekers, type Tools } from './office.ts';
import { applyForPostings } from './postings.ts';
import { openRecords } from './records.ts';
import { referSeekers } from './referrals.ts';
import { figuresOf, type Scale, unitsOf } from './scale.ts';

export type VolumeOptions = {
  scale: Scale;
  /** The same seed on the same day gives the same rows. */
  seed: string;
  /** The present day of the data; nothing happens on it. */
  today: CalendarDate;
  rules: RuleCatalogue;
  /** Of the audit chain. */
  auditKey: Uint8Array;
  /** What everybody signs in with. */
  passwordHash: string;
  /** Hears how many of all rows are made. */
  told?: (done: number, total: number) => void;
};

export class NotEmpty extends Error {
  override name = 'NotEmpty';
}

const opened = '2020-01-06T00:00:00.000Z';

/**
 * Fills an empty, migrated database with invented offices of the nation's size. One office after the other is made and
 * forgotten, so memory does not grow with their number. A fill that is cut off leaves a database to be thrown away.
 * @throws NotEmpty when the database holds an office
 */
export async function fillWithVolume(database: Database, options: VolumeOptions): Promise<void> {
  const { scale, seed, today, rules, auditKey, passwordHash, told = () => {} } = options;
  if ((await database.writer('office').first('id')) !== undefined)
    throw new NotEmpty('The database holds an office; nothing was changed.');
  const fill = await openFill(database);
  const figures = figuresOf(scale);
  const total = unitsOf(scale);
  let done = 0;
  const made = async (): Promise<void> => {
    done += 1;
    if (done % 500 !== 0) return;
    told(Math.min(done, total), total);
    await fill.settle();
  };
  // A neighbour without records stands beside a single office.
  for (let index = 0; index < Math.max(2, scale.offices); index += 1) {
    const chance = createChance(`${seed}:${index}`);
    const tools: Tools = { fill, chance, days: daysBefore(today), figures, rules, auditKey, made };
    const prefecture = 1 + Math.floor((index * 47) / Math.max(2, scale.offices));
    const office = officeOf(index, prefecture, chance, opened);
    await fill.stores.offices.insert(office);
    const staff = await hire(tools, office, { index, count: figures.staff, passwordHash, since: opened });
    if (index >= scale.offices) break;
    const place = seatOf(Number(office.prefecture));
    const employers = await registerEmployers(tools, { office, place, index, passwordHash });
    const seekers = await registerSeekers(tools, { office, place, index });
    const whole = { office, place, staff, employers, seekers };
    const records = openRecords(tools, office.id);
    const postings = await applyForPostings(tools, whole, records);
    await layBeside(tools, whole, postings, records);
    await referSeekers(tools, whole, postings, records);
    await records.write();
  }
  await fill.finish();
}
