import type { InvariantHit } from '#app/domain/invariant.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { dueOnClosedDays } from './closedDays.ts';

/** Records of each kind at most: beyond that somebody has to look anyway. */
const limit = 50;

/** データの点検: every night all offices are looked through for states that should be impossible; what was found is recorded. */
export const lookForInvariants = defineProcedure<
  Record<string, never>,
  { found: number },
  readonly InvariantHit[]
>({
  name: 'invariant.look',
  permission: 'invariant.look',
  input: object({}),
  audit: 'invariant.looked',

  async prepare({ stores, today }) {
    const hits = await stores.invariants.hits(null, today, limit);
    const awaited = await stores.invariants.awaitedDays(null, today);
    for (const { id } of await stores.offices.all()) {
      const own = awaited.filter(({ officeId }) => officeId === id);
      hits.push(...dueOnClosedDays(own, await stores.offices.daysOf(id)));
    }
    return done(hits);
  },

  async run({ today, record }, _input, hits) {
    const counts: Record<string, number> = {};
    for (const { invariant } of hits) counts[invariant] = (counts[invariant] ?? 0) + 1;
    record({ subject: { type: 'invariant', id: today }, detail: { rows: hits.length, ...counts } });
    return done({ found: hits.length });
  },
});
