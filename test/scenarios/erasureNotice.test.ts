import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { eraseMypage } from '#app/procedures/retention/erase.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { erasableMypage, letErase } from '#test/support/retention.ts';

describeOnEveryDatabase('The last mail of a MyPage', (open) => {
  test('goes to every address that signed in, says by which rule, and names nobody', async () => {
    const { office, employer, establishmentId, colleague, withdraw, night, erasureNight } =
      await erasableMypage(open);
    await colleague('b@example.co.jp');
    const establishment = await office.stores.establishments.find({ kind: 'all' }, establishmentId);
    await withdraw();
    await office.runner.runDue();
    const before = office.mails.length;
    await night(erasureNight);
    const mails = office.mails.slice(before);
    expect(mails.map(({ to, kind }) => [to, kind])).toEqual([
      [employer.email, 'mail.mypageErased'],
      ['b@example.co.jp', 'mail.mypageErased'],
    ]);
    for (const { text, withoutRecipient } of mails) {
      expect(text).toContain('2026年12月26日');
      expect(text).toContain('退会から31日を経過した');
      expect(text).toContain('ハローワーク架空野');
      expect(text).not.toContain(establishment?.name);
      expect(withoutRecipient).toBe(true);
    }
    expect(await office.database.writer('erasure_notice')).toEqual([]);
  });

  test('waits with its address sealed, and loses it when it is given up', async () => {
    const { office, employer, withdraw, night, erasureNight } = await erasableMypage(open);
    await withdraw();
    await letErase(office, false);
    await night(erasureNight);
    await letErase(office);
    const [mark] = await office.database.writer('erasure_mark');
    await office.perform(eraseMypage, { kind: 'system', job: 'test' }, { markId: mark.id });
    const [notice] = await office.database.writer('erasure_notice');
    expect(notice.sealed).not.toContain(employer.email);
    expect(office.secrets.unseal(notice.sealed)).toContain(employer.email);
    const { settings } = office.database;
    if (settings.dialect === 'sqlite') {
      await office.stores.erasures.clearLog();
      expect((await readFile(settings.file)).includes(employer.email)).toBe(false);
    }
    office.clock.moveOn(73 * 3_600_000);
    await office.runner.runDue();
    expect(office.mails.filter(({ kind }) => kind === 'mail.mypageErased')).toEqual([]);
    expect(await office.database.writer('erasure_notice')).toEqual([]);
  });
});
