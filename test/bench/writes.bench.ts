import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import type { Database } from '#db/connection.ts';
import { ownDatabase } from '#test/support/ownDatabase.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';
import { type Bench, type BenchResult, figure, ratio } from './support/bench.ts';
import { median } from './support/load.ts';

const MORNING = '2026-11-24T09:00+09:00';
const ROUNDS = 9;
/** Of each kind in a round: as many as clerks decide at once. */
const EACH = 16;
const GOAL = { atLeast: 0.4 };

const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

type Work = (index: number) => Promise<unknown>;

/** Units a second, one after the other or all at once. */
async function rate(atOnce: boolean, work: Work): Promise<number> {
  const start = performance.now();
  if (atOnce) await Promise.all(Array.from({ length: EACH }, (_, index) => work(index)));
  else for (let index = 0; index < EACH; index += 1) await work(index);
  return EACH / ((performance.now() - start) / 1000);
}

/** What a round hands in and decides, made before the clock runs. */
async function prepared(
  office: World,
  employer: EmployerActor,
): Promise<{ drafts: Posting[]; reviewed: Posting[] }> {
  const drafts: Posting[] = [];
  const reviewed: Posting[] = [];
  for (let count = 0; count < EACH; count += 1) {
    drafts.push(await office.filledIn(employer));
    const sent = await office.submitted(employer, await office.filledIn(employer));
    reviewed.push(sent.state === 'awaiting_visit' ? await office.visited(sent, '2026-11-24') : sent);
  }
  return { drafts, reviewed };
}

async function measured(dialect: Database['dialect'], say: (line: string) => void): Promise<BenchResult[]> {
  const database = await ownDatabase(dialect);
  if (database === null) return [];
  const name = names[dialect];
  try {
    const office = await openOffice(database, MORNING);
    await database.writer.schema.createTable('bare', (t) => {
      t.integer('id').primary();
      t.integer('count').notNullable();
    });
    await database.writer('bare').insert(Array.from({ length: EACH }, (_, id) => ({ id, count: 0 })));
    /** The least that a write can be: one row of its own in a transaction of its own. */
    const bare: Work = (id) =>
      database.writer.transaction((transaction) => transaction('bare').where({ id }).increment('count', 1));
    const { clerk } = office.staff;
    let statements = 0;
    database.writer.on('query', () => {
      statements += 1;
    });
    /** Statements of one unit, those that begin and end the transaction left out. */
    const perUnit = async (work: () => Promise<unknown>): Promise<number> => {
      const before = statements;
      await work();
      return (statements - before) / EACH;
    };
    let [inSubmission, inDecision] = [0, 0];

    const shares = { submit: [] as number[], accept: [] as number[], atOnce: [] as number[] };
    const rates = { bare: [] as number[], submit: [] as number[], accept: [] as number[] };
    // Every employer is new, so that the history that is judged is as long in each round.
    for (let round = 0; round <= ROUNDS; round += 1) {
      say(`${name}: round ${round} of ${ROUNDS}`);
      const employer = await office.openedAtCounter(`saiyo${round}@example.co.jp`);
      const { drafts, reviewed } = await prepared(office, employer);
      const more = (await prepared(office, employer)).reviewed;
      const submit: Work = async (index) => {
        const { id, version } = drafts[index] as Posting;
        granted(
          await office.perform(
            submitPosting,
            employer,
            { postingId: id, version, confirmed: office.everyRule },
            `s${id}`,
          ),
        );
      };
      const accept =
        (postings: readonly Posting[]): Work =>
        async (index) => {
          const { id, version } = postings[index] as Posting;
          const shown = { postingId: id, version, overrideReason: null, note: null };
          granted(await office.perform(acceptPosting, clerk, shown, `a${id}`));
        };
      const alone = await rate(false, bare);
      let [submitted, accepted] = [0, 0];
      inSubmission = await perUnit(async () => {
        submitted = await rate(false, submit);
      });
      inDecision = await perUnit(async () => {
        accepted = await rate(false, accept(reviewed));
      });
      const together = await rate(true, bare);
      const decided = await rate(true, accept(more));
      // The first round warms up.
      if (round === 0) continue;
      rates.bare.push(alone);
      rates.submit.push(submitted);
      rates.accept.push(accepted);
      shares.submit.push(submitted / alone);
      shares.accept.push(accepted / alone);
      shares.atOnce.push(decided / together);
    }
    const against = 'a transaction of one row on the same database';
    return [
      figure(`${name}: transactions of one row`, median(rates.bare), '/s'),
      figure(`${name}: submissions with verdicts, audit and outbox`, median(rates.submit), '/s'),
      figure(`${name}: decisions with verdict, audit and outbox`, median(rates.accept), '/s'),
      figure(`${name}: statements of a submission`, inSubmission, ''),
      figure(`${name}: statements of a decision`, inDecision, ''),
      ratio(`${name}: submissions`, median(shares.submit), against, GOAL),
      ratio(`${name}: decisions`, median(shares.accept), against, GOAL),
      ratio(`${name}: decisions, 16 clerks at once`, median(shares.atOnce), `16 of them at once`, GOAL),
    ];
  } finally {
    await database.remove();
  }
}

/** What a write costs with everything that belongs to it, against the least that a write can be. */
export const bench: Bench = async ({ say }) => [
  ...(await measured('sqlite', say)),
  ...(await measured('postgres', say)),
];
