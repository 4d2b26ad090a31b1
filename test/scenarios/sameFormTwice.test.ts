import { expect, test } from 'vitest';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('A form sent twice under the same key', (open) => {
  const ready = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer);
    const input = { postingId: draft.id, version: draft.version, confirmed: [] };
    return { office, employer, input };
  };

  test('gives the same receipt, also when both arrive at once', async () => {
    const { office, employer, input } = await ready();
    const send = () => office.perform(submitPosting, employer, input, 'one-key');
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect(first).toEqual(second);
    expect(first).toEqual(third);
    const audit = await office.database.reader('audit_entry').where({ action: 'posting.submitted' });
    expect(audit).toHaveLength(1);
    await office.runner.runDue();
    expect(office.mails.filter((mail) => mail.kind === 'mail.postingReceived')).toHaveLength(1);
  });

  test('with other content is refused as a page that was sent already', async () => {
    const { office, employer, input } = await ready();
    await office.perform(submitPosting, employer, input, 'one-key');
    await expect(
      office.perform(submitPosting, employer, { ...input, confirmed: ['C08'] }, 'one-key'),
    ).rejects.toMatchObject({ name: 'ReusedKey' });
  });
});
