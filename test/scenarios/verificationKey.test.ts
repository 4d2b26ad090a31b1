import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, keyIn, openOffice, password } from '#test/support/world.ts';

const email = 'a@example.co.jp';
const minutes = (count: number): number => count * 60_000;

describeOnEveryDatabase('The 認証キー', (open) => {
  const asked = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const establishmentId = await office.registered();
    granted(await office.perform(registerEmail, office.staff.clerk, { establishmentId, values: { email } }));
    const ask = async (address = email) => {
      granted(await office.perform(requestKey, visitor, { email: address, purpose: 'start' }));
      await office.runner.runDue();
    };
    const enter = (key: string, address = email) =>
      office.perform(checkKey, visitor, { email: address, key });
    await ask();
    return { office, ask, enter, key: keyIn(office.mails, email) };
  };

  test('is good to the last thousandth of the 50 minutes', async () => {
    const { office, enter, key } = await asked();
    office.clock.moveOn(minutes(50) - 1);
    expect(await enter(key)).toMatchObject({ ok: true });
  });

  test('is over when 50 minutes have passed', async () => {
    const { office, enter, key } = await asked();
    office.clock.moveOn(minutes(50));
    expect(await enter(key)).toMatchObject({ ok: false, code: 'key-expired' });
  });

  test('works once', async () => {
    const { enter, key } = await asked();
    granted(await enter(key));
    expect(await enter(key)).toMatchObject({ ok: false, code: 'key-used' });
  });

  test('sets one password, not a second one', async () => {
    const { office, enter, key } = await asked();
    const { keyId } = granted(await enter(key));
    granted(await office.perform(setPassword, visitor, { keyId, password }));
    await expect(office.perform(setPassword, visitor, { keyId, password })).rejects.toMatchObject({
      name: 'Conflict',
    });
  });

  test('is void as soon as a newer one is issued', async () => {
    const { office, ask, enter, key } = await asked();
    office.clock.moveOn(minutes(2));
    await ask();
    expect(await enter(key)).toMatchObject({ ok: false, code: 'key-wrong' });
    expect(await enter(keyIn(office.mails, email))).toMatchObject({ ok: true });
  });

  test('may be guessed ten times; a newer key does not start the count anew', async () => {
    const { office, ask, enter } = await asked();
    for (let guess = 0; guess < 10; guess += 1)
      expect(await enter('AAAABBBBCCCC')).toMatchObject({ code: 'key-wrong' });
    office.clock.moveOn(minutes(2));
    await ask();
    expect(await enter(keyIn(office.mails, email))).toMatchObject({
      ok: false,
      code: 'key-guessed-too-often',
    });
  });

  test('asked for with an unknown address, gives the same answer and no mail', async () => {
    const { office, ask, enter } = await asked();
    await ask('nobody@example.co.jp');
    expect(office.mails.map((mail) => mail.to)).not.toContain('nobody@example.co.jp');
    expect(await enter('AAAABBBBCCCC', 'nobody@example.co.jp')).toMatchObject({
      ok: false,
      code: 'key-wrong',
    });
  });

  test('is mailed at most once a minute and five times a day', async () => {
    const { office, ask } = await asked();
    const again = () => office.perform(requestKey, visitor, { email, purpose: 'start' as const });
    expect(await again()).toMatchObject({ ok: false, code: 'key-mail-too-soon' });
    for (let mail = 2; mail <= 5; mail += 1) {
      office.clock.moveOn(minutes(1));
      await ask();
    }
    office.clock.moveOn(minutes(1));
    expect(await again()).toMatchObject({ ok: false, code: 'key-mail-too-many' });
  });
});
