/** Something to be timed: does `count` units of work. */
export type Contestant = (count: number) => unknown;

/** Cases are taken in turn, as many as asked for. */
export const inTurn =
  <Case>(cases: readonly Case[], judge: (one: Case) => unknown): Contestant =>
  (count) => {
    let kept: unknown;
    for (let done = 0; done < count; done += 1) kept = judge(cases[done % cases.length] as Case);
    return kept;
  };

/** The same for judges that must be awaited, each before the next begins. */
export const oneByOne =
  <Case>(cases: readonly Case[], judge: (one: Case) => Promise<unknown>): Contestant =>
  async (count) => {
    for (let done = 0; done < count; done += 1) await judge(cases[done % cases.length] as Case);
  };

const timed = async (work: Contestant, count: number): Promise<number> => {
  const start = performance.now();
  await work(count);
  return (performance.now() - start) / 1000;
};

/** How many units take about `seconds`; the code is warm afterwards. */
const fitted = async (work: Contestant, seconds: number): Promise<number> => {
  for (let count = 1; ; ) {
    const taken = await timed(work, count);
    if (taken >= seconds / 2) return Math.max(1, Math.round((count * seconds) / taken));
    count = Math.ceil(count * Math.min(20, Math.max(2, seconds / Math.max(taken, 1e-6))));
  }
};

/**
 * Units per second of each contestant, the best of several rounds. They take turns in every round, so that whatever
 * else the machine does falls on all of them.
 */
export async function rates<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  { rounds = 7, seconds = 0.12 } = {},
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contestants) as Name[];
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, await fitted(contestants[name], seconds));
  const best = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const count = counts.get(name) ?? 1;
      best[name] = Math.max(best[name], count / (await timed(contestants[name], count)));
    }
  }
  return best;
}

/** Seconds of each contestant for one whole piece of work, the best of several rounds by turns. */
export async function times<Name extends string>(
  contestants: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contestants) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) best[name] = Math.min(best[name], await timed(contestants[name], 1));
  }
  return best;
}
