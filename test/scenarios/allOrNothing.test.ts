import { expect, test } from 'vitest';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const tables = [
  'posting',
  'verdict',
  'audit_entry',
  'audit_personal',
  'job',
  'idempotency',
  'posting_number',
];
const steps = ['changed', 'recorded', 'enqueued', 'receipted'];

const contentOf = async (database: TestDatabase): Promise<string> => {
  const rows = await Promise.all(tables.map((table) => database.writer(table).select()));
  return JSON.stringify(rows.map((list) => list.map((row) => JSON.stringify(row)).sort()));
};

class PowerCut extends Error {}

describeOnEveryDatabase('A submission or an acceptance that fails half way', (open) => {
  test.each(steps)(
    'after the step "%s" leaves every table as it was, and works when tried again',
    async (step) => {
      let failAt: string | null = null;
      const database = await open();
      const office = await openOffice(database, '2026-11-24T10:00:00+09:00', {
        afterStep: (reached) => {
          if (reached === failAt) throw new PowerCut(reached);
        },
      });
      const employer = await office.openedAtCounter();
      const draft = await office.filledIn(employer);
      const submit = () => {
        const input = { postingId: draft.id, version: draft.version, confirmed: [] };
        return office.perform(submitPosting, employer, input, 'submit-key');
      };

      const beforeSubmit = await contentOf(database);
      failAt = `posting.submit:${step}`;
      await expect(submit()).rejects.toThrow(PowerCut);
      expect(await contentOf(database)).toBe(beforeSubmit);
      failAt = null;
      expect(await submit()).toMatchObject({ ok: true });

      const waiting = await office.visited(await office.now(draft.id), '2026-11-24');
      const accept = () => {
        const input = { postingId: waiting.id, version: waiting.version, overrideReason: null, note: null };
        return office.perform(acceptPosting, office.staff.clerk, input, 'accept-key');
      };
      const beforeAccept = await contentOf(database);
      failAt = `posting.accept:${step}`;
      await expect(accept()).rejects.toThrow(PowerCut);
      expect(await contentOf(database)).toBe(beforeAccept);
      failAt = null;
      expect(await accept()).toMatchObject({ ok: true, value: { number: '99010-00000001' } });
    },
  );
});
