import { expect, test } from 'vitest';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';

describeOnEveryDatabase('The notice before the validity of a posting ends', (open) => {
  test('goes out as many days before as the rule says, and once', async () => {
    const { office, night } = await validPosting(open);
    const notices = () => office.mails.filter(({ kind }) => kind === 'mail.validityEnds').length;
    await night('2027-01-16T23:59:59+09:00');
    expect(notices()).toBe(0);
    await night('2027-01-17T00:15:00+09:00');
    expect(notices()).toBe(1);
    await night('2027-01-18T09:00:00+09:00');
    await night('2027-01-31T09:00:00+09:00');
    expect(notices()).toBe(1);
  });

  test('goes out again for a validity that was extended, and not for one that has ended', async () => {
    const { office, posting, night, tryExtension, accept } = await validPosting(open);
    const notices = () => office.mails.filter(({ kind }) => kind === 'mail.validityEnds').length;
    await night('2027-01-17T09:00:00+09:00');
    const asked = await tryExtension();
    if (!asked.ok) throw new Error(asked.code);
    await accept(asked.value.requestId);
    expect((await posting()).validUntil).toBe('2027-02-28');
    await night('2027-01-18T09:00:00+09:00');
    expect(notices()).toBe(1);
    await night('2027-02-14T09:00:00+09:00');
    expect(notices()).toBe(2);
    await night('2027-03-01T09:00:00+09:00');
    expect((await posting()).state).toBe('invalid');
    expect(notices()).toBe(2);
  });
});
